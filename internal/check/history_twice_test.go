package check

import "planpress/internal/plan"

var historyTwiceCases = []caseOf{
	{"twice", func(d *plan.Document) {
		d.History = []plan.Change{{Date: date(2023, 1, 4), Kind: plan.FirstPublished}, {Date: date(2023, 2, 1), Kind: plan.FirstPublished}}
	}, []string{"history[1].kind: the page was first published on 2023-01-04, and again on 2023-02-01"}},
	{"once", func(d *plan.Document) {
		d.History = []plan.Change{{Date: date(2023, 1, 4), Kind: plan.FirstPublished}, {Date: date(2023, 2, 1), Kind: plan.Correction}}
	}, nil},
}
