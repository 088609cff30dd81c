package check

import "planpress/internal/plan"

var scheduledDateCases = []caseOf{
	{"no day", func(d *plan.Document) { d.Publication.State = plan.Scheduled; drop(d, "publication.date") },
		[]string{"publication: scheduled, but without a day"}},
	{"a day", func(d *plan.Document) {
		d.Publication = plan.Publication{State: plan.Scheduled, Date: date(2026, 10, 1)}
	}, nil},
	{"published", func(d *plan.Document) { drop(d, "publication.date") }, nil},
}
