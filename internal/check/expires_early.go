package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleExpiresEarly = &diag.Rule{
	Code: "P068", Name: "expires-early", Severity: diag.Error,
	Title: diag.T("Hết hiệu lực trước khi có hiệu lực", "Out of force before it came into force"),
	Why: diag.T("Trang tính hiệu lực của văn bản từ hai ngày này; ngược nhau thì mọi ngày đều sai. Hãy đối chiếu với bản đã ký.",
		"The page computes the document's legal effect from these two days; in the wrong order they are wrong on every day. Compare with the signed copy."),
	Bad:  "effective: 2023-01-03\nexpires: 2022-12-31",
	Good: "effective: 2023-01-03\nexpires: 2023-12-31",
}

func expiresEarly(d *plan.Document, _ Context) []diag.Finding {
	from, vi, en := d.Effective, "ngày có hiệu lực", "its first day in force"
	if from.IsZero() {
		from, vi, en = d.Issued, "ngày ban hành", "its date of issue"
	}
	if !d.Expires.EndsBefore(from) {
		return nil
	}
	return one(ruleExpiresEarly.At(d.At("expires"), diag.T(
		"ngày cuối còn hiệu lực %[1]s ở trước %[3]s %[2]s", "the last day in force %[1]s is before %[4]s %[2]s", d.Expires, from, vi, en)).WithHint(diag.T(
		"kiểm tra lại năm của hai ngày", "check the years of both dates")))
}
