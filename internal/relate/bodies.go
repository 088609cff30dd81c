package relate

import (
	"cmp"
	"slices"
	"strings"

	"planpress/internal/plan"
	"planpress/internal/viet"
)

// Kin is the bodies around a body, each list in the order of the registry. It
// is enough that one of two names the other. Only ids count: a body and its
// successor may share name and code.
type Kin struct {
	Parent                             *plan.Org // nil at the top
	Children, Predecessors, Successors []*plan.Org
}

// kinship finds the bodies around each body.
func (r *relater) kinship() {
	orgs := r.in.Registry.Orgs
	kin := make(map[string]*Kin, len(orgs))
	for _, o := range orgs {
		kin[o.ID] = &Kin{Parent: r.orgs[o.Parent]}
	}
	for _, o := range orgs {
		if above := kin[o.Parent]; above != nil {
			above.Children = append(above.Children, o)
		}
		for _, id := range o.Predecessors {
			if before := kin[id]; before != nil {
				before.Successors = append(before.Successors, o)
				kin[o.ID].Predecessors = append(kin[o.ID].Predecessors, r.orgs[id])
			}
		}
		for _, id := range o.Successors {
			if after := kin[id]; after != nil {
				after.Predecessors = append(after.Predecessors, o)
				kin[o.ID].Successors = append(kin[o.ID].Successors, r.orgs[id])
			}
		}
	}
	place := make(map[*plan.Org]int, len(orgs))
	for i, o := range orgs {
		place[o] = i
	}
	once := func(list []*plan.Org) []*plan.Org {
		slices.SortFunc(list, func(a, b *plan.Org) int { return cmp.Compare(place[a], place[b]) })
		return slices.Compact(list)
	}
	r.site.Kin = make(map[string]Kin, len(orgs))
	for id, k := range kin {
		r.site.Kin[id] = Kin{k.Parent, k.Children, once(k.Predecessors), once(k.Successors)}
	}
}

// bodies gives a page to the bodies that issued nothing here and that readers
// are led to: those around a body that has a page, those that a document is
// for, and those that lead a task. A registry may hold every commune of the country; a page for each would
// help nobody.
func (r *relater) bodies() {
	known := map[string]bool{}
	var queue []*plan.Org
	reach := func(orgs ...*plan.Org) {
		for _, o := range orgs {
			if o != nil && !known[o.ID] {
				known[o.ID] = true
				queue = append(queue, o)
			}
		}
	}
	issued := map[string]bool{}
	for _, l := range r.site.Issuers {
		issued[l.Org.ID] = true
		reach(l.Org)
	}
	for _, e := range r.site.Documents {
		for _, id := range e.Document.Scope {
			reach(r.orgs[id])
		}
		for i := range e.Document.Tasks {
			for _, o := range e.Document.Tasks[i].Leads {
				reach(r.orgs[o.ID])
			}
		}
	}
	for len(queue) > 0 {
		o := queue[0]
		queue = queue[1:]
		k := r.site.Kin[o.ID]
		reach(k.Parent)
		reach(k.Predecessors...)
		reach(k.Successors...)
		if issued[o.ID] {
			reach(k.Children...)
			continue
		}
		l := &List{Name: o.Name, URL: issuerURL(o), Org: o}
		r.site.Bodies = append(r.site.Bodies, l)
		r.generated[l.URL] = true
	}
	collator := viet.NewCollator()
	slices.SortFunc(r.site.Bodies, func(a, b *List) int {
		return cmp.Or(collator.Compare(a.Name, b.Name), strings.Compare(a.URL, b.URL))
	})
}
