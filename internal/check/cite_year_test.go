package check

import (
	"planpress/internal/plan"
	"planpress/internal/source"
)

// cite puts a citation into the text of a document, as if on the line of its
// contact.
func cite(n string, day plan.Date) func(*plan.Document) {
	return func(d *plan.Document) {
		at := d.At("contact")
		d.Citations = []plan.Cited{{Number: number(n), Type: "Nghị định", Day: day, Pos: source.Pos{File: d.Path, Line: at.Line, Column: 1}}}
	}
}

var citeYearCases = []caseOf{
	{"another year", cite("30/2020/NĐ-CP", date(2021, 3, 5)), []string{"contact: the number 30/2020/NĐ-CP has the year 2020, but the date is 2021-03-05"}},
	{"the same year", cite("30/2020/NĐ-CP", date(2020, 3, 5)), nil},
	{"the year alone", cite("30/2020/NĐ-CP", date(2019, 0, 0)), []string{"contact: the number 30/2020/NĐ-CP has the year 2020, but the date is 2019"}},
	{"no year in the number", cite("749/QĐ-TTg", date(2020, 6, 3)), nil},
	{"no date", cite("30/2020/NĐ-CP", plan.Date{}), nil},
}
