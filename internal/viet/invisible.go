package viet

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Eth gives the offsets of the letters Ð and ð (U+00D0, U+00F0, eth) that
// stand for Đ and đ. Text is normalised UTF-8. An ð inside a word of small
// letters belongs to another language (“Guð”), for đ only begins syllables,
// and is not given.
func Eth(text []byte) []int {
	var out []int
	for i := 0; ; i += 2 {
		n := bytes.IndexByte(text[i:], 0xC3)
		if n < 0 || i+n+1 >= len(text) {
			return out
		}
		i += n
		switch text[i+1] {
		case 0x90:
			out = append(out, i)
		case 0xB0:
			if before, _ := utf8.DecodeLastRune(text[:i]); !unicode.IsLower(before) {
				out = append(out, i)
			}
		}
	}
}

// ZeroWidth gives the offsets of characters that take no room and hide inside
// words: zero-width spaces and joiners, soft hyphens, inner byte order marks,
// and marks of writing direction. Joiners that other scripts and emoji need
// are not given.
func ZeroWidth(text []byte) []int {
	var out []int
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case 0xC2, 0xE2, 0xEF:
			r, _ := utf8.DecodeRune(text[i:])
			if isInvisible(r) && !(isJoiner(r) && joins(text[:i])) {
				out = append(out, i)
			}
		}
	}
	return out
}

func isInvisible(r rune) bool {
	switch {
	case r == 0xAD, r == 0xFEFF,
		0x200B <= r && r <= 0x200F, // zero-width space, joiners, direction marks
		0x202A <= r && r <= 0x202E, // embeddings and overrides of direction
		0x2060 <= r && r <= 0x2064, // word joiner, invisible operators
		0x2066 <= r && r <= 0x2069: // isolates of direction
		return true
	}
	return false
}

func isJoiner(r rune) bool { return r == 0x200C || r == 0x200D }

// joins reports whether a joiner behind text has something to join: a letter
// of a script that shapes its letters, or a part of an emoji.
func joins(text []byte) bool {
	before, _ := utf8.DecodeLastRune(text)
	return 0x0600 <= before && before < 0x1E00 || 0x2190 <= before && before != utf8.RuneError
}
