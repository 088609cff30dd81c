package check

import "planpress/internal/plan"

var withdrawnReasonCases = []caseOf{
	{"no reason", func(d *plan.Document) { withdraw(d); d.Publication.Reason = ""; drop(d, "publication.reason") },
		[]string{"publication: the page is withdrawn, but does not say why"}},
	{"a reason", withdraw, nil},
}
