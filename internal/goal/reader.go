package goal

import (
	"strconv"
	"strings"

	"planpress/internal/plan"
	"planpress/internal/viet"
)

// reader reads a prepared text from the left.
type reader struct {
	s       string
	at      int
	written string // before it was prepared
}

func read(text string) *reader { return &reader{s: prepared(text), written: text} }

var signs = strings.NewReplacer("≥", ">=", "⩾", ">=", "≤", "<=", "⩽", "<=", "–", "-", "—", "-", "−", "-", "\u00a0", " ", "\t", " ", "\n", " ", "\r", " ", "=>", ">=", "=<", "<=", "> =", ">=", "< =", "<=", "÷", "-")

// prepared gives a text without marks, with one sort of each sign.
func prepared(text string) string {
	return strings.TrimRight(strings.Join(strings.Fields(signs.Replace(viet.Fold(text))), " "), ".;")
}

func (p *reader) rest() string { return strings.TrimSpace(p.s[p.at:]) }

func (p *reader) spaces() {
	for p.at < len(p.s) && p.s[p.at] == ' ' {
		p.at++
	}
}

// word reads a phrase if it stands next.
func (p *reader) word(w string) bool {
	p.spaces()
	if !strings.HasPrefix(p.s[p.at:], w) {
		return false
	}
	p.at += len(w)
	return true
}

// prefixes are what stands before a number, each with its sense; Prose for
// words that change nothing. A longer one stands before its own beginning.
var prefixes = [...]struct {
	words string
	op    plan.Op
}{
	{">=", plan.AtLeast}, {"<=", plan.AtMost}, {">", plan.Above}, {"<", plan.Below}, {"=", plan.Exactly},
	{"toi thieu ", plan.AtLeast}, {"it nhat ", plan.AtLeast}, {"khong duoi ", plan.AtLeast}, {"khong thap hon ", plan.AtLeast}, {"khong it hon ", plan.AtLeast}, {"lon hon hoac bang ", plan.AtLeast},
	{"khong vuot qua ", plan.AtMost}, {"khong qua ", plan.AtMost}, {"khong cao hon ", plan.AtMost}, {"khong lon hon ", plan.AtMost}, {"toi da ", plan.AtMost}, {"nhieu nhat ", plan.AtMost}, {"nho hon hoac bang ", plan.AtMost},
	{"tren ", plan.Above}, {"hon ", plan.Above}, {"lon hon ", plan.Above}, {"cao hon ", plan.Above},
	{"duoi ", plan.Below}, {"nho hon ", plan.Below}, {"thap hon ", plan.Below},
	{"phan dau ", plan.Prose}, {"dat ty le ", plan.Prose}, {"dat ", plan.Prose}, {"ty le ", plan.Prose}, {"giam con ", plan.AtMost}, {"giam ", plan.Prose}, {"tang ", plan.Prose}, {"duy tri ", plan.Prose}, {"khoang ", plan.Prose}, {"con ", plan.Prose}, {"co ", plan.Prose},
}

// prefix reads all phrases before the number, and gives the last that has a
// sense of its own.
func (p *reader) prefix() plan.Op {
	op := plan.Prose
	for more := true; more; {
		more = false
		for _, x := range prefixes {
			if p.word(x.words) {
				if x.op != plan.Prose {
					op = x.op
				}
				more = true
				break
			}
		}
	}
	return op
}

// rankWords reads the words before a rank.
func (p *reader) rankWords() bool {
	p.word("trong ")
	for _, w := range [...]string{"xep hang thu ", "xep thu hang ", "xep hang ", "xep thu ", "thu hang ", "hang thu ", "hang ", "thu ", "vi tri thu ", "vi tri ", "top ", "nhom "} {
		if p.word(w) {
			p.word("tu ")
			return true
		}
	}
	return false
}

