package pages

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"planpress/internal/relate"
	"planpress/internal/viet"
	"planpress/internal/view"
)

const (
	defaultPageSize  = 50
	indexSize        = 200 // lists on one page of an index
	newestOnHome     = 6
	newestOnNotFound = 3
)

// grouping is one way in which documents are listed.
type grouping struct {
	key    string // of messages: "group.years"
	filter string // of a message: "filter.year"
	url    string
	lists  []*relate.List
	home   bool // the home page shows it
	feed   bool // each of its lists has a feed of its own
}

func (p *Planner) groupings() []grouping {
	return []grouping{
		{"group.fields", "filter.field", relate.FieldsURL, p.site.Fields, true, true},
		{"group.issuers", "filter.issuer", relate.IssuersURL, p.site.Issuers, true, true},
		{"group.years", "filter.year", relate.YearsURL, p.site.Years, true, false},
		{"group.types", "filter.type", relate.TypesURL, p.site.Types, false, false},
		{"group.status", "filter.status", relate.StatusURL, p.site.Statuses, false, false},
	}
}

func (p *Planner) allLists() []*Page {
	out := p.list(listed{title: p.opts.Words("list.all"), url: relate.DocumentsURL, entries: p.site.Documents})
	if p.searches() {
		out = append(out, p.list(listed{title: p.opts.Words("list.numbers"), url: relate.NumbersURL, entries: byNumber(p.site.Documents)})...)
	}
	for i := range p.groups {
		g := &p.groups[i]
		out = append(out, p.index(*g)...)
		for _, l := range g.lists {
			title := p.opts.Words(g.key+".one", p.listName(l))
			out = append(out, p.list(listed{title: title, url: l.URL, entries: l.Documents, group: g, list: l})...)
		}
		if g.url == relate.IssuersURL {
			for _, l := range p.site.Bodies {
				out = append(out, p.list(listed{title: p.opts.Words(g.key+".one", p.listName(l)), url: l.URL, group: g, list: l})...)
			}
		}
	}
	return out
}

// byNumber gives the documents that have numbers, by these, and those of one number
// newest first.
func byNumber(documents []*relate.Entry) []*relate.Entry {
	type numbered struct {
		ordinal int32
		number  string // without zeros in front
		*relate.Entry
	}
	var keys []numbered
	for _, e := range documents {
		if n := e.Document.Number; n.Ordinal > 0 {
			keys = append(keys, numbered{n.Ordinal, strings.TrimLeft(n.String(), "0"), e})
		}
	}
	slices.SortStableFunc(keys, func(a, b numbered) int {
		return cmp.Or(cmp.Compare(a.ordinal, b.ordinal), strings.Compare(a.number, b.number))
	})
	out := make([]*relate.Entry, len(keys))
	for i, k := range keys {
		out[i] = k.Entry
	}
	return out
}

// listed is a list that becomes pages. Group and list are nil for those of all
// documents.
type listed struct {
	title   string
	url     string
	entries []*relate.Entry
	group   *grouping
	list    *relate.List
}

func (p *Planner) list(of listed) []*Page {
	size := p.site.Registry.Settings.PageSize
	if size <= 0 {
		size = defaultPageSize
	}
	total := pagesOf(len(of.entries), size)
	address := func(n int) string { return numbered(of.url, n) }
	var out []*Page
	for n := 1; n <= total; n++ {
		part := of.entries[(n-1)*size : min(n*size, len(of.entries))]
		page := &Page{URL: address(n), Layout: "list", Listed: true, Shown: part, Plans: n == 1 && of.list != nil && of.list.Org != nil}
		page.fill = func(v *view.Page) {
			l := p.linker(page)
			v.Title = p.numberedTitle(of.title, n, total)
			v.Description = p.opts.Words("list.description", v.Title, p.number(len(of.entries)), p.base.Name)
			v.Crumbs = p.crumbs(l)
			if of.group != nil {
				v.Crumbs = append(v.Crumbs, view.Link{Text: p.opts.Words(of.group.key), URL: l.to(of.group.url)})
			}
			v.List = &view.List{Title: of.title, Total: len(of.entries), First: (n-1)*size + 1, Entries: p.entries(l, part),
				Pager: pager(l, address, n, total), Filters: p.filtersOf(l, page.depth(), of.group, of.list)}
			if p.HasIndex() {
				v.List.Index = l.to(IndexFile)
			}
			if page.Plans {
				v.List.Body, v.List.Duties = p.body(l, of.list.Org), p.duties(l, of.list.Org)
				v.Tracked = v.List.Duties != nil
			}
			if of.group != nil && of.group.feed && len(of.entries) > 0 && v.Feed != "" {
				v.List.Feed = l.to(of.url + FeedFile)
			}
		}
		out = append(out, page)
	}
	return out
}

// pagesOf is on how many pages n items stand, size on each.
func pagesOf(n, size int) int { return max(1, (n+size-1)/size) }

func numbered(url string, n int) string {
	if n == 1 {
		return url
	}
	return url + strconv.Itoa(n) + "/"
}

