package build

import (
	"planpress/internal/pages"
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/render"
)

const defaultFeedLimit = 20

// feeds makes what machines read. Feed and sitemap want absolute addresses,
// so a site without a base URL has none.
func feeds(site *relate.Site, all []*pages.Page, generator string) []render.File {
	base := site.Registry.Settings.BaseURL
	if base == "" {
		return []render.File{{Name: pages.RobotsFile, Data: render.Robots("")}}
	}
	out := render.Sitemap(pages.SitemapFile, base, places(all, base, site.AsOf))
	return append(out,
		render.File{Name: pages.FeedFile, Data: feed(site, generator).Bytes()},
		render.File{Name: pages.RobotsFile, Data: render.Robots(base + pages.SitemapFile)})
}

func places(all []*pages.Page, base string, asOf plan.Date) []render.Place {
	var out []render.Place
	for _, p := range all {
		if p.Hidden || p.URL == pages.NotFoundURL {
			continue
		}
		place := render.Place{URL: base + p.URL}
		if p.Entry != nil {
			place.Changed = changed(p.Entry.Document, asOf)
		}
		out = append(out, place)
	}
	return out
}

func feed(site *relate.Site, generator string) *render.Feed {
	s := site.Registry.Settings
	limit := s.FeedLimit
	if limit <= 0 {
		limit = defaultFeedLimit
	}
	f := &render.Feed{ID: s.BaseURL, Title: s.Name, Subtitle: s.Description, Lang: string(s.Lang), URL: s.BaseURL + pages.FeedFile,
		Home: s.BaseURL, Author: s.Publisher, Generator: generator}
	if f.Author == "" {
		f.Author = s.Name
	}
	for _, e := range site.Documents {
		if len(f.Entries) == limit {
			break
		}
		if e.State == plan.Published {
			f.Entries = append(f.Entries, feedEntry(e, s.BaseURL, site.AsOf))
		}
	}
	return f
}

func feedEntry(e *relate.Entry, base string, asOf plan.Date) render.FeedEntry {
	d := e.Document
	entry := render.FeedEntry{ID: base + e.URL, URL: base + e.URL, Title: d.Title, Summary: d.Summary, Topics: d.Fields,
		Published: firstPublic(d).Time(), Updated: changed(d, asOf).Time()}
	if e.Issuer != nil {
		entry.Author = e.Issuer.Name
	}
	return entry
}

// firstPublic is the day on which a document came to the web.
func firstPublic(d *plan.Document) plan.Date {
	if d.Published.IsZero() {
		return d.Issued
	}
	return d.Published
}

// changed is the day of the last declared change of a document's page, as of
// the site's day. Editorial changes are not news, and those to come not yet.
func changed(d *plan.Document, asOf plan.Date) plan.Date {
	last := firstPublic(d)
	for _, c := range d.History {
		if c.Kind != "editorial" && c.Date.Compare(last) > 0 && c.Date.Compare(asOf) <= 0 {
			last = c.Date
		}
	}
	return last
}
