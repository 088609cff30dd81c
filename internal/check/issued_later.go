package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleIssuedLater = &diag.Rule{
	Code: "P066", Name: "issued-later", Severity: diag.Warning,
	Title: diag.T("Ngày ban hành ở sau ngày dựng trang", "Issued after the day for which the site is made"),
	Why: diag.T("Văn bản không thể đã công bố trước khi ban hành; thường là gõ sai năm. Nếu văn bản sẽ ban hành sau, đặt publication: scheduled với ngày đăng.",
		"A document cannot be public before it is issued; mostly the year is mistyped. If it will be issued later, set publication: scheduled with its day."),
	Bad:  "issued: 2032-01-03",
	Good: "issued: 2023-01-03",
}

func issuedLater(d *plan.Document, ctx Context) []diag.Finding {
	day := ctx.AsOf
	switch d.Publication.State {
	case plan.Draft:
		return nil
	case plan.Scheduled:
		if day.Compare(d.Publication.Date) < 0 {
			day = d.Publication.Date
		}
	}
	if ctx.AsOf.IsZero() || !day.EndsBefore(d.Issued) {
		return nil
	}
	return one(ruleIssuedLater.At(d.At("issued"), diag.T(
		"ngày ban hành %[1]s ở sau ngày %[2]s", "the date of issue %[1]s is after %[2]s", d.Issued, day)).WithHint(diag.T(
		"kiểm tra lại năm; nếu chưa ban hành, đặt publication: scheduled hoặc draft", "check the year; if it is not issued yet, set publication: scheduled or draft")))
}