// number reads a number, and gives the digits behind its comma too.
func (p *reader) number() (v float64, text string, ok bool) {
	p.spaces()
	start := p.at
	end := start
	if end < len(p.s) && (p.s[end] == '-' || p.s[end] == '+') {
		end++
	}
	for end < len(p.s) && (isDigit(p.s[end]) || (p.s[end] == '.' || p.s[end] == ',') && end+1 < len(p.s) && isDigit(p.s[end+1]) && isDigit(p.s[max(end-1, start)])) {
		end++
	}
	text = p.s[start:end]
	if v, ok = Number(text); ok {
		p.at = end
	}
	return v, text, ok
}

// Number reads a number by itself: 1.234,5 or 99,5 or, where a point cannot
// part thousands, 99.5.
func Number(s string) (float64, bool) {
	whole, fraction, comma := strings.Cut(strings.TrimPrefix(s, "+"), ",")
	digits := strings.TrimPrefix(whole, "-")
	if digits == "" || strings.Trim(digits, "0123456789.") != "" || comma && (fraction == "" || strings.Trim(fraction, "0123456789") != "") {
		return 0, false
	}
	groups := strings.Split(digits, ".")
	switch {
	case thousands(groups):
		whole = strings.ReplaceAll(whole, ".", "")
	case len(groups) != 1 && (len(groups) != 2 || comma || groups[0] == "" || groups[1] == ""):
		return 0, false
	}
	if comma {
		whole += "." + fraction
	}
	v, err := strconv.ParseFloat(whole, 64)
	return v, err == nil && v < 1e15 && v > -1e15
}

// thousands reports whether points part a number's groups of three digits.
func thousands(groups []string) bool {
	if len(groups) == 1 || groups[0] == "" || groups[0] == "0" || len(groups[0]) > 3 {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}

// unit reads the unit behind a number: the percent sign, or at most three
// words before the end of the text.
func (p *reader) unit() string {
	if p.word("%") {
		return "%"
	}
	rest := p.rest()
	words := strings.Fields(rest)
	if len(words) == 0 || len(words) > 3 || strings.ContainsAny(rest, "0123456789/,;:()<>=-%") || words[0] == "tro" {
		return ""
	}
	written := strings.Fields(p.written)
	return strings.TrimRight(strings.Join(written[max(0, len(written)-len(words)):], " "), ".;")
}

// scale gives what a number counts for in a unit, where the word behind it says
// how many there are: 850 million, of what is counted in billions, is 0.85.
func (p *reader) scale(unit string) float64 {
	own := magnitude(p.rest())
	if own == 1 || unit == "" {
		return 1
	}
	return own / magnitude(prepared(unit))
}

// magnitude multiplies the words for thousands, millions and billions that a
// prepared text begins with.
func magnitude(s string) float64 {
	out := 1.0
	words := strings.Fields(s)
	for i, w := range words[:min(len(words), 2)] { // “nghìn tỷ” is the longest
		switch {
		case w == "nghin", w == "ngan":
			out *= 1e3
		case w == "trieu":
			out *= 1e6
		case w == "ty" && (i+1 == len(words) || words[i+1] != "le"): // “tỷ lệ” is a share
			out *= 1e9
		default:
			return out
		}
	}
	return out
}

// of passes over the number of those that a rank is among.
func (p *reader) of() bool {
	_, ok := p.outOf()
	return ok
}

// outOf reads “/63”.
func (p *reader) outOf() (float64, bool) {
	start := p.at
	if p.word("/") || p.word("tren ") || p.word("trong so ") {
		if v, _, ok := p.number(); ok {
			return v, true
		}
	}
	p.at = start
	return 0, false
}

// upper reads the second number of “40 - 50” or “từ 40 đến 50”.
func (p *reader) upper() (float64, bool) {
	start := p.at
	if p.word("-") || p.word("den ") {
		if v, _, ok := p.number(); ok {
			return v, true
		}
	}
	p.at = start
	return 0, false
}

// moved reads what stands behind “giảm từ 3” or “tăng từ 3”: “xuống còn 2”,
// “lên 5”.
func (p *reader) moved() (to float64, rises, ok bool) {
	start := p.at
	rises = p.word("len ")
	if rises || p.word("xuong ") {
		if !p.word("con ") {
			p.word("toi ")
		}
		if to, _, ok = p.number(); ok {
			return to, rises, true
		}
	}
	p.at = start
	return 0, false, false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
