package audit

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// FuzzTokenizer compares the tags and attributes that the tokenizer finds with
// those that the HTML parser of the Go project finds: what one of them misses,
// a page could hide from the audit.
func FuzzTokenizer(f *testing.F) {
	for _, s := range []string{
		sound(`<p id=a class="b c" hidden/><img src='a.png'alt=x><br/>`),
		"<!-- a --><!--><!---><!-- a --!><p><!-- <p> --", "<script>a</scrip></script x><p>", "<title><p></TITLE ><p =a =b='c'/ d>",
		"<a href=x/>", "<a b=\"c", "</a b=c><p></ p><p></>", "<?php ?><!x><P A=B a=c>", "<textarea><p></textarea><style></style",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		New(Options{BaseURL: "https://a.example/b/"}).Page("a/index.html", []byte(s)) // must not panic
		// Left out: what browsers do only inside scripts, what depends on
		// whether they run scripts, and the character that they replace.
		if lower := strings.ToLower(s); strings.Contains(lower, "noscript") || strings.Contains(lower, "<script") && strings.Contains(s, "<!--") || strings.Contains(s, "\x00") {
			t.Skip()
		}
		if diff := cmp.Diff(theirs(s), ours(s), cmp.Comparer(attribute.same)); diff != "" {
			t.Errorf("%q: %s", s, diff)
		}
	})
}

type tag struct {
	Name  string
	Attrs []attribute
}

// attribute has its value as the page has it, or as the parser decoded it.
type attribute struct {
	name, value string
	raw         bool
}

// same compares values, but for those that the parser gives decoded.
func (a attribute) same(b attribute) bool {
	if a.name != b.name || a.raw == b.raw {
		return a == b
	}
	for _, x := range []attribute{a, b} {
		if x.raw && (strings.ContainsAny(x.value, "&\r\n\x00") || !utf8.ValidString(x.value)) {
			return true
		}
	}
	return a.value == b.value
}

func ours(s string) []tag {
	var out []tag
	tok := tokenizer{html: []byte(s)}
	for tok.next() {
		if tok.closing {
			continue
		}
		one := tag{Name: string(tok.name)}
		for _, a := range tok.attrs {
			one.Attrs = append(one.Attrs, attribute{string(a.name), string(a.value), true})
		}
		out = append(out, one)
	}
	return out
}

func theirs(s string) []tag {
	var out []tag
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			one := tag{Name: string(name)}
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				if slices.ContainsFunc(one.Attrs, func(a attribute) bool { return a.name == string(key) }) {
					continue
				}
				one.Attrs = append(one.Attrs, attribute{string(key), string(value), false})
			}
			out = append(out, one)
		}
	}
}
