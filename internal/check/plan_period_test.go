package check

import "planpress/internal/plan"

var planPeriodCases = []caseOf{
	{"none", func(d *plan.Document) { withoutPeriod(d) }, []string{"type: this plan has no period"}},
	{"one that cannot be read", func(d *plan.Document) { d.Period = plan.Period{} }, nil},
	{"a decision", func(d *plan.Document) {
		withoutPeriod(d)
		d.Type, d.Number = kind("quyet-dinh"), number("01/QĐ-UBND")
	}, nil},
	{"a draft", func(d *plan.Document) { withoutPeriod(d); d.Publication.State = plan.Draft }, nil},
}

func withoutPeriod(d *plan.Document) {
	d.Period = plan.Period{}
	drop(d, "period")
}
