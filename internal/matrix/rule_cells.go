package matrix

import "planpress/internal/diag"

var ruleCells = &diag.Rule{
	Code: "P273", Name: "row-cells", Severity: diag.Warning,
	Title: diag.T("Hàng có số ô khác hàng tên cột", "A row with another number of cells than the names"),
	Why: diag.T("Thừa hay thiếu một dấu phẩy thì các ô sau lệch cột. Ô có dấu phẩy phải nằm trong dấu nháy kép.",
		"With a comma too many or too few, the cells behind it are in wrong columns. A cell with a comma must be in quotes."),
	Source: "RFC 4180, 2.4",
	Bad:    "Nhiệm vụ,Chủ trì\nRà soát, đơn giản hóa,Văn phòng", Good: "Nhiệm vụ,Chủ trì\n\"Rà soát, đơn giản hóa\",Văn phòng",
}

// cells compares a row with the row of names. A row of one cell names a group.
func (f *findings) cells(head, row RawRow) {
	if len(row.Cells) == len(head.Cells) || len(row.Cells) == 1 {
		return
	}
	f.add(ruleCells, row.Pos(), diag.T("hàng này có %d ô, hàng tên cột có %d", "this row has %d cells, the row of names has %d", len(row.Cells), len(head.Cells)),
		diag.T("đặt ô có dấu phẩy hoặc chấm phẩy trong dấu nháy kép; ô trống vẫn cần dấu ngăn", "put a cell with a comma or semicolon in quotes; an empty cell still needs its sign"))
}
