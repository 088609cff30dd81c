package prose

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"planpress/internal/diag"
)

// pointLetters are the letters that count points, in order: the Vietnamese
// alphabet without its marked vowels (Decree 30/2020/NĐ-CP, Appendix I.II.6).
const pointLetters = "abcdđeghiklmnopqrstuvxy"

var (
	kindPoints = ast.NewNodeKind("Points")
	kindPoint  = ast.NewNodeKind("Point")
)

// points is a list of points: a) … b) … đ) …
type points struct {
	ast.BaseBlock
	loose bool // its items are paragraphs
}

func (*points) Kind() ast.NodeKind              { return kindPoints }
func (n *points) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// point is one of them.
type point struct {
	ast.BaseBlock
	letter string // "đ"
	indent int    // columns that its further lines are moved in by
}

func (*point) Kind() ast.NodeKind              { return kindPoint }
func (n *point) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// pointMark is the beginning of a line that begins a point.
type pointMark struct {
	letter  string
	bytes   int // up to the text
	columns int
}

// parsePointMark reads "a) " with up to three spaces before it. The text must
// follow on the same line.
func parsePointMark(line []byte) (pointMark, bool) {
	spaces := 0
	for spaces < len(line) && line[spaces] == ' ' {
		spaces++
	}
	if spaces > 3 || spaces == len(line) {
		return pointMark{}, false
	}
	letter, size := utf8.DecodeRune(line[spaces:])
	end := spaces + size
	if end+1 >= len(line) || line[end] != ')' || (line[end+1] != ' ' && line[end+1] != '\t') {
		return pointMark{}, false
	}
	if !strings.ContainsRune(pointLetters, letter) || util.IsBlank(line[end+1:]) {
		return pointMark{}, false
	}
	gap := end + 1
	for gap < len(line) && (line[gap] == ' ' || line[gap] == '\t') {
		gap++
	}
	return pointMark{letter: string(letter), bytes: gap, columns: spaces + 3}, true
}

// pointTriggers are the bytes that a point can begin with.
func pointTriggers() []byte {
	var triggers []byte
	for _, r := range pointLetters {
		triggers = append(triggers, string(r)[0])
	}
	return triggers
}

// pointsParser opens and closes lists of points.
type pointsParser struct{}

func (pointsParser) Trigger() []byte { return pointTriggers() }

func (pointsParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if _, inside := parent.(*points); inside {
		return nil, parser.NoChildren
	}
	line, _ := reader.PeekLine()
	mark, ok := parsePointMark(line)
	if !ok || tooDeep(parent) {
		return nil, parser.NoChildren
	}
	if before, ok := pc.LastOpenedBlock().Node.(*ast.Paragraph); ok && !mayInterrupt(before, mark.letter, reader.Source()) {
		return nil, parser.NoChildren
	}
	return &points{}, parser.HasChildren
}

// maxPointDepth is how many lists of points may lie within each other. No text
// needs more than two; without a limit a line "a) a) a) …" nests without end.
const maxPointDepth = 4

func tooDeep(parent ast.Node) bool {
	depth := 0
	for n := parent; n != nil && depth < maxPointDepth; n = n.Parent() {
		if n.Kind() == kindPoints {
			depth++
		}
	}
	return depth == maxPointDepth
}

// mayInterrupt says whether a point can follow the paragraph without a blank
// line between them. A line that was only wrapped before "a) khoản 1" does
// not end as a sentence or an announcement does.
func mayInterrupt(before *ast.Paragraph, letter string, source []byte) bool {
	lines := before.Lines()
	if lines.Len() == 0 {
		return true
	}
	last := lines.At(lines.Len() - 1)
	value := strings.TrimRight(string(last.Value(source)), " \t\n*_")
	if strings.HasSuffix(value, "điểm") || strings.HasSuffix(value, "Điểm") {
		return false
	}
	return letter == "a" || strings.HasSuffix(value, "…") || (value != "" && strings.IndexByte(":;.,!?/", value[len(value)-1]) >= 0)
}

