// Package contrast computes whether a theme's colours can be told from one
// another, for each of the six states in which a reader may see a page: light
// or dark; default, less or more contrast.
//
// It knows of colours what the tokens in a theme's styles say, and which of
// them meet from the theme's contrast.yaml:
//
//   - for: texts
//     foreground: [--text, --muted]
//     background: [--bg, --panel]
//     least: 7      the least ratio in the sense of WCAG 2
//     more: 15      the same in the states of more contrast; least where left out
//     lc: 75        the least lightness contrast in the sense of APCA, for body text
//
// A pair that falls short is a finding at the token's line. No browser is
// needed for it; that pages use no colours but the tokens is for others to test.
package contrast

import (
	"math"

	"planpress/internal/diag"
	"planpress/internal/frontmatter"
	"planpress/internal/source"
	"planpress/internal/theme"
)

var (
	ruleLow = &diag.Rule{Code: "P401", Name: "contrast-low", Severity: diag.Warning,
		Title: diag.T("Hai màu của giao diện quá gần nhau", "Two colours of the theme are too close"),
		Why: diag.T("Người mắt kém không đọc được chữ, không thấy nút. Chữ cần ít nhất 7:1 ở mọi mức, 15:1 ở mức tăng tương phản; nút và hình 3:1. Hãy sửa màu trong styles/10-tokens.css.",
			"People with poor eyes cannot read the text or see the control. Text needs at least 7:1 in every state and 15:1 in those of more contrast, controls and graphics 3:1. Change the colour in styles/10-tokens.css."),
		Source: "WCAG 2.2, 1.4.6 and 1.4.11", Bad: "--muted: #777;", Good: "--muted: #4d463e;"}
	ruleUnknown = &diag.Rule{Code: "P402", Name: "contrast-unknown", Severity: diag.Warning,
		Title: diag.T("Không tính được độ tương phản", "A contrast that cannot be computed"),
		Why: diag.T("contrast.yaml nêu một màu mà styles không khai báo ở :root, hoặc không viết dạng #rrggbb. Cặp màu không được kiểm tra thì không ai biết có đọc được không.",
			"contrast.yaml names a colour that no style declares on :root, or one not written as #rrggbb. Of a pair that is not checked nobody knows whether it can be read."),
		Source: "WCAG 2.2, 1.4.6", Bad: "foreground: [--txet]", Good: "foreground: [--text]"}
	ruleNone = &diag.Rule{Code: "P403", Name: "contrast-undeclared", Severity: diag.Warning,
		Title: diag.T("Giao diện không khai báo cặp màu nào", "The theme declares no pairs of colours"),
		Why: diag.T("Không có contrast.yaml thì không kiểm tra được màu của giao diện. Hãy ghi các cặp chữ và nền gặp nhau.",
			"Without contrast.yaml the theme's colours cannot be checked. Write down which texts and grounds meet."),
		Source: "WCAG 2.2, 1.4.6", Good: "- {for: texts, foreground: [--text], background: [--bg], least: 7, more: 15, lc: 75}"}
)

// Rules lists what this package looks for.
func Rules() []*diag.Rule { return []*diag.Rule{ruleLow, ruleUnknown, ruleNone} }

// pairs is one entry of contrast.yaml: each foreground meets each background.
type pairs struct {
	For        string   `key:"for"`
	Foreground []string `key:"foreground"`
	Background []string `key:"background"`
	Least      float64  `key:"least"`
	More       float64  `key:"more"`
	Lc         float64  `key:"lc"`
}

// Result is what is known of a theme's colours.
type Result struct {
	Measured []Measured // in the order of contrast.yaml and of States
	States   []State    // that the theme has
	Findings []diag.Finding
}

// Measured is one pair of colours in one state.
type Measured struct {
	For                    string
	Foreground, Background string // names of properties
	State                  State
	Ratio, Least           float64
	Lc, LeastLc            float64 // absolute values; LeastLc is 0 where it does not matter
}

// Falls reports whether the pair is too close.
func (m Measured) Falls() bool { return m.Ratio < m.Least || m.Lc < m.LeastLc }

