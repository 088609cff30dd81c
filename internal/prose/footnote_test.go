package prose

import (
	"strings"
	"testing"
)

func TestFootnoteLabel(t *testing.T) {
	for in, want := range map[string]string{
		"[^1]":                  "1",
		"[^ghi-chú]: a":         "ghi-chú",
		"[^1] [^2]":             "1",
		"[^]":                   "",
		"[^a b]":                "",
		"[^a[b]":                "",
		"[^a\n]":                "",
		"[^a":                   "",
		"[1]":                   "",
		"[^" + long + "]":       "",
		"[^" + long[:200] + "]": long[:200],
	} {
		label, length := footnoteLabel([]byte(in))
		if label != want || (want != "" && length != len(want)+3) {
			t.Errorf("%q has the label %q of length %d, want %q", in, label, length, want)
		}
	}
}

var long = string(make([]byte, maxFootnoteLabel+1))

func TestFootnoteNumbersFollowTheText(t *testing.T) {
	// The notes stand in another order, one before its reference, one in a list.
	got := string(fillFragment(convert("[^c]: ba\n\nx[^a] y[^b]\n\n- z\n\n    [^b]: hai\n\n[^a]: một[^c]\n")))
	want := `<p>x<sup><a href="#fn-1" role="doc-noteref" aria-label="Note 1" id="fnref-1">1</a></sup> ` +
		`y<sup><a href="#fn-2" role="doc-noteref" aria-label="Note 2" id="fnref-2">2</a></sup></p>
<ul>
<li>
<p>z</p>
</li>
</ul>
<section class="footnotes" role="doc-endnotes" aria-labelledby="fn-heading">
<h2 id="fn-heading">Notes</h2>
<ol>
<li id="fn-1">
<p>một<sup><a href="#fn-3" role="doc-noteref" aria-label="Note 3">3</a></sup> <a href="#fnref-1" role="doc-backlink" aria-label="Back to the reference to note 1">↩︎</a></p>
</li>
<li id="fn-2">
<p>hai <a href="#fnref-2" role="doc-backlink" aria-label="Back to the reference to note 2">↩︎</a></p>
</li>
<li id="fn-3">
<p>ba</p>
</li>
</ol>
</section>
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A note ends like any other text: with the caption of a table or of an image,
// written once, and with what its lines were likely meant as.
func TestNoteEndsAsOtherTexts(t *testing.T) {
	for text, want := range map[string]string{
		"a[^1]\n\n[^1]: | a | b |\n    |---|---|\n    | c | d |\n\n    Bảng 1. Tên\n": "Tên</caption>",
		"a[^1]\n\n[^1]: ![hình](a.png \"Tên\")\n":                                     "<figcaption>Tên</figcaption>",
	} {
		html := string(convert(text).Body.HTML)
		if !strings.Contains(html, want) || strings.Count(html, "Tên") != 1 || strings.Count(html, "doc-backlink") != 1 {
			t.Errorf("%q gives\n%s\nwant %q, once, and one link back", text, html, want)
		}
	}
	if r := convert("a[^1]\n\n[^1]: ##Mục\n"); len(r.Findings) != 1 || r.Findings[0].Rule != ruleAlmost {
		t.Errorf("findings %v, want one of %s", r.Findings, ruleAlmost.Name)
	}
}
