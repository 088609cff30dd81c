// Package pages says which pages a site has, and what each of them shows.
//
// A page is planned with its address and layout; its view, the only thing a
// template sees, is made when the page is rendered. So a plan is small however
// long the documents are.
package pages

import (
	"html/template"
	"slices"
	"strings"
	"sync"

	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/view"
)

// Options say how pages are made. Words is needed; the rest has a zero value
// that works.
type Options struct {
	Words     func(key string, args ...any) string // the interface's words
	Search    SearchScripts
	Portable  bool   // links name index.html, for reading without a server
	Generator string // name and version of the program
}

// SearchScripts are the paths of the scripts that search, from the site's root; ""
// where there is none.
type SearchScripts struct {
	Page string // of the search page
	Box  string // of the box on all others
}

// Page is one page of the site.
type Page struct {
	URL    string // from the site's root: "", "plans/2023/x/", "404.html"
	Layout string // of the theme
	Source string // path of the source file, for findings; "" for lists
	Entry  *relate.Entry
	Listed bool            // it names other pages, and is published behind them
	Hidden bool            // search engines are asked to leave it out
	Shown  []*relate.Entry // of a list: the documents on this page of it
	Plans  bool            // it shows targets and tasks of many plans

	fill func(*view.Page)
}

// File is where the page lies in the published folder.
func (p *Page) File() string {
	if p.URL == "" || strings.HasSuffix(p.URL, "/") {
		return p.URL + "index.html"
	}
	return p.URL
}

// Planner makes the pages of one site.
type Planner struct {
	site *relate.Site
	opts Options
	base view.Site // links are filled for each page
	path string    // the path of the base URL, with a slash at both ends

	issuers    map[string]string // address of a body's page by its id
	fields     map[string]bool   // addresses of the fields' lists
	groups     []grouping
	filters    [filterDepth][]view.Filter   // by the depth of the page that shows them
	about      string                       // address of the page about the site; ""
	tracked    map[string]*tracked          // the documents with targets or tasks, by their addresses
	bodyOf     map[string]*plan.Org         // by id; for them
	plans      []*tracked                   // those of them that count for the site, newest first
	concerning func() map[string][]*tracked // of plansByBody, made once
	together   together

	namesakes map[string]int // how many bodies have a name
}

// New makes a Planner.
func New(site *relate.Site, opts Options) *Planner {
	s := site.Registry.Settings
	p := &Planner{site: site, opts: opts, path: basePath(s.BaseURL), base: view.Site{
		Name: s.Name, Lang: string(s.Lang), Publisher: s.Publisher,
		Address: s.Contact.Address, Email: s.Contact.Email, Phone: strings.ReplaceAll(s.Contact.Phone, " ", "\u00a0"), // it is one thing, not words
		Generator: opts.Generator, AsOf: site.AsOf,
	}, issuers: map[string]string{}, fields: map[string]bool{}, namesakes: map[string]int{}}
	for _, o := range site.Registry.Orgs {
		p.namesakes[o.Name]++
	}
	for _, list := range slices.Concat(site.Issuers, site.Bodies) {
		p.issuers[list.Org.ID] = list.URL
	}
	for _, list := range site.Fields {
		p.fields[list.URL] = true
	}
	p.groups = p.groupings()
	for depth := range p.filters {
		p.filters[depth] = p.filtersAt(depth)
	}
	p.about = aboutURL(site)
	p.track()
	p.concerning = sync.OnceValue(p.plansByBody)
	return p
}

// Pages lists all pages: first those of documents, then lists, in an order
// that depends on nothing but the site.
func (p *Planner) Pages() []*Page {
	var out []*Page
	for _, entries := range [][]*relate.Entry{p.site.Documents, p.site.Withdrawn} {
		for _, e := range entries {
			out = append(out, p.document(e))
		}
	}
	for _, e := range p.site.Pages {
		out = append(out, p.other(e))
	}
	for _, r := range p.site.Redirects {
		out = append(out, p.redirect(r))
	}
	out = append(out, p.allLists()...)
	out = append(out, p.progressPages()...)
	out = append(out, p.searchPages()...)
	return append(out, p.sitemap(), p.home(), p.notFound())
}

// WithText gives the page of a document for another text of it. Outside of its
// text the document must be the same.
func (p *Planner) WithText(page *Page, d *plan.Document) *Page {
	e := *page.Entry
	e.Document = d
	if page.Layout == otherLayout {
		return p.other(&e)
	}
	return p.document(&e)
}

// View makes what the page's layout is given, but for the body of the page's
// document; see SetBody.
func (p *Planner) View(page *Page) *view.Page {
	l := p.linker(page)
	v := &view.Page{
		Lang: p.base.Lang, Root: l.root, Site: p.base,
	}
	if base := p.site.Registry.Settings.BaseURL; base != "" {
		v.Canonical, v.Feed = base+page.URL, l.root+FeedFile
	}
	v.Site.Home, v.Site.MapURL = l.to(""), l.to(relate.SitemapURL)
	if p.about != "" {
		v.Site.About = l.to(p.about)
	}
	v.Site.Notices, v.Site.Search = p.notices(l), p.searchBox(l)
	v.Site.Menu = make([]view.Link, 0, len(p.site.Menu))
	for _, m := range p.site.Menu {
		v.Site.Menu = append(v.Site.Menu, view.Link{Text: m.Label, URL: l.to(m.URL), Current: m.URL == page.URL})
	}
	page.fill(v)
	v.NoIndex = page.Hidden
	return v
}

// Shell gives what every page shows, whatever it is: of a page at the site's
// root that shows nothing else.
func (p *Planner) Shell() *view.Page { return p.View(&Page{fill: func(*view.Page) {}}) }

// SetBody puts the body of a page's document into its view: its filled HTML, and
// its headings. What was withdrawn shows none.
func SetBody(v *view.Page, html template.HTML, outline []plan.Heading) {
	switch {
	case v.Document != nil && v.Document.State != plan.Withdrawn.String():
		v.Document.Body, v.Document.Contents = html, contents(outline)
	case v.Other != nil:
		v.Other.Body, v.Other.Contents = html, contents(outline)
	}
}

// Files at the site's root.
const (
	FeedFile    = "feed.xml"
	SitemapFile = "sitemap.xml"
	RobotsFile  = "robots.txt"
	NotFoundURL = "404.html"
)

func (p *Planner) crumbs(l linker, trail ...view.Link) []view.Link {
	return append([]view.Link{{Text: p.opts.Words("crumb.home"), URL: l.to("")}}, trail...)
}
