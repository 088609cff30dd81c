package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

var (
	kindFootnote    = ast.NewNodeKind("PlanFootnote")
	kindFootnoteRef = ast.NewNodeKind("PlanFootnoteRef")

	footnotesKey = parser.NewContextKey() // map[string]*footnote, by folded label
)

// footnote is a note: "[^1]: text", and what follows moved in by four spaces.
// It stays where it was written; the writer leaves it for the end.
type footnote struct {
	ast.BaseBlock
	label    string
	repeated bool // another note has the label already

	number int // in the order of the first references; 0 before that
	refs   int // written so far, outside of other notes
}

func (*footnote) Kind() ast.NodeKind              { return kindFootnote }
func (n *footnote) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// footnoteRef is a reference: "[^1]".
type footnoteRef struct {
	ast.BaseInline
	label string
	note  *footnote // nil where there is none with the label
}

func (*footnoteRef) Kind() ast.NodeKind              { return kindFootnoteRef }
func (n *footnoteRef) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// maxFootnoteLabel is the longest label in bytes.
const maxFootnoteLabel = 200

// footnoteLabel reads "[^label]" at the beginning of a line, and gives the
// label and the length of all. Labels have no spaces.
func footnoteLabel(line []byte) (label string, length int) {
	if len(line) < 4 || line[0] != '[' || line[1] != '^' {
		return "", 0
	}
	for i := 2; i < min(len(line), maxFootnoteLabel+3); i++ {
		switch line[i] {
		case ']':
			return string(line[2:i]), i + 1
		case ' ', '\t', '\n', '\r', '[':
			return "", 0
		}
	}
	return "", 0
}

func foldLabel(label string) string { return string(bytes.ToLower([]byte(label))) }

// footnoteParser reads notes. Goldmark's looks through all notes for each
// reference, and drops those without one.
type footnoteParser struct{}

func (footnoteParser) Trigger() []byte { return []byte{'['} }

func (footnoteParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	start := pc.BlockOffset()
	if start < 0 {
		return nil, parser.NoChildren
	}
	label, length := footnoteLabel(line[start:])
	if label == "" || start+length >= len(line) || line[start+length] != ':' {
		return nil, parser.NoChildren
	}
	note := &footnote{label: label}
	notes, ok := pc.Get(footnotesKey).(map[string]*footnote)
	if !ok {
		notes = map[string]*footnote{}
		pc.Set(footnotesKey, notes)
	}
	if notes[foldLabel(label)] == nil {
		notes[foldLabel(label)] = note
	} else {
		note.repeated = true
	}
	reader.Advance(start + length + 1)
	return note, parser.HasChildren
}

func (footnoteParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	start, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if start < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(start, padding)
	return parser.Continue | parser.HasChildren
}

func (footnoteParser) Close(ast.Node, text.Reader, parser.Context) {}
func (footnoteParser) CanInterruptParagraph() bool                 { return true }
func (footnoteParser) CanAcceptIndentedLine() bool                 { return false }

// footnoteRefParser reads references. It is asked at "!" too, which would
// otherwise be read as the beginning of an image.
type footnoteRefParser struct{}

func (footnoteRefParser) Trigger() []byte { return []byte{'!', '['} }

func (footnoteRefParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	exclamation := 0
	if line[0] == '!' {
		exclamation = 1
	}
	label, length := footnoteLabel(line[exclamation:])
	if label == "" {
		return nil
	}
	notes, _ := pc.Get(footnotesKey).(map[string]*footnote)
	note := notes[foldLabel(label)]
	end := exclamation + length
	if note == nil && end < len(line) && (line[end] == '(' || line[end] == '[' || exclamation == 1) {
		return nil // a link or an image
	}
	if exclamation == 1 {
		mark := ast.NewTextSegment(text.NewSegment(segment.Start, segment.Start+1))
		mark.SetPos(segment.Start)
		parent.AppendChild(parent, mark)
	}
	ref := &footnoteRef{label: label, note: note}
	ref.SetPos(segment.Start + exclamation)
	block.Advance(end)
	return ref
}
