package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleScheduledDate = &diag.Rule{
	Code: "P073", Name: "scheduled-date", Severity: diag.Error,
	Title: diag.T("Hẹn đăng mà không có ngày", "Scheduled without a day"),
	Why: diag.T("Trang hẹn đăng cần biết đăng từ ngày nào. Hãy ghi ngày, hoặc dùng draft khi chưa biết.",
		"A scheduled page needs the day from which it is shown. Give the day, or use draft while it is not known."),
	Bad:  "publication: scheduled",
	Good: "publication: {state: scheduled, date: 2023-02-01}",
}

func scheduledDate(d *plan.Document, _ Context) []diag.Finding {
	if d.Publication.State != plan.Scheduled || !d.Publication.Date.IsZero() || isGiven(d, "publication.date") {
		return nil
	}
	return one(ruleScheduledDate.At(d.At("publication"), diag.T("hẹn đăng nhưng không ghi ngày", "scheduled, but without a day")).WithHint(diag.T(
		"ghi: publication: {state: scheduled, date: 2023-02-01}", "write: publication: {state: scheduled, date: 2023-02-01}")))
}