func (pointsParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	if last, ok := node.LastChild().(*point); ok {
		if indent, _ := util.IndentWidth(line, reader.LineOffset()); indent >= last.indent {
			return parser.Continue | parser.HasChildren
		}
	}
	if _, ok := parsePointMark(line); ok {
		return parser.Continue | parser.HasChildren
	}
	return parser.Close
}

// Close makes the paragraphs of a tight list plain text, as in other lists.
func (pointsParser) Close(node ast.Node, _ text.Reader, _ parser.Context) {
	list := node.(*points)
	list.loose = isLoose(list)
	if list.loose {
		return
	}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		for c := item.FirstChild(); c != nil; {
			next := c.NextSibling()
			if p, ok := c.(*ast.Paragraph); ok {
				block := ast.NewTextBlock()
				block.SetLines(p.Lines())
				item.ReplaceChild(item, p, block)
			}
			c = next
		}
	}
}

// isLoose reports whether a blank line stands between two items or between
// two blocks of one.
func isLoose(list *points) bool {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if item != list.FirstChild() && item.HasBlankPreviousLines() {
			return true
		}
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			if c != item.FirstChild() && c.HasBlankPreviousLines() {
				return true
			}
		}
	}
	return false
}

func (pointsParser) CanInterruptParagraph() bool { return true }
func (pointsParser) CanAcceptIndentedLine() bool { return false }

// pointParser reads the items of a list of points.
type pointParser struct{}

func (pointParser) Trigger() []byte { return pointTriggers() }

func (pointParser) Open(parent ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	if _, ok := parent.(*points); !ok {
		return nil, parser.NoChildren
	}
	line, _ := reader.PeekLine()
	mark, ok := parsePointMark(line)
	if !ok {
		return nil, parser.NoChildren
	}
	reader.Advance(mark.bytes)
	return &point{letter: mark.letter, indent: mark.columns}, parser.HasChildren
}

func (pointParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		reader.AdvanceToEOL()
		return parser.Continue | parser.HasChildren
	}
	want := node.(*point).indent
	if indent, _ := util.IndentWidth(line, reader.LineOffset()); indent < want {
		return parser.Close
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), want)
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (pointParser) Close(ast.Node, text.Reader, parser.Context) {}
func (pointParser) CanInterruptParagraph() bool                 { return true }
func (pointParser) CanAcceptIndentedLine() bool                 { return false }

// pointsOpen begins a list that has its own labels. They are text, so that they
// are printed, copied and read aloud as they stand in the source; the role
// keeps the list a list where the style hides its markers.
const pointsOpen = "<ol class=\"points\" role=\"list\">\n"

// points writes a list of points.
func (w *writer) points(n *points) {
	w.raw(pointsOpen)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		item, ok := c.(*point)
		if !ok {
			continue
		}
		if before, ok := c.PreviousSibling().(*point); ok && letterIndex(item) <= letterIndex(before) {
			w.find(ruleListOrder, item.Pos(),
				diag.T("điểm %[1]s) đứng ngay sau điểm %[2]s)", "point %[1]s) comes right after point %[2]s)", item.letter, before.letter),
				diag.T("kiểm tra lại thứ tự; chữ cái đi theo a, b, c, d, đ, e, g, h …", "check the order; the letters go a, b, c, d, đ, e, g, h …"))
		}
		w.raw("<li")
		w.pointAnchor(item.letter)
		w.raw(">")
		if n.loose {
			w.raw("\n")
		}
		w.label = item.letter + ")"
		w.labelled(item)
		w.raw("</li>\n")
	}
	w.raw("</ol>\n")
}

func letterIndex(p *point) int { return strings.Index(pointLetters, p.letter) }

// labelled writes what is in an item whose label may still have to be written.
func (w *writer) labelled(item ast.Node) {
	switch first := item.FirstChild().(type) {
	case *ast.TextBlock: // begins with it
	case *ast.Paragraph: // too, unless a table takes it
		if w.isTableCaption(first) {
			w.pointLabel()
		}
	default:
		w.pointLabel()
	}
	w.children(item)
}

// pointLabel writes the label of the item that has just begun, once.
func (w *writer) pointLabel() {
	if w.label == "" {
		return
	}
	w.raw(`<span class="point-label">`)
	w.raw(w.label)
	w.raw(`</span> `)
	w.label = ""
}
