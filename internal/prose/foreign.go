package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
)

var ruleForeign = &diag.Rule{
	Code: "P132", Name: "language-unmarked", Severity: diag.Note,
	Title: diag.Text{
		VI: "Đoạn có vẻ là tiếng nước ngoài mà chưa ghi ngôn ngữ",
		EN: "A passage that seems foreign does not name its language",
	},
	Why: diag.Text{
		VI: "Cả đoạn không có chữ nào mang dấu tiếng Việt. Trình đọc màn hình sẽ đọc nó bằng giọng Việt, không ai hiểu được. Ghi ngôn ngữ: [đoạn chữ]{lang=en}; nếu cả văn bản là tiếng Anh, ghi lang: en ở đầu tệp. Nếu là tiếng Việt gõ không dấu, gõ lại cho đủ dấu.",
		EN: "No letter of the passage has a Vietnamese mark. Screen readers would read it in a Vietnamese voice that nobody understands. Name the language: [passage]{lang=en}; if the whole document is English, write lang: en at its top. If it is Vietnamese typed without marks, type it again with them.",
	},
	Source: "WCAG 2.2, 3.1.2",
	Bad:    "The ward will report progress to the province every quarter.", Good: "[The ward will report progress to the province every quarter.]{lang=en}",
}

// foreignWords is from how many words on a text without marks is not
// Vietnamese: in a Vietnamese one two words of three have some.
const foreignWords = 8

// checkForeign reports a paragraph of a Vietnamese text that has no letter with
// a mark.
func (w *writer) checkForeign(n ast.Node) {
	lines := n.Lines()
	if w.words.Lang != diag.VI || lines.Len() == 0 || lines.At(lines.Len()-1).Stop-lines.At(0).Start < 5*foreignWords {
		return
	}
	words := 0
	for i := range lines.Len() {
		line := lines.At(i)
		for _, b := range line.Value(w.src) {
			if b >= 0x80 {
				return
			}
		}
		words += plainWords(line.Value(w.src))
	}
	if first, isSpan := n.FirstChild().(*span); words < foreignWords || isSpan && first.NextSibling() == nil {
		return
	}
	offset := lines.At(0).Start
	w.find(ruleForeign, offset,
		diag.T("“%s” không có dấu tiếng Việt nào", "“%s” has no Vietnamese letter", excerpt(string(lineOf(lines.At(0), w.src)))),
		diag.T("nếu là tiếng Anh: [đoạn chữ]{lang=en}", "if it is English: [passage]{lang=en}"))
}

// plainWords counts words of small letters, addresses and code left out.
func plainWords(line []byte) int {
	n := 0
	for _, word := range bytes.Fields(line) {
		word = bytes.Trim(word, ".,;:!?()*_\"'")
		if len(word) > 0 && len(bytes.Trim(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")) == 0 {
			n++
		}
	}
	return n
}
