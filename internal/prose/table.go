package prose

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
)

var ruleCellsMissing = &diag.Rule{
	Code: "P150", Name: "table-cells-missing", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Hàng của bảng thiếu ô",
		EN: "A row of a table has too few cells",
	},
	Why: diag.Text{
		VI: "Thiếu một dấu | ở giữa thì các ô sau lệch cột, và số liệu nằm sai chỗ. Thêm dấu | cho đủ số ô như hàng đầu; ô trống viết là | |. Hàng chỉ có đúng một ô là tên của một nhóm hàng.",
		EN: "With a | left out in the middle, the cells behind it stand in wrong columns. Add | until the row has as many cells as the header; an empty cell is | |. A row of exactly one cell names a group of rows.",
	},
	Bad: "| Việc | Hạn | Cơ quan |\n|---|---|---|\n| Rà soát | Quý I |", Good: "| Việc | Hạn | Cơ quan |\n|---|---|---|\n| Rà soát | Quý I | |",
}

var ruleCellsSurplus = &diag.Rule{
	Code: "P151", Name: "table-cells-surplus", Severity: diag.Error,
	Title: diag.Text{
		VI: "Hàng của bảng thừa ô",
		EN: "A row of a table has too many cells",
	},
	Why: diag.Text{
		VI: "Ô thừa không thuộc cột nào, nên chữ trong đó không có tên cột. Thường là có dấu | trong chữ: viết nó là \\|. Nếu đúng là thêm một cột thì thêm cả vào hàng đầu và hàng |---|.",
		EN: "A cell too many belongs to no column. Often there is a | in the text: write it as \\|. If a column is meant, add it to the header and to the row |---| too.",
	},
	Source: "GFM 0.29, 4.10",
	Bad:    "| Việc | Hạn |\n|---|---|\n| Rà soát | Quý I | Quý II |", Good: "| Việc | Hạn |\n|---|---|\n| Rà soát | Quý I, Quý II |",
}

var ruleTableHeader = &diag.Rule{
	Code: "P152", Name: "table-header-empty", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Cột của bảng không có tên",
		EN: "A column of a table has no name",
	},
	Why: diag.Text{
		VI: "Trình đọc màn hình đọc tên cột trước mỗi ô; không có tên thì người nghe không biết ô nói về điều gì. Viết tên cho mọi cột; chỉ ô đầu tiên được để trống, khi cột đó là tên của các hàng.",
		EN: "Screen readers say a column's name before each cell; without one nobody knows what it is about. Name every column; only the first may be empty, when it holds the names of the rows.",
	},
	Source: "WCAG 2.2, 1.3.1",
	Bad:    "| Việc | |\n|---|---|\n| Rà soát | Quý I |", Good: "| Việc | Hạn |\n|---|---|\n| Rà soát | Quý I |",
}

var ruleTableBroken = &diag.Rule{
	Code: "P153", Name: "table-broken", Severity: diag.Error,
	Title: diag.Text{
		VI: "Chữ trông như bảng nhưng không thành bảng",
		EN: "A text looks like a table but is none",
	},
	Why: diag.Text{
		VI: "Hàng |---| phải có đúng số ô như hàng đầu ngay phía trên; nếu không, người đọc chỉ thấy các dấu |.",
		EN: "The row |---| must have as many cells as the header right above it; else readers see nothing but the signs |.",
	},
	Source: "GFM 0.29, 4.10",
	Bad:    "| Việc | Hạn |\n|---|\n| Rà soát | Quý I |", Good: "| Việc | Hạn |\n|---|---|\n| Rà soát | Quý I |",
}

// table writes a table in a region that can be scrolled with the keyboard and
// has a name: its caption, or its number in the text.
func (w *writer) table(n *table) {
	w.tables++
	header := n.FirstChild()
	caption := captionOf(w, n)
	w.checkColumns(n, header)
	w.raw(`<div class="table-scroll" role="region" tabindex="0" aria-label`)
	if caption != nil {
		w.openCaptioned(caption)
	} else {
		w.raw(`="`)
		w.plain(w.words.Table)
		w.raw(" " + strconv.Itoa(w.tables) + "\">\n<table>\n")
	}
	w.tableHeader(n, header)
	w.tableBody(n, header.NextSibling())
	w.raw("</table>\n</div>\n")
}

