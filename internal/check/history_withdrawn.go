package check

import (
	"slices"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleHistoryWithdrawn = &diag.Rule{
	Code: "P087", Name: "history-withdrawn", Severity: diag.Warning,
	Title: diag.T("Trang đã gỡ mà lịch sử không ghi", "A withdrawn page whose history does not say so"),
	Why: diag.T("Ai theo dõi trang đọc phần các lần thay đổi để biết trang được gỡ khi nào, trước đó đã sửa những gì. Khi gỡ trang, hãy thêm một mục kind: withdrawn.",
		"Who follows a page reads its changes to learn when it was withdrawn and what was changed before. When a page is withdrawn, add an entry of the kind withdrawn."),
	Source: "Decree 30/2020/NĐ-CP, Art. 18.4 (recall is by a written notice)",
	Bad:    "publication: {state: withdrawn, date: 2023-05-10, reason: …}",
	Good:   "publication: {state: withdrawn, date: 2023-05-10, reason: …}\nhistory:\n  - {date: 2023-05-10, kind: withdrawn}",
}

func historyWithdrawn(d *plan.Document, _ Context) []diag.Finding {
	withdrawn := func(c plan.Change) bool { return c.Kind == plan.PageWithdrawn }
	if d.Publication.State != plan.Withdrawn || slices.ContainsFunc(d.History, withdrawn) {
		return nil
	}
	day := d.Publication.Date.String()
	if day == "" {
		day = "2023-05-10"
	}
	return one(ruleHistoryWithdrawn.At(d.At("publication"), diag.T(
		"trang đã gỡ, nhưng history không có mục withdrawn", "the page is withdrawn, but its history has no entry of that kind")).WithHint(diag.T(
		"thêm vào history: - {date: %s, kind: withdrawn}", "add to history: - {date: %s, kind: withdrawn}", day)))
}
