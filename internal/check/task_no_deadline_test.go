package check

import "planpress/internal/plan"

var taskNoDeadlineCases = []caseOf{
	{"none", func(d *plan.Document) { give(d, func(t *plan.Task) { t.Deadline = plan.Deadline{} }) },
		[]string{"nv.csv:101:1: the task “Rà soát” (nv-1) has no deadline"}},
	{"sound", func(d *plan.Document) { give(d, asItIs) }, nil},
	{"words without a day", func(d *plan.Document) {
		give(d, func(t *plan.Task) { t.Deadline = by("theo kế hoạch của tỉnh") })
	}, nil},
}
