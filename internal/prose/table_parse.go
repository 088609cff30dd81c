package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

var (
	kindTable = ast.NewNodeKind("PlanTable")
	kindRow   = ast.NewNodeKind("PlanTableRow")
	kindCell  = ast.NewNodeKind("PlanTableCell")
)

// alignment is how a column's text stands, as its "---" says.
type alignment uint8

const (
	alignNone alignment = iota
	alignLeft
	alignCenter
	alignRight
)

// table is a table; its children are rows, the header first.
type table struct {
	ast.BaseBlock
	columns []alignment
}

func (*table) Kind() ast.NodeKind              { return kindTable }
func (n *table) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// row is one row, with as many cells as its line has: neither filled up nor
// cut off.
type row struct{ ast.BaseBlock }

func (*row) Kind() ast.NodeKind              { return kindRow }
func (n *row) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// cell is one cell of a row.
type cell struct{ ast.BaseBlock }

func (*cell) Kind() ast.NodeKind              { return kindCell }
func (n *cell) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// tableParser finds tables in paragraphs (GFM, "Tables (extension)"). It
// differs from goldmark's, and from the specification, in three ways. Rows
// keep the cells they have, because filling them up lets a short text become
// an endless one, and cutting them loses text. The table ends before a line
// without any "|", which is a text that follows it and not a row. And "\\|"
// is a backslash and the end of the cell, as elsewhere in Markdown.
type tableParser struct{}

func (tableParser) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines, src := node.Lines(), reader.Source()
	for i := 1; i < lines.Len(); i++ {
		header := lines.At(i - 1)
		columns := tableColumns(lineOf(lines.At(i), src), lineOf(header, src))
		if columns == nil {
			continue
		}
		t := &table{columns: columns}
		t.SetPos(header.Start)
		t.AppendChild(t, parseRow(header, src))
		end := i + 1
		for ; end < lines.Len() && bytes.IndexByte(lineOf(lines.At(end), src), '|') >= 0; end++ {
			t.AppendChild(t, parseRow(lines.At(end), src))
		}
		replaceLines(node, t, i-1, end, src)
		return
	}
}

// replaceLines puts a table in the place of the lines from one to another of a
// paragraph. What stands before and behind stays as paragraphs.
func replaceLines(p *ast.Paragraph, t *table, from, to int, src []byte) {
	lines, parent := p.Lines(), p.Parent()
	parent.InsertAfter(parent, p, t)
	if to < lines.Len() {
		rest := ast.NewParagraph()
		rest.SetPos(lines.At(to).Start)
		segments := text.NewSegments()
		segments.AppendAll(lines.Sliced(to, lines.Len()))
		last := segments.At(segments.Len() - 1)
		segments.Set(segments.Len()-1, last.TrimRightSpace(src))
		rest.SetLines(segments)
		parent.InsertAfter(parent, t, rest)
	}
	if from == 0 {
		t.SetBlankPreviousLines(p.HasBlankPreviousLines())
		parent.RemoveChild(parent, p)
		return
	}
	lines.SetSliced(0, from) // the paragraph's own parser trims its last line
}

// lineOf gives a line without the white space around it.
func lineOf(s text.Segment, src []byte) []byte { return bytes.Trim(src[s.Start:s.Stop], " \t\r\n") }

// tableColumns reads a line such as "|:--|--:|". It gives nil where the line
// is none, or has not as many cells as the header above it.
func tableColumns(line, header []byte) []alignment {
	if !isDelimiterRow(line) || (bytes.IndexByte(line, '|') < 0 && bytes.IndexByte(header, '|') < 0) {
		return nil
	}
	var columns []alignment
	for rest, more := openRow(line), true; more; {
		var one []byte
		one, rest, more = cutCell(rest)
		column, ok := columnOf(bytes.Trim(one, " \t"))
		if !ok {
			return nil
		}
		columns = append(columns, column)
	}
	if len(columns) != countCells(header) {
		return nil
	}
	return columns
}

// isDelimiterRow reports whether a line has nothing but what the line below a
// header has.
func isDelimiterRow(line []byte) bool {
	if len(line) == 0 || !mayBeginDelimiter(line[0]) {
		return false
	}
	dash := false
	for _, b := range line {
		switch b {
		case '-':
			dash = true
		case '|', ':', ' ', '\t':
		default:
			return false
		}
	}
	return dash
}

func columnOf(s []byte) (alignment, bool) {
	rest, left := bytes.CutPrefix(s, []byte(":"))
	rest, right := bytes.CutSuffix(rest, []byte(":"))
	if len(rest) == 0 || len(bytes.Trim(rest, "-")) > 0 {
		return alignNone, false
	}
	switch {
	case left && right:
		return alignCenter, true
	case left:
		return alignLeft, true
	case right:
		return alignRight, true
	}
	return alignNone, true
}

// openRow gives a row's line without the "|" that it may begin with.
func openRow(line []byte) []byte { return bytes.TrimPrefix(line, []byte("|")) }

// cutCell cuts the first cell off a row. There is no more when the row ends,
// or when only the "|" that ends it was left.
func cutCell(s []byte) (first, rest []byte, more bool) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			if i+1 < len(s) && util.IsPunct(s[i+1]) {
				i++
			}
		case '|':
			return s[:i], s[i+1:], len(bytes.TrimLeft(s[i+1:], " \t")) > 0
		}
	}
	return s, nil, false
}

func countCells(line []byte) int {
	n := 0
	for rest, more := openRow(line), true; more; n++ {
		_, rest, more = cutCell(rest)
	}
	return n
}

// parseRow makes a row of a line.
func parseRow(s text.Segment, src []byte) *row {
	line := src[s.Start:s.Stop]
	lead := len(line) - len(bytes.TrimLeft(line, " \t"))
	line = bytes.Trim(line, " \t\r\n")
	r := &row{}
	r.SetPos(s.Start + lead)
	start := s.Start + lead + len(line) - len(openRow(line))
	cells := make([]cell, bytes.Count(bytes.TrimSuffix(openRow(line), []byte("|")), []byte("|"))+1) // never fewer than the row has
	for rest, more, i := openRow(line), true, 0; more; i++ {
		var one []byte
		one, rest, more = cutCell(rest)
		c := &cells[i]
		from := start + len(one) - len(bytes.TrimLeft(one, " \t"))
		c.SetPos(from)
		if to := start + len(bytes.TrimRight(one, " \t")); from < to {
			c.Lines().Append(text.NewSegment(from, to))
		}
		r.AppendChild(r, c)
		start += len(one) + 1
	}
	return r
}
