package prose

import (
	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
)

var ruleOneColumn = &diag.Rule{
	Code: "P154", Name: "table-one-column", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Bảng chỉ có một cột",
		EN: "A table of one column",
	},
	Why: diag.Text{
		VI: "Trình đọc màn hình báo số hàng, số cột của mỗi bảng; bảng một cột chỉ để kẻ khung hay xếp chữ thì báo điều không có. Viết thành danh sách, hoặc đặt dấu > ở đầu dòng nếu muốn làm nổi đoạn văn.",
		EN: "Screen readers announce the rows and columns of a table; one of a single column, there for its frame or for layout, announces what is not there. Write a list, or put > before a paragraph that is to stand out.",
	},
	Source: "WCAG 2.2, 1.3.1",
	Bad:    "| Lưu ý |\n|---|\n| Nộp hồ sơ trước 17 giờ |", Good: "> Lưu ý: nộp hồ sơ trước 17 giờ",
}

func (w *writer) checkColumns(n *table, header ast.Node) {
	if len(n.columns) == 1 {
		w.find(ruleOneColumn, header.Pos(),
			diag.T("bảng này chỉ có một cột", "this table has one column"),
			diag.T("viết thành danh sách, hoặc đoạn văn có dấu > ở đầu", "write a list, or a paragraph with > before it"))
	}
}
