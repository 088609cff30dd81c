package viet

import (
	"bytes"
	"unicode/utf8"
)

// Legacy finds text typed in an encoding from before Unicode, which needs its
// own fonts to be read: TCVN3 (“Uû ban nh©n d©n”), VNI (“Uûy ban nhaân daân”) or VIQR
// (“Uy? ban nha^n da^n”). Text is normalised UTF-8. Offset is where the first
// such words begin. One or two words are not enough: there must be a run in
// which at least every third word makes no sense as it stands and is a
// Vietnamese syllable in that encoding.
func Legacy(text []byte) (encoding string, offset int, ok bool) {
	if mayBeLatin(text) {
		for _, e := range [...]*legacyEncoding{&tcvn3, &vni} {
			if at, found := findLegacy(text, e); found {
				return e.name, at, true
			}
		}
	}
	return LegacyASCII(text)
}

// LegacyASCII is Legacy for Plain text, which can only be VIQR.
func LegacyASCII(text []byte) (encoding string, offset int, ok bool) {
	if mayBeVIQR(text) {
		if at, found := findLegacy(text, &viqr); found {
			return viqr.name, at, true
		}
	}
	return "", 0, false
}

// minEvidence is how many words must speak for an encoding.
const minEvidence = 3

// mayBeLatin reports whether text has a few characters that Unicode Vietnamese
// has no use for, so that looking at its words is worth the time.
func mayBeLatin(text []byte) bool {
	n := 0
	for i := 0; i+1 < len(text); i++ {
		if c := text[i]; (c == 0xC2 || c == 0xC3) && foreign(c, text[i+1]) {
			if n++; n == minEvidence {
				return true
			}
		}
	}
	return false
}

// foreign reports whether a character from U+0080 to U+00FF, in UTF-8, is
// neither a letter of Vietnamese nor a sign common in its texts.
func foreign(first, second byte) bool {
	if first == 0xC2 {
		switch second {
		case 0xA0, 0xAB, 0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB7, 0xBA, 0xBB, 0xBC, 0xBD:
			return false // no-break space « ° ± ² ³ ´ · º » ¼ ½
		}
		return true
	}
	switch second | 0x20 { // the small letter
	case 0xA0, 0xA1, 0xA2, 0xA3, 0xA8, 0xA9, 0xAA, 0xAC, 0xAD, 0xB2, 0xB3, 0xB4, 0xB5, 0xB7, 0xB9, 0xBA, 0xBD:
		return false // à á â ã è é ê ì í ò ó ô õ × ÷ ù ú ý
	}
	return true
}

// mayBeVIQR reports whether a few vowels are followed by the signs for a
// circumflex or a horn. The + of a list and the ^ of a footnote are not.
func mayBeVIQR(text []byte) bool {
	n := 0
	for _, sign := range [...]byte{'^', '+'} {
		for i := bytes.IndexByte(text, sign); i >= 0; {
			if i > 0 && bytes.IndexByte([]byte("aeouAEOU"), text[i-1]) >= 0 {
				if n++; n == minEvidence {
					return true
				}
			}
			next := bytes.IndexByte(text[i+1:], sign)
			if next < 0 {
				break
			}
			i += 1 + next
		}
	}
	return false
}

// A legacyEncoding says how to read words.
type legacyEncoding struct {
	name string
	// inWord reports whether a character can be part of a word.
	inWord func(rune) bool
	// decode gives a word in Unicode. Strong says that the word has something
	// that no other language writes.
	decode func(word []rune) (out []rune, strong bool)
}

// findLegacy looks for the run of words that Legacy describes.
func findLegacy(text []byte, e *legacyEncoding) (offset int, ok bool) {
	var words, evidence int
	strong := false
	var word []rune
	for i, at := 0, 0; i < len(text); {
		word, at, i = nextWord(word[:0], text, i, e.inWord)
		weighs, sure := weigh(word, e)
		if weighs == isUnicode || words >= 4*minEvidence && evidence*3 < words {
			words, evidence, strong = 0, 0, false
		}
		words++
		if weighs != isEvidence {
			continue
		}
		if evidence == 0 {
			offset, words = at, 1
		}
		evidence++
		strong = strong || sure
		if strong && evidence >= minEvidence && evidence*3 >= words {
			return offset, true
		}
	}
	return 0, false
}

// nextWord appends the word that begins at or behind i to buf, and gives its
// offset and the one behind it.
func nextWord(buf []rune, text []byte, i int, inWord func(rune) bool) (word []rune, at, next int) {
	for i < len(text) {
		r, n := utf8.DecodeRune(text[i:])
		if inWord(r) {
			break
		}
		i += n
	}
	at = i
	for i < len(text) {
		r, n := utf8.DecodeRune(text[i:])
		if !inWord(r) {
			break
		}
		buf, i = append(buf, r), i+n
	}
	return buf, at, i
}

type weight uint8

const (
	saysNothing weight = iota
	isUnicode          // a word that only Unicode can write
	isEvidence         // a syllable in the encoding, nonsense as it stands
)

func weigh(word []rune, e *legacyEncoding) (w weight, strong bool) {
	plain := true
	for _, r := range word {
		if r > 0xFF {
			return isUnicode, false
		}
		plain = plain && r < utf8.RuneSelf && isLetter(r)
	}
	if plain || isSyllable(word) {
		return saysNothing, false
	}
	out, strong := e.decode(word)
	if !isSyllable(out) {
		return saysNothing, false
	}
	return isEvidence, strong
}

// inLatinWord takes all that is a letter in TCVN3 or VNI, signs included, but
// no general punctuation (from U+2000).
func inLatinWord(r rune) bool { return isLetter(r) || r > 0xA0 && (r < 0x2000 || r >= 0x2070) }
