package matrix

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleEarly = &diag.Rule{
	Code: "P257", Name: "update-before-plan", Severity: diag.Warning,
	Title: diag.T("Cập nhật trước khi có kế hoạch", "An update from before the plan"),
	Why: diag.T("Không ai báo cáo một nhiệm vụ trước khi nó được giao. Thường là gõ nhầm năm; khi đó trang coi nhiệm vụ là đã lâu không có báo cáo, hoặc xong từ năm trước.",
		"Nobody reports on a task before it was given. Mostly the year is wrong; the page then takes the task for one on which nothing was reported for long, or that was done the year before."),
	Bad: "kế hoạch ban hành 14/01/2026: nv-01,31/03/2025,đang thực hiện", Good: "kế hoạch ban hành 14/01/2026: nv-01,31/03/2026,đang thực hiện",
}

// early looks for reports on tasks, and moves of their deadlines, from before
// the plan was issued and its time began.
func (f *findings) early(doc *plan.Document) {
	if !doc.Issued.IsDay() {
		return
	}
	check := func(on plan.Date, at plan.Spot) {
		if on.EndsBefore(doc.Issued) && (doc.Period.From.IsZero() || on.EndsBefore(doc.Period.From)) {
			f.add(ruleEarly, at.Pos(), diag.T("cập nhật ngày %s, trước ngày ban hành %s và trước thời gian của kế hoạch", "an update of %s, before the day of issue, %s, and before the time of the plan", on, doc.Issued),
				diag.T("kiểm tra năm của ngày cập nhật", "check the year of the update"))
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
}
