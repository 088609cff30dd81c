package citation

import (
	"fmt"
	"regexp"
	"strings"
)

// Problem says what is wrong with a number that cannot be read.
type Problem uint8

const (
	Unreadable Problem = iota // none of the others explains it
	Empty                     // nothing was given
	Quoted                    // curly or doubled quotes around it: “01/KH-UBND”
	Prefixed                  // words before it: “Số: 01/KH-UBND”
	Spaced                    // white space inside: “68- NQ/TW”
	WrongSign                 // a dash or backslash in place of - or /: “01/KH–UBND”
	WrongD                    // Ð (eth) in place of Đ: “30/2020/NÐ-CP”
	NoSlash                   // no slash between the parts: “49/2025TT-BCT”
	WrongCase                 // small letters: “01/kh-ubnd”
	NoSymbol                  // only digits: “01”
	NoOrdinal                 // the number itself is missing: “KH-UBND”
	WrongYear                 // a year segment that is no year: “01/23/KH-UBND”
	TooLong                   // more digits or characters than any number has
)

// String gives the problem's name.
func (p Problem) String() string {
	return [...]string{"unreadable", "empty", "within quotes", "prefixed", "spaced", "written with a wrong sign", "written with a wrong Đ",
		"without a slash", "in the wrong case", "without a symbol", "without an ordinal", "in a wrong year", "too long"}[p]
}

// NumberError says why a number cannot be read. Callers word it for readers.
type NumberError struct {
	Text    string // what was given, in normal form C, without white space around it
	Problem Problem
	Suggest string // what was probably meant, a readable number; "" where nothing is likely
}

// Error gives a short account for programmers.
func (e *NumberError) Error() string {
	if e.Suggest == "" {
		return fmt.Sprintf("number %q is %s", e.Text, e.Problem)
	}
	return fmt.Sprintf("number %q is %s, probably %q", e.Text, e.Problem, e.Suggest)
}

// repairs are what editors get wrong, in the order in which they are mended.
var repairs = [...]struct {
	problem Problem
	mend    func(string) string
}{
	{Quoted, func(s string) string { return strings.TrimSpace(strings.Trim(s, quotes)) }},
	{Prefixed, withoutPrefix},
	{Spaced, func(s string) string { return strings.Join(strings.Fields(s), "") }},
	{WrongSign, strings.NewReplacer("–", "-", "—", "-", "‑", "-", "−", "-", "‐", "-", `\`, "/", "∕", "/", "⁄", "/", "//", "/", "--", "-").Replace},
	{WrongD, strings.NewReplacer("Ð", "Đ", "ð", "đ").Replace},
	{NoSlash, withSlash},
	{WrongCase, withCapitals},
}

// quotes are those that word processors put in place of " and ', and these.
const quotes = "“”„‘’‚«»\"'"

// diagnose mends one thing after another until the number can be read. The
// first thing that needed mending is the problem.
func diagnose(s string) *NumberError {
	e := &NumberError{Text: s}
	switch {
	case s == "":
		e.Problem = Empty
		return e
	case len(s) > maxNumber:
		e.Problem = TooLong
		return e
	}
	for _, r := range repairs {
		mended := r.mend(s)
		if mended == s {
			continue
		}
		if e.Problem == Unreadable {
			e.Problem = r.problem
		}
		if s = mended; readable(s) {
			e.Suggest = s
			return e
		}
	}
	if p := missing(s); p != Unreadable {
		e.Problem = p
	}
	return e
}

func readable(s string) bool { _, ok := parse(s); return ok }

var (
	prefix     = regexp.MustCompile(`^(?i:số(?: hiệu)?|so|no)\.?\s*:?\s*`)
	gluedYear  = regexp.MustCompile(`^([0-9]{1,5}[a-zđ]?/(?:18|19|20)[0-9]{2})-?([A-ZĐa-zđ])`)
	gluedParts = regexp.MustCompile(`^([0-9]{1,5})([A-ZĐ][A-Za-zĐđ]*[-/])`)
	onlyDigits = regexp.MustCompile(`^[0-9./-]+$`)
	shortYear  = regexp.MustCompile(`^[0-9]{1,5}[a-zđ]?/[0-9]+[/-]`)
	longDigits = regexp.MustCompile(`^[0-9]{6}`)
)

func withoutPrefix(s string) string { return s[len(prefix.FindString(s)):] }

// withSlash puts the slash that is missing behind the year or the ordinal.
func withSlash(s string) string {
	if gluedYear.MatchString(s) {
		return gluedYear.ReplaceAllString(s, "$1/$2")
	}
	return gluedParts.ReplaceAllString(s, "$1/$2")
}

// withCapitals writes the parts of a symbol in capitals, types as they are
// spelled.
func withCapitals(s string) string {
	out := make([]byte, 0, len(s))
	for part, sign := "", ""; s != ""; {
		part, sign, s = cutPart(s)
		if c := part[:min(1, len(part))]; c < "0" || c > "9" {
			part = capitals(part)
		}
		out = append(append(out, part...), sign...)
	}
	return string(out)
}

func cutPart(s string) (part, sign, rest string) {
	if i := strings.IndexAny(s, "-/&"); i >= 0 {
		return s[:i], s[i : i+1], s[i+1:]
	}
	return s, "", ""
}

func capitals(part string) string {
	switch right := RightCase(part); {
	case right != "":
		return right
	case strings.EqualFold(part, "TTg"):
		return "TTg"
	case part != strings.ToLower(part):
		return part
	}
	return strings.ToUpper(part)
}

// missing says what a number lacks that cannot be guessed.
func missing(s string) Problem {
	switch {
	case longDigits.MatchString(s):
		return TooLong
	case onlyDigits.MatchString(s):
		return NoSymbol
	case shortYear.MatchString(s):
		return WrongYear
	case s == "" || s[0] < '0' || s[0] > '9':
		return NoOrdinal
	}
	return Unreadable
}
