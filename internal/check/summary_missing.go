package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleSummaryMissing = &diag.Rule{
	Code: "P072", Name: "summary-missing", Severity: diag.Note,
	Title: diag.T("Văn bản không có tóm tắt", "A document without a summary"),
	Why: diag.T("Danh sách, kết quả tìm kiếm và nguồn tin hiện một, hai câu tóm tắt để người dân biết văn bản nói gì mà không phải mở ra. Hãy viết “summary” bằng lời thường.",
		"Lists, search results and feeds show a sentence or two, so that people know what a document is about without opening it. Write “summary” in plain words."),
	Good: "summary: \"Việc phường sẽ làm trong năm 2023 để thủ tục nhanh và rõ hơn.\"",
}

func summaryMissing(d *plan.Document, _ Context) []diag.Finding {
	if d.Summary != "" || d.Publication.State == plan.Draft || d.Publication.State == plan.Withdrawn || isGiven(d, "summary") {
		return nil
	}
	return one(ruleSummaryMissing.At(d.At("title"), diag.T("văn bản chưa có tóm tắt (summary)", "the document has no summary")).WithHint(diag.T(
		"thêm một, hai câu: summary: \"…\"", "add a sentence or two: summary: \"…\"")))
}
