package check

import "planpress/internal/plan"

var titleCapitalsCases = []caseOf{
	{"all", func(d *plan.Document) { d.Title = "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2023" }, []string{"title: the title is all in capitals"}},
	{"an abbreviation", func(d *plan.Document) { d.Title = "CCHC 2023" }, nil},
	{"a part", func(d *plan.Document) { d.Title = "Kế hoạch của UBND, HĐND, MTTQ năm 2023" }, nil},
}
