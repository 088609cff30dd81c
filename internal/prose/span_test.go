package prose

import (
	"strings"
	"testing"
)

func TestSpan(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Chỉ số [Key Performance Indicator]{lang=en} của phường.", `<p>Chỉ số <span lang="en">Key Performance Indicator</span> của phường.</p>`},
		{`[a]{lang="en-GB"}`, `<p><span lang="en-GB">a</span></p>`},
		{"[a]{ lang=fr }", `<p><span lang="fr">a</span></p>`},
		{"*[Annual Report]{lang=en}*", `<p><em><span lang="en">Annual Report</span></em></p>`},
		{"[two\nlines]{lang=en} x", "<p><span lang=\"en\">two\nlines</span> x</p>"},
		{"[[KPI]{lang=en} năm 2026](https://vi.du/)", `<span lang="en">KPI</span> năm`},
		{`[a \] <b]{lang=en}`, `<span lang="en">a ] &lt;b</span>`},
		{"`[a]{lang=en}`", "<code>[a]{lang=en}</code>"},
		{"[]{lang=en}", "<p>[]{lang=en}</p>"},
		{"[a] {lang=en}", "<p>[a] {lang=en}</p>"},
		{"[a", "<p>[a</p>"},
		{"[a\nb", "<p>[a\nb</p>"},
		{"> [a\n> b]{lang=en}", "<span lang=\"en\">a\nb</span>"},
		{"[a]{lang=xyzzy}", "<p>a</p>"},
	} {
		r := convert(c.text + "\n")
		if got := filled(r); !strings.Contains(got, c.want) {
			t.Errorf("%q gave\n%s, want\n%s", c.text, got, c.want)
		}
	}
}

// The words of another language are words of the text.
func TestSpanIsText(t *testing.T) {
	r := convert("## Chỉ số [Key Indicator]{lang=en}\n")
	if len(r.Body.Outline) != 1 || r.Body.Outline[0].Text != "Chỉ số Key Indicator" || r.Words != 4 {
		t.Errorf("outline %+v with %d words", r.Body.Outline, r.Words)
	}
}
