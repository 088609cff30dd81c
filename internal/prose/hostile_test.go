package prose

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/hostile"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// hostilePlaces are the places of a text into which hostile texts are put, one
// at each %s.
var hostilePlaces = map[string]string{
	"text":                "%s",
	"middle of a text":    "Ủy ban %s phường",
	"heading":             "## %s",
	"underlined heading":  "%s\n---",
	"article":             "### Điều 7. %s\n\n1. a\n\n   a) b",
	"bold article":        "**Điều 7.** %s",
	"bold":                "**%s**",
	"italic":              "*%s*",
	"struck":              "~~%s~~",
	"list":                "- %s\n- b",
	"numbered list":       "1. %s\n2. b",
	"clause":              "## Điều 1.\n\n1. %s\n",
	"point":               "a) %s\nb) c",
	"task":                "- [x] %s",
	"quote":               "> %s",
	"code":                "`%s`",
	"code block":          "```\n%s\n```",
	"language of code":    "```%s\na\n```",
	"language after a ~":  "~~~ %s\na\n~~~",
	"indented code":       "    %s",
	"table header":        "| a | %s |\n|---|---|\n| b | c |",
	"table cell":          "| a | b |\n|---|---|\n| %s | c |",
	"table group":         "| a | b |\n|---|---|\n| %s |\n| c | d |",
	"table caption":       "Bảng 1. %s\n\n| a | b |\n|---|---|\n| c | d |",
	"name in a caption":   "Bảng %s: a\n\n| a | b |\n|---|---|\n| c | d |",
	"address":             "[a](%s)",
	"address in angles":   "[a](<%s>)",
	"path":                "[a](x/%s.md)",
	"fragment":            "[a](x.md#%s)",
	"host":                "[a](https://%s/)",
	"query":               "[a](https://a.vn/?b=%s)",
	"mail address":        "[a](mailto:%s)",
	"text of a link":      "[%s](a.md)",
	"text of web link":    "[%s](https://a.vn)",
	"title of a link":     `[a](b.md "%s")`,
	"title in quotes":     `[a](b.md '%s')`,
	"reference address":   "[a]\n\n[a]: %s",
	"reference in angles": "[a]\n\n[a]: <%s>",
	"reference title":     "[a]\n\n[a]: b.md\n'%s'",
	"reference label":     "[%[1]s]\n\n[%[1]s]: a.md",
	"autolink":            "<%s>",
	"bare address":        "xem https://a.vn/%s nhé",
	"bare host":           "www.%s.vn",
	"bare mail":           "%s@a.vn",
	"description":         "![%s](a.png)",
	"image address":       "![a](%s)",
	"image in angles":     "![a](<%s>)",
	"title of an image":   `x ![a](b.png "%s")`,
	"caption of an image": `![a](b.png "%s")`,
	"image in a link":     "[![%s](a.png)](b.md)",
	"footnote":            "a[^1]\n\n[^1]: %s",
	"label of a footnote": "a[^%[1]s]\n\n[^%[1]s]: b",
	"unused footnote":     "[^1]: %s",
	"comment":             "<!-- %s -->",
	"comment in a line":   "a <!-- %s --> b",
	"tag":                 "<%s>",
	"attribute":           `<p title="%s">a</p>`,
	"behind a backslash":  `a \%s`,
	"behind an ampersand": "a &%s;",
	"behind a bracket":    "[%s",
}

// TestHostile puts every hostile text into every place, and finds nothing in
// the HTML that could run, load or hide anything.
func TestHostile(t *testing.T) {
	c := New(WordsIn(diag.VI))
	tried := 0
	for name, place := range hostilePlaces {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, v := range hostile.Vectors() {
				text := strings.ReplaceAll(strings.ReplaceAll(place, "%[1]s", v), "%s", v)
				if trouble := dangers(c, text); trouble != "" {
					t.Fatalf("%s\nin the text:\n%q", trouble, text)
				}
			}
		})
		tried++
	}
	if tried < 20 {
		t.Errorf("only %d places", tried)
	}
}

// wrongHoles says which hole does not lie where its kind of hole must: between
// two quotes, or, of marks, two by two in text.
func wrongHoles(r Result) string {
	html, last, links, marks, open := r.Body.HTML, -1, 0, 0, false
	for i, h := range r.Body.Holes {
		if h.Offset <= last || h.Offset+h.Words > len(html) {
			return fmt.Sprintf("hole %d %+v comes after %d", i, h, last)
		}
		last = h.Offset
		right := false
		switch h.Kind {
		case plan.HoleAddress:
			right = !open && h.Index == links && h.Index < len(r.Links) && h.Offset > 1 && html[h.Offset-1] == '"' && html[h.Offset] == '"'
			links++
		case plan.HoleMark:
			right = !open && h.Index >= marks && h.Index < len(r.Cites) && inText(html, h.Offset)
			marks, open = h.Index, true
		case plan.HoleMarkEnd:
			right = open && h.Index == marks && inText(html, h.Offset) && inText(html, h.Offset+h.Words)
			marks, open = h.Index+1, false
		}
		if !right {
			return fmt.Sprintf("hole %d %+v is in the wrong place", i, h)
		}
	}
	if open {
		return "a mark does not end"
	}
	return ""
}

// inText reports whether an offset of HTML lies outside of tags and references.
func inText(html []byte, offset int) bool {
	before := html[:offset]
	return bytes.LastIndexByte(before, '<') <= bytes.LastIndexByte(before, '>') && !regexp.MustCompile(`&[#0-9A-Za-z]*$`).Match(before)
}

// dangers converts a text and says what is wrong with the result.
func dangers(c *Converter, text string) string {
	r := c.Convert(source.New("x.md", []byte(text)), 0)
	html := r.Body.HTML
	if wrong := wrongHoles(r); wrong != "" {
		return fmt.Sprintf("%s in %q", wrong, html)
	}
	for _, l := range r.Links {
		if wrong := wrongAddress(l.Dest, l.Frag); wrong != "" {
			return wrong
		}
	}
	if !utf8.Valid(html) {
		return fmt.Sprintf("the HTML is not UTF-8: %q", html)
	}
	if found := hostile.Dangerous(fillFragment(r)); len(found) > 0 {
		return fmt.Sprintf("%q\nin the HTML:\n%s", found, html)
	}
	return ""
}

// wrongAddress says what is wrong with an address inside the site, as whoever
// fills the hole gets it.
func wrongAddress(dest, frag string) string {
	if strings.HasPrefix(dest, "//") || strings.ContainsAny(dest+frag, "\\\x00\n\r\t") || schemeOf(strings.Trim(dest, " ")) != "" {
		return fmt.Sprintf("the address %q#%q hides another", dest, frag)
	}
	return ""
}
