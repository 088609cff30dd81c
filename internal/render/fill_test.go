package render

import (
	"strings"
	"testing"

	"planpress/internal/plan"
)

func TestFill(t *testing.T) {
	html := `<a href="">A</a> <img alt="x" src="">`
	body := plan.Body{HTML: []byte(html), Holes: []plan.Hole{{Offset: strings.Index(html, `""`) + 1, Link: 1}, {Offset: strings.Index(html, `src=""`) + 5, Link: 0}}}
	for name, c := range map[string]struct{ link, image, want string }{
		"plain":      {"../b/", `c.png" width="640" height="48`, `<a href="../b/">A</a> <img alt="x" src="c.png" width="640" height="48">`},
		"escaped":    {`a?b&c"><i`, `"' " width="1" height="2`, `<a href="a?b&amp;c&#34;&gt;&lt;i">A</a> <img alt="x" src="&#34;' " width="1" height="2">`},
		"no size":    {"", `c.png" onload="x" height="2`, `<a href="">A</a> <img alt="x" src="c.png&#34; onload=&#34;x&#34; height=&#34;2">`},
		"size first": {"", `c" width="1" height="2" onload="x`, `<a href="">A</a> <img alt="x" src="c&#34; width=&#34;1&#34; height=&#34;2&#34; onload=&#34;x">`},
		"no number":  {"", `c" width="1x" height="2`, `<a href="">A</a> <img alt="x" src="c&#34; width=&#34;1x&#34; height=&#34;2">`},
	} {
		t.Run(name, func(t *testing.T) {
			got, buf := Fill(nil, body, func(i int) string { return []string{c.image, c.link}[i] })
			if string(got) != c.want || len(buf) != len(c.want) {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
	if got, _ := Fill([]byte("was there before"), plan.Body{HTML: []byte("<p>")}, nil); got != "<p>" {
		t.Errorf("without holes: %q", got)
	}
}
