package citation

import (
	"regexp"
	"strconv"
	"strings"

	"planpress/internal/viet"
)

// ParseNumber takes a number apart. White space around it is left out. The
// error is always a *NumberError.
func ParseNumber(s string) (Number, error) {
	s = strings.TrimSpace(viet.NFCString(s))
	if n, ok := parse(s); ok {
		return n, nil
	}
	return Number{}, diagnose(s)
}

const (
	group   = `[A-ZĐ][A-Za-zĐđ0-9]*`
	symbol  = group + `(?:[-/&]` + group + `)*`
	ordinal = `([0-9]{1,5})([a-zđ]?(?:\.[0-9]{1,3})?)`
)

var (
	stateShape = regexp.MustCompile(`^` + ordinal + `(?:/((?:18|19|20)[0-9]{2}))?/(` + symbol + `)$`)
	partyShape = regexp.MustCompile(`^` + ordinal + `-(` + group + `)/(` + symbol + `)$`)
	oldShape   = regexp.MustCompile(`^` + ordinal + `-(` + symbol + `)$`)
)

// maxNumber bounds a number in bytes. Joint circulars of nine ministries, the
// longest there are, stay under 100.
const maxNumber = 200

func parse(s string) (Number, bool) {
	if len(s) > maxNumber {
		return Number{}, false
	}
	if m := stateShape.FindStringSubmatch(s); m != nil {
		n := Number{Text: s, Form: State, Suffix: m[2]}
		n.Ordinal, _ = strconv.Atoi(m[1])
		n.Year, _ = strconv.Atoi(m[3])
		n.Type, n.Body = splitSymbol(m[4])
		return n, true
	}
	if m := partyShape.FindStringSubmatch(s); m != nil {
		n := Number{Text: s, Form: Party, Suffix: m[2], Type: m[3], Body: m[4]}
		n.Ordinal, _ = strconv.Atoi(m[1])
		if isStateBody(n.Body) {
			n.Form = Old
		}
		return n, true
	}
	if m := oldShape.FindStringSubmatch(s); m != nil {
		n := Number{Text: s, Form: Old, Suffix: m[2]}
		n.Ordinal, _ = strconv.Atoi(m[1])
		n.Type, n.Body = splitSymbol(m[3])
		return n, true
	}
	return Number{}, false
}

// splitSymbol parts a symbol into the type that it names and the rest:
// KH-UBND, TTLT/BTC-BQP. A symbol that names none, as those of laws (QH13)
// and of letters (UBND-VX) do, is all body.
func splitSymbol(s string) (typ, body string) {
	first, rest := s, ""
	if i := strings.IndexAny(s, "-/&"); i >= 0 {
		first, rest = s[:i], s[i+1:]
	}
	if !IsTypeAbbr(first) && !isMiscased(first) {
		return "", s
	}
	return first, rest
}
