// Package viet is the Vietnamese text layer: what software made for English
// gets wrong about Vietnamese, and no more.
//
//   - NFC and Fold bring text to one form, for storing and for comparing.
//   - Slug makes addresses, Collator sorts.
//   - LongDate, Decimal, Size and their kin write dates and numbers as the law
//     and Vietnamese readers expect them.
//   - NoBreak keeps together what a line break would tear: “Điều 7”.
//   - Eth, ZeroWidth and Legacy find what only looks like Vietnamese text.
//
// All functions are pure and safe for concurrent use.
package viet

import "golang.org/x/text/unicode/norm"

// NFC gives b in Unicode normal form C. It gives b itself where nothing needs
// to change, which is nearly always.
func NFC(b []byte) []byte {
	if composed(b) || norm.NFC.IsNormal(b) {
		return b
	}
	return norm.NFC.Bytes(b)
}

// NFCString gives s in Unicode normal form C.
func NFCString(s string) string {
	if composed(s) || norm.NFC.IsNormalString(s) {
		return s
	}
	return norm.NFC.String(s)
}

// composed reports whether s is in normal form C without looking anything up:
// every character is one that composed Vietnamese text is made of. False means
// that a closer look is needed.
func composed[T ~string | ~[]byte](s T) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0xCC: // ASCII, Latin up to U+02FF, and the second bytes of characters
		case c == 0xE1: // U+1E80 to U+1EFF: the letters with two marks
			if i+2 >= len(s) || s[i+1] != 0xBA && s[i+1] != 0xBB {
				return false
			}
		case c == 0xE2: // U+2002 to U+203F: quotation marks and dashes
			if i+2 >= len(s) || s[i+1] != 0x80 || s[i+2] < 0x82 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// NFD gives s in normal form D: letters, each with its marks behind it.
func NFD(s string) string { return norm.NFD.String(s) }
