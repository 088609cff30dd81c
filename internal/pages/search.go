package pages

import (
	"cmp"
	"slices"
	"strings"

	"planpress/internal/relate"
	"planpress/internal/view"
)

// maxSearchOptions is how many values one filter of the search page offers. A
// site with more has them in its lists.
const maxSearchOptions = 1000

func (p *Planner) searches() bool { return p.site.Registry.Settings.Search }

// searchBox is what every page has for searching.
func (p *Planner) searchBox(l linker) *view.SearchBox {
	if !p.searches() {
		return nil
	}
	box := &view.SearchBox{URL: l.to(relate.SearchURL)}
	if p.opts.Search.Box != "" {
		box.Script = l.to(p.opts.Search.Box)
	}
	return box
}

// searchPages is the page to search on.
func (p *Planner) searchPages() []*Page {
	if !p.searches() {
		return nil
	}
	page := &Page{URL: relate.SearchURL, Layout: "search", Listed: true, Hidden: true}
	page.fill = func(v *view.Page) {
		l := p.linker(page)
		v.Title, v.Crumbs = p.opts.Words("search.title"), p.crumbs(l)
		v.Description = p.opts.Words("search.description", p.base.Name)
		if p.opts.Search.Page != "" {
			v.Site.Search.Script = l.to(p.opts.Search.Page)
		}
		v.Search = &view.Search{Title: v.Title, Filters: p.searchFilters(), Lists: p.searchLists(l)}
	}
	return []*Page{page}
}

// searchLists lead to the lists: without scripts they are what there is.
func (p *Planner) searchLists(l linker) []view.Link {
	out := []view.Link{{Text: p.opts.Words("list.all"), URL: l.to(relate.DocumentsURL)}}
	out = append(out, view.Link{Text: p.opts.Words("list.numbers"), URL: l.to(relate.NumbersURL)})
	for _, g := range p.groups {
		if len(g.lists) > 0 {
			out = append(out, view.Link{Text: p.opts.Words(g.key), URL: l.to(g.url)})
		}
	}
	return out
}

// searchNames are the fields of the search form, by the filters' messages.
var searchNames = map[string]string{"filter.year": "year", "filter.issuer": "body", "filter.field": "field", "filter.type": "type", "filter.status": "status"}

func (p *Planner) searchFilters() []view.SearchFilter {
	var out []view.SearchFilter
	for _, g := range p.groups {
		if len(g.lists) < 2 {
			continue // nothing to choose from
		}
		f := view.SearchFilter{Key: g.filter, Name: searchNames[g.filter]}
		for _, list := range mostUsed(g.lists, maxSearchOptions) {
			f.Options = append(f.Options, view.SearchOption{Value: facetValue(list), Text: p.listName(list), N: len(list.Documents)})
		}
		out = append(out, f)
	}
	return out
}

// facetValue is what stands for a list in the index; see SearchDocument.
func facetValue(list *relate.List) string {
	if list.Org != nil {
		return list.Org.ID
	}
	_, value, _ := strings.Cut(strings.TrimSuffix(list.URL, "/"), "/")
	return value
}

// mostUsed gives the lists with the most documents, in their own order.
func mostUsed(lists []*relate.List, n int) []*relate.List {
	if len(lists) <= n {
		return lists
	}
	sizes := make([]int, len(lists))
	for i, l := range lists {
		sizes[i] = len(l.Documents)
	}
	slices.SortFunc(sizes, func(a, b int) int { return cmp.Compare(b, a) })
	out := slices.DeleteFunc(slices.Clone(lists), func(l *relate.List) bool { return len(l.Documents) < sizes[n-1] })
	return out[:n]
}
