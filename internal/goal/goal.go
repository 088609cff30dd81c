// Package goal reads what targets of Vietnamese plans are to reach: “≥ 55”,
// “trên 90%”, “40 - 50”, “không quá 3”, “hạng 5”, “Hoàn thành”; reads the values
// that were reached, written the same way; and says whether one meets the
// other.
//
// Numbers are written with a decimal comma, and with points between groups of
// three digits. Of a rank, less is better.
package goal

import (
	"math"
	"strings"

	"planpress/internal/plan"
	"planpress/internal/viet"
)

// Rank is the unit of goals that are a place in an order.
const Rank = "rank"

// Parse reads a goal of a target that has a unit and a direction of its own. A
// bare number is to be reached: from below, or from above where less is better.
func Parse(text, unit string, direction plan.Direction) plan.Goal {
	out := plan.Goal{Text: text}
	p := read(text)
	op := p.prefix()
	ranked := p.rankWords() || IsRank(unit)
	p.word("tu ")
	low, _, ok := p.number()
	if !ok {
		return out
	}
	scale, high := p.scale(unit), low
	first := p.unit()
	ranked = ranked || strings.HasSuffix(p.rest(), "dan dau") // “trong 10 phường dẫn đầu”
	if second, rises, ok := p.moved(); ok {                   // “giảm từ 3 xuống 2”
		low, high, op, scale = second, second, plan.AtMost, p.scale(unit)
		if rises {
			op = plan.AtLeast
		}
		first = p.unit()
	} else if !ranked || !p.of() {
		if second, ok := p.upper(); ok && second >= low {
			if further := p.scale(unit); further != 1 { // “1 - 1,5 nghìn”
				scale = further
			}
			high, first = second, p.unit()
		}
	}
	rest := p.rest()
	if strings.Contains(rest, "%") || severalParts(rest) {
		return out // several goals in one text
	}
	low, high = low*scale, high*scale
	switch {
	case ranked: // “hạng 5 - 10” is met by the third place
		out.Op, out.High = plan.AtMost, high
	case high != low:
		out.Op, out.Low, out.High = plan.Between, low, high
	default:
		out.Op, out.Low, out.High = bounds(op, strings.HasPrefix(rest, "tro len"), strings.HasPrefix(rest, "tro xuong"), direction, low)
	}
	if out.Unit = first; ranked {
		out.Unit = Rank
	}
	return out
}

// severalParts reports whether what stands behind a number names another one
// to be reached.
func severalParts(rest string) bool {
	return strings.ContainsAny(rest, "0123456789") && (strings.Contains(rest, ">") || strings.Contains(rest, "<"))
}

// bounds gives the op of a single number, with its bounds.
func bounds(op plan.Op, up, down bool, direction plan.Direction, v float64) (_ plan.Op, low, high float64) {
	if op == plan.Prose {
		switch {
		case up:
			op = plan.AtLeast
		case down, direction == plan.Falls, v == 0: // nobody is to reach nothing: there should be none
			op = plan.AtMost
		case direction == plan.Within:
			op = plan.Exactly
		default:
			op = plan.AtLeast
		}
	}
	switch op {
	case plan.AtMost, plan.Below:
		return op, 0, v
	case plan.Exactly:
		return op, v, v
	}
	return op, v, 0
}

// IsRank reports whether a unit, as written, means a place in an order.
func IsRank(unit string) bool {
	switch prepared(unit) {
	case "rank", "hang", "thu hang", "xep hang", "vi tri", "thu bac":
		return true
	}
	return false
}

// DirectionOf gives which values are better, as a goal tells it.
func DirectionOf(g plan.Goal) plan.Direction {
	switch g.Op {
	case plan.AtMost, plan.Below:
		return plan.Falls
	case plan.Between, plan.Exactly:
		return plan.Within
	case plan.Prose:
		return plan.Attained
	}
	return plan.Rises
}

// Measure reads a value that was reached, of something that has a unit. Where
// the text has no number that can be told, only the text is kept. “28/30” of
// what is counted in percent is a share.
func Measure(text, unit string) plan.Measure {
	out := plan.Measure{Text: text}
	p := read(text)
	p.prefix()
	p.rankWords()
	v, _, ok := p.number()
	if !ok {
		return out
	}
	v *= p.scale(unit)
	p.unit()
	of, hasOf := p.outOf()
	if share := strings.TrimSpace(unit) == "%"; share && hasOf && of >= v && of > 0 {
		out.Value, out.Number = 100*v/of, true
		return out
	}
	if _, several := p.upper(); several || strings.Contains(p.rest(), "%") {
		return out
	}
	out.Value, out.Number = v, true
	if hasOf && of >= v && of < 1e6 {
		out.Of = int(of)
	}
	return out
}

// Met reports whether a value meets a goal; known is false where nobody can
// tell from what is written.
func Met(g plan.Goal, m plan.Measure) (met, known bool) {
	if done, said := inWords(m.Text); said && !m.Number {
		return done, true
	}
	if g.Op == plan.Prose {
		return true, g.Text != "" && viet.Fold(g.Text) == viet.Fold(m.Text)
	}
	if !m.Number || math.IsNaN(m.Value) {
		return false, false
	}
	switch g.Op {
	case plan.AtLeast:
		return m.Value >= g.Low, true
	case plan.AtMost:
		return m.Value <= g.High, true
	case plan.Above:
		return m.Value > g.Low, true
	case plan.Below:
		return m.Value < g.High, true
	}
	return m.Value >= g.Low && m.Value <= g.High, true
}

// inWords reads the words that say whether a goal was met.
func inWords(text string) (met, said bool) {
	switch s := prepared(text); {
	case s == "":
		return false, false
	case s == "dat", s == "da dat", s == "co", s == "xong", strings.HasPrefix(s, "hoan thanh"), strings.HasPrefix(s, "da hoan thanh"), strings.HasPrefix(s, "vuot"):
		return true, true
	case strings.HasPrefix(s, "chua"), strings.HasPrefix(s, "khong dat"), s == "khong", strings.HasPrefix(s, "dang "):
		return false, true
	}
	return false, false
}
