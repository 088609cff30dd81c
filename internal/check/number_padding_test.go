package check

import "planpress/internal/plan"

var numberPaddingCases = []caseOf{
	{"one digit", func(d *plan.Document) { d.Number = number("1/KH-UBND") }, []string{"number: the number 1/KH-UBND lacks its leading zero"}},
	{"one digit and a letter", func(d *plan.Document) { d.Number = number("9a/KH-UBND") }, []string{"number: the number 9a/KH-UBND lacks its leading zero"}},
	{"two digits", func(d *plan.Document) { d.Number = number("10/KH-UBND") }, nil},
	{"four digits", func(d *plan.Document) { d.Number = number("0124/KH-UBND") }, nil},
}
