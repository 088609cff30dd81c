package render

import (
	"bytes"
	"io"

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
	if err == nil && same(page, small) {
		return small, nil
	}
	return page, []diag.Finding{ruleMinified.At(source.Pos{File: path}, diag.T(
		"trang được đăng nguyên bản, không thu gọn", "the page is published as it was, not minified"))}
}

// same reports whether readers find the same in two pages.
func same(a, b []byte) bool {
	first, ok := visible(nil, a)
	if !ok {
		return false
	}
	second, ok := visible(make([]byte, 0, len(first)), b)
	return ok && bytes.Equal(first, second)
}

// visible appends the text of a page to buf, in pieces that end in a NUL, which
// no page has: a piece is what stands between elements that begin a line of
// their own, with white space as browsers show it. Texts in attributes that
// people read or hear are pieces too. It reports false where the page cannot be
// read to its end.
func visible(buf, page []byte) ([]byte, bool) {
	z := html.NewTokenizer(bytes.NewReader(page))
	v := visibleText{out: buf}
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
				if isRead(string(key)) {
					v.out = append(append(append(append(v.out, key...), '='), value...), 0)
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
	out   []byte
	begun bool // the line has a character
	space bool // one is due before the next character
	pre   int  // elements around that keep white space
}

// text adds text whose references to characters are replaced.
func (v *visibleText) text(s []byte) {
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

func (v *visibleText) end() {
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

// isRead reports whether people read or hear an attribute.
func isRead(name string) bool {
	switch name {
	case "alt", "title", "aria-label", "href", "src", "id", "lang", "datetime":
		return true
	}
	return false
}
