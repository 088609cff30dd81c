package check

import "planpress/internal/plan"

var taskSilentCases = []caseOf{
	{"two of three", func(d *plan.Document) {
		current(d)
		give(d, func(t *plan.Task) { t.Deadline = by("2026") })
		give(d, func(t *plan.Task) { t.ID, t.Deadline = "nv-2", by("2026") })
		give(d, func(t *plan.Task) {
			t.ID, t.Deadline = "nv-3", by("2026")
			t.Own().Updates = []plan.Update{{Date: date(2026, 8, 1), Status: plan.InProgress, Progress: plan.NoProgress}}
		})
	}, []string{"nv.csv:101:1: tasks on which nothing was reported for more than 90 days: 2; the first is “Rà soát” (nv-1)"}},
	{"the plan's time is over", func(d *plan.Document) { give(d, func(t *plan.Task) { t.Deadline = by("2026") }) }, nil},
}
