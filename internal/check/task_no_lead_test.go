package check

import "planpress/internal/plan"

var taskNoLeadCases = []caseOf{
	{"none", func(d *plan.Document) { give(d, func(t *plan.Task) { t.Leads = nil }) },
		[]string{"nv.csv:101:1: the task “Rà soát” (nv-1) names no body in charge"}},
	{"sound", func(d *plan.Document) { give(d, asItIs) }, nil},
	{"a name is enough", func(d *plan.Document) {
		give(d, func(t *plan.Task) { t.Leads = []plan.OrgRef{{Name: "Các phòng", Collective: true}} })
	}, nil},
}
