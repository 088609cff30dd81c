package check

import "planpress/internal/plan"

var leadGoneCases = []caseOf{
	{"did not exist yet", func(d *plan.Document) { give(d, func(t *plan.Task) { t.Leads = []plan.OrgRef{{ID: "new"}} }) },
		[]string{"nv.csv:101:1: new is in charge of the task nv-1 and did not exist on the day of issue, 2023-01-03"}},
	{"has ended since", func(d *plan.Document) {
		current(d)
		give(d, func(t *plan.Task) { t.Leads, t.Deadline = []plan.OrgRef{{ID: "brief"}}, by("30/6/2026") })
	}, []string{"nv.csv:101:1: brief is in charge of the task nv-1, which is not done, and ended on 2026-06-30"}},
	{"has ended, but was done before", func(d *plan.Document) {
		current(d)
		give(d, func(t *plan.Task) {
			t.Leads, t.Deadline = []plan.OrgRef{{ID: "brief"}}, by("30/6/2026")
			t.Own().Updates = []plan.Update{{Date: date(2026, 5, 1), Status: plan.Done}}
		})
	}, nil},
	{"has ended, and led a whole of which all parts are done", func(d *plan.Document) {
		current(d)
		give(d, func(t *plan.Task) { t.Leads = []plan.OrgRef{{ID: "brief"}} })
		give(d, func(t *plan.Task) {
			t.ID, t.Own().Parent, t.Leads = "nv-1a", "nv-1", nil
			t.Own().Updates = []plan.Update{{Date: date(2026, 5, 1), Status: plan.Done}}
		})
	}, nil},
	{"has ended, and leads a whole of which a part is not done", func(d *plan.Document) {
		current(d)
		give(d, func(t *plan.Task) { t.Leads, t.Deadline = []plan.OrgRef{{ID: "brief"}}, by("30/6/2026") })
		give(d, func(t *plan.Task) { t.ID, t.Own().Parent, t.Leads, t.Deadline = "nv-1a", "nv-1", nil, by("30/6/2026") })
	}, []string{"nv.csv:101:1: brief is in charge of the task nv-1, which is not done, and ended on 2026-06-30"}},
	{"of a plan whose time is over", func(d *plan.Document) { give(d, func(t *plan.Task) { t.Leads = []plan.OrgRef{{ID: "brief"}} }) }, nil},
}
