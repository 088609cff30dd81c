package prose

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/hostile"
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

// dangers converts a text and says what is wrong with the result.
func dangers(c *Converter, text string) string {
	r := c.Convert(source.New("x.md", []byte(text)), 0)
	html := r.Body.HTML
	last := -1
	for i, h := range r.Body.Holes {
		if h.Link != i || h.Link >= len(r.Links) || h.Offset <= last || h.Offset < 2 || h.Offset >= len(html) ||
			html[h.Offset-1] != '"' || html[h.Offset] != '"' {
			return fmt.Sprintf("hole %d %+v is not between two quotes in %q", i, h, html)
		}
		last = h.Offset
		if wrong := wrongAddress(r.Links[i].Dest, r.Links[i].Frag); wrong != "" {
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
