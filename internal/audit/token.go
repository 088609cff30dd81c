package audit

import (
	"bytes"
	"html"
)

// tokenizer finds the tags of a page, as browsers do: HTML Standard, 13.2.5.
type tokenizer struct {
	html []byte
	pos  int

	// The tag that next found.
	start   int // offset of its <
	name    []byte
	closing bool
	attrs   []attr
	text    []byte // of title, script and others that hold no tags
}

// attr is one attribute. The value is as written: see decoded.
type attr struct {
	name, value []byte
	start       int // offset of the name
}

// next goes to the next tag; it is false at the end of the page.
func (t *tokenizer) next() bool {
	for {
		i := bytes.IndexByte(t.html[t.pos:], '<')
		if i < 0 || t.pos+i+1 >= len(t.html) {
			t.pos = len(t.html)
			return false
		}
		t.start = t.pos + i
		t.pos = t.start + 1
		switch c := t.html[t.pos]; {
		case isLetter(c):
			t.closing = false
		case c == '/' && t.pos+1 < len(t.html) && isLetter(t.html[t.pos+1]):
			t.closing = true
			t.pos++
		case c == '!' || c == '?' || c == '/':
			t.skipMarkup()
			continue
		default:
			continue
		}
		return t.tag()
	}
}

// tag reads a tag from its name on. It is false where the page ends inside:
// then there is no tag.
func (t *tokenizer) tag() bool {
	t.name = t.word(space | slash | closer)
	t.attrs, t.text = t.attrs[:0], nil
	for {
		c, ok := t.skip()
		switch {
		case !ok:
			return false
		case c == '>':
			t.pos++
			if !t.closing {
				t.rawText()
			}
			return true
		}
		if !t.attribute() {
			return false
		}
	}
}

// skip passes over spaces and slashes between attributes.
func (t *tokenizer) skip() (byte, bool) {
	for ; t.pos < len(t.html); t.pos++ {
		if c := t.html[t.pos]; classes[c]&(space|slash) == 0 {
			return c, true
		}
	}
	return 0, false
}

func (t *tokenizer) attribute() bool {
	a := attr{start: t.pos}
	a.name = t.word(space | slash | closer | equals)
	t.skipSpace()
	if t.pos < len(t.html) && t.html[t.pos] == '=' {
		t.pos++
		t.skipSpace()
		var ok bool
		if a.value, ok = t.value(); !ok {
			return false
		}
	}
	for i := range t.attrs { // the first of a name counts
		if bytes.Equal(t.attrs[i].name, a.name) {
			return true
		}
	}
	t.attrs = append(t.attrs, a)
	return true
}

func (t *tokenizer) value() ([]byte, bool) {
	if t.pos >= len(t.html) {
		return nil, false
	}
	if q := t.html[t.pos]; q == '"' || q == '\'' {
		t.pos++
		n := bytes.IndexByte(t.html[t.pos:], q)
		if n < 0 {
			return nil, false
		}
		v := t.html[t.pos : t.pos+n]
		t.pos += n + 1
		return v, true
	}
	from := t.pos
	for t.pos < len(t.html) && t.html[t.pos] != '>' && !isSpace(t.html[t.pos]) {
		t.pos++
	}
	return t.html[from:t.pos], t.pos < len(t.html)
}

// word takes a name, in lower case, up to one of the signs in stop. That of an
// attribute may begin with an equals sign and ends before the next.
func (t *tokenizer) word(stop class) []byte {
	from, seen := t.pos, class(0)
	for ; t.pos < len(t.html); t.pos++ {
		c := classes[t.html[t.pos]]
		if c&stop != 0 && (c != equals || t.pos > from) {
			break
		}
		seen |= c
	}
	w := t.html[from:t.pos]
	if seen&upper != 0 {
		w = asciiLower(w)
	}
	return w
}

func asciiLower(w []byte) []byte {
	w = bytes.Clone(w)
	for i, c := range w {
		if classes[c] == upper {
			w[i] = c + 'a' - 'A'
		}
	}
	return w
}

func (t *tokenizer) skipSpace() {
	for t.pos < len(t.html) && isSpace(t.html[t.pos]) {
		t.pos++
	}
}

// skipMarkup passes over a comment, a doctype and what counts as a comment.
func (t *tokenizer) skipMarkup() {
	rest := t.html[t.pos:]
	if !bytes.HasPrefix(rest, []byte("!--")) {
		t.pos = t.after(rest, ">")
		return
	}
	rest = rest[len("!--"):]
	for _, empty := range []string{">", "->"} {
		if bytes.HasPrefix(rest, []byte(empty)) {
			t.pos = len(t.html) - len(rest) + len(empty)
			return
		}
	}
	for t.pos = len(t.html) - len(rest); ; {
		t.pos = t.after(t.html[t.pos:], "--")
		switch end := t.html[t.pos:]; {
		case len(end) == 0:
			return
		case end[0] == '>':
			t.pos++
			return
		case bytes.HasPrefix(end, []byte("!>")):
			t.pos += len("!>")
			return
		}
		t.pos-- // of three dashes, the last two may end the comment
	}
}

// after gives the offset in the page behind a mark in its rest.
func (t *tokenizer) after(rest []byte, mark string) int {
	i := bytes.Index(rest, []byte(mark))
	if i < 0 {
		return len(t.html)
	}
	return len(t.html) - len(rest) + i + len(mark)
}

// rawText takes the text of an element that holds no tags.
func (t *tokenizer) rawText() {
	switch string(t.name) {
	case "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes":
		end := t.rawEnd()
		t.text = t.html[t.pos:end]
		t.pos = end
	case "plaintext":
		t.pos = len(t.html)
	}
}

// rawEnd gives the offset of the end tag that belongs to t.name.
func (t *tokenizer) rawEnd() int {
	for i := t.pos; ; i++ {
		n := bytes.Index(t.html[i:], []byte("</"))
		if n < 0 {
			return len(t.html)
		}
		i += n
		name := t.html[i+2:]
		if len(name) <= len(t.name) || !bytes.EqualFold(name[:len(t.name)], t.name) {
			continue
		}
		if c := name[len(t.name)]; isSpace(c) || c == '/' || c == '>' {
			return i
		}
	}
}

// get gives the decoded value of an attribute of the tag.
func (t *tokenizer) get(name string) (string, bool) {
	for i := range t.attrs {
		if string(t.attrs[i].name) == name {
			return string(decoded(t.attrs[i].value)), true
		}
	}
	return "", false
}

// decoded gives a value with its character references replaced.
func decoded(v []byte) []byte {
	if bytes.IndexByte(v, '&') < 0 {
		return v
	}
	return []byte(html.UnescapeString(string(v)))
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isSpace(c byte) bool { return classes[c] == space }

// class is what a byte means to tags.
type class uint8

const (
	space class = 1 << iota
	slash
	closer // of a tag
	equals
	upper
)

var classes = func() (all [256]class) {
	for c := range all {
		switch {
		case c == ' ', c == '\n', c == '\t', c == '\r', c == '\f':
			all[c] = space
		case 'A' <= c && c <= 'Z':
			all[c] = upper
		}
	}
	all['/'], all['>'], all['='] = slash, closer, equals
	return all
}()
