package check

import "planpress/internal/plan"

var targetUnservedCases = []caseOf{
	{"one part is served, before or behind one that is not", func(d *plan.Document) {
		aim(d, "ct-1", "")
		aim(d, "ct-1a", "ct-1")
		aim(d, "ct-1b", "ct-1")
		aim(d, "ct-1c", "ct-1")
		give(d, func(t *plan.Task) { t.Own().Serves = []string{"ct-1b"} })
	}, []string{"ct.csv:102:1: no task serves the target “Đúng hạn” (ct-1a)", "ct.csv:104:1: no task serves the target “Đúng hạn” (ct-1c)"}},
	{"a part of a part of what is served, and what has one that is", func(d *plan.Document) {
		aim(d, "ct-1", "")
		aim(d, "ct-1a", "ct-1")
		aim(d, "ct-1a1", "ct-1a")
		aim(d, "ct-2", "")
		aim(d, "ct-2a", "ct-2")
		aim(d, "ct-2a1", "ct-2a")
		give(d, func(t *plan.Task) { t.Own().Serves = []string{"ct-1", "ct-2a1"} })
	}, nil},
	{"nobody works for it", func(d *plan.Document) {
		aim(d, "ct-1", "")
		aim(d, "ct-2", "")
		give(d, func(t *plan.Task) { t.Own().Serves = []string{"ct-1"} })
	}, []string{"ct.csv:102:1: no task serves the target “Đúng hạn” (ct-2)"}},
	{"the plan does not say what serves what", func(d *plan.Document) {
		aim(d, "ct-1", "")
		give(d, asItIs)
	}, nil},
	{"a part of one that is served", func(d *plan.Document) {
		aim(d, "ct-1", "")
		aim(d, "ct-1a", "ct-1")
		give(d, func(t *plan.Task) { t.Own().Serves = []string{"ct-1"} })
	}, nil},
}
