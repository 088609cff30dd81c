package visible_test

import (
	"testing"

	"planpress/internal/visible"
)

// Two pages are the same where a reader sees, hears and follows the same.
func TestSame(t *testing.T) {
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
		if got := visible.Same([]byte(c.a), []byte(c.b)); got != c.same {
			t.Errorf("%s and %s: same is %v", c.a, c.b, got)
		}
	}
}
