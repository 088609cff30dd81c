package check

import "planpress/internal/plan"

var historyFutureCases = []caseOf{
	{"years ahead", func(d *plan.Document) {
		d.History = []plan.Change{{Date: date(2032, 1, 4), Kind: plan.Correction}}
	}, []string{"history[0].date: the change of 2032-01-04 is after 2026-09-01"}},
	{"today", func(d *plan.Document) { d.History = []plan.Change{{Date: context.AsOf, Kind: plan.Correction}} }, nil},
	{"on the day of a scheduled page", func(d *plan.Document) {
		d.Publication = plan.Publication{State: plan.Scheduled, Date: date(2026, 9, 3)}
		d.History = []plan.Change{{Date: date(2026, 9, 3), Kind: plan.FirstPublished}}
	}, nil},
	{"of a draft", func(d *plan.Document) {
		d.Publication = plan.Publication{State: plan.Draft}
		d.History = []plan.Change{{Date: date(2026, 9, 3), Kind: plan.FirstPublished}}
	}, nil},
}
