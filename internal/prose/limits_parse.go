package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"planpress/internal/diag"
)

// The guard before parsing cannot tell a paragraph from a table, so what is
// dangerous in one paragraph, cell or heading is counted while it is parsed,
// by parsers around goldmark's own. What is above a limit stays plain text,
// and is a finding.

var effortKey = parser.NewContextKey() // *effort

// effort is what the parsing of one document has taken so far.
type effort struct {
	block   ast.Node // whose inline text is being parsed
	signs   int      // in block
	scanned int      // bytes, in the document
	refused []refusal
}

// refusal is the first thing that was above a limit.
type refusal struct {
	rule   *diag.Rule
	offset int
}

func effortIn(pc parser.Context) *effort {
	if e, ok := pc.Get(effortKey).(*effort); ok {
		return e
	}
	e := &effort{}
	pc.Set(effortKey, e)
	return e
}

// refuse remembers the first refusal by each rule.
func (e *effort) refuse(rule *diag.Rule, offset int) {
	for _, r := range e.refused {
		if r.rule == rule {
			return
		}
	}
	e.refused = append(e.refused, refusal{rule, offset})
}

// reportRefused reports what was above a limit while the text was parsed.
func (w *writer) reportRefused(pc parser.Context) {
	for _, r := range effortIn(pc).refused {
		switch r.rule {
		case ruleTooDeep:
			w.find(r.rule, r.offset,
				diag.T("từ chỗ này danh sách hoặc trích dẫn lồng nhau sâu hơn %d cấp", "from here on lists or quotations are nested deeper than %d levels", maxDepth),
				diag.T("bớt các cấp lồng nhau", "use fewer levels"))
		default:
			w.find(r.rule, r.offset,
				diag.T("từ chỗ này đoạn có quá nhiều dấu Markdown để xử lý", "from here on the paragraph has more Markdown signs than can be read"),
				diag.T("tách đoạn bằng dòng trống, hoặc đặt dữ liệu giữa hai dòng ```", "divide it with blank lines, or put data between two lines of ```"))
		}
	}
}

// counted is an inline parser whose work grows with the square of the signs in
// one block: emphasis, and the openings of links.
type counted struct{ parser.InlineParser }

func (c counted) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	e := effortIn(pc)
	if e.block != parent {
		e.block, e.signs = parent, 0
	}
	e.signs++
	if e.signs > maxSigns {
		_, at := block.PeekLine()
		e.refuse(ruleTooComplex, at.Start)
		return nil
	}
	return c.InlineParser.Parse(parent, block, pc)
}

// CloseBlock lets the parser end what it has begun in a block.
func (c counted) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if inner, ok := c.InlineParser.(parser.CloseBlocker); ok {
		inner.CloseBlock(parent, block, pc)
	}
}

// scanning is an inline parser that looks for an end, up to that of the block
// where there is none: code, and the addresses of links.
type scanning struct{ counted }

func (s scanning) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	e := effortIn(pc)
	line, at := block.PeekLine()
	if e.scanned > maxScanned {
		e.refuse(ruleTooComplex, at.Start)
		return nil
	}
	var n ast.Node
	switch {
	case line[0] == '`':
		n = s.InlineParser.Parse(parent, block, pc)
	case line[0] == ']' && (len(line) < 2 || (line[1] != '(' && line[1] != '[')):
		return s.InlineParser.Parse(parent, block, pc)
	default:
		n = s.counted.Parse(parent, block, pc)
	}
	if _, isText := n.(*ast.Text); n == nil || isText {
		lines := parent.Lines()
		past := block.Source()[at.Start:lines.At(lines.Len()-1).Stop]
		e.scanned += len(past) + lineScan*bytes.Count(past, []byte{'\n'})
	}
	return n
}

// nested is a parser of blocks that hold blocks.
type nested struct{ parser.BlockParser }

func (n nested) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for p := parent; p != nil; p = p.Parent() {
		switch p.(type) {
		case *ast.ListItem, *point: // one level with their list
		default:
			depth++
		}
	}
	if depth <= maxDepth {
		return n.BlockParser.Open(parent, reader, pc)
	}
	line, at := reader.PeekLine()
	if start := pc.BlockOffset(); start >= 0 && start < len(line) && beginsBlock(line[start:]) {
		effortIn(pc).refuse(ruleTooDeep, at.Start)
	}
	return nil, parser.NoChildren
}

// beginsBlock reports whether a line begins like a block that holds others.
func beginsBlock(line []byte) bool {
	switch b := line[0]; b {
	case '>', '[':
		return true
	case '-', '+', '*':
		return len(line) > 1 && line[1] <= ' '
	default:
		return b >= '0' && b <= '9'
	}
}

// definitions finds the definitions of link addresses at the beginning of a
// paragraph, one after the other, moving all others each time.
type definitions struct{ parser.ParagraphTransformer }

func (d definitions) Transform(p *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := p.Lines()
	first := lines.At(0)
	line := bytes.TrimLeft(reader.Value(first), " \t\n\v\f\r")
	switch {
	case len(line) > 0 && line[0] != '[':
		return // as nearly all do: looking closer takes memory
	case lines.Len() > maxDefinitions:
		effortIn(pc).refuse(ruleTooComplex, first.Start)
		return
	}
	d.ParagraphTransformer.Transform(p, reader, pc)
}
