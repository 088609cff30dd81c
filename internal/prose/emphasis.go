package prose

import (
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
		VI: "Người đọc thấy nguyên dấu **. Hai dấu ** phải dính liền chữ đậm ở giữa: bỏ dấu cách ở phía trong. Dấu ** đóng đứng sau dấu câu mà dính liền chữ phía sau cũng không được nhận: thêm dấu cách sau nó hoặc đưa dấu câu ra ngoài. Mỗi đoạn cần đủ cả hai dấu.",
		EN: "Readers see the signs. Both ** must touch the bold text between them: remove the spaces inside. A closing ** behind punctuation and right before a letter is not recognised either: add a space behind it or move the punctuation out. Each paragraph needs both signs.",
	},
	Source: "CommonMark 0.31.2, 6.2",
	Bad:    "**Mục tiêu:**nâng cao hiệu quả", Good: "**Mục tiêu:** nâng cao hiệu quả",
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
