package check

import "planpress/internal/plan"

var withdrawnReasonCases = []caseOf{
	{"no reason", func(d *plan.Document) { d.Publication.State = plan.Withdrawn; drop(d, "publication.reason") },
		[]string{"publication: the page is withdrawn, but does not say why"}},
	{"a reason", func(d *plan.Document) {
		d.Publication = plan.Publication{State: plan.Withdrawn, Reason: "Thay bằng kế hoạch khác."}
	}, nil},
}
