package check

import "planpress/internal/plan"

var numberTypeCases = []caseOf{
	{"another type", func(d *plan.Document) { d.Number = number("01/QĐ-UBND") },
		[]string{`number: the number 01/QĐ-UBND carries the abbreviation "QĐ", but the type is "Plan" (KH)`}},
	{"wrong capitals", func(d *plan.Document) { d.Type, d.Number = kind("chuong-trinh"), number("02/Ctr-UBND") },
		[]string{`number: the abbreviation "Ctr" in the number 02/Ctr-UBND has wrong capitals`}},
	{"no type at all", func(d *plan.Document) { d.Number = number("15/UBND-VX") },
		[]string{`number: the number 15/UBND-VX does not say what type of document it is`}},
	{"an older abbreviation", func(d *plan.Document) { d.Type, d.Number = kind("giay-uy-quyen"), number("12/UQ-UBND") }, nil},
	{"a letter", func(d *plan.Document) { d.Type, d.Number = kind("cong-van"), number("15/PC-TH") }, nil},
	{"a law", func(d *plan.Document) { d.Type, d.Number = kind("luat"), number("80/2023/QH13") }, nil},
	{"the Party's regulation", func(d *plan.Document) {
		d.Type, d.Number, d.Issuer = kind("quy-dinh"), number("262-QĐ/TW"), "dang-uy"
	}, nil},
	{"no number", func(d *plan.Document) { d.Type, d.Number = kind("thu-cong"), number("01/KH-UBND") }, nil},
}
