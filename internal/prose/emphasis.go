package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
)

var ruleEmphasisBroken = &diag.Rule{
	Code: "P145", Name: "emphasis-broken", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Dấu ** không thành chữ đậm",
		EN: "The signs ** do not make bold text",
	},
	Why: diag.Text{
		VI: "Dấu ** đóng mà đứng sau dấu câu và dính liền chữ phía sau, hoặc có dấu cách phía trước, thì không được nhận, và người đọc thấy nguyên dấu **. Thêm dấu cách sau ** hoặc đưa dấu câu ra ngoài.",
		EN: "A closing ** behind punctuation and right before a letter, or behind a space, is not recognised, and readers see the signs. Add a space behind it or move the punctuation out.",
	},
	Source: "CommonMark 0.31.2, 6.2",
	Bad:    "**Mục tiêu:**nâng cao hiệu quả", Good: "**Mục tiêu:** nâng cao hiệu quả",
}

// checkEmphasis reports a sign for bold text that is left over in a text.
func (w *writer) checkEmphasis(s []byte, offset int) {
	sign := bytes.Index(s, []byte("**"))
	if sign < 0 || (sign > 0 && s[sign-1] == '\\') {
		return
	}
	around := s[max(0, sign-20):min(len(s), sign+30)]
	w.find(ruleEmphasisBroken, offset+sign,
		diag.T("dấu ** ở “%s” không thành chữ đậm", "the ** in “%s” does not make bold text", excerpt(string(around))),
		diag.T(`thêm dấu cách sau ** đóng, hoặc gõ \*\* nếu muốn in hai dấu sao`, `add a space behind the closing **, or type \*\* to print two stars`))
}

func (w *writer) emphasis(n *ast.Emphasis) {
	open, end := "<em>", "</em>"
	if n.Level == 2 {
		open, end = "<strong>", "</strong>"
	}
	w.raw(open)
	w.children(n)
	w.raw(end)
}
