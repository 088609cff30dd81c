package prose

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/text"

	"planpress/internal/diag"
)

// almostTable recognises a table that begins at a line: rows with no |---|
// below the first, or lines drawn with + and -.
func (w *writer) almostTable(lines *text.Segments, i int) (almost, bool) {
	line, start := w.lineAt(lines, i)
	next, _ := w.lineAt(lines, i+1)
	if isGridLine(line) && bytes.IndexByte(next, '|') >= 0 {
		return almost{
			offset:  start,
			message: diag.T("bảng kẻ bằng các dòng “%s” không thành bảng", "lines such as “%s” do not make a table", excerpt(string(line))),
			hint:    diag.T("xóa các dòng đó, rồi viết hàng %s ngay dưới hàng đầu", "delete them, and write the row %s right below the first row", delimiterRow(bytes.Count(line, []byte("+"))-1)),
		}, true
	}
	if !isAlmostRow(line) || !isAlmostRow(next) {
		return almost{}, false
	}
	rule := delimiterRow(countCells(line))
	for ; i < lines.Len(); i++ {
		below, at := w.lineAt(lines, i)
		if !isAlmostRow(below) {
			break
		}
		if isDashedRow(below) {
			return almost{
				offset:  at,
				message: diag.T("hàng “%s” viết bằng gạch dài, nên không thành bảng", "the row “%s” is written with long dashes, so there is no table", excerpt(string(below))),
				hint:    diag.T("viết hàng đó bằng gạch nối: %s", "write it with hyphens: %s", rule),
			}, true
		}
	}
	return almost{
		offset:  start,
		message: diag.T("các hàng từ “%s” không thành bảng vì thiếu hàng |---| dưới hàng đầu", "the rows from “%s” on are no table, because there is no row |---| below the first", excerpt(string(line))),
		hint:    diag.T("thêm hàng %s ngay dưới hàng đầu", "add the row %s right below the first row", rule),
	}, true
}

// isAlmostRow reports whether a line has at least two signs |.
func isAlmostRow(line []byte) bool {
	first := bytes.IndexByte(line, '|')
	return first >= 0 && bytes.IndexByte(line[first+1:], '|') >= 0 &&
		bytes.Count(line, []byte("|"))-bytes.Count(line, []byte(`\|`)) > 1
}

// isDashedRow reports whether a row has nothing but dashes, one of which at
// least Word has made long.
func isDashedRow(line []byte) bool {
	return len(bytes.Trim(line, "|:- \t–—")) == 0 && bytes.ContainsAny(line, "–—")
}

// isGridLine reports whether a line is like +-----+-----+.
func isGridLine(line []byte) bool {
	return len(line) > 2 && line[0] == '+' && (line[1] == '-' || line[1] == '=') &&
		line[len(line)-1] == '+' && len(bytes.Trim(line, "+-=:")) == 0
}

// delimiterRow writes the row that stands below the first of so many cells.
func delimiterRow(cells int) string {
	const most = 12 // more would only fill the screen
	if cells > most {
		return "|" + strings.Repeat("---|", most) + "…"
	}
	return "|" + strings.Repeat("---|", max(cells, 1))
}

// almostTabs is for a table that was pasted from Word or Excel: its cells are
// divided by tabs, which nobody sees.
func almostTabs(offset int) almost {
	return almost{
		offset:  offset,
		message: diag.T("nhiều dòng có dấu tab ở giữa, như bảng dán từ Word hay Excel, nhưng không thành bảng", "several lines have tabs in them, like a table pasted from Word or Excel, but make no table"),
		hint:    diag.T("viết bảng bằng dấu |, với hàng |---|---| ngay dưới hàng đầu; nếu không phải bảng, thay dấu tab bằng dấu cách", "write the table with |, and the row |---|---| right below the first row; if it is no table, put spaces for the tabs"),
	}
}
