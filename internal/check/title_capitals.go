package check

import (
	"unicode"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleTitleCapitals = &diag.Rule{
	Code: "P077", Name: "title-capitals", Severity: diag.Note,
	Title: diag.T("Tên văn bản viết toàn chữ hoa", "A title all in capitals"),
	Why: diag.T("Chữ hoa liền cả dòng khó đọc, nhất là khi chữ có dấu chồng, và máy đọc có thể đánh vần từng chữ. Hãy viết hoa như câu thường; bản in tự viết hoa nếu cần.",
		"A line of capitals is hard to read, the more so with stacked marks, and screen readers may spell it out. Write it as a sentence; print can set capitals by itself."),
	Bad:  "title: \"KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2023\"",
	Good: "title: \"Kế hoạch cải cách hành chính năm 2023\"",
}

// longestAbbreviation bounds what may be in capitals by right, in letters.
const longestAbbreviation = 12

func titleCapitals(d *plan.Document, _ Context) []diag.Finding {
	letters := 0
	for _, r := range d.Title {
		if unicode.IsLower(r) {
			return nil
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	if letters <= longestAbbreviation {
		return nil
	}
	return one(ruleTitleCapitals.At(d.At("title"), diag.T("tên viết toàn chữ hoa", "the title is all in capitals")).WithHint(diag.T(
		"viết như câu thường: “Kế hoạch …”", "write it as a sentence: \"Kế hoạch …\"")))
}
