package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleHistoryFuture = &diag.Rule{
	Code: "P086", Name: "history-future", Severity: diag.Warning,
	Title: diag.T("Trang thay đổi ở một ngày chưa tới", "A change of the page on a day that is still to come"),
	Why: diag.T("Người đọc và nguồn tin chỉ thấy những lần thay đổi đã xảy ra vào ngày dựng trang; mục ghi ngày sau đó bị bỏ qua. Thường là gõ sai năm.",
		"Readers and feeds are told of changes that have happened on the day for which the site is made; a later one is passed over. Mostly the year is mistyped."),
	Bad:  "history:\n  - {date: 2032-01-04, kind: correction}",
	Good: "history:\n  - {date: 2023-01-04, kind: correction}",
}

func historyFuture(d *plan.Document, ctx Context) []diag.Finding {
	if !isPublic(d) || ctx.AsOf.IsZero() {
		return nil
	}
	day := ctx.AsOf
	if p := d.Publication; p.State == plan.Scheduled && day.Compare(p.Date) < 0 {
		day = p.Date // on which the page will be made
	}
	var out []diag.Finding
	for i, c := range d.History {
		if day.EndsBefore(c.Date) {
			out = append(out, ruleHistoryFuture.At(atChange(d, i, "date"), diag.T(
				"lần thay đổi ngày %[1]s ở sau ngày %[2]s", "the change of %[1]s is after %[2]s", c.Date, day)).WithHint(diag.T(
				"kiểm tra lại năm; việc chưa làm thì ghi vào khi làm", "check the year; what is not done yet is written down when it is done")))
		}
	}
	return out
}
