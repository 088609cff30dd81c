package check

import "planpress/internal/plan"

var yearSegmentCases = []caseOf{
	{"a plan with a year", func(d *plan.Document) { d.Number = number("01/2023/KH-UBND") },
		[]string{`number: the number 01/2023/KH-UBND has the year 2023 as normative documents do, but the type is "Plan"`}},
	{"a decree without one", func(d *plan.Document) { d.Type, d.Number = kind("nghi-dinh"), number("30/NĐ-CP") },
		[]string{"number: the number 30/NĐ-CP lacks the year that numbers of normative documents (Decree) have"}},
	{"a decree with one", func(d *plan.Document) { d.Type, d.Number = kind("nghi-dinh"), number("30/2023/NĐ-CP") }, nil},
	{"a consolidated text", func(d *plan.Document) { d.Type, d.Number = kind("van-ban-hop-nhat"), number("01/VBHN-VPQH") }, nil},
	{"a decree from before years were written", func(d *plan.Document) {
		d.Type, d.Number, d.Issued = kind("nghi-dinh"), number("26/CP"), date(1993, 5, 23)
	}, nil},
}
