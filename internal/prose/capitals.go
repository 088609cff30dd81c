package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"planpress/internal/diag"
)

var ruleCapitals = &diag.Rule{
	Code: "P134", Name: "capitals", Severity: diag.Note,
	Title: diag.Text{
		VI: "Nhiều từ liền nhau viết hoa toàn bộ",
		EN: "Many words in a row all in capitals",
	},
	Why: diag.Text{
		VI: "Chữ hoa liền nhau khó đọc, và trình đọc màn hình có thể đánh vần từng chữ cái. Viết như câu thường; muốn nhấn mạnh thì dùng **chữ đậm**. Từ viết tắt ghi trong content/glossary.yaml không tính.",
		EN: "Capitals in a row are hard to read, and screen readers may spell them out letter by letter. Write a sentence; to stress words use **bold**. Abbreviations of content/glossary.yaml do not count.",
	},
	Source: "WCAG 2.2, 3.1.5",
	Bad:    "YÊU CẦU CÁC CƠ QUAN, ĐƠN VỊ THỰC HIỆN NGHIÊM TÚC.", Good: "**Yêu cầu các cơ quan, đơn vị thực hiện nghiêm túc.**",
}

// A run of capitals is reported from these on: names such as UBND PHƯỜNG HOA
// GIẤY are shorter.
const (
	capitalWords = 6
	capitalBytes = 30
)

// checkCapitals reports a run of capitals. Nearly every word has a small
// letter of ASCII, so the search leaps from one to the next.
func (w *writer) checkCapitals(s []byte, offset int) {
	for from := 0; from+capitalBytes <= len(s); {
		last := from + capitalBytes - 1
		for last >= from && (s[last] < 'a' || s[last] > 'z') {
			last--
		}
		if last >= from {
			from = last + 1
			continue
		}
		end := from + capitalBytes
		for end < len(s) && (s[end] < 'a' || s[end] > 'z') {
			end++
		}
		if w.reportCapitals(s[from:end], offset+from) {
			return
		}
		from = end
	}
}

// reportCapitals looks closely at a text without small letters of ASCII, and
// says whether it was reported.
func (w *writer) reportCapitals(s []byte, offset int) bool {
	words, letters, start, at := 0, 0, 0, 0
	for _, word := range strings.SplitAfter(string(s), " ") {
		bare := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		n := utf8.RuneCountInString(bare)
		switch {
		case isSmall(bare):
			words, letters = 0, 0
		case bare == "" || strings.ContainsAny(bare, "0123456789") || w.glossary.knows(bare):
		default:
			if words == 0 {
				start = at
			}
			words, letters = words+1, letters+n
		}
		at += len(word)
		if words >= capitalWords && letters >= capitalBytes/2 {
			w.find(ruleCapitals, offset+start,
				diag.T("“%s …” viết hoa toàn bộ", "“%s …” is all in capitals", excerpt(string(s[start:at]))),
				diag.T("viết như câu thường; muốn nhấn mạnh thì dùng **chữ đậm**", "write it as a sentence; to stress it use **bold**"))
			return true
		}
	}
	return false
}

func isSmall(word string) bool { return strings.ContainsFunc(word, unicode.IsLower) }
