package relate

import (
	"slices"

	"planpress/internal/plan"
)

// Change is an entry of a page's history, with the document that it names.
type Change struct {
	plan.Change
	By Reference // zero where no document is named, or none that is shown
}

// history orders the changes of a page, newest first; of one day, the one
// written last. Those that are still to come on the day of the site are left
// out, as on any page that was looked at on that day.
func (r *relater) history(e *Entry) {
	for _, c := range e.Document.History {
		change := Change{Change: c}
		if c.Document.Target != "" {
			change.By, _ = r.resolve(e, c.Document)
		}
		if c.Date.Compare(r.in.AsOf) <= 0 {
			e.Changes = append(e.Changes, change)
		}
	}
	slices.Reverse(e.Changes)
	slices.SortStableFunc(e.Changes, func(a, b Change) int { return b.Date.Compare(a.Date) })
}
