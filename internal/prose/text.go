package prose

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"planpress/internal/viet"
)

// textRun writes a text together with the neighbours that continue it, and
// gives the last node it wrote. Goldmark cuts a text wherever something could
// have begun, but words, addresses and entities do not end there.
func (w *writer) textRun(t *ast.Text) ast.Node {
	start := t.Segment.Start
	t = lastOfRun(t)
	stop := t.Segment.Stop
	if t.IsRaw() {
		w.prose(w.src[start:stop])
	} else {
		w.checkBroken(w.src[start:stop], start)
		w.checkBold(start, stop, t)
		w.checkComment(w.src[start:stop], start)
		w.checkText(w.src[start:stop], start)
		if w.cites.next < len(w.cites.found) {
			w.cited(start, stop, t)
		} else {
			w.piece(start, stop)
		}
	}
	switch {
	case t.HardLineBreak():
		w.raw("<br>\n")
		w.counter.end()
	case t.SoftLineBreak():
		if w.sticks(w.src[start:stop], t.NextSibling()) {
			w.raw("\u00a0")
		} else {
			w.raw("\n")
		}
		w.counter.end()
	}
	return t
}

// checkText looks at a text for what its author did not mean.
func (w *writer) checkText(s []byte, offset int) {
	if bytes.IndexByte(s, '&') >= 0 {
		w.checkReferences(s, offset)
	}
	if w.braces {
		w.checkAttributes(s, offset)
	}
	if w.senses {
		w.checkSense(s, offset)
	}
	if !w.inHeading && !w.inCell {
		w.checkCapitals(s, offset)
	}
}

// lastOfRun gives the last of the texts that follow each other without a gap or
// a line break, from one on.
func lastOfRun(t *ast.Text) *ast.Text {
	for !t.SoftLineBreak() && !t.HardLineBreak() && !t.IsRaw() {
		next, ok := t.NextSibling().(*ast.Text)
		if !ok || next.Segment.Start != t.Segment.Stop || next.IsRaw() {
			break
		}
		t = next
	}
	return t
}

// sticks reports whether the line break between a text and the next node
// tears apart what belongs together, as "Điều" and "7": an editor's wrapping
// of lines means nothing.
func (w *writer) sticks(text []byte, next ast.Node) bool {
	const near = 24 // bytes: more than any word that matters
	t, ok := next.(*ast.Text)
	if !ok || t.IsRaw() {
		return false
	}
	before, after := text[max(0, len(text)-near):], w.src[t.Segment.Start:t.Segment.Stop]
	w.scratch = append(append(w.scratch[:0], before...), ' ')
	w.scratch = append(w.scratch, after[:min(len(after), near)]...)
	return viet.NoBreakIndex(w.scratch, len(before)) == len(before)
}

// text writes Markdown text: escapes and entities are resolved, and what is
// left is written as prose.
func (w *writer) text(s []byte) {
	if bytes.IndexByte(s, '\\') >= 0 || bytes.IndexByte(s, '&') >= 0 {
		w.scratch = appendDecoded(w.scratch[:0], s)
		s = w.scratch
	}
	w.prose(s)
}

// prose writes plain text that a person reads, with the spaces that must not
// break.
func (w *writer) prose(s []byte) {
	w.counter.add(s)
	if len(w.expected) > 0 {
		w.abbreviated(s)
		return
	}
	w.spaced(s, 0, len(s))
}

// spaced writes a part of a text, with the spaces that must not break in it.
func (w *writer) spaced(s []byte, from, to int) {
	for {
		space := viet.NoBreakIndex(s, from)
		if space < 0 || space >= to {
			break
		}
		w.buf = append(appendEscaped(w.buf, s[from:space]), "\u00a0"...)
		from = space + 1
	}
	w.buf = appendEscaped(w.buf, s[from:to])
}

// plainText gives the text of an inline node and all in it, as it is read:
// decoded, not escaped, line breaks as spaces.
func (w *writer) plainText(n ast.Node) string { return string(w.appendPlain(nil, n)) }

func (w *writer) appendPlain(dst []byte, n ast.Node) []byte {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			if c.IsRaw() {
				dst = append(dst, c.Segment.Value(w.src)...)
			} else {
				dst = appendDecoded(dst, c.Segment.Value(w.src))
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				dst = append(dst, ' ')
			}
		case *ast.String:
			dst = append(dst, c.Value...)
		case *ast.AutoLink:
			dst = append(dst, c.Label(w.src)...)
		default:
			dst = w.appendPlain(dst, c)
		}
	}
	return dst
}

// appendDecoded appends Markdown text with its backslash escapes and entities
// resolved. Control characters and code points that are none become U+FFFD.
func appendDecoded(dst, s []byte) []byte {
	done := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			if i+1 < len(s) && util.IsPunct(s[i+1]) {
				dst = append(dst, s[done:i]...)
				i++
				done = i
			}
		case '&':
			char, n := entity(s[i:])
			if n == 0 {
				continue
			}
			dst = append(append(dst, s[done:i]...), char...)
			i += n - 1
			done = i + 1
		}
	}
	return append(dst, s[done:]...)
}

// entity reads the entity that s begins with, and gives its characters and
// its length in s; zero where there is none. What turns text around becomes
// U+FFFD wherever it stands.
func entity(s []byte) (string, int) {
	char, n := namedChar(s)
	if r, _ := utf8.DecodeRuneInString(char); turns(r) {
		char = string(utf8.RuneError)
	}
	return char, n
}

func namedChar(s []byte) (string, int) {
	// The longest name that HTML knows has 31 letters.
	end := bytes.IndexByte(s[:min(len(s), 34)], ';')
	if end < 2 {
		return "", 0
	}
	name := string(s[1:end])
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return "", 0
		}
		return string(e.Characters), end + 1
	}
	digits, base, most := name[1:], 10, 7
	if len(digits) > 0 && digits[0]|0x20 == 'x' {
		digits, base, most = digits[1:], 16, 6
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > most {
		return "", 0
	}
	char := rune(n)
	control := (char < ' ' && char != '\t' && char != '\n') || (char >= 0x7f && char < 0xa0)
	if control || !utf8.ValidRune(char) {
		char = utf8.RuneError
	}
	return string(char), end + 1
}

// A wordCounter counts words in pieces of text that follow each other.
type wordCounter struct {
	n      int
	inWord bool
}

func (c *wordCounter) add(s []byte) {
	n, before := 0, 0 // without branches: where words end cannot be guessed
	if c.inWord {
		before = 1
	}
	for _, b := range s {
		here := 0
		if b > ' ' {
			here = 1
		}
		n += here &^ before
		before = here
	}
	c.n += n
	c.inWord = before == 1
}

func (c *wordCounter) end() { c.inWord = false }
