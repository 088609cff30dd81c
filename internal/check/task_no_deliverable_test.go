package check

import "planpress/internal/plan"

var taskNoDeliverableCases = []caseOf{
	{"none", func(d *plan.Document) { give(d, func(t *plan.Task) { t.Deliverable = "" }) },
		[]string{"nv.csv:101:1: the task “Rà soát” (nv-1) has no deliverable"}},
	{"sound", func(d *plan.Document) { give(d, asItIs) }, nil},
	{"work that recurs", func(d *plan.Document) {
		give(d, func(t *plan.Task) { t.Deliverable, t.Deadline = "", by("Thường xuyên") })
	}, nil},
}
