package check

import "planpress/internal/plan"

var issuedLaterCases = []caseOf{
	{"a year mistyped", func(d *plan.Document) { d.Issued = date(2032, 1, 3) }, []string{"issued: the date of issue 2032-01-03 is after 2026-09-01"}},
	{"after the scheduled day", func(d *plan.Document) {
		d.Publication, d.Issued = plan.Publication{State: plan.Scheduled, Date: date(2026, 10, 1)}, date(2026, 10, 2)
	}, []string{"issued: the date of issue 2026-10-02 is after 2026-10-01"}},
	{"before the scheduled day", func(d *plan.Document) {
		d.Publication, d.Issued = plan.Publication{State: plan.Scheduled, Date: date(2026, 10, 1)}, date(2026, 9, 30)
	}, nil},
	{"on the day", func(d *plan.Document) { d.Issued = date(2026, 9, 1) }, nil},
	{"a draft", func(d *plan.Document) { d.Issued, d.Publication.State = date(2032, 1, 3), plan.Draft }, nil},
}
