package pages

import (
	"cmp"
	"slices"

	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/viet"
	"planpress/internal/view"
)

// body says what is known of a body of government, with links to the pages of
// those around it.
func (p *Planner) body(l linker, o *plan.Org) *view.Body {
	kin := p.site.Kin[o.ID]
	out := &view.Body{ShortName: o.ShortName, Place: o.Place, Code: o.Code, From: o.From, To: o.To,
		Ended: o.To.EndsBefore(p.site.AsOf), Decision: o.Decision, Fictional: o.Fictional,
		Children: p.orgLinks(l, kin.Children), Predecessors: p.orgLinks(l, kin.Predecessors), Successors: p.orgLinks(l, kin.Successors)}
	if out.ShortName == o.Name {
		out.ShortName = ""
	}
	if kin.Parent != nil {
		out.Parent = p.orgLinks(l, []*plan.Org{kin.Parent})
	}
	return out
}

func (p *Planner) orgLinks(l linker, orgs []*plan.Org) []view.Link {
	var out []view.Link
	for _, o := range orgs {
		out = append(out, p.orgLink(l, o))
	}
	if len(out) < 2 {
		return out
	}
	collator := viet.NewCollator()
	slices.SortFunc(out, func(a, b view.Link) int { return cmp.Or(collator.Compare(a.Text, b.Text), cmp.Compare(a.URL, b.URL)) })
	return out
}

// issuer names the body that issued a document, and who has its duties now.
func (p *Planner) issuer(l linker, e *relate.Entry) view.Issuer {
	o := e.Issuer
	if o == nil {
		return view.Issuer{}
	}
	out := view.Issuer{Name: o.Name, URL: p.orgLink(l, o).URL, Fictional: o.Fictional}
	kin := p.site.Kin[o.ID]
	if kin.Parent != nil {
		out.Parent = kin.Parent.Name
	}
	if o.To.EndsBefore(p.site.AsOf) {
		out.Until, out.Since, out.Successors = o.To, relate.DayAfter(o.To), p.orgLinks(l, kin.Successors)
	}
	return out
}
