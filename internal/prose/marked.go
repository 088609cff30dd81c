package prose

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
	"planpress/internal/source"
)

// A heading that ends in {tasks} or {targets} marks the table right below it:
// besides being shown, it is data. The mark itself is not shown.

// MarkedTable is a table under a heading that marks it.
type MarkedTable struct {
	Mark string      // "tasks" or "targets"
	Pos  source.Pos  // of the heading
	Rows []MarkedRow // the names of the columns first; none where no table follows
}

// MarkedRow is one row of a marked table.
type MarkedRow struct {
	Pos   source.Pos
	Cells []MarkedCell // as many as were written
}

// MarkedCell is the plain text of one cell.
type MarkedCell struct {
	Text string
	Pos  source.Pos
}

// markWords are the marks, with the table's kind of each.
var markWords = [...]struct{ word, kind string }{{"{tasks}", "tasks"}, {"{targets}", "targets"}, {"{nhiem-vu}", "tasks"}, {"{chi-tieu}", "targets"}}

// takeMark takes the mark off the end of a heading, if it has one, and keeps
// the table that it marks.
func (w *writer) takeMark(n *ast.Heading) {
	last, ok := n.LastChild().(*ast.Text)
	if !ok || w.quoted > 0 {
		return
	}
	value := bytes.TrimRight(last.Segment.Value(w.src), " \t")
	for _, m := range markWords {
		if before, marked := bytes.CutSuffix(value, []byte(m.word)); marked {
			last.Segment.Stop = last.Segment.Start + len(bytes.TrimRight(before, " \t"))
			found := MarkedTable{Mark: m.kind, Pos: w.at(headingOffset(n))}
			if t := w.tableBelow(n); t != nil {
				found.Rows = w.markedRows(t)
			}
			w.marked = append(w.marked, found)
			return
		}
	}
	if m := likeMark.FindIndex(value); m != nil && w.tableBelow(n) != nil {
		w.find(ruleAttribute, last.Segment.Start+m[0], diag.T("“%s” hiện ra như chữ, và bảng bên dưới không được đọc", "“%s” is shown as text, and the table below it is not read", excerpt(string(value[m[0]:]))),
			diag.T("bảng nhiệm vụ thì ghi {tasks}, bảng chỉ tiêu thì ghi {targets}; nếu đúng là chữ cho người đọc, gõ \\{", "above a table of tasks write {tasks}, of targets {targets}; if it is text for readers, type \\{"))
	}
}

// likeMark is what stands where a mark would, and is none: {task}, {Nhiệm vụ}.
var likeMark = regexp.MustCompile(`\{[\p{L} -]{1,20}\}$`)

// tableBelow gives the table right below a heading, behind its caption if it
// has one.
func (w *writer) tableBelow(n ast.Node) *table {
	next := n.NextSibling()
	if next != nil && w.isCaption(next) {
		next = next.NextSibling()
	}
	t, _ := next.(*table)
	return t
}

func (w *writer) markedRows(t *table) []MarkedRow {
	rows := make([]MarkedRow, 0, t.ChildCount())
	for r := t.FirstChild(); r != nil; r = r.NextSibling() {
		row := MarkedRow{Pos: w.at(r.Pos())}
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			row.Cells = append(row.Cells, MarkedCell{Text: strings.Join(strings.Fields(w.plainText(c)), " "), Pos: w.at(c.Pos())})
		}
		rows = append(rows, row)
	}
	return rows
}
