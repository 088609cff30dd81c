package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// A writer walks over the tree of one document and appends its HTML to buf.
// Offsets of nodes count from the beginning of src; base takes them to f.
type writer struct {
	f     *source.File
	base  int    // of src in f.Data
	src   []byte // the Markdown
	words *Words

	glossary *glossary
	terms    []termUse // of terms that were not written yet
	expected []int     // terms to explain in the text that is written next

	buf      []byte
	holes    []plan.Hole
	links    []plan.Link
	outline  []plan.Heading
	anchors  []string
	findings []diag.Finding

	ids       ids
	places    placer
	legal     legal
	articles  articles
	counter   wordCounter
	notes     notes
	stars     starsLeft
	cites     *cites
	marked    []MarkedTable
	tables    int  // written so far
	inCell    bool // inside a table's cell
	shift     int  // added to the levels of headings
	quoted    int  // block quotes around the walk
	inLink    bool // inside a link's text
	inHeading bool
	braces    bool              // the text has a {
	senses    bool              // the text has words of colour or place
	linkTexts map[string]string // where links lead, by their texts
	depth     int               // of emphasis around the walk
	label     string            // of a point: written at the beginning of its first text
	unsaid    int               // findings above the limit
	scratch   []byte            // for text while it is decoded
	rawHTML   bool              // a tag was reported
	full      bool              // the HTML has reached its limit
}

func newWriter(f *source.File, base int, words *Words) *writer {
	src := f.Data[base:]
	return &writer{
		f: f, base: base, src: src, words: words,
		buf:    make([]byte, 0, len(src)+len(src)/2+256),
		places: placer{f: f, offset: base, pos: f.At(base)},
	}
}

// document writes the whole tree.
func (w *writer) document(root ast.Node) {
	w.shift = headingShift(root)
	w.braces, w.senses = bytes.IndexByte(w.src, '{') >= 0, mayPoint(w.src, w.words.Lang)
	w.children(root)
	w.footnotes()
	w.resolvePlaces()
	w.isFull(len(w.src)) // a last text can be longer than all before it
}

func (w *writer) result() Result {
	w.sayUnsaid()
	return Result{
		Body:     plan.Body{HTML: w.buf, Holes: w.holes, Outline: w.outline},
		Anchors:  w.anchors,
		Links:    w.links,
		Cites:    append([]plan.Cited(nil), w.cites.all...), // nil for none, whatever the writer before left
		Marked:   w.marked,
		Words:    w.counter.n,
		Findings: w.findings,
	}
}

// children writes the children of a node, in order.
func (w *writer) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			c = w.textRun(t)
			continue
		}
		w.node(c)
	}
}

// node writes one node with all that is in it.
func (w *writer) node(n ast.Node) {
	if w.isFull(n.Pos()) {
		return
	}
	switch n := n.(type) {
	case *ast.String:
		w.text(n.Value)
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock:
		w.textBlock(n)
	case *ast.Heading:
		w.heading(n)
	case *ast.List:
		w.list(n)
	case *ast.Emphasis:
		w.emphasis(n)
	case *ast.Link:
		w.link(n)
	case *ast.Image:
		w.image(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Blockquote:
		w.blockquote(n)
	case *ast.CodeBlock:
		w.indentedCode(n)
	case *ast.FencedCodeBlock:
		w.fencedCode(n)
	case *ast.ThematicBreak:
		w.raw("<hr>\n")
	case *ast.HTMLBlock:
		w.htmlBlock(n)
	case *ast.RawHTML:
		w.inlineHTML(n)
	default:
		w.extension(n)
	}
}

// extension writes the nodes that are not CommonMark's.
func (w *writer) extension(n ast.Node) {
	switch n := n.(type) {
	case *table:
		w.table(n)
	case *extast.Strikethrough:
		w.enclose("del", n)
	case *span:
		w.span(n)
	case *taskMark:
		w.taskMark(n)
	case *footnote:
		w.footnote(n)
	case *footnoteRef:
		w.footnoteRef(n)
	case *ast.LinkReferenceDefinition:
		// Definitions show nothing.
	case *points:
		w.points(n)
	default:
		w.children(n)
	}
}

// raw appends markup.
func (w *writer) raw(s string) { w.buf = append(w.buf, s...) }

// plain appends a plain text, escaped for text and for quoted attributes.
func (w *writer) plain(s string) { w.buf = appendEscaped(w.buf, s) }
