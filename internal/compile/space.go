package compile

import (
	"bytes"
	"strings"
)

// spot is a place in a page: what stood before it, as far as that says what
// white space means here.
type spot struct {
	mode  mode
	quote byte   // that ends the attribute's value: in inValue
	tag   string // the name of the tag around, with its slash; empty where it is not sure
	keep  string // the element whose content stays: in inKept
	head  bool   // in the page's head
	seen  seen   // in inText: what stood last
}

type mode int

const (
	inText mode = iota
	inName      // of a tag, or just after it
	inTag
	inValue
	inKept
	inComment
	inLost // not known
)

type seen int

const (
	anything seen = iota
	space
	edge // a tag next to which no white space is shown
)

// value moves the place over a value that is not known.
func (at *spot) value() {
	at.seen = anything
	if at.mode == inName {
		at.mode, at.tag = inTag, "" // it could be the rest of the name
	}
}

// within gives the place without saying that a tag's name stood last.
func (at spot) within() spot {
	if at.mode == inName {
		at.mode = inTag
	}
	return at
}

// shorten gives literal text without the white space that is not shown, and
// moves the place over it. Ahead reports whether what comes after the text
// begins with an edge.
func (at *spot) shorten(text []byte, ahead func() bool) []byte {
	out := make([]byte, 0, len(text))
	for len(text) > 0 {
		n := 0 // how many bytes were read
		switch at.mode {
		case inText:
			n, out = at.text(text, out, ahead)
		case inName, inTag:
			n, out = at.inside(text, out)
		case inValue:
			n, out = at.until(text, out, string(at.quote), inTag)
		case inComment:
			n, out = at.until(text, out, "-->", inText)
		case inKept:
			n, out = at.kept(text, out)
		default:
			n, out = len(text), append(out, text...)
		}
		text = text[n:]
	}
	return out
}

// text reads white space, the beginning of a tag, or other text.
func (at *spot) text(s, out []byte, ahead func() bool) (int, []byte) {
	if rest := trimSpace(s); len(rest) < len(s) {
		n := len(s) - len(rest)
		if at.seen != anything || isEdge(tagName(rest), at.head) || len(rest) == 0 && ahead() {
			return n, out
		}
		at.seen = space
		return n, append(out, oneSpace(s[:n]))
	}
	if bytes.HasPrefix(s, []byte("<!--")) {
		at.mode = inComment // which leaves what was seen as it is
		return 4, append(out, s[:4]...)
	}
	if name := tagName(s); name != "" {
		at.mode, at.tag = inName, name
		n := 1 + len(name)
		return n, append(out, s[:n]...)
	}
	at.seen = anything
	n := 1
	for n < len(s) && s[n] != '<' && !isSpace(s[n]) {
		n++
	}
	return n, append(out, s[:n]...)
}

// oneSpace is what is left of white space.
func oneSpace(run []byte) byte {
	if bytes.IndexByte(run, '\n') >= 0 {
		return '\n'
	}
	return ' '
}

// inside reads what stands in a tag, up to a value or the tag's end.
func (at *spot) inside(s, out []byte) (int, []byte) {
	at.mode = inTag
	if rest := trimSpace(s); len(rest) < len(s) {
		if len(rest) == 0 || rest[0] != '>' {
			out = append(out, ' ')
		}
		return len(s) - len(rest), out
	}
	var before byte
	if len(out) > 0 {
		before = out[len(out)-1]
	}
	switch c := s[0]; {
	case c == '>':
		at.close()
	case (c == '"' || c == '\'') && before == '=':
		at.mode, at.quote = inValue, c
	case c == '=' && isName(before):
	case !isName(c):
		at.mode = inLost // browsers may read it as something else
	}
	return 1, append(out, s[0])
}

// close moves the place over the end of a tag.
func (at *spot) close() {
	name := at.tag
	*at = spot{head: at.head}
	switch {
	case name == "head":
		at.head = true
	case name == "/head":
		at.head = false
	case keepsContent(name):
		at.mode, at.keep = inKept, name
	}
	if isEdge(name, at.head) {
		at.seen = edge
	}
}

// until reads up to and with the end of something.
func (at *spot) until(s, out []byte, end string, then mode) (int, []byte) {
	i := bytes.Index(s, []byte(end))
	if i < 0 {
		return len(s), append(out, s...)
	}
	at.mode, at.quote = then, 0
	i += len(end)
	return i, append(out, s[:i]...)
}

// kept reads up to the end tag of the element whose content stays.
func (at *spot) kept(s, out []byte) (int, []byte) {
	end := "/" + at.keep
	for i := range s {
		switch tagName(s[i:]) {
		case end:
			at.mode, at.tag, at.keep = inName, end, ""
			i += 1 + len(end)
			return i, append(out, s[:i]...)
		case "pre":
			if at.keep == "pre" { // which ends not with the first end tag
				at.mode = inLost
				return 0, out
			}
		}
	}
	return len(s), append(out, s...)
}

// tagName gives the name of the tag at which a text begins, with the slash of
// an end tag and as long as it is there, but A to Z in lower case; empty where
// there is none.
func tagName(s []byte) string {
	if len(s) < 2 || s[0] != '<' {
		return ""
	}
	n := 1
	if s[1] == '/' || s[1] == '!' {
		n++
	}
	if n == len(s) || !isLetter(s[n]) {
		return ""
	}
	for n < len(s) && !isSpace(s[n]) && s[n] != '>' && s[n] != '/' {
		n++
	}
	name := bytes.Clone(s[1:n])
	for i, c := range name {
		if 'A' <= c && c <= 'Z' {
			name[i] = c | 0x20
		}
	}
	if name[0] == '!' && string(name) != "!doctype" {
		return ""
	}
	return string(name)
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// isName reports whether a byte can stand in the names and the unquoted values
// of attributes.
func isName(c byte) bool {
	return isLetter(c) || '0' <= c && c <= '9' || c == '-' || c == '_' || c == ':' || c == '.' || c == '/'
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func trimSpace(s []byte) []byte { return bytes.TrimLeft(s, " \n\t\r\f") }

// keepsContent reports whether white space in an element is shown, or is not
// HTML's.
func keepsContent(name string) bool {
	switch name {
	case "pre", "textarea", "script", "style", "title":
		return true
	}
	return false
}

// isEdge reports whether browsers show no white space next to a tag: those of
// elements that begin a line of their own, and in the head all.
func isEdge(tag string, head bool) bool {
	switch name := strings.TrimPrefix(tag, "/"); name {
	case "address", "article", "aside", "blockquote", "body", "br", "caption", "col", "colgroup", "dd", "details", "dialog", "div", "dl", "dt",
		"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend",
		"li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th",
		"thead", "tr", "ul", "!doctype":
		return true
	case "base", "link", "meta", "script", "style", "title":
		return head
	}
	return false
}
