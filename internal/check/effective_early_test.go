package check

import "planpress/internal/plan"

var effectiveEarlyCases = []caseOf{
	{"a year early", func(d *plan.Document) { d.Effective = date(2022, 1, 3) }, []string{"effective: in force from 2022-01-03, before it was issued on 2023-01-03"}},
	{"the same day", func(d *plan.Document) { d.Effective = date(2023, 1, 3) }, nil},
	{"later", func(d *plan.Document) { d.Effective = date(2023, 2, 1) }, nil},
}
