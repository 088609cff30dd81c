package citation

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// The functions here move about in running text. All take and give byte
// offsets; none allocates, and none looks further than maxRun.

// maxRun bounds words and white space in bytes, so that text which is none
// costs no more than text.
const maxRun = 48

// spaceLen gives the length of the white space character at p; 0 for others.
func spaceLen(t []byte, p int) int {
	if p >= len(t) {
		return 0
	}
	switch t[p] {
	case ' ', '\t', '\n', '\r':
		return 1
	case 0xC2: // U+00A0
		if p+1 < len(t) && t[p+1] == 0xA0 {
			return 2
		}
	case 0xE2: // U+202F, a narrow one
		if bytes.HasPrefix(t[p:], []byte("\u202f")) {
			return 3
		}
	}
	return 0
}

// skipSpace gives the end of the white space at p. A blank line is not passed.
func skipSpace(t []byte, p int) int {
	if p+1 < len(t) && t[p] == ' ' && isAlnum(t[p+1]) {
		return p + 1 // as almost everywhere
	}
	lines := 0
	for q := p; ; {
		n := spaceLen(t, q)
		if n == 0 || q-p > maxRun {
			return q
		}
		if t[q] == '\n' {
			if lines++; lines > 1 {
				return p
			}
		}
		q += n
	}
}

// backSpace gives the start of the white space before p. A blank line is not
// passed.
func backSpace(t []byte, p int) int {
	lines := 0
	for q := p; ; {
		switch {
		case p-q > maxRun:
			return q
		case q > 0 && (t[q-1] == ' ' || t[q-1] == '\t' || t[q-1] == '\r'):
			q--
		case q > 0 && t[q-1] == '\n':
			if lines++; lines > 1 {
				return p
			}
			q--
		case q > 1 && t[q-1] == 0xA0 && t[q-2] == 0xC2:
			q -= 2
		case q > 2 && t[q-1] == 0xAF && t[q-2] == 0x80 && t[q-3] == 0xE2:
			q -= 3
		default:
			return q
		}
	}
}

// wordLen gives the length of the letter, mark or digit at p; 0 for others.
func wordLen(t []byte, p int) int {
	if p >= len(t) {
		return 0
	}
	if c := t[p]; c < utf8.RuneSelf {
		if isAlnum(c) {
			return 1
		}
		return 0
	}
	if n := letterLen(t, p); n > 0 {
		return n
	}
	if r, n := utf8.DecodeRune(t[p:]); inWord(r) {
		return n
	}
	return 0
}

// letterLen is wordLen for the letters of Vietnamese that are not ASCII; 0 for
// all others. Almost all letters of the texts are known by two bytes.
func letterLen(t []byte, p int) int {
	n := 2
	switch t[p] {
	case 0xC3:
		if p+1 < len(t) && (t[p+1] == 0x97 || t[p+1] == 0xB7) { // × and ÷
			return 0
		}
	case 0xC4, 0xC5, 0xC6:
	case 0xE1:
		if n = 3; p+1 < len(t) && t[p+1]|1 != 0xBB {
			return 0
		}
	default:
		return 0
	}
	if p+n > len(t) || t[p+1]&0xC0 != 0x80 || t[p+n-1]&0xC0 != 0x80 {
		return 0
	}
	return n
}

// wordLenBefore is wordLen for the character that ends at p.
func wordLenBefore(t []byte, p int) int {
	if p == 0 {
		return 0
	}
	if c := t[p-1]; c < utf8.RuneSelf {
		if isAlnum(c) {
			return 1
		}
		return 0
	}
	if n := letterLenBefore(t, p); n > 0 {
		return n
	}
	if r, n := utf8.DecodeLastRune(t[:p]); inWord(r) {
		return n
	}
	return 0
}

// letterLenBefore is letterLen for the character that ends at p.
func letterLenBefore(t []byte, p int) int {
	for n := 2; n <= 3 && n <= p; n++ {
		if letterLen(t, p-n) == n {
			return n
		}
	}
	return 0
}

func isAlnum(c byte) bool { return c-'0' <= 9 || c|0x20 >= 'a' && c|0x20 <= 'z' }

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r))
}

// wordEnd gives the end of the word at p.
func wordEnd(t []byte, p int) int {
	q := p
	for n := wordLen(t, q); n > 0 && q-p < maxRun; n = wordLen(t, q) {
		q += n
	}
	return q
}

// wordStart gives the start of the word that ends at p.
func wordStart(t []byte, p int) int {
	q := p
	for n := wordLenBefore(t, q); n > 0 && p-q < maxRun; n = wordLenBefore(t, q) {
		q -= n
	}
	return q
}

// wordBefore gives the word before p and the white space before p.
func wordBefore(t []byte, p int) []byte {
	end := backSpace(t, p)
	return t[wordStart(t, end):end]
}

// isCapital reports whether a capital letter is at p.
func isCapital(t []byte, p int) bool {
	if p >= len(t) {
		return false
	}
	if c := t[p]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRune(t[p:])
	return unicode.IsUpper(r)
}

// isDigit reports whether a digit is at p.
func isDigit(t []byte, p int) bool { return p < len(t) && t[p]-'0' <= 9 }

// integer reads the digits at p, at most max of them; end is p where there are
// none, or more.
func integer(t []byte, p, max int) (value, end int) {
	for end = p; isDigit(t, end); end++ {
		if end-p == max {
			return 0, p
		}
		value = value*10 + int(t[end]-'0')
	}
	return value, end
}

// phraseEnd gives the end of a phrase of small letters that stands at p in any
// case, as whole words and with any white space between them; 0 where it does not.
func phraseEnd(t []byte, p int, phrase string) int {
	for i := 0; i < len(phrase); i++ {
		if phrase[i] != ' ' {
			if p >= len(t) || t[p] != phrase[i] && !isCapitalOf(t, p, phrase[i]) {
				return 0
			}
			p++
			continue
		}
		next := skipSpace(t, p)
		if next == p {
			return 0
		}
		p = next
	}
	if wordLen(t, p) > 0 {
		return 0
	}
	return p
}

// phraseStart gives the start of a phrase that ends at p; -1 where none does.
func phraseStart(t []byte, p int, phrase string) int {
	for i := len(phrase) - 1; i >= 0; i-- {
		if phrase[i] != ' ' {
			if p--; p < 0 || t[p] != phrase[i] && !isCapitalOf(t, p, phrase[i]) {
				return -1
			}
			continue
		}
		next := backSpace(t, p)
		if next == p {
			return -1
		}
		p = next
	}
	if wordLenBefore(t, p) > 0 {
		return -1
	}
	return p
}

// isCapitalOf reports whether the byte at p, which is not small, is the same
// byte of the capital. In UTF-8 a Vietnamese letter is as long as its capital,
// and its last byte is 32 or one more than that.
func isCapitalOf(t []byte, p int, small byte) bool {
	c := t[p]
	switch {
	case c < utf8.RuneSelf:
		return c|0x20 == small && c-'A' <= 25
	case c >= 0xC0 || small >= 0xC0 || p == 0 || t[p-1] == 0xE1:
		return false // not a last byte
	case t[p-1] == 0xC3:
		return c+0x20 == small
	}
	return c+1 == small
}

// sameWord reports whether a word is the one given in small letters, in any case.
func sameWord(b []byte, word string) bool {
	for i := range b {
		if b[i] != word[i] && !isCapitalOf(b, i, word[i]) {
			return false
		}
	}
	return true
}