// openCaptioned writes the caption of a table and all before it. A table whose
// caption has a number can be linked to by it: bang-1.
func (w *writer) openCaptioned(caption ast.Node) {
	anchor := captionName(w.plainText(caption))
	if anchor != "" {
		anchor = w.id(anchor)
	}
	id := w.id("table-" + strconv.Itoa(w.tables))
	w.raw(`ledby="` + id + "\">\n<table")
	if anchor != "" {
		w.idAttribute(anchor)
	}
	w.raw(">\n<caption")
	w.idAttribute(id)
	w.raw(">")
	w.children(caption)
	w.raw("</caption>\n")
	w.counter.end()
}

// tableHeader writes the first row, unless it is empty as a whole: then the
// table has no header, because an empty one would be announced as one.
func (w *writer) tableHeader(n *table, header ast.Node) {
	unnamed := 0
	for c := header.FirstChild(); c != nil; c = c.NextSibling() {
		if !c.HasChildren() {
			unnamed++
		}
	}
	firstOnly := unnamed == 1 && !header.FirstChild().HasChildren()
	if unnamed > 0 && !firstOnly {
		w.find(ruleTableHeader, header.Pos(),
			diag.T("số ô trống ở hàng đầu của bảng là %d", "the number of empty cells in this table's header is %d", unnamed),
			diag.T("viết tên cho mọi cột", "name every column"))
	}
	if unnamed == len(n.columns) {
		return
	}
	w.raw("<thead>\n<tr>")
	column := 0
	for c := header.FirstChild(); c != nil; c = c.NextSibling() {
		tag := "th"
		if !c.HasChildren() {
			tag = "td"
		}
		w.openCell(tag, n.columns[column])
		if tag == "th" {
			w.raw(` scope="col"`)
		}
		w.closeCell(c, tag)
		column++
	}
	w.raw("</tr>\n</thead>\n")
}

// openCell writes the beginning of a cell's tag. The alignment is a class, for
// the theme to say what it means.
func (w *writer) openCell(tag string, a alignment) {
	w.raw("<" + tag)
	switch a {
	case alignLeft:
		w.raw(` class="align-left"`)
	case alignCenter:
		w.raw(` class="align-center"`)
	case alignRight:
		w.raw(` class="align-right"`)
	}
}

// closeCell writes the end of a cell's beginning tag, the text and the end.
func (w *writer) closeCell(c ast.Node, tag string) {
	w.raw(">")
	w.inCell = true
	w.findCites(c)
	w.children(c)
	w.inCell = false
	w.raw("</" + tag + ">")
	w.counter.end()
}

// checkBrokenTable reports a paragraph with a row |---| that made no table,
// and whether it is one.
func (w *writer) checkBrokenTable(p ast.Node) bool {
	lines := p.Lines()
	for i := 1; i < lines.Len(); i++ {
		s := lines.At(i)
		if s.Start >= s.Stop || !mayBeginDelimiter(w.src[s.Start]) {
			continue
		}
		line := lineOf(s, w.src)
		if len(line) < 3 || !isDelimiterRow(line) || bytes.IndexByte(line, '|') < 0 {
			continue
		}
		message, hint := brokenTable(line, lineOf(lines.At(i-1), w.src))
		w.find(ruleTableBroken, s.Start, message, hint)
		return true
	}
	return false
}

func mayBeginDelimiter(b byte) bool { return b == '|' || b == '-' || b == ':' }

// brokenTable says why a row |---| under a header makes no table. One that is
// well written stands behind a text that follows another table: only the first
// table of a paragraph is read.
func brokenTable(line, header []byte) (message, hint diag.Text) {
	shown := excerpt(string(line))
	if tableColumns(line, header) != nil {
		return diag.T("bảng có hàng “%s” dính liền với dòng chữ ngay dưới bảng trước, nên không thành bảng",
				"the table with the row “%s” touches the text right below the table before it, so it is none", shown),
			diag.T("để một dòng trống phía trên bảng này", "leave a blank line above this table")
	}
	hint = diag.T("viết mỗi cột một ô chỉ có dấu -, ví dụ |---|---| cho hai cột", "write one cell with nothing but - for each column, as in |---|---| for two")
	below, above := countCells(line), countCells(header)
	if below == above {
		return diag.T("hàng “%s” có ô viết sai, nên không thành bảng", "the row “%s” has a cell that is not well written, so there is no table", shown), hint
	}
	return diag.T("số ô của hàng “%[1]s” là %[2]d, của hàng phía trên là %[3]d, nên không thành bảng",
		"the number of cells in the row “%[1]s” is %[2]d, in the one above it %[3]d, so there is no table", shown, below, above), hint
}
