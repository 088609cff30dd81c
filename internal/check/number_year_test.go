package check

import "planpress/internal/plan"

var numberYearCases = []caseOf{
	{"another year", func(d *plan.Document) { d.Type, d.Number = kind("quyet-dinh-qppl"), number("25/2020/QĐ-UBND") },
		[]string{"number: the number 25/2020/QĐ-UBND has the year 2020, but the document was issued on 2023-01-03"}},
	{"the same year", func(d *plan.Document) { d.Type, d.Number = kind("quyet-dinh-qppl"), number("25/2023/QĐ-UBND") }, nil},
	{"a day that is not known", func(d *plan.Document) {
		d.Type, d.Number, d.Issued = kind("quyet-dinh-qppl"), number("25/2020/QĐ-UBND"), plan.Date{}
	}, nil},
}
