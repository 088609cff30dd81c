package pages

import (
	"planpress/internal/plan"
	"planpress/internal/rating"
	"planpress/internal/relate"
	"planpress/internal/viet"
	"planpress/internal/view"
)

// asks reports whether readers are asked to rate what an entry is about.
func (p *Planner) asks(e *relate.Entry) bool {
	d := e.Document
	byDefault := d.Rating == plan.ByDefault && d.Kind == plan.KindDocument
	return p.site.Registry.Settings.Ratings != "" && !p.opts.Portable && e.State == plan.Published && (d.Rating == plan.On || byDefault)
}

// rating is the block in which readers rate; nil where they are not asked.
func (p *Planner) rating(e *relate.Entry) *view.Rating {
	if !p.asks(e) {
		return nil
	}
	total := rating.Total{Count: e.Rated.Count, Sum: e.Rated.Sum}
	out := &view.Rating{Service: p.site.Registry.Settings.Ratings, Document: e.URL, Count: total.Count, Sum: total.Sum}
	if total.Count > 0 {
		out.Mean = viet.Decimal(float64(total.Tenths())/10, 1, p.base.Lang)
	}
	return out
}

// Rated lists what readers are asked to rate; nil where nobody is asked anything.
func (p *Planner) Rated() *rating.Documents {
	s := p.site.Registry.Settings
	if s.Ratings == "" {
		return nil
	}
	out := &rating.Documents{Site: s.Name, Lang: string(s.Lang), Base: s.BaseURL, List: []rating.Document{}}
	for _, entries := range [][]*relate.Entry{p.site.Documents, p.site.Pages} {
		for _, e := range entries {
			if p.asks(e) {
				out.List = append(out.List, rating.Document{URL: e.URL, Title: e.Document.Title, Was: e.Document.RedirectFrom})
			}
		}
	}
	return out
}
