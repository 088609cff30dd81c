package prose

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/diag"
	"planpress/internal/hostile"
	"planpress/internal/source"
)

// TestAutolinks says what of a line becomes a link: the text in brackets.
func TestAutolinks(t *testing.T) {
	for _, want := range []string{
		"xem [https://a.vn/x], rồi",
		"xem [https://a.vn/x]. Rồi",
		"([https://a.vn/x])",
		"[https://a.vn/x_(y)] (z)",
		"“[https://a.vn/x]”",
		"[https://a.vn/x_y_z]",
		"[https://a.vn/*x*/y]",
		"[www.a.vn];",
		"[www.a.vn/x?y=1]…",
		"kết thúc [https://a.vn/het]./.",
		"gửi [a.b-c_d+e@f-g.vn].",
		"a@b và @x.vn và a@.vn",
		"xhttps://a.vn và 1www.a.vn",
		"http:// và https://. và www. và www.x",
		"[http://localhost:8080/x]",
		"[https://tỉnh.vn/đường-dẫn]",
		"a [https://a.vn] b [https://b.vn]",
		"tỷ lệ 1:2, 10:30, v.v. a.b",
		"[https://a.vn/x];;;",
	} {
		text := strings.NewReplacer("[", "", "]", "").Replace(want)
		r := New(Words{}).Convert(source.New("x.md", []byte(text)), 0)
		got := string(r.Body.HTML)
		if got = markLinks(got); got != want {
			t.Errorf("of %q got %q, want %q", text, got, want)
		}
	}
}

// markLinks turns the links of a paragraph's HTML into brackets.
func markLinks(html string) string {
	html = strings.TrimSuffix(strings.TrimPrefix(html, "<p>"), "</p>\n")
	html = strings.ReplaceAll(html, `<span class="hidden"> </span>`, "")
	for {
		start := strings.Index(html, "<a ")
		if start < 0 {
			return strings.ReplaceAll(html, "</a>", "]")
		}
		end := start + strings.IndexByte(html[start:], '>')
		html = html[:start] + "[" + html[end+1:]
	}
}

// FuzzMayLinkify compares what is read with and without looking for addresses:
// the same wherever it is not done.
func FuzzMayLinkify(f *testing.F) {
	for _, text := range []string{
		"a. b: c. **d.** e", "v.v... [a.](b) `c.`", "| a. | b: |\n|---|---|\n| c. | *d.* |", "- [ ] a.\n- b:", "WWW.a.vn", "http:// www x.www", "a\\.b _c._ d[^1].\n\n[^1]: e.",
	} {
		f.Add(text)
	}
	for _, v := range hostile.Vectors() {
		f.Add("a. " + v + ". b: " + v)
	}
	chosen := New(WordsIn(diag.VI))
	always := New(WordsIn(diag.VI))
	always.parser = always.linking
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("package content sees to that")
		}
		file := source.New("x.md", []byte(text))
		if diff := cmp.Diff(always.Convert(file, 0), chosen.Convert(file, 0)); diff != "" {
			t.Error(diff)
		}
	})
}

// A bracket that is never closed does not keep later addresses from being
// links, and an address in a link's text is not a second link.
func TestAutolinksNearBrackets(t *testing.T) {
	for text, links := range map[string]int{
		"[mở https://a.vn":                  1,
		"[https://a.vn](https://b.vn)":      1,
		"[x https://a.vn y](https://b.vn)":  1,
		"`https://a.vn` và \\https://a.vn":  1,
		"<https://a.vn>":                    1,
		"[1] https://a.vn [2] https://b.vn": 2,
	} {
		r := New(WordsIn(diag.EN)).Convert(source.New("x.md", []byte(text)), 0)
		if got := strings.Count(string(r.Body.HTML), "<a "); got != links {
			t.Errorf("%q has %d links, want %d: %s", text, got, links, r.Body.HTML)
		}
	}
}
