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
	if n.Level == 2 {
		w.enclose("strong", n)
	} else {
		w.enclose("em", n)
	}
}

// maxAround is how many kinds of emphasis may stand around a text. Browsers
// begin to rearrange elements that are nested by the hundred.
const maxAround = 20

// enclose writes a node as an element, or, where too many stand around it
// already, what is in it.
func (w *writer) enclose(tag string, n ast.Node) {
	w.depth++
	defer func() { w.depth-- }()
	if w.depth > maxAround {
		if w.depth == maxAround+1 {
			w.tooDeep(n)
		}
		w.children(n)
		return
	}
	w.raw("<" + tag + ">")
	w.children(n)
	w.raw("</" + tag + ">")
}

func (w *writer) tooDeep(n ast.Node) {
	for n != nil {
		if t, ok := n.(*ast.Text); ok {
			w.find(ruleTooDeep, t.Segment.Start,
				diag.T("trước chữ này có hơn %d dấu *, _ hoặc ~~ lồng nhau", "more than %d signs *, _ or ~~ are nested around this text", maxAround),
				diag.T("bớt các dấu", "use fewer of them"))
			return
		}
		n = n.FirstChild()
	}
}
