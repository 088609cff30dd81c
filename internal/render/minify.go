package render

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"planpress/internal/asset"
	"planpress/internal/diag"
	"planpress/internal/source"
)

var ruleMinified = &diag.Rule{Code: "P400", Name: "minified-text", Severity: diag.Warning,
	Title: diag.T("Thu gọn làm đổi chữ của trang", "Minifying would change the text of a page"),
	Why: diag.T("Công cụ thu gọn HTML thỉnh thoảng làm mất một khoảng trắng hay một chữ. Trang này được giữ nguyên, chưa thu gọn; không cần làm gì.",
		"The HTML minifier drops a space or a word in rare cases. The page is published as it was, not minified; nothing needs to be done.")}

// Rules lists what this package looks for.
func Rules() []*diag.Rule { return []*diag.Rule{ruleMinified} }

// Minify makes a page shorter. Where that would change what a reader sees, or
// cannot be done, it gives the page itself and a finding. Path names the page
// in the finding.
func Minify(path string, page []byte) ([]byte, []diag.Finding) {
	small, err := asset.MinifyHTML(page)
	if err == nil && slices.Equal(visible(page), visible(small)) {
		return small, nil
	}
	return page, []diag.Finding{ruleMinified.At(source.Pos{File: path}, diag.T(
		"trang được đăng nguyên bản, không thu gọn", "the page is published as it was, not minified"))}
}

// visible gives the text of a page in pieces: between elements that begin a
// line of their own, with white space as browsers show it. Texts in attributes
// that people read or hear are pieces too.
func visible(page []byte) []string {
	z := html.NewTokenizer(bytes.NewReader(page))
	v := &visibleText{}
	for {
		switch z.Next() {
		case html.ErrorToken:
			v.end()
			if z.Err() != io.EOF {
				return nil
			}
			return v.pieces
		case html.TextToken:
			v.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			v.open(string(name))
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				if isRead(string(key)) {
					v.attr(string(key) + "=" + string(value))
				}
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			v.close(string(name))
		}
	}
}

// visibleText collects the pieces.
type visibleText struct {
	pieces []string
	line   strings.Builder
	space  bool // one is due before the next character
	pre    int  // elements around that keep white space
}

func (v *visibleText) text(s string) {
	if v.pre > 0 {
		v.line.WriteString(s)
		return
	}
	for _, c := range html.UnescapeString(s) {
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' {
			v.space = v.line.Len() > 0
			continue
		}
		if v.space {
			v.line.WriteByte(' ')
			v.space = false
		}
		v.line.WriteRune(c)
	}
}

func (v *visibleText) open(name string) {
	v.boundary(name)
	if keepsSpace(name) {
		v.pre++
	}
}

func (v *visibleText) close(name string) {
	v.boundary(name)
	if keepsSpace(name) && v.pre > 0 {
		v.pre--
	}
}

func (v *visibleText) boundary(name string) {
	if !isInline(name) {
		v.end()
	}
}

func (v *visibleText) attr(s string) { v.pieces = append(v.pieces, s) }

func (v *visibleText) end() {
	if v.line.Len() > 0 {
		v.pieces = append(v.pieces, v.line.String())
	}
	v.line.Reset()
	v.space = false
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

// isRead reports whether people read or hear an attribute.
func isRead(name string) bool {
	switch name {
	case "alt", "title", "aria-label", "href", "src", "id", "lang", "datetime":
		return true
	}
	return false
}
