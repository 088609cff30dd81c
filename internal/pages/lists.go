package pages

import (
	"strconv"

	"planpress/internal/relate"
	"planpress/internal/viet"
	"planpress/internal/view"
)

const (
	defaultPageSize = 50
	newestOnHome    = 6
)

// grouping is one way in which documents are listed.
type grouping struct {
	key   string // of messages: "group.years"
	url   string
	lists []*relate.List
}

func (p *Planner) groupings() []grouping {
	return []grouping{
		{"group.fields", relate.FieldsURL, p.site.Fields},
		{"group.issuers", relate.IssuersURL, p.site.Issuers},
		{"group.years", relate.YearsURL, p.site.Years},
	}
}

func (p *Planner) allLists() []*Page {
	out := p.list(p.opts.Words("list.all"), relate.DocumentsURL, p.site.Documents)
	for _, g := range p.groupings() {
		title := p.opts.Words(g.key)
		out = append(out, p.index(title, g))
		parent := view.Link{Text: title, URL: g.url}
		for _, l := range g.lists {
			out = append(out, p.list(p.opts.Words(g.key+".one", p.listName(l)), l.URL, l.Documents, parent)...)
		}
	}
	return out
}

// list makes the pages of one list. The trail's URLs are from the root.
func (p *Planner) list(title, url string, entries []*relate.Entry, trail ...view.Link) []*Page {
	size := p.site.Registry.Settings.PageSize
	if size <= 0 {
		size = defaultPageSize
	}
	total := max(1, (len(entries)+size-1)/size)
	var out []*Page
	for n := 1; n <= total; n++ {
		page := &Page{URL: numbered(url, n), Layout: "list", Listed: true}
		part := entries[(n-1)*size : min(n*size, len(entries))]
		page.fill = func(v *view.Page) {
			l := p.linker(page)
			v.Title = title
			if n > 1 {
				v.Title = p.opts.Words("list.page", title, n, total)
			}
			v.Crumbs = p.crumbs(l)
			for _, t := range trail {
				v.Crumbs = append(v.Crumbs, view.Link{Text: t.Text, URL: l.to(t.URL)})
			}
			v.List = &view.List{Title: title, Total: len(entries), First: (n-1)*size + 1,
				Entries: p.entries(l, part), Pager: pager(l, url, n, total)}
		}
		out = append(out, page)
	}
	return out
}

func numbered(url string, n int) string {
	if n == 1 {
		return url
	}
	return url + strconv.Itoa(n) + "/"
}

func (p *Planner) index(title string, g grouping) *Page {
	page := &Page{URL: g.url, Layout: "index", Listed: true}
	page.fill = func(v *view.Page) {
		l := p.linker(page)
		v.Title, v.Crumbs = title, p.crumbs(l)
		v.Index = &view.Index{Title: title, Lists: p.counts(l, g.lists)}
	}
	return page
}

func (p *Planner) home() *Page {
	page := &Page{URL: "", Layout: "home", Listed: true}
	page.fill = func(v *view.Page) {
		l := p.linker(page)
		s := p.site.Registry.Settings
		v.Title, v.Description = s.Name, s.Description
		v.Home = &view.Home{Description: s.Description, Total: len(p.site.Documents), All: l.to(relate.DocumentsURL),
			Newest: p.entries(l, p.site.Documents[:min(newestOnHome, len(p.site.Documents))])}
		for _, g := range p.groupings() {
			if len(g.lists) > 0 {
				v.Home.Groups = append(v.Home.Groups, view.Group{Key: g.key, URL: l.to(g.url), Lists: p.counts(l, g.lists)})
			}
		}
	}
	return page
}

// listName is what a list is called: that of a body by its whole name.
func (p *Planner) listName(list *relate.List) string {
	if list.Org != nil {
		return p.orgName(list.Org)
	}
	return list.Name
}

func (p *Planner) counts(l linker, lists []*relate.List) []view.Count {
	out := make([]view.Count, 0, len(lists))
	for _, list := range lists {
		out = append(out, view.Count{Text: p.listName(list), URL: l.to(list.URL), N: len(list.Documents)})
	}
	return out
}

func (p *Planner) entries(l linker, entries []*relate.Entry) []view.Entry {
	out := make([]view.Entry, 0, len(entries))
	for _, e := range entries {
		d := e.Document
		v := view.Entry{Title: d.Title, URL: l.entry(e), Type: p.typeName(d), Number: d.Number.String(),
			Issued: d.Issued, Summary: d.Summary, State: e.State.String()}
		if e.Issuer != nil {
			v.Issuer = e.Issuer.Name
		}
		out = append(out, v)
	}
	return out
}

// pager leads through a list: the first and last pages, and two on each side
// of the current one.
func pager(l linker, url string, n, total int) view.Pager {
	if total == 1 {
		return view.Pager{}
	}
	out := view.Pager{Page: n, Pages: total}
	if n > 1 {
		out.Prev = l.to(numbered(url, n-1))
	}
	if n < total {
		out.Next = l.to(numbered(url, n+1))
	}
	last := 0
	for _, i := range []int{1, n - 2, n - 1, n, n + 1, n + 2, total} {
		if i <= last || i > total {
			continue
		}
		if i > last+1 {
			out.Numbers = append(out.Numbers, view.Link{})
		}
		out.Numbers = append(out.Numbers, view.Link{Text: strconv.Itoa(i), URL: l.to(numbered(url, i)), Current: i == n})
		last = i
	}
	return out
}

func fieldURL(field string) string { return relate.FieldsURL + viet.Slug(field) + "/" }
