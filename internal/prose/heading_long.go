package prose

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
)

var ruleHeadingLong = &diag.Rule{
	Code: "P136", Name: "heading-long", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Đề mục dài như một đoạn văn",
		EN: "A heading as long as a paragraph",
	},
	Why: diag.Text{
		VI: "Đề mục là để lướt qua và để vào mục lục; người nghe trang không dừng được giữa một đề mục dài. Viết đề mục ngắn, và đưa phần còn lại xuống đoạn văn bên dưới.",
		EN: "Headings are there to be skimmed and for the table of contents; people who listen cannot skip within a long one. Write a short heading, and move the rest to a paragraph below.",
	},
	Source: "WCAG 2.2, 2.4.6",
	Bad:    "## Tiếp tục đẩy mạnh công tác cải cách hành chính, nâng cao hiệu lực, hiệu quả quản lý nhà nước trên địa bàn phường; các cơ quan, đơn vị chủ động rà soát, đơn giản hóa thủ tục hành chính, báo cáo kết quả trước ngày 15 tháng 12 hằng năm.",
	Good:   "## Đẩy mạnh công tác cải cách hành chính",
}

// longestHeading is in characters: titles of articles of laws are shorter.
const longestHeading = 200

func (w *writer) checkLength(text string, offset int) {
	n := utf8.RuneCountInString(text)
	if n <= longestHeading {
		return
	}
	w.find(ruleHeadingLong, offset,
		diag.T("đề mục “%[1]s” dài %[2]d ký tự", "the heading “%[1]s” has %[2]d characters", excerpt(text), n),
		diag.T("viết đề mục dưới %d ký tự, phần còn lại thành đoạn văn", "write less than %d characters, and the rest as a paragraph", longestHeading))
}

// introduces reports whether a bold paragraph stands as a heading does: short,
// on a line of its own, without the end of a sentence, and before a text.
func (w *writer) introduces(n *ast.Paragraph, text string) bool {
	next := n.NextSibling()
	if next == nil || n.Lines().Len() > 1 || len(text) > 100 || text == "" || strings.ContainsAny(text[len(text)-1:], ".,:;!?)/") || strings.HasSuffix(text, "…") {
		return false
	}
	switch next := next.(type) {
	case *ast.Paragraph:
		_, bold := next.FirstChild().(*ast.Emphasis)
		return !bold && !strings.HasPrefix(text, "Điều ") && !strings.HasPrefix(text, "ĐIỀU ")
	case *ast.List, *points:
		return true
	}
	return false
}
