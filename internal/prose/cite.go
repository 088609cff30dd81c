package prose

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/citation"
	"planpress/internal/plan"
)

// cites are the citations of one document, as the walk meets them. The memory
// is used again for the next document.
type cites struct {
	find  finder
	all   []plan.Cited
	found []citation.Span // in the block that is written, in offsets of the Markdown
	next  int             // of found
	text  []byte          // of a block that is looked at
	open  bool            // the mark of found[next] has begun

	places []placeInPart // of all, whose anchors are found at the end
}

func (c *cites) reset() {
	clear(c.all) // strings of the last document
	clear(c.found)
	*c = cites{all: c.all[:0], found: c.found[:0], text: c.text[:0], places: c.places[:0]}
}

// findCites looks for citations in the text of a block that is written next.
// Those in code and in the texts of images are found as well, but the walk
// never meets them.
func (w *writer) findCites(block ast.Node) {
	c := w.cites
	c.found, c.next = c.found[:0], 0
	from, to := textBounds(block)
	if from >= to {
		return
	}
	c.found = c.find(c.found, w.running(from, to))
	for i := range c.found {
		s := &c.found[i]
		s.Start, s.End, s.Full = s.Start+from, s.End+from, s.Full+from
	}
}

// textBounds gives where the first text in a block begins and its last ends.
func textBounds(block ast.Node) (from, to int) {
	if t := firstText(block); t != nil {
		return t.Segment.Start, lastText(block).Segment.Stop
	}
	return 0, 0
}

func firstText(n ast.Node) *ast.Text {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			return t
		}
		if t := firstText(c); t != nil {
			return t
		}
	}
	return nil
}

func lastText(n ast.Node) *ast.Text {
	for c := n.LastChild(); c != nil; c = c.PreviousSibling() {
		if t, ok := c.(*ast.Text); ok {
			return t
		}
		if t := lastText(c); t != nil {
			return t
		}
	}
	return nil
}

// running gives a part of the Markdown as text that goes on over what stands
// between its words: signs of emphasis, and those of a quotation at the
// beginning of a line, are spaces. Offsets stay.
func (w *writer) running(from, to int) []byte {
	text := w.src[from:to]
	star := bytes.IndexByte(text, '*')
	if star < 0 && w.quoted == 0 {
		return text
	}
	text = append(w.cites.text[:0], text...)
	w.cites.text = text
	for i := 0; star >= 0; star = bytes.IndexByte(text[i:], '*') {
		i += star
		text[i] = ' '
	}
	if w.quoted > 0 {
		unquote(text)
	}
	return text
}

// unquote makes spaces of the signs of quotations at the beginnings of lines.
func unquote(text []byte) {
	for i := bytes.IndexByte(text, '\n'); i >= 0 && i < len(text); {
		for i++; i < len(text) && (text[i] == ' ' || text[i] == '>'); i++ {
			text[i] = ' '
		}
		next := bytes.IndexByte(text[i:], '\n')
		if next < 0 {
			return
		}
		i += next
	}
}

// cited writes a run of text, which ends with the node last, and the marks of
// the citations in it. A mark never crosses the border of an element: of a
// citation that does (“số **01/KH-UBND**”), the part with the number is marked.
func (w *writer) cited(start, stop int, last *ast.Text) {
	c := w.cites
	for c.next < len(c.found) {
		s := &c.found[c.next]
		if s.End <= start {
			c.next++
			continue
		}
		if s.Start >= stop || s.End > stop && !c.open && (s.Start < start || !w.goesOnTo(s.End, last)) {
			break
		}
		if !c.open && !w.beginMark(s, &start) {
			c.next++
			continue
		}
		if s.End > stop {
			break
		}
		w.piece(start, s.End)
		w.endMark()
		start = s.End
	}
	w.piece(start, stop)
}

// goesOnTo reports whether the text up to an offset follows a node with nothing
// but line breaks in between, so that one element can hold it.
func (w *writer) goesOnTo(end int, t *ast.Text) bool {
	for t.Segment.Stop < end {
		next, ok := t.NextSibling().(*ast.Text)
		if !ok || !t.SoftLineBreak() || next.IsRaw() {
			return false
		}
		t = lastOfRun(next)
	}
	return true
}

// piece writes a part of a run.
func (w *writer) piece(start, stop int) {
	if len(w.terms) > 0 {
		w.expect(start, stop)
	}
	w.text(w.src[start:stop])
}

// beginMark records a citation, and writes the text before it and the hole
// where its mark begins. It reports false where there is none to mark.
func (w *writer) beginMark(s *citation.Span, start *int) bool {
	c, ok := w.citation(s)
	if !ok {
		return false
	}
	w.cites.all = append(w.cites.all, c)
	from := s.Start
	if from < *start {
		from = *start + len(w.src[*start:s.End]) - len(bytes.TrimLeft(w.src[*start:s.End], " "))
		if c.Number.IsZero() || !bytes.Contains(w.src[from:s.End], []byte(c.Number.Text)) {
			return false
		}
	}
	if w.inLink {
		return false
	}
	w.piece(*start, from)
	w.holes = append(slices.Grow(w.holes, 2), plan.Hole{Offset: len(w.buf), Kind: plan.HoleMark, Index: len(w.cites.all) - 1})
	*start = from
	w.cites.open, w.inLink = true, true
	return true
}

// endMark writes the hole where a mark ends, and in it what is said of a link
// that leaves the site.
func (w *writer) endMark() {
	at, last := len(w.buf), len(w.cites.all)-1
	if !w.cites.all[last].IsPlace() {
		w.sayExternal()
	}
	w.holes = append(w.holes, plan.Hole{Offset: at, Kind: plan.HoleMarkEnd, Index: last, Words: len(w.buf) - at})
	w.cites.next++
	w.cites.open, w.inLink = false, false
}
