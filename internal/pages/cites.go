package pages

import (
	"slices"

	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/view"
)

// mark says how a citation in the body of e is shown: as a link where what is
// meant has an address. A place that is not there, and the document itself,
// have no mark.
func (l linker) mark(e *relate.Entry, i int) plan.Mark {
	c := e.Citations[i]
	switch {
	case c.External != nil:
		return plan.Mark{URL: c.External.URL, External: true}
	case c.Entry == nil:
		return plan.Mark{None: e.Document.Citations[i].IsPlace()}
	case c.Entry.URL == e.URL && c.Frag == "":
		return plan.Mark{None: true}
	}
	return plan.Mark{URL: l.target(relate.Target{URL: c.Entry.URL, Frag: c.Frag})}
}

// cites groups what the text of a document cites and who cites the document,
// as far as its page does not name them already: as what it rests on, or with
// another relation.
func (p *Planner) cites(l linker, e *relate.Entry) []view.Relations {
	known := map[relate.Reference]bool{}
	for _, ref := range e.Basis {
		known[ref] = true
	}
	for _, rel := range slices.Concat(e.Relations, e.Inverse) {
		known[rel.Other] = true
	}
	cites, citedBy := view.Relations{Kind: "relation.cites"}, view.Relations{Kind: "relation.cites.inverse"}
	for _, ref := range e.Cites {
		if !known[ref] {
			cites.Items = append(cites.Items, p.reference(l, ref))
		}
	}
	for _, by := range e.CitedBy {
		if ref := (relate.Reference{Entry: by}); !known[ref] {
			citedBy.Items = append(citedBy.Items, p.reference(l, ref))
		}
	}
	return slices.DeleteFunc([]view.Relations{cites, citedBy}, func(r view.Relations) bool { return r.Items == nil })
}
