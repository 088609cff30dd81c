package matrix

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleMovedBack = &diag.Rule{
	Code: "P269", Name: "rescheduled-to-the-past", Severity: diag.Warning,
	Title: diag.T("Thời hạn mới đã qua khi điều chỉnh", "A deadline moved to a day that had passed"),
	Why: diag.T("Thời hạn được điều chỉnh về sau ngày điều chỉnh. Một thời hạn mới đã qua thường là gõ nhầm năm, hoặc đổi chỗ ngày điều chỉnh với thời hạn.",
		"A deadline is moved to a time that is still to come. One that had passed is mostly a wrong year, or the two dates were exchanged."),
	Bad: "ngày 15/06/2026, gia hạn đến 31/05/2026", Good: "ngày 15/06/2026, gia hạn đến 31/08/2026",
}

func (f *findings) movedAhead(r *Row, moved plan.Reschedule) {
	if moved.To.Latest.EndsBefore(moved.Date) {
		f.add(ruleMovedBack, r.at(To), diag.T("điều chỉnh ngày %s mà thời hạn mới là %s", "moved on %s to %s", moved.Date, shorten(moved.To.Text)),
			diag.T("kiểm tra lại hai ngày", "check the two dates"))
	}
}
