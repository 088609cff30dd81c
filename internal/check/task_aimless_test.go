package check

import "planpress/internal/plan"

var taskAimlessCases = []caseOf{
	{"one of three", func(d *plan.Document) {
		aim(d, "ct-1", "")
		give(d, func(t *plan.Task) { t.Own().Serves = []string{"ct-1"} })
		give(d, func(t *plan.Task) { t.ID, t.Own().Serves = "nv-2", []string{"ct-1"} })
		give(d, func(t *plan.Task) { t.ID = "nv-3" })
	}, []string{"nv.csv:103:1: tasks that name no target that they serve: 1; the first is “Rà soát” (nv-3)"}},
	{"most do not", func(d *plan.Document) {
		aim(d, "ct-1", "")
		give(d, func(t *plan.Task) { t.Own().Serves = []string{"ct-1"} })
		give(d, func(t *plan.Task) { t.ID = "nv-2" })
	}, nil},
}
