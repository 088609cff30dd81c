package render

import (
	"bytes"
	"testing"

	"planpress/internal/audit"
	"planpress/internal/diag"
)

// Minified pages of the default theme are shorter, say the same, and pass the
// audit, which wants the script of the head unchanged.
func TestMinify(t *testing.T) {
	r, set := defaultRenderer(t, diag.VI)
	a := audit.New(audit.Options{Boot: string(set.Boot)})
	for _, ex := range examples() {
		page, err := r.Page(nil, ex.layout, ex.page)
		if err != nil {
			t.Fatal(err)
		}
		small, findings := Minify(ex.path, page)
		if findings != nil {
			t.Errorf("%s: %s", ex.path, findings[0].Message.EN)
		}
		if len(small) >= len(page) {
			t.Errorf("%s: %d bytes of %d", ex.path, len(small), len(page))
		}
		for _, f := range a.Page(ex.path, small) {
			t.Errorf("%s: %s [%s]", f.Pos, f.Message.EN, f.Rule.Code)
		}
	}
}

// Two pages are the same where a reader sees, hears and follows the same.
func TestVisible(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"<p>a  b\n c</p>", "<p>a b c</p>", true},
		{"<p>a <b>b</b></p>", "<p>a<b>b</b></p>", false},
		{"<p> a </p> <p>b</p>", "<p>a<p>b", true},
		{"<pre>a  b</pre>", "<pre>a b</pre>", false},
		{"<p>a&nbsp;b</p>", "<p>a b</p>", false},
		{"<p>a &amp; b</p>", "<p>a & b</p>", true},
		{"<p>a &amp;lt; b</p>", "<p>a &lt; b</p>", false},
		{`<p>a <b id="x">b</b></p>`, `<p>a<b id="x"> b</b></p>`, true},
		{`<img alt="a  b">`, `<img alt="a b">`, false},
		{`<a href="x">a</a>`, `<a href=x>a</a>`, true},
		{"<p>a</p>b", "<p>ab", false},
	} {
		if got := same([]byte(c.a), []byte(c.b)); got != c.same {
			t.Errorf("%s and %s: same is %v", c.a, c.b, got)
		}
	}
}

// A page that the minifier would change stays as it is, and it is said.
func TestMinifyKeepsPage(t *testing.T) {
	page := []byte("<!DOCTYPE html>\n<title>a</title>\n<p>  a  </p>\n<p id=''>b</p>\n")
	small, findings := Minify("a/index.html", page)
	if !bytes.Equal(small, page) {
		t.Errorf("the page changed: %q", small)
	}
	if len(findings) != 1 || findings[0].Rule.Code != "P400" || findings[0].Pos.File != "a/index.html" {
		t.Errorf("findings: %v", findings)
	}
}
