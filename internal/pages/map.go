package pages

import (
	"planpress/internal/catalog"
	"planpress/internal/relate"
	"planpress/internal/view"
)

// What the sitemap for people shows at most. The rest is one step away, in the
// lists that it links to.
const (
	mapYears = 20 // years whose documents are named
	mapLinks = 25 // links in one group
)

// sitemap is the page that shows a person the whole site.
func (p *Planner) sitemap() *Page {
	page := &Page{URL: relate.SitemapURL, Layout: "sitemap", Listed: true}
	page.fill = func(v *view.Page) {
		l := p.linker(page)
		v.Title, v.Crumbs = p.opts.Words("map.title"), p.crumbs(l)
		v.Description = p.opts.Words("map.description", p.base.Name)
		v.Map = &view.Map{Title: v.Title, Groups: p.mapGroups(l)}
	}
	return page
}

// mapGroups lists the other pages, then the documents of each year, then the
// lists of each kind.
func (p *Planner) mapGroups(l linker) []view.MapGroup {
	var out []view.MapGroup
	add := func(title, url string, total int, links []view.Link) {
		if total == 0 {
			return
		}
		g := view.MapGroup{Title: title, URL: url, Total: total, Links: links}
		if total > len(links) {
			g.More = url
		}
		out = append(out, g)
	}
	add(p.opts.Words("map.pages"), "", len(p.site.Pages), p.entryLinks(l, p.site.Pages))
	for _, year := range p.site.Years[:min(mapYears, len(p.site.Years))] {
		shown := year.Documents[:min(mapLinks, len(year.Documents))]
		add(p.opts.Words("group.years.one", year.Name), l.to(year.URL), len(year.Documents), p.entryLinks(l, shown))
	}
	for _, g := range p.groups {
		var links []view.Link
		for _, list := range g.lists[:min(mapLinks, len(g.lists))] {
			links = append(links, view.Link{Text: p.listName(list), URL: l.to(list.URL)})
		}
		add(p.opts.Words(g.key), l.to(g.url), len(g.lists), links)
	}
	links := p.progressLinks(l)
	add(p.opts.Words("progress.overview"), l.to(relate.ProgressURL), len(links), links)
	if p.searches() {
		add(p.opts.Words("search.title"), l.to(relate.SearchURL), 2, []view.Link{{Text: p.opts.Words("search.title"), URL: l.to(relate.SearchURL)},
			{Text: p.opts.Words("list.numbers"), URL: l.to(relate.NumbersURL)}})
	}
	data := p.dataLinks(l)
	add(p.opts.Words("map.data"), "", len(data), data)
	return out
}

// HasData reports whether the site has a catalogue of its data: that wants
// absolute addresses.
func (p *Planner) HasData() bool { return p.site.Registry.Settings.BaseURL != "" }

// dataLinks lead to what machines read of the whole site.
func (p *Planner) dataLinks(l linker) []view.Link {
	if !p.HasData() {
		return nil
	}
	names := []string{catalog.Name, catalog.OrgsName, FeedFile}
	if p.HasIndex() {
		names = append([]string{IndexFile}, names...)
	}
	var out []view.Link
	for _, name := range names {
		out = append(out, view.Link{Text: p.opts.Words("map.data." + name), URL: l.to(name)})
	}
	return out
}

func (p *Planner) entryLinks(l linker, entries []*relate.Entry) []view.Link {
	out := make([]view.Link, 0, len(entries))
	for _, e := range entries {
		out = append(out, p.entryLink(l, e))
	}
	return out
}
