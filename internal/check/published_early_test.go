package check

import "planpress/internal/plan"

var publishedEarlyCases = []caseOf{
	{"a year early", func(d *plan.Document) { d.Published = date(2022, 1, 4) }, []string{"published: published on 2022-01-04, before it was issued on 2023-01-03"}},
	{"the next day", func(d *plan.Document) { d.Published = date(2023, 1, 4) }, nil},
}
