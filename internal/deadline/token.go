package deadline

import "strings"

// token is a word, a number or a sign of a folded text.
type token struct {
	word   string // letters, or one sign
	number int    // -1 where it is none
	digits int    // how many a number was written with
}

// longest bounds the texts that are looked at: a longer one is a sentence.
const longest = 40

// tokenize takes a folded text apart; it gives nothing where there are too
// many tokens for a date.
func tokenize(s string) []token {
	out := make([]token, 0, 12)
	for i := 0; i < len(s); {
		start := i
		switch {
		case isDigit(s[i]):
			for i < len(s) && isDigit(s[i]) {
				i++
			}
			out = append(out, token{number: value(s[start:i]), digits: i - start})
		case isLetter(s[i]):
			for i < len(s) && isLetter(s[i]) {
				i++
			}
			out = append(out, words(s[start:i])...)
		default:
			i += size(s[i])
			if sign := signOf(s[start:i]); sign != "" {
				out = append(out, token{word: sign, number: -1})
			}
		}
		if len(out) > longest {
			return nil
		}
	}
	for len(out) > 0 && (out[len(out)-1].word == "." || out[len(out)-1].word == ",") {
		out = out[:len(out)-1]
	}
	return out
}

// words gives a word; “quyii”, which lost its space, is two, and so is “qii”.
// “Quí” is another way to write “quý”.
func words(s string) []token {
	switch {
	case s == "qui":
		s = "quy"
	case len(s) > 3 && (s[:3] == "quy" || s[:3] == "qui") && roman(s[3:]) > 0:
		return []token{{word: "quy", number: -1}, {word: s[3:], number: -1}}
	case len(s) > 1 && s[0] == 'q' && roman(s[1:]) > 0:
		return []token{{word: "quy", number: -1}, {word: s[1:], number: -1}}
	}
	return []token{{word: s, number: -1}}
}

// converted reports whether a spreadsheet took a text for a date, and wrote that
// in its own way: Jun-26, 15/12/26, or the number of days since 1900.
func converted(t []token) bool {
	switch len(t) {
	case 1:
		return t[0].digits == 5 && 40_000 < t[0].number && t[0].number < 80_000
	case 3:
		return englishMonth(t[0].word) && t[1].word == "-" && t[2].digits >= 2
	case 5:
		sign := t[1].word
		return (sign == "/" || sign == "-") && t[3].word == sign && t[0].number >= 0 && t[0].digits <= 2 && t[4].digits == 2 &&
			(t[2].number >= 0 && t[2].digits <= 2 || englishMonth(t[2].word))
	}
	return false
}

func englishMonth(word string) bool {
	return len(word) == 3 && strings.Contains("jan feb mar apr may jun jul aug sep oct nov dec", word)
}

// signOf gives the sign that others stand for; white space has none.
func signOf(s string) string {
	switch s {
	case " ", "\t", "\n", "\r", "\u00a0":
		return ""
	case "–", "—", "−", "‑":
		return "-"
	case ";", "+", "&":
		return ","
	case "(", ")", ":", "\"", "“", "”":
		return ""
	}
	return s
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c && c <= 'z' }

// size gives the length of the character that begins with c.
func size(c byte) int {
	switch {
	case c < 0xC0:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}

func value(digits string) int {
	if len(digits) > 6 {
		return 999_999 // no day, no month, no year
	}
	n := 0
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}

// roman gives the quarter that a word stands for, 0 for none.
func roman(s string) int {
	switch s {
	case "i":
		return 1
	case "ii":
		return 2
	case "iii":
		return 3
	case "iv":
		return 4
	}
	if s != "" && strings.Trim(s, "ivx") == "" {
		return 5 // written, and there is no such quarter
	}
	return 0
}

// spelled gives the number that a word of a month or a half-year stands for.
func spelled(s string) int {
	switch s {
	case "mot", "gieng":
		return 1
	case "hai":
		return 2
	case "ba":
		return 3
	case "tu", "bon":
		return 4
	case "nam":
		return 5
	case "sau":
		return 6
	case "bay":
		return 7
	case "tam":
		return 8
	case "chin":
		return 9
	case "muoi":
		return 10
	case "chap":
		return 12
	}
	return 0
}
