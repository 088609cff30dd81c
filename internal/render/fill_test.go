package render

import (
	"strings"
	"testing"

	"planpress/internal/plan"
)

func TestFill(t *testing.T) {
	html := `<a href="">A</a> <img alt="x" src="">`
	body := plan.Body{HTML: []byte(html), Holes: []plan.Hole{{Offset: strings.Index(html, `""`) + 1, Index: 1}, {Offset: strings.Index(html, `src=""`) + 5, Index: 0}}}
	for name, c := range map[string]struct{ link, image, want string }{
		"plain":      {"../b/", `c.png" width="640" height="48`, `<a href="../b/">A</a> <img alt="x" src="c.png" width="640" height="48">`},
		"escaped":    {`a?b&c"><i`, `"' " width="1" height="2`, `<a href="a?b&amp;c&#34;&gt;&lt;i">A</a> <img alt="x" src="&#34;' " width="1" height="2">`},
		"no size":    {"", `c.png" onload="x" height="2`, `<a href="">A</a> <img alt="x" src="c.png&#34; onload=&#34;x&#34; height=&#34;2">`},
		"size first": {"", `c" width="1" height="2" onload="x`, `<a href="">A</a> <img alt="x" src="c&#34; width=&#34;1&#34; height=&#34;2&#34; onload=&#34;x">`},
		"no number":  {"", `c" width="1x" height="2`, `<a href="">A</a> <img alt="x" src="c&#34; width=&#34;1x&#34; height=&#34;2">`},
	} {
		t.Run(name, func(t *testing.T) {
			got, buf := Fill(nil, body, plan.Filling{Address: func(i int) string { return []string{c.image, c.link}[i] }})
			if string(got) != c.want || len(buf) != len(c.want) {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
	if got, _ := Fill([]byte("was there before"), plan.Body{HTML: []byte("<p>")}, plan.Filling{}); got != "<p>" {
		t.Errorf("without holes: %q", got)
	}
}

// The tags around a citation depend on where it leads; the words for those who
// leave the site stay with the others only.
func TestFillMarks(t *testing.T) {
	html := `<p>theo số 1<span class="hidden"> (ngoài)</span>, <a href="">A</a>.</p>`
	from, words, link := strings.Index(html, "số 1"), strings.Index(html, "<span"), strings.Index(html, `""`)+1
	body := plan.Body{HTML: []byte(html), Holes: []plan.Hole{
		{Offset: from, Kind: plan.HoleMark, Index: 3},
		{Offset: words, Kind: plan.HoleMarkEnd, Index: 3, Words: len(`<span class="hidden"> (ngoài)</span>`)},
		{Offset: link, Index: 0}}}
	for name, c := range map[string]struct {
		mark plan.Mark
		want string
	}{
		"this site": {plan.Mark{URL: "../b/#dieu-7"}, `<a class="cited" href="../b/#dieu-7">số 1</a>`},
		"elsewhere": {plan.Mark{URL: "https://x.example/?a=1&b=2", External: true},
			`<a class="cited external" rel="noopener noreferrer" href="https://x.example/?a=1&amp;b=2">số 1<span class="hidden"> (ngoài)</span></a>`},
		"no address":            {plan.Mark{}, `<span class="cited">số 1</span>`},
		"elsewhere, no address": {plan.Mark{External: true}, `<span class="cited">số 1</span>`},
		"no mark":               {plan.Mark{None: true}, `số 1`},
		"escaped":               {plan.Mark{URL: `"><i>`}, `<a class="cited" href="&#34;&gt;&lt;i&gt;">số 1</a>`},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := Fill(nil, body, plan.Filling{
				Address: func(int) string { return "c.md" },
				Mark: func(i int) plan.Mark {
					if i != 3 {
						t.Errorf("asked for %d", i)
					}
					return c.mark
				}})
			if want := `<p>theo ` + c.want + `, <a href="c.md">A</a>.</p>`; string(got) != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}
