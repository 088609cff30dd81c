package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleWithdrawnReason = &diag.Rule{
	Code: "P074", Name: "withdrawn-reason", Severity: diag.Error,
	Title: diag.T("Gỡ trang mà không nói lý do", "Withdrawn without a reason"),
	Why: diag.T("Trang đã gỡ vẫn giữ địa chỉ và nói vì sao nội dung không còn, để người theo liên kết cũ không bị lạc. Hãy viết lý do cho người đọc.",
		"A withdrawn page keeps its address and says why its text is gone, so that nobody who follows an old link is lost. Write the reason for readers."),
	Source: "Decree 30/2020/NĐ-CP, Art. 18.4 (recall is by a written notice)",
	Bad:    "publication: withdrawn",
	Good:   "publication: {state: withdrawn, date: 2023-05-10, reason: \"Thay bằng Kế hoạch số 05/KH-UBND.\"}",
}

func withdrawnReason(d *plan.Document, _ Context) []diag.Finding {
	if d.Publication.State != plan.Withdrawn || d.Publication.Reason != "" || isGiven(d, "publication.reason") {
		return nil
	}
	return one(ruleWithdrawnReason.At(d.At("publication"), diag.T("trang đã gỡ nhưng không nói lý do", "the page is withdrawn, but does not say why")).WithHint(diag.T(
		"ghi: publication: {state: withdrawn, date: 2023-05-10, reason: \"…\"}", "write: publication: {state: withdrawn, date: 2023-05-10, reason: \"…\"}")))
}
