package matrix

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleFuture = &diag.Rule{
	Code: "P271", Name: "update-in-the-future", Severity: diag.Warning,
	Title: diag.T("Cập nhật có ngày trong tương lai", "An update of a day to come"),
	Why: diag.T("Không ai báo cáo được việc của ngày mai. Thường là gõ nhầm năm hoặc đổi chỗ ngày và tháng.",
		"Nobody can report what tomorrow brings. Mostly the year is wrong, or day and month were exchanged."),
	Bad: "nv-01,31/03/2062,đang thực hiện", Good: "nv-01,31/03/2026,đang thực hiện",
}

// past looks at the dates of what was reported. It tells of the first that is
// still to come, and how many there are: a site made for a day long past has
// them by the hundred.
func (f *findings) past(doc *plan.Document, asOf plan.Date) {
	var first plan.Spot
	var day plan.Date
	n := 0
	check := func(on plan.Date, at plan.Spot) {
		if asOf.EndsBefore(on) {
			if n++; n == 1 {
				first, day = at, on
			}
		}
	}
	for i := range doc.Targets {
		for _, a := range doc.Targets[i].Actuals {
			check(a.Date, a.Spot)
		}
	}
	for i := range doc.Tasks {
		for _, u := range doc.Tasks[i].More().Updates {
			check(u.Date, u.Spot)
		}
		for _, r := range doc.Tasks[i].More().Reschedules {
			check(r.Date, r.Spot)
		}
	}
	message := diag.T("cập nhật ngày %[1]s, sau ngày lập trang %[2]s", "an update of %[1]s, after the day of the site, %[2]s", day, asOf)
	switch {
	case n == 0:
		return
	case n > 1:
		message = diag.T("%[3]d cập nhật sau ngày lập trang %[2]s, đầu tiên là ngày %[1]s", "%[3]d updates after the day of the site, %[2]s; the first is of %[1]s", day, asOf, n)
	}
	f.add(ruleFuture, first.Pos(), message, diag.T("kiểm tra ngày, tháng, năm; trang lập cho một ngày đã qua thì không cần sửa", "check day, month and year; a site made for a day long past needs no change"))
}
