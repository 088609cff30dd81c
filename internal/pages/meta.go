package pages

import (
	"planpress/internal/relate"
	"planpress/internal/view"
)

// dublinCore describes a document for catalogues: the elements that do not
// stand in the page's head already, in the order of the element set.
//
// Source: Circular 24/2011/TT-BTTTT, which asks public bodies' sites for Dublin
// Core (ISO 15836); DCMI Metadata Terms.
func (p *Planner) dublinCore(e *relate.Entry) []view.Meta {
	d := e.Document
	s := p.site.Registry.Settings
	var out []view.Meta
	add := func(element, content string) {
		if content != "" {
			out = append(out, view.Meta{Name: "DC." + element, Content: content})
		}
	}
	add("title", d.Title)
	if e.Issuer != nil {
		add("creator", e.Issuer.Name)
	}
	for _, field := range d.Fields {
		add("subject", field)
	}
	add("publisher", s.Publisher)
	add("date", d.Issued.String())
	add("type", p.typeName(d))
	add("identifier", d.Number.String())
	return out
}
