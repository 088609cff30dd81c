package build

import (
	"cmp"
	"slices"

	"planpress/internal/pages"
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/render"
)

const defaultFeedLimit = 20

// feeds makes what machines read. Feed and sitemap want absolute addresses,
// so a site without a base URL has none.
func feeds(site *relate.Site, planner *pages.Planner, all []*pages.Page, generator string) []render.File {
	base := site.Registry.Settings.BaseURL
	if base == "" {
		return []render.File{{Name: pages.RobotsFile, Data: render.Robots("")}}
	}
	out := listFeeds(site, planner, generator)
	out = append(out, render.Sitemap(pages.SitemapFile, base, places(all, base))...)
	return append(out,
		render.File{Name: pages.FeedFile, Data: feed(site, generator).Bytes()},
		render.File{Name: pages.RobotsFile, Data: render.Robots(base + pages.SitemapFile)})
}

func places(all []*pages.Page, base string) []render.Place {
	var out []render.Place
	for _, p := range all {
		if p.Hidden || p.URL == pages.NotFoundURL {
			continue
		}
		place := render.Place{URL: base + p.URL}
		if p.Entry != nil {
			place.Changed = changed(p.Entry)
		}
		out = append(out, place)
	}
	return out
}

// feed is that of the whole site.
func feed(site *relate.Site, generator string) *render.Feed {
	s := site.Registry.Settings
	f := feedOf(site, "", site.Documents, generator)
	f.Title, f.Subtitle = s.Name, s.Description
	return f
}

// listFeeds are those of the bodies and the fields.
func listFeeds(site *relate.Site, planner *pages.Planner, generator string) []render.File {
	var out []render.File
	for _, lists := range [][]*relate.List{site.Issuers, site.Fields} {
		for _, l := range lists {
			f := feedOf(site, l.URL, l.Documents, generator)
			f.Title = planner.FeedTitle(l)
			out = append(out, render.File{Name: l.URL + pages.FeedFile, Data: f.Bytes()})
		}
	}
	return out
}

// feedOf is the feed that belongs to the page at an address from the site's
// root.
func feedOf(site *relate.Site, url string, documents []*relate.Entry, generator string) *render.Feed {
	s := site.Registry.Settings
	limit := cmp.Or(max(s.FeedLimit, 0), defaultFeedLimit)
	home := s.BaseURL + url
	f := &render.Feed{ID: home, Lang: string(s.Lang), URL: home + pages.FeedFile, Home: home,
		Author: cmp.Or(s.Publisher, s.Name), Generator: generator}
	for _, e := range news(documents, limit) {
		f.Entries = append(f.Entries, feedEntry(e, s.BaseURL))
	}
	return f
}

// news gives the documents that came to the web or changed last, newest first:
// a correction of an old plan is news, an editorial change is none.
func news(documents []*relate.Entry, limit int) []*relate.Entry {
	out := slices.DeleteFunc(slices.Clone(documents), func(e *relate.Entry) bool { return e.State != plan.Published })
	slices.SortStableFunc(out, func(a, b *relate.Entry) int { return changed(b).Compare(changed(a)) })
	return out[:min(limit, len(out))]
}

func feedEntry(e *relate.Entry, base string) render.FeedEntry {
	d := e.Document
	entry := render.FeedEntry{ID: base + e.URL, URL: base + e.URL, Title: d.Title, Summary: d.Summary, Topics: d.Fields,
		Published: firstPublic(d).Time(), Updated: changed(e).Time()}
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

// changed is the day of the last major change of a page. Editorial changes are
// no news.
func changed(e *relate.Entry) plan.Date {
	first := firstPublic(e.Document)
	for _, c := range e.Changes { // newest first
		if c.Kind.Major() && c.Date.Compare(first) > 0 {
			return c.Date
		}
	}
	return first
}
