// Package visible says whether two pages are the same to those who read them.
// It is used by tests of what makes pages shorter.
package visible

import (
	"bytes"
	"io"

	"golang.org/x/net/html"
)

// Same reports whether readers find the same in two pages.
func Same(a, b []byte) bool {
	first, ok := read(nil, a)
	if !ok {
		return false
	}
	second, ok := read(make([]byte, 0, len(first)), b)
	return ok && bytes.Equal(first, second)
}

// read appends the text of a page to buf, in pieces that end in a NUL, which
// no page has: a piece is what stands between elements that begin a line of
// their own, with white space as browsers show it. Attributes are pieces too. It reports false where the page cannot be
// read to its end.
func read(buf, page []byte) ([]byte, bool) {
	z := html.NewTokenizer(bytes.NewReader(page))
	v := reading{out: buf}
	for {
		switch z.Next() {
		case html.ErrorToken:
			v.end()
			return v.out, z.Err() == io.EOF
		case html.TextToken:
			v.text(z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			v.open(string(name))
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				v.out = append(append(append(append(v.out, key...), '='), value...), 0)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			v.close(string(name))
		}
	}
}

// reading collects the pieces.
type reading struct {
	out   []byte
	begun bool // the line has a character
	space bool // one is due before the next character
	pre   int  // elements around that keep white space
}

// text adds text whose references to characters are replaced.
func (v *reading) text(s []byte) {
	if v.pre > 0 {
		v.out, v.begun = append(v.out, s...), v.begun || len(s) > 0
		return
	}
	for i := 0; i < len(s); {
		if isSpace(s[i]) {
			v.space = v.begun
			i++
			continue
		}
		from := i
		for i < len(s) && !isSpace(s[i]) {
			i++
		}
		if v.space {
			v.out, v.space = append(v.out, ' '), false
		}
		v.out, v.begun = append(v.out, s[from:i]...), true
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func (v *reading) open(name string) {
	v.boundary(name)
	if keepsSpace(name) {
		v.pre++
	}
}

func (v *reading) close(name string) {
	v.boundary(name)
	if keepsSpace(name) && v.pre > 0 {
		v.pre--
	}
}

func (v *reading) boundary(name string) {
	if !isInline(name) {
		v.end()
	}
}

func (v *reading) end() {
	if v.begun {
		v.out = append(v.out, 0)
	}
	v.begun, v.space = false, false
}

func keepsSpace(name string) bool { return name == "pre" || name == "textarea" }

// isInline reports whether an element stands within a line of text.
func isInline(name string) bool {
	switch name {
	case "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "i", "img", "input", "ins", "kbd", "label", "mark",
		"q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr":
		return true
	}
	return false
}
