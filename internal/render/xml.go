package render

import (
	"strings"
	"unicode/utf8"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// xmlWriter writes XML into one buffer. Names are the program's own.
type xmlWriter struct{ buf []byte }

// raw appends markup.
func (w *xmlWriter) raw(s string) { w.buf = append(w.buf, s...) }

// element appends a line with an element that holds a text, unless the text is
// empty.
func (w *xmlWriter) element(indent, name, text string) {
	if text == "" {
		return
	}
	w.raw(indent + "<" + name + ">")
	w.text(text)
	w.raw("</" + name + ">\n")
}

// attr appends an attribute.
func (w *xmlWriter) attr(name, value string) {
	w.raw(" " + name + `="`)
	w.text(value)
	w.raw(`"`)
}

// text appends a text, escaped for elements and for quoted attributes. What no
// XML document may contain is left out.
func (w *xmlWriter) text(s string) {
	for i, c := range s {
		switch {
		case c == '&':
			w.raw("&amp;")
		case c == '<':
			w.raw("&lt;")
		case c == '>':
			w.raw("&gt;")
		case c == '"':
			w.raw("&#34;")
		case c == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"), !isXML(c):
		default:
			w.buf = utf8.AppendRune(w.buf, c)
		}
	}
}

// isXML reports whether a character may stand in a document: XML 1.0, 2.2.
func isXML(c rune) bool {
	return c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c != 0xFFFE && c != 0xFFFF
}
