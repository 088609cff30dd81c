package check

import (
	"path"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var rulePDFOnly = &diag.Rule{
	Code: "P078", Name: "pdf-only", Severity: diag.Warning,
	Title: diag.T("Văn bản chỉ có tệp PDF", "A document that is only a PDF"),
	Why: diag.T("Tệp PDF khó đọc trên điện thoại, và bản quét thì trình đọc màn hình không đọc được gì, máy tìm kiếm không thấy gì. Đưa toàn văn vào nội dung; tệp PDF đính kèm là bản ký để đối chiếu.",
		"A PDF is hard to read on a phone, and a scanned one says nothing to screen readers and search engines. Put the whole text into the body; the PDF beside it is the signed copy to compare with."),
	Source: "WCAG 2.2, 1.1.1, 1.3.1; Circular 32/2017/TT-BTTTT Art. 18",
	Bad:    "attachments:\n  - {file: ke-hoach.pdf}\n---\n\nXem tệp đính kèm.",
	Good:   "attachments:\n  - {file: ke-hoach.pdf, kind: signed-copy}\n---\n\n## I. Mục đích, yêu cầu\n\n…",
}

// shortestText is how many words a body has that is more than a reference to
// its file.
const shortestText = 50

func pdfOnly(d *plan.Document, _ Context) []diag.Finding {
	file := firstPDF(d)
	if d.Words >= shortestText || file == "" || !isPublic(d) || d.Publication.State == plan.Withdrawn {
		return nil
	}
	return one(rulePDFOnly.At(d.At("attachments"), diag.T(
		"nội dung chỉ có số từ là %[1]d, phần còn lại nằm trong “%[2]s”", "the number of words in the body is only %[1]d; the rest is in “%[2]s”", d.Words, file)).WithHint(diag.T(
		"đưa toàn văn vào tệp Markdown này", "put the whole text into this Markdown file")))
}

// firstPDF names a PDF that the document declares or links to.
func firstPDF(d *plan.Document) string {
	for _, a := range d.Attachments {
		if isPDF(a.File) {
			return a.File
		}
	}
	for _, l := range d.Links {
		if isPDF(l.Dest) {
			return l.Dest
		}
	}
	return ""
}

func isPDF(name string) bool { return strings.EqualFold(path.Ext(name), ".pdf") }
