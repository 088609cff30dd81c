package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var rulePublishedEarly = &diag.Rule{
	Code: "P075", Name: "published-early", Severity: diag.Warning,
	Title: diag.T("Đăng trước ngày ban hành", "Published before it was issued"),
	Why: diag.T("Ngày đăng dùng để tính thời hạn công khai 5 ngày làm việc; đăng trước khi ban hành là gõ sai một trong hai ngày.",
		"The day of publication is what the term of five working days is measured by; one before the issue means that one of the two is mistyped."),
	Source: "Law 104/2016/QH13, Art. 18",
	Bad:    "issued: 2023-01-03\npublished: 2022-01-04",
	Good:   "issued: 2023-01-03\npublished: 2023-01-04",
}

func publishedEarly(d *plan.Document, _ Context) []diag.Finding {
	if !d.Published.EndsBefore(d.Issued) {
		return nil
	}
	return one(rulePublishedEarly.At(d.At("published"), diag.T(
		"đăng ngày %[1]s, trước ngày ban hành %[2]s", "published on %[1]s, before it was issued on %[2]s", d.Published, d.Issued)).WithHint(diag.T(
		"kiểm tra lại năm của hai ngày", "check the years of both dates")))
}
