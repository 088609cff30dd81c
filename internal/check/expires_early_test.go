package check

import "planpress/internal/plan"

var expiresEarlyCases = []caseOf{
	{"before it is in force", func(d *plan.Document) { d.Effective, d.Expires = date(2023, 2, 1), date(2023, 1, 31) },
		[]string{"expires: the last day in force 2023-01-31 is before its first day in force 2023-02-01"}},
	{"before it is issued", func(d *plan.Document) { d.Expires = date(2022, 12, 31) },
		[]string{"expires: the last day in force 2022-12-31 is before its date of issue 2023-01-03"}},
	{"for one day", func(d *plan.Document) { d.Effective, d.Expires = date(2023, 2, 1), date(2023, 2, 1) }, nil},
	{"never", func(d *plan.Document) { d.Effective = date(2023, 2, 1) }, nil},
}
