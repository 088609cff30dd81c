package check

import (
	"fmt"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var ruleHistoryEarly = &diag.Rule{
	Code: "P085", Name: "history-early", Severity: diag.Warning,
	Title: diag.T("Trang thay đổi trước ngày ban hành", "A change of the page before the document was issued"),
	Why: diag.T("history kể những gì đã làm với trang của văn bản đã ban hành. Những lần sửa bản thảo không thuộc về đây; thường là gõ sai năm.",
		"history tells what was done to the page of a document that had been issued. What was done to the draft does not belong there; mostly the year is mistyped."),
	Source: "Decree 30/2020/NĐ-CP, Art. 18.3 (what has been issued is corrected openly)",
	Bad:    "issued: 2023-01-03\nhistory:\n  - {date: 2022-01-04, kind: first-published}",
	Good:   "issued: 2023-01-03\nhistory:\n  - {date: 2023-01-04, kind: first-published}",
}

func historyEarly(d *plan.Document, _ Context) []diag.Finding {
	var out []diag.Finding
	for i, c := range d.History {
		if c.Date.EndsBefore(d.Issued) {
			out = append(out, ruleHistoryEarly.At(atChange(d, i, "date"), diag.T(
				"lần thay đổi ngày %[1]s ở trước ngày ban hành %[2]s", "the change of %[1]s is before the date of issue %[2]s", c.Date, d.Issued)).WithHint(diag.T(
				"kiểm tra lại năm của hai ngày, hoặc xóa mục này", "check the years of both dates, or delete this entry")))
		}
	}
	return out
}

// atChange is where a part of an entry of history stands.
func atChange(d *plan.Document, i int, part string) source.Pos {
	return d.At(fmt.Sprintf("history[%d].%s", i, part))
}
