package check

import (
	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleNumberPadding = &diag.Rule{
	Code: "P062", Name: "number-padding", Severity: diag.Note,
	Title: diag.T("Số nhỏ hơn 10 không có số 0 đứng trước", "A number under 10 without its leading zero"),
	Why: diag.T("Số của văn bản nhỏ hơn 10 phải thêm số 0 ở trước. Nếu bản đã ký viết thiếu thì giữ nguyên.",
		"Numbers under 10 are written with a leading zero. If the signed copy lacks it, leave it as it is."),
	Source: "Decree 30/2020/NĐ-CP, App. I.II.3",
	Bad:    "number: \"1/KH-UBND\"",
	Good:   "number: \"01/KH-UBND\"",
}

func numberPadding(d *plan.Document, _ Context) []diag.Finding {
	n := d.Number
	if n.IsZero() || n.Padded() || n.Form == citation.Old {
		return nil
	}
	return one(ruleNumberPadding.At(d.At("number"), diag.T(
		"số %s thiếu số 0 đứng trước", "the number %s lacks its leading zero", n.Text)).WithHint(diag.T(
		"viết: 0%s", "write: 0%s", n.Text)))
}
