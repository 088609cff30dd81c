package prose

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
)

// tableBody writes the rows below the header. A row that names a group begins
// a tbody of its own, so that its name is announced with the group's rows and
// with no others.
func (w *writer) tableBody(n *table, first ast.Node) {
	if first == nil {
		return
	}
	names := w.rowNames(n, first)
	w.raw("<tbody>\n")
	for r := first; r != nil; r = r.NextSibling() {
		cells := r.ChildCount()
		name := w.groupCell(n, r)
		w.checkCells(n, r, cells, name != nil)
		if name != nil {
			if r != first {
				w.raw("</tbody>\n<tbody>\n")
			}
			w.groupRow(n, r, name)
			continue
		}
		w.tableRow(n, r, cells, names)
	}
	w.raw("</tbody>\n")
}

// tableRow writes an ordinary row. What it lacks is one empty cell over the
// columns that are left: filling up each would let a short text become an
// endless one.
func (w *writer) tableRow(n *table, r ast.Node, cells, names int) {
	w.raw("<tr>")
	column := 0
	for c := r.FirstChild(); c != nil; c = c.NextSibling() {
		align := alignNone
		if column < len(n.columns) {
			align = n.columns[column]
		}
		if column == names && c.HasChildren() {
			w.openCell("th", align)
			w.raw(` scope="row"`)
			w.closeCell(c, "th")
		} else {
			w.openCell("td", align)
			w.closeCell(c, "td")
		}
		column++
	}
	w.fillRow(len(n.columns) - cells)
	w.raw("</tr>\n")
}

func (w *writer) fillRow(missing int) {
	switch {
	case missing == 1:
		w.raw("<td></td>")
	case missing > 1:
		w.raw(`<td colspan="` + strconv.Itoa(missing) + `"></td>`)
	}
}

// groupRow writes a row that names the rows below it. A number before the
// name keeps its column.
func (w *writer) groupRow(n *table, r, name ast.Node) {
	w.raw(`<tr class="group">`)
	span := len(n.columns)
	if c := r.FirstChild(); c != name {
		w.openCell("td", n.columns[0])
		w.closeCell(c, "td")
		span--
	}
	w.raw(`<th scope="rowgroup"`)
	if span > 1 {
		w.raw(` colspan="` + strconv.Itoa(span) + `"`)
	}
	w.closeCell(name, "th")
	w.raw("</tr>\n")
}

// checkCells reports a row with more or fewer cells than the header. Nothing
// is lost: cells too many are written, and are errors.
func (w *writer) checkCells(n *table, r ast.Node, cells int, group bool) {
	columns := len(n.columns)
	switch {
	case cells > columns:
		w.find(ruleCellsSurplus, surplusCell(r, columns).Pos(),
			cellCount(cells, columns),
			diag.T(`nếu dấu | là một phần của chữ, viết \|`, `if the | is part of the text, write \|`))
	case cells < columns && !group:
		w.find(ruleCellsMissing, r.Pos(),
			cellCount(cells, columns),
			diag.T("thêm dấu | cho đủ; ô trống viết là | |", "add | until there are enough; an empty cell is | |"))
	}
}

func cellCount(cells, columns int) diag.Text {
	return diag.T("hàng này có số ô là %[1]d, còn bảng có số cột là %[2]d", "the number of cells in this row is %[1]d, but that of the table's columns is %[2]d", cells, columns)
}

func surplusCell(r ast.Node, columns int) ast.Node {
	c := r.FirstChild()
	for range columns {
		c = c.NextSibling()
	}
	return c
}

// groupCell gives the cell with the name of a group, where a row is one: a row
// written with a single cell; one with nothing but a name that is bold, in
// capitals or begins with "IV."; or, where the first column counts the rows,
// one with nothing but a number such as "A" or "IV" and a name. Any other,
// such as "| 5 | | |", is a row that is still to be filled in.
func (w *writer) groupCell(n *table, r ast.Node) ast.Node {
	first := r.FirstChild()
	if len(n.columns) < 2 || !first.HasChildren() || r.ChildCount() > len(n.columns) {
		return nil
	}
	second := first.NextSibling()
	switch {
	case second == nil:
		if text := w.plainText(first); strings.Trim(text, "0123456789. ") != "" {
			return first
		}
	case !second.HasChildren():
		if emptyFrom(second) && w.namesGroup(first) {
			return first
		}
	case len(n.columns) > 2 && emptyFrom(second.NextSibling()):
		header := n.FirstChild().FirstChild()
		if isGroupNumber(w.plainText(first)) && (!header.HasChildren() || isCounter(w.plainText(header))) {
			return second
		}
	}
	return nil
}

// namesGroup reports whether a cell that stands alone looks like the name of
// a group.
func (w *writer) namesGroup(c ast.Node) bool {
	text := w.plainText(c)
	number, _, _ := strings.Cut(text, " ")
	return isBold(c) || isCapitals(text) || (number != text && strings.HasSuffix(number, ".") && isGroupNumber(number))
}

// emptyFrom reports whether a cell and those behind it are empty.
func emptyFrom(c ast.Node) bool {
	for ; c != nil; c = c.NextSibling() {
		if c.HasChildren() {
			return false
		}
	}
	return true
}

// isBold reports whether all of a cell is bold.
func isBold(c ast.Node) bool {
	bold, ok := c.FirstChild().(*ast.Emphasis)
	return ok && bold.Level == 2 && bold.NextSibling() == nil
}

// isCapitals reports whether a text has at least two letters, all capitals.
func isCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// isGroupNumber reports whether a text counts groups: a Roman number or one
// capital letter, with or without a full stop.
func isGroupNumber(s string) bool {
	s = strings.TrimRight(s, ".)")
	r, size := utf8.DecodeRuneInString(s)
	if size == len(s) {
		return unicode.IsUpper(r)
	}
	return strings.Trim(s, "IVXL") == ""
}

// rowNames gives the column whose cells name their rows, -1 where none does:
// the first, where its own header is empty or all of its cells are bold; the
// second, where the first only counts the rows and no name is missing.
func (w *writer) rowNames(n *table, first ast.Node) int {
	header := first.PreviousSibling().FirstChild()
	switch {
	case len(n.columns) < 2:
		return -1
	case !header.HasChildren() && !emptyFrom(header), w.everyRow(n, first, func(r ast.Node) bool { return isBold(r.FirstChild()) }):
		return 0
	case len(n.columns) > 2 && isCounter(w.plainText(header)) && w.everyRow(n, first, func(r ast.Node) bool {
		second := r.FirstChild().NextSibling()
		return second != nil && second.HasChildren()
	}):
		return 1
	}
	return -1
}

// everyRow reports whether something holds for all rows that are no groups.
func (w *writer) everyRow(n *table, first ast.Node, holds func(ast.Node) bool) bool {
	any := false
	for r := first; r != nil; r = r.NextSibling() {
		if w.groupCell(n, r) != nil {
			continue
		}
		if !holds(r) {
			return false
		}
		any = true
	}
	return any
}

// isCounter reports whether a header is that of a column which counts rows.
func isCounter(s string) bool {
	switch strings.ToUpper(strings.Trim(s, " .")) {
	case "STT", "TT", "SỐ TT", "SỐ THỨ TỰ", "#", "NO", "№":
		return true
	}
	return false
}