func (p *Planner) numberedTitle(title string, n, total int) string {
	if n == 1 {
		return title
	}
	return p.opts.Words("list.page", title, n, total)
}

func (p *Planner) number(n int) string { return viet.Integer(int64(n), p.base.Lang) }

// index makes the pages that show all lists of one kind. A field may be called
// “2”: no list's address begins with a hyphen, so these do.
func (p *Planner) index(g grouping) []*Page {
	title := p.opts.Words(g.key)
	total := pagesOf(len(g.lists), indexSize)
	address := func(n int) string {
		if n == 1 {
			return g.url
		}
		return numbered(g.url+"-", n)
	}
	var out []*Page
	for n := 1; n <= total; n++ {
		page := &Page{URL: address(n), Layout: "index", Listed: true}
		part := g.lists[(n-1)*indexSize : min(n*indexSize, len(g.lists))]
		page.fill = func(v *view.Page) {
			l := p.linker(page)
			v.Title, v.Crumbs = p.numberedTitle(title, n, total), p.crumbs(l)
			v.Description = p.opts.Words("index.description", v.Title, p.number(len(g.lists)), p.base.Name)
			v.Index = &view.Index{Title: title, Total: len(g.lists), Lists: p.counts(l, part), Pager: pager(l, address, n, total)}
		}
		out = append(out, page)
	}
	return out
}

func (p *Planner) home() *Page {
	page := &Page{URL: "", Layout: "home", Listed: true}
	page.fill = func(v *view.Page) {
		l := p.linker(page)
		s := p.site.Registry.Settings
		v.Title, v.Description = s.Name, cmp.Or(s.Description, s.Name)
		v.Home = &view.Home{Description: s.Description, Total: len(p.site.Documents), All: l.to(relate.DocumentsURL),
			Newest: p.entries(l, p.site.Documents[:min(newestOnHome, len(p.site.Documents))])}
		if tasks, _ := p.sums(); tasks.Total() > 0 {
			v.Home.Progress, v.Home.ProgressURL, v.Tracked = p.taskTally("_tasks-picture", tasks), l.to(relate.ProgressURL), true
		}
		for _, g := range p.groups {
			if g.home && len(g.lists) > 0 {
				group := view.Group{Key: g.key, URL: l.to(g.url), Total: len(g.lists), Lists: p.counts(l, busiest(g))}
				if group.Total > len(group.Lists) {
					group.More = group.URL
				}
				v.Home.Groups = append(v.Home.Groups, group)
			}
		}
	}
	return page
}

// FeedTitle names the feed of a list.
func (p *Planner) FeedTitle(l *relate.List) string { return p.listName(l) + " – " + p.base.Name }

// listName is what a list is called: that of a body by its whole name, that of
// an effect in words.
func (p *Planner) listName(list *relate.List) string {
	switch {
	case list.Org != nil:
		return p.orgName(list.Org)
	case list.Effect != "":
		return p.opts.Words("effect." + string(list.Effect))
	}
	return list.Name
}

func (p *Planner) counts(l linker, lists []*relate.List) []view.Count {
	out := make([]view.Count, 0, len(lists))
	for _, list := range lists {
		out = append(out, p.count(l, list))
	}
	return out
}

func (p *Planner) count(l linker, list *relate.List) view.Count {
	return view.Count{Text: p.listName(list), URL: l.to(list.URL), N: len(list.Documents)}
}

func (p *Planner) entries(l linker, entries []*relate.Entry) []view.Entry {
	out := make([]view.Entry, 0, len(entries))
	for _, e := range entries {
		d := e.Document
		v := view.Entry{Title: d.Title, URL: l.entry(e), Type: p.typeName(d), Number: d.Number.String(),
			Issued: d.Issued, Summary: d.Summary, State: e.State.String(),
			Lang: p.foreign(d), Fields: d.Fields, Year: int(d.Issued.Year), Effect: effectKey(e), Mark: markKey(e)}
		if e.Issuer != nil {
			v.Issuer = e.Issuer.Name
		}
		out = append(out, v)
	}
	return out
}

// pager leads through a list: the first and last pages, and two on each side
// of the current one.
func pager(l linker, address func(n int) string, n, total int) view.Pager {
	if total == 1 {
		return view.Pager{}
	}
	out := view.Pager{Page: n, Pages: total}
	if n > 1 {
		out.Prev = l.to(address(n - 1))
	}
	if n < total {
		out.Next = l.to(address(n + 1))
	}
	last := 0
	for _, i := range []int{1, n - 2, n - 1, n, n + 1, n + 2, total} {
		if i <= last || i > total {
			continue
		}
		if i > last+1 {
			out.Numbers = append(out.Numbers, view.Link{})
		}
		out.Numbers = append(out.Numbers, view.Link{Text: strconv.Itoa(i), URL: l.to(address(i)), Current: i == n})
		last = i
	}
	return out
}

func fieldURL(field string) string { return relate.FieldsURL + viet.Slug(field) + "/" }
