package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleEffectiveEarly = &diag.Rule{
	Code: "P067", Name: "effective-early", Severity: diag.Warning,
	Title: diag.T("Có hiệu lực trước ngày ban hành", "In force before it was issued"),
	Why: diag.T("Văn bản thường có hiệu lực sớm nhất từ ngày ký; ngày sớm hơn hầu như luôn là gõ nhầm, và trang sẽ báo sai hiệu lực. Nếu văn bản thật sự có hiệu lực trở về trước, ghi lý do bằng “silence”.",
		"A document takes effect on its signing at the earliest; an earlier day is nearly always a slip, and the page would state the wrong legal effect. If it really is retroactive, say so with “silence”."),
	Source: "Law 80/2015/QH13, Art. 152, and Law 64/2025/QH15 after it (retroactive effect only by exception)",
	Bad:    "issued: 2023-01-03\neffective: 2022-01-03",
	Good:   "issued: 2023-01-03\neffective: on-issue",
}

func effectiveEarly(d *plan.Document, _ Context) []diag.Finding {
	if !d.Effective.EndsBefore(d.Issued) {
		return nil
	}
	return one(ruleEffectiveEarly.At(d.At("effective"), diag.T(
		"có hiệu lực từ %[1]s, trước ngày ban hành %[2]s", "in force from %[1]s, before it was issued on %[2]s", d.Effective, d.Issued)).WithHint(diag.T(
		"kiểm tra lại hai ngày; nếu có hiệu lực từ ngày ký, ghi effective: on-issue", "check both dates; if it is in force from its signing, write effective: on-issue")))
}
