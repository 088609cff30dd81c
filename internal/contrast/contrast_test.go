package contrast

import (
	"math"
	"strings"
	"testing"

	"planpress/internal/diag"
	"planpress/internal/theme"
	"planpress/themes"
)

func hex(t *testing.T, s string) Color {
	t.Helper()
	c, ok := ParseColor(s)
	if !ok {
		t.Fatalf("%q is no colour", s)
	}
	return c
}

// Values of the definitions' own examples and of well-known pairs.
func TestRatio(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"#000", "#fff", 21}, {"#fff", "#000", 21}, {"#fff", "#ffffff", 1},
		{"#777777", "#ffffff", 4.48}, {"#767676", "#fff", 4.54}, {"#595959", "#fff", 7.00}, {"#ff0000", "#fff", 3.998}, {"#0000ff", "#fff", 8.59},
	} {
		if got := Ratio(hex(t, c.a), hex(t, c.b)); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s on %s: %.3f, want %.3f", c.a, c.b, got, c.want)
		}
	}
}

// The published test values of APCA 0.0.98G-4g.
func TestLightness(t *testing.T) {
	for _, c := range []struct {
		text, ground string
		want         float64
	}{
		{"#888888", "#ffffff", 63.056469930209424}, {"#ffffff", "#888888", -68.54146436644962},
		{"#000000", "#aaaaaa", 58.146262578561334}, {"#aaaaaa", "#000000", -56.24113336839742},
		{"#112233", "#ddeeff", 91.66830811481631}, {"#ddeeff", "#112233", -93.06770049484275},
		{"#112233", "#444444", 8.32326136957393}, {"#444444", "#112233", -7.526878460278154},
		{"#000", "#000", 0},
	} {
		if got := Lightness(hex(t, c.text), hex(t, c.ground)); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%s on %s: %v, want %v", c.text, c.ground, got, c.want)
		}
	}
}

func TestParseColor(t *testing.T) {
	for _, bad := range []string{"", "red", "#12", "#12345", "#gggggg", "#+12345", "rgb(0,0,0)"} {
		if c, ok := ParseColor(bad); ok {
			t.Errorf("%q is %v", bad, c)
		}
	}
}

const css = `/* --text: #fff; */
@layer tokens, base;
@layer tokens {
  :root { --white: #fff; --grey: #777; --black: #000; }
  :root { --light: initial; --dark: ; --even: initial; --less: ; --more: ; }
  @media (prefers-color-scheme: dark) { :root { --text: #f00; } }
  :root:has(#_x:checked) { --text: #0f0; }
  :root {
    --bg: var(--light, var(--white)) var(--dark, var(--black));
    --text: var(--light, var(--even, var(--black)) var(--less, var(--grey)) var(--more, #000))
      var(--dark, var(--white));
    --circle: var(--circle);
    --size: 2rem;
    --none: var(--nowhere);
  }
}
`

func look(css, pairs string) *theme.Theme {
	return &theme.Theme{Styles: []theme.File{{Path: "t/10.css", Data: []byte(css)}}, Contrast: theme.File{Path: "t/contrast.yaml", Data: []byte(pairs)}}
}

func TestTokensInEveryState(t *testing.T) {
	tok := readTokens(look(css, "").Styles)
	var got []string
	for _, s := range States() {
		bg, ok1 := tok.value("--bg", s, 0)
		text, ok2 := tok.value("--text", s, 0)
		if !ok1 || !ok2 {
			t.Errorf("%v has no value", s)
		}
		got = append(got, text+"/"+bg)
	}
	if got, want := strings.Join(got, " "), "#000/#fff #777/#fff #000/#fff #fff/#000 #fff/#000 #fff/#000"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What falls short is told at the token's line, with the state, the figure and
// what would be enough.
func TestCheck(t *testing.T) {
	for name, c := range map[string]struct{ pairs, want string }{
		"enough":     {"- {foreground: [--text], background: [--bg], least: 4.4, lc: 60}", ""},
		"ratio":      {"- {foreground: [--text], background: [--bg], least: 7}", "t/10.css:10:5: --text on --bg is only 4.47:1 in light with less contrast, at least 7:1 is needed"},
		"more":       {"- {foreground: [--bg], background: [--text], least: 4, more: 21.5}", "t/10.css:9:5: --bg on --text is only 21.00:1 in dark with more contrast, at least 21.5:1 is needed\nt/10.css:9:5: --bg on --text is only 21.00:1 in light with more contrast, at least 21.5:1 is needed"},
		"lightness":  {"- {foreground: [--text], background: [--bg], least: 4, lc: 75}", "t/10.css:10:5: --text on --bg is only Lc 71.1 in light with less contrast, at least Lc 75 is needed"},
		"undeclared": {"- {foreground: [--txet], background: [--bg], least: 7}", "t/contrast.yaml: no style declares --txet on :root"},
		"circle":     {"- {foreground: [--circle], background: [--bg], least: 7}", "t/10.css:12:5: --circle has no value in light with default contrast"},
		"dangling":   {"- {foreground: [--none], background: [--bg], least: 7}", "t/10.css:14:5: --none has no value in light with default contrast"},
		"no colour":  {"- {foreground: [--size], background: [--bg], least: 7}", `t/10.css:13:5: --size is "2rem" in light with default contrast, which is no colour written as #rrggbb`},
		"mistyped":   {"- {foreground: [--text], backgruond: [--bg]}", `t/contrast.yaml:1:26: there is no key "backgruond" here`},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range Check(look(css, c.pairs)).Findings {
				got = append(got, f.Pos.String()+": "+f.Message.EN)
				if f.Message.VI == "" || strings.Contains(f.Message.VI+f.Message.EN, "%!") {
					t.Errorf("badly worded: %q", f.Message)
				}
			}
			if got := strings.Join(got, "\n"); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
	if found := Check(&theme.Theme{}).Findings; len(found) != 1 || found[0].Rule != ruleNone {
		t.Errorf("a theme without pairs: %v", found)
	}
}

// The themes of the program are complete at AAA in every state by themselves:
// no finding, no text that is left out, and what they promise is not less than
// what is asked of them.
func TestBuiltInThemes(t *testing.T) {
	for _, name := range []string{"default", "plain"} {
		layers, err := theme.Layers(themes.FS, nil, name)
		if err != nil {
			t.Fatal(err)
		}
		th, err := theme.Load(layers, diag.VI)
		if err != nil {
			t.Fatal(err)
		}
		result := Check(th)
		for _, f := range result.Findings {
			t.Errorf("%s: %s: %s", name, f.Pos, f.Message.EN)
		}
		body := false
		for _, m := range result.Measured {
			if enough := m.Least == 3 || m.Least >= 7 && (m.State.Level != "more" || m.Least >= 15); !enough {
				t.Errorf("%s asks for %g:1 of %s in %v", name, m.Least, m.Foreground, m.State)
			}
			body = body || m.For == "body text" && m.LeastLc >= 75
		}
		if states := map[string]int{"default": 6, "plain": 4}[name]; !body || len(result.States) != states || len(result.Measured) < states*8 {
			t.Errorf("%s declares too little: %d measured", name, len(result.Measured))
		}
	}
}
