package pages

import (
	"cmp"
	"slices"

	"planpress/internal/relate"
	"planpress/internal/view"
)

const (
	maxOptions  = 12 // lists that the home page and a filter offer of each kind
	filterDepth = 4  // how deep a page of a list can lie: "fields/x/2/", and one to spare
)

// busiest gives the lists that a choice among many offers: of years the
// newest, of the others those with the most documents; in their own order.
func busiest(g grouping) []*relate.List {
	if len(g.lists) <= maxOptions {
		return g.lists
	}
	if g.url == relate.YearsURL {
		return g.lists[:maxOptions]
	}
	place := make([]int, len(g.lists))
	for i := range place {
		place[i] = i
	}
	slices.SortStableFunc(place, func(a, b int) int { return cmp.Compare(len(g.lists[b].Documents), len(g.lists[a].Documents)) })
	place = place[:maxOptions]
	slices.Sort(place)
	out := make([]*relate.List, 0, maxOptions)
	for _, i := range place {
		out = append(out, g.lists[i])
	}
	return out
}

// filtersAt makes the filters of the lists that lie at a depth. They are the
// same on all of them, but for what is current.
func (p *Planner) filtersAt(depth int) []view.Filter {
	l := linker{root: rootOf(depth), portable: p.opts.Portable}
	var out []view.Filter
	for _, g := range p.groups {
		if len(g.lists) < 2 {
			continue // nothing to choose from
		}
		f := view.Filter{Key: g.filter, Options: p.counts(l, busiest(g))}
		if len(g.lists) > len(f.Options) {
			f.All = l.to(g.url)
		}
		out = append(out, f)
	}
	return out
}

// filtersOf marks in the filters of a page the list that it shows. A list that
// is not among the options is added to them.
func (p *Planner) filtersOf(l linker, depth int, g *grouping, current *relate.List) []view.Filter {
	if depth >= len(p.filters) {
		return nil
	}
	shared := p.filters[depth]
	if g == nil {
		return shared
	}
	out := slices.Clone(shared)
	for i := range out {
		if out[i].Key != g.filter {
			continue
		}
		option := p.count(l, current)
		out[i].Current = option.Text
		if !slices.Contains(out[i].Options, option) {
			out[i].Options = append(slices.Clone(out[i].Options), option)
		}
	}
	return out
}