// Check computes all pairs that a theme declares.
func Check(look *theme.Theme) Result {
	var r Result
	if look.Contrast.Path == "" {
		r.Findings = append(r.Findings, ruleNone.At(source.Pos{File: "contrast.yaml"}, diag.T("giao diện không có tệp này", "the theme has no such file")))
		return r
	}
	var declared []pairs
	r.Findings = frontmatter.Into(source.New(look.Contrast.Path, look.Contrast.Data), &declared)
	c := checker{tokens: readTokens(look.Styles), file: look.Contrast.Path, told: map[string]bool{}, result: &r}
	r.States = c.tokens.states()
	for _, p := range declared {
		for _, fg := range p.Foreground {
			for _, bg := range p.Background {
				c.pair(p, fg, bg)
			}
		}
	}
	diag.Sort(r.Findings)
	return r
}

type checker struct {
	tokens tokens
	file   string          // contrast.yaml
	told   map[string]bool // properties that have no colour, once each
	result *Result
}

func (c *checker) pair(p pairs, fg, bg string) {
	for _, s := range c.result.States {
		front, ok1 := c.color(fg, s)
		ground, ok2 := c.color(bg, s)
		if !ok1 || !ok2 {
			return
		}
		m := Measured{For: p.For, Foreground: fg, Background: bg, State: s, Ratio: Ratio(front, ground), Least: p.Least,
			Lc: math.Abs(Lightness(front, ground)), LeastLc: p.Lc}
		if s.Level == "more" && p.More > 0 {
			m.Least = p.More
		}
		c.result.Measured = append(c.result.Measured, m)
		if m.Falls() {
			c.result.Findings = append(c.result.Findings, low(c.tokens[fg].pos, m))
		}
	}
}

// color gives the colour of a property in a state, and reports once where it
// has none.
func (c *checker) color(name string, s State) (Color, bool) {
	value, ok := c.tokens.value(name, s, 0)
	color, isColor := ParseColor(value)
	if isColor || c.told[name] {
		return color, isColor
	}
	c.told[name] = true
	pos, message := c.tokens[name].pos, diag.T("%[1]s là “%[2]s” %[3]s, không phải một màu dạng #rrggbb", "%[1]s is %[2]q %[4]s, which is no colour written as #rrggbb",
		name, value, s.text().VI, s.text().EN)
	if !ok {
		message = diag.T("%[1]s không có giá trị %[2]s", "%[1]s has no value %[3]s", name, s.text().VI, s.text().EN)
	}
	if _, declared := c.tokens[name]; !declared {
		pos, message = source.Pos{File: c.file}, diag.T("không có style nào khai báo %s ở :root", "no style declares %s on :root", name)
	}
	c.result.Findings = append(c.result.Findings, ruleUnknown.At(pos, message))
	return Color{}, false
}

func low(pos source.Pos, m Measured) diag.Finding {
	vi, en := m.State.text().VI, m.State.text().EN
	if m.Ratio < m.Least {
		return ruleLow.At(pos, diag.T("%[1]s trên %[2]s chỉ đạt %.2[3]f:1 %[5]s, cần ít nhất %[4]g:1", "%[1]s on %[2]s is only %.2[3]f:1 %[6]s, at least %[4]g:1 is needed",
			m.Foreground, m.Background, down(m.Ratio), m.Least, vi, en))
	}
	return ruleLow.At(pos, diag.T("%[1]s trên %[2]s chỉ đạt Lc %.1[3]f %[5]s, cần ít nhất Lc %[4]g", "%[1]s on %[2]s is only Lc %.1[3]f %[6]s, at least Lc %[4]g is needed",
		m.Foreground, m.Background, math.Floor(m.Lc*10)/10, m.LeastLc, vi, en))
}

// down cuts a ratio off, so that 6.999 does not read as enough.
func down(ratio float64) float64 { return math.Floor(ratio*100) / 100 }

// text says a state as a part of a sentence.
func (s State) text() diag.Text {
	ground, level := diag.T("nền sáng", "in light"), diag.T("mặc định", "default contrast")
	if s.Dark {
		ground = diag.T("nền tối", "in dark")
	}
	switch s.Level {
	case "less":
		level = diag.T("giảm tương phản", "less contrast")
	case "more":
		level = diag.T("tăng tương phản", "more contrast")
	}
	return diag.Text{VI: "ở " + ground.VI + ", mức " + level.VI, EN: ground.EN + " with " + level.EN}
}
