package pages

import (
	"path"

	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/view"
)

// otherLayout is the layout of pages that are no documents.
const otherLayout = "page"

func (p *Planner) other(e *relate.Entry) *Page {
	page := &Page{URL: e.URL, Layout: otherLayout, Source: e.Document.Path, Entry: e, Hidden: e.State != plan.Published}
	page.fill = func(v *view.Page) {
		l := p.linker(page)
		p.head(v, l, e)
		v.Crumbs = p.crumbs(l)
		v.Rating = p.rating(e)
		v.Other = &view.Other{Title: e.Document.Title, Updated: e.Document.Reviewed,
			History: p.history(l, e)}
	}
	return page
}

// aboutURL is the address of the page that says what the site is: the file
// content/pages/gioi-thieu.md or about.md, first that in the site's language.
func aboutURL(site *relate.Site) string {
	lang := string(site.Registry.Settings.Lang)
	url := ""
	for _, e := range site.Pages {
		name := path.Base(e.Document.Path)
		if name != "gioi-thieu.md" && name != "about.md" {
			continue
		}
		if e.Document.Lang == "" || e.Document.Lang == lang {
			return e.URL
		}
		if url == "" {
			url = e.URL
		}
	}
	return url
}

// notices gives the site's notices with their links.
func (p *Planner) notices(l linker) []view.Notice {
	var out []view.Notice
	for _, n := range p.site.Notices {
		v := view.Notice{Text: n.Text, URL: n.URL, Kind: n.Kind, From: n.From, Until: n.Until}
		if n.To.Target != "" {
			v.URL = l.to(n.URL)
		}
		out = append(out, v)
	}
	return out
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

// notFound needs no word to search engines: it is served with status 404.
func (p *Planner) notFound() *Page {
	page := &Page{URL: NotFoundURL, Layout: "notfound", Listed: true}
	page.fill = func(v *view.Page) {
		v.Title, v.Canonical = p.opts.Words("notfound.title"), ""
		v.Description = p.opts.Words("notfound.why")
		l := p.linker(page)
		v.NotFound = &view.NotFound{Home: l.to(""), All: l.to(relate.DocumentsURL), Map: l.to(relate.SitemapURL),
			Newest: p.entries(l, p.site.Documents[:min(newestOnNotFound, len(p.site.Documents))])}
	}
	return page
}
