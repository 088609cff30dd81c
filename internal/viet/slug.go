package viet

import "unicode/utf8"

// maxSlug bounds a slug in bytes. File systems allow 255 for a name; addresses
// are read out and typed in.
const maxSlug = 100

// Slug makes a part of an address from a text: a to z, 0 to 9, and single
// hyphens between words. It keeps as many whole words as fit into 100 bytes.
// It gives "" where s has no letter or digit that folds to ASCII.
//
// Slugs are published addresses. The same text must give the same slug in all
// versions of planpress.
func Slug(s string) string {
	out := make([]byte, 0, min(len(s), maxSlug+1))
	gap := false
	for _, r := range s {
		r = foldRune(r)
		switch {
		case r < 0: // a mark typed apart from its letter
		case r < utf8.RuneSelf && isSlugByte(byte(r)):
			if gap && len(out) > 0 {
				out = append(out, '-')
			}
			gap = false
			out = append(out, byte(r))
		default:
			gap = true
		}
		if len(out) > maxSlug {
			return string(wholeWords(out))
		}
	}
	return string(out)
}

func isSlugByte(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

// wholeWords cuts a slug that is one byte too long behind its last word that
// fits, or inside the word where there is only one.
func wholeWords(slug []byte) []byte {
	for i := maxSlug; i > 0; i-- {
		if slug[i] == '-' {
			return slug[:i]
		}
	}
	return slug[:maxSlug]
}
