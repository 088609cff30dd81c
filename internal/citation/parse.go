package citation

import (
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

// maxNumber bounds a number in bytes. Joint circulars of nine ministries, the
// longest there are, stay under 100.
const maxNumber = 200

// parse reads
//
//	number  = ordinal ("/" [year "/"] symbol | "-" symbol)
//	ordinal = 1 to 5 digits [a-z, đ, or a capital before "/"] ["." 1 to 3 digits]
//	year    = four digits, 18.. to 20..
//	symbol  = group {("-" | "/" | "&") group}
//
// It is written by hand because every number in every text goes through it.
func parse(s string) (Number, bool) {
	i := digitsEnd(s, 0)
	if i == 0 || i > 5 || len(s) > maxNumber {
		return Number{}, false
	}
	n := Number{Text: s}
	ordinal, _ := strconv.Atoi(s[:i])
	n.Ordinal = int32(ordinal)
	sign := i + suffixLen(s[i:])
	n.Suffix = s[i:sign]
	if sign == len(s) {
		return Number{}, false
	}
	symbol := s[sign+1:]
	switch s[sign] {
	case '/':
		n.Form = State
		if isYear(symbol) && len(symbol) > 4 && symbol[4] == '/' {
			year, _ := strconv.Atoi(symbol[:4])
			n.Year = int16(year)
			symbol = symbol[5:]
		}
		n.Type, n.Body = splitSymbol(symbol)
	case '-':
		n.Form = Old
		if first := groupEnd(symbol); first > 0 && first < len(symbol) && symbol[first] == '/' {
			n.Type, n.Body = symbol[:first], symbol[first+1:]
			if !isStateBody(n.Body) {
				n.Form = Party
			}
			break
		}
		n.Type, n.Body = splitSymbol(symbol)
	default:
		return Number{}, false
	}
	return n, isSymbol(symbol)
}

// suffixLen gives the length of what distinguishes equal ordinals: “c”, “.16”.
func suffixLen(s string) int {
	n := 0
	switch {
	case strings.HasPrefix(s, "đ"):
		n = len("đ")
	case s != "" && 'a' <= s[0] && s[0] <= 'z', isCapitalSuffix(s):
		n = 1
	}
	if n < len(s) && s[n] == '.' {
		if end := digitsEnd(s, n+1); end > n+1 && end <= n+4 {
			return end
		}
	}
	return n
}

// isCapitalSuffix reports whether s begins with the capital of “15A/QĐ-UBND”. L
// is a type: 32L/CTN lacks its hyphen.
func isCapitalSuffix[T string | []byte](s T) bool {
	return len(s) > 1 && 'A' <= s[0] && s[0] <= 'Z' && s[0] != 'L' && s[1] == '/'
}

func digitsEnd(s string, i int) int {
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return i
}

// isYear reports whether s begins with a year of four digits, 1800 to 2099.
func isYear(s string) bool {
	return digitsEnd(s[:min(4, len(s))], 0) == 4 && (s[0] == '2' && s[1] == '0' || s[0] == '1' && s[1] >= '8')
}

func isSymbol(s string) bool {
	for {
		end := groupEnd(s)
		switch {
		case end == 0:
			return false
		case end == len(s):
			return true
		case !partsGroups(rune(s[end])):
			return false
		}
		s = s[end+1:]
	}
}

func partsGroups(r rune) bool { return r == '-' || r == '/' || r == '&' }

// groupEnd gives the length of the group that s begins with: a capital, then
// letters without marks (đ and Đ are letters of their own) and digits.
func groupEnd(s string) int {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			i++
		case strings.HasPrefix(s[i:], "Đ"):
			i += len("Đ")
		case i > 0 && ('a' <= c && c <= 'z' || '0' <= c && c <= '9'):
			i++
		case i > 0 && strings.HasPrefix(s[i:], "đ"):
			i += len("đ")
		default:
			return i
		}
	}
	return len(s)
}

// splitSymbol parts a symbol into the type that it names and the rest:
// KH-UBND, TTLT/BTC-BQP. A symbol that names none, as those of laws (QH13)
// and of letters (UBND-VX) do, is all body.
func splitSymbol(s string) (typ, body string) {
	first, rest := s, ""
	if i := strings.IndexFunc(s, partsGroups); i >= 0 {
		first, rest = s[:i], s[i+1:]
	}
	if !IsTypeAbbr(first) && !isMiscased(first) {
		return "", s
	}
	return first, rest
}
