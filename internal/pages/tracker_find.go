package pages

import (
	"cmp"
	"slices"
	"strings"

	"planpress/internal/plan"
	"planpress/internal/progress"
	"planpress/internal/viet"
	"planpress/internal/view"
)

// finders are links from states and bodies to the tasks of the page. As in
// every count, what has parts is there by its parts.
func (v *trackerView) finders() []view.Finder {
	states := view.Finder{Key: "find.state"}
	for _, s := range progress.States {
		set := view.FinderSet{Key: "task." + s.Key()}
		for i := range v.t.report.Tasks {
			if t := &v.t.report.Tasks[i]; t.State == s && !t.Split {
				set.Links = append(set.Links, v.taskLink(t))
			}
		}
		if set.Links != nil {
			states.Sets = append(states.Sets, set)
		}
	}
	leads := view.Finder{Key: "find.lead", Sets: v.leads()}
	if len(leads.Sets) == 0 {
		return []view.Finder{states}
	}
	return []view.Finder{states, leads}
}

// leads groups the tasks of the page by the bodies that lead them, by name. Two
// bodies of one name have different ids.
func (v *trackerView) leads() []view.FinderSet {
	var sets []view.FinderSet
	at := map[plan.OrgRef]int{}
	for i := range v.t.report.Tasks {
		t := &v.t.report.Tasks[i]
		if t.Split {
			continue
		}
		for _, ref := range t.InCharge {
			n, known := at[ref]
			if !known {
				n = len(sets)
				at[ref] = n
				body := v.p.bodies(v.l, []plan.OrgRef{ref})[0]
				sets = append(sets, view.FinderSet{Text: body.Text, URL: body.URL})
			}
			sets[n].Links = append(sets[n].Links, v.taskLink(t))
		}
	}
	collator := viet.NewCollator()
	slices.SortStableFunc(sets, func(a, b view.FinderSet) int {
		return cmp.Or(collator.Compare(a.Text, b.Text), strings.Compare(a.URL, b.URL))
	})
	return sets
}

// taskLink leads to a task on its page.
func (v *trackerView) taskLink(t *progress.Task) view.Link {
	return view.Link{Text: strings.TrimSpace(t.No + " " + t.Name), URL: v.page() + "#" + v.t.tasks[t.ID]}
}
