package pages

import (
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/view"
)

func (p *Planner) other(e *relate.Entry) *Page {
	page := &Page{URL: e.URL, Layout: "page", Source: e.Document.Path, Entry: e, Hidden: e.State != plan.Published}
	page.fill = func(v *view.Page) {
		l := p.linker(page)
		p.head(v, l, e)
		v.Crumbs = p.crumbs(l)
		v.Other = &view.Other{Title: e.Document.Title, Contents: contents(e.Document.Outline), Updated: e.Document.Reviewed}
	}
	return page
}

func (p *Planner) redirect(r relate.Redirect) *Page {
	page := &Page{URL: r.From, Layout: "redirect", Source: r.To.Document.Path, Hidden: true}
	page.fill = func(v *view.Page) {
		v.Title = r.To.Document.Title
		if v.Canonical != "" {
			v.Canonical = p.site.Registry.Settings.BaseURL + r.To.URL
		}
		v.Redirect = &view.Redirect{To: p.linker(page).entry(r.To)}
	}
	return page
}

func (p *Planner) notFound() *Page {
	page := &Page{URL: NotFoundURL, Layout: "notfound", Listed: true, Hidden: true}
	page.fill = func(v *view.Page) {
		v.Title, v.Canonical = p.opts.Words("notfound.title"), ""
		v.NotFound = &view.NotFound{All: p.linker(page).to(relate.DocumentsURL)}
	}
	return page
}
