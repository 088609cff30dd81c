package check

import "planpress/internal/plan"

var historyEarlyCases = []caseOf{
	{"a year early", func(d *plan.Document) {
		d.History = []plan.Change{{Date: date(2023, 1, 3), Kind: plan.FirstPublished}, {Date: date(2022, 2, 1), Kind: plan.Editorial}}
	}, []string{"history[1].date: the change of 2022-02-01 is before the date of issue 2023-01-03"}},
	{"in any order", func(d *plan.Document) {
		d.History = []plan.Change{{Date: date(2023, 2, 1), Kind: plan.Editorial}, {Date: date(2023, 1, 3), Kind: plan.FirstPublished}}
	}, nil},
}
