package audit

import (
	"bytes"
	"slices"
	"strings"
	"testing"

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
		if diff := cmp.Diff(theirs(s), ours(s)); diff != "" {
			t.Errorf("%q: %s", s, diff)
		}
	})
}

func ours(s string) []string {
	var out []string
	tok := tokenizer{html: []byte(s)}
	for tok.next() {
		if tok.closing {
			continue
		}
		var line strings.Builder
		line.Write(tok.name)
		for _, a := range tok.attrs {
			writeAttr(&line, string(a.name), string(a.value))
		}
		out = append(out, line.String())
	}
	return out
}

func theirs(s string) []string {
	var out []string
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken, html.SelfClosingTagToken:
			var line strings.Builder
			name, more := z.TagName()
			line.Write(name)
			var seen [][]byte
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				if slices.ContainsFunc(seen, func(k []byte) bool { return bytes.Equal(k, key) }) {
					continue
				}
				seen = append(seen, bytes.Clone(key))
				writeAttr(&line, string(key), string(value))
			}
			out = append(out, line.String())
		}
	}
}

// writeAttr leaves out values that the parser gives decoded.
func writeAttr(b *strings.Builder, name, value string) {
	b.WriteString(" " + name)
	if !strings.ContainsAny(value, "&\r\n\x00") && strings.ToValidUTF8(value, "") == value {
		b.WriteString("=" + value)
	}
}
