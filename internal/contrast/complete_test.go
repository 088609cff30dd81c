package contrast

import (
	"regexp"
	"testing"

	"planpress/internal/diag"
	"planpress/internal/theme"
	"planpress/themes"
)

var (
	asText   = regexp.MustCompile(`[{;\s]color:\s*var\((--[a-z-]+)\)`)
	asGround = regexp.MustCompile(`[{;\s]background(?:-color)?:\s*var\((--[a-z-]+)\)`)
	isBorder = regexp.MustCompile(`[{;\s]border[a-z-]*:[^;]*var\((--[a-z-]+)\)`)
	ofColor  = regexp.MustCompile(`[{;\s](?:color|background(?:-color)?|outline|border[a-z-]*):[^;]*(?:#[0-9a-fA-F]{3}|rgb|hsl)`)
)

// Every colour in which a style of the program's themes writes, and every one
// on which it does, is in the theme's list of pairs: a text that nobody listed
// is a text that nobody checked. Styles name colours by their tokens alone.
func TestPairsAreComplete(t *testing.T) {
	// Borders that only decorate need not be seen.
	decoration := map[string]bool{"--line": true, "--gild": true}
	for _, name := range []string{"default", "plain"} {
		layers, err := theme.Layers(themes.FS, nil, name)
		if err != nil {
			t.Fatal(err)
		}
		th, err := theme.Load(layers, diag.VI)
		if err != nil {
			t.Fatal(err)
		}
		front, ground := map[string]bool{}, map[string]bool{}
		for _, m := range Check(th).Measured {
			front[m.Foreground], ground[m.Background] = true, true
		}
		uses := 0
		for _, f := range th.Styles {
			css := blanked(f.Data)
			if bad := ofColor.FindString(css); bad != "" {
				t.Errorf("%s names a colour itself: %s", f.Path, bad)
			}
			for what, side := range map[*regexp.Regexp]map[string]bool{asText: front, asGround: ground, isBorder: front} {
				for _, use := range what.FindAllStringSubmatch(css, -1) {
					uses++
					known := side[use[1]] || what == isBorder && (decoration[use[1]] || ground[use[1]])
					if !known {
						t.Errorf("%s uses %s, which contrast.yaml does not list there", f.Path, use[1])
					}
				}
			}
		}
		if uses < 10 {
			t.Errorf("%s: only %d uses of colours found: the search went wrong", name, uses)
		}
	}
}
