package check

import "planpress/internal/plan"

var historyWithdrawnCases = []caseOf{
	{"not told", func(d *plan.Document) {
		d.Publication = plan.Publication{State: plan.Withdrawn, Reason: "Nhầm phụ lục."}
		d.History = []plan.Change{{Date: date(2023, 1, 4), Kind: plan.FirstPublished}}
	}, []string{"publication: the page is withdrawn, but its history has no entry of that kind"}},
	{"told", withdraw, nil},
}
