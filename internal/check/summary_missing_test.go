package check

import "planpress/internal/plan"

var summaryMissingCases = []caseOf{
	{"none", withoutSummary, []string{"title: the document has no summary"}},
	{"a draft", func(d *plan.Document) { withoutSummary(d); d.Publication.State = plan.Draft }, nil},
	{"one that cannot be read", func(d *plan.Document) { d.Summary = "" }, nil},
}

func withoutSummary(d *plan.Document) {
	d.Summary = ""
	drop(d, "summary")
}
