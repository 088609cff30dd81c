package check

import "planpress/internal/plan"

var periodOrderCases = []caseOf{
	{"swapped", func(d *plan.Document) { d.Period = plan.Period{From: date(2025, 0, 0), To: date(2020, 0, 0)} },
		[]string{"period: the period begins in 2025 but ends in 2020"}},
	{"a year in which a month is named", func(d *plan.Document) { d.Period = plan.Period{From: date(2025, 6, 0), To: date(2025, 0, 0)} }, nil},
	{"open", func(d *plan.Document) { d.Period = plan.Period{From: date(2025, 0, 0)} }, nil},
}
