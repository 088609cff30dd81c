package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives s in lower case without any marks, đ as d, so that “Kế hoạch”,
// “KE HOACH” and the same with its marks as separate characters are equal. It
// is for comparing and searching, not for showing.
func Fold(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && !('A' <= s[i] && s[i] <= 'Z') {
		i++
	}
	if i == len(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	out.WriteString(s[:i])
	for _, r := range s[i:] {
		if r = foldRune(r); r >= 0 {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// foldRune gives the lower-case letter under a character's marks, or -1 for a
// mark that stands alone.
func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case r < latinEnd:
		return latinFolds[r]
	case vietStart <= r && r < vietEnd:
		return vietFolds[r-vietStart]
	case unicode.Is(unicode.Mn, r):
		return -1
	}
	return baseLetter(r)
}

const (
	latinEnd           = 0x250 // end of Latin Extended-B
	vietStart, vietEnd = 0x1E00, 0x1F00
)

// latinFolds and vietFolds answer for the blocks that Vietnamese is written
// with. They are never written to after they are made.
var (
	latinFolds = foldTable(0, latinEnd)
	vietFolds  = foldTable(vietStart, vietEnd)
)

func foldTable(from, to rune) []rune {
	table := make([]rune, to-from)
	for i := range table {
		table[i] = baseLetter(from + rune(i))
	}
	return table
}

// baseLetter finds the letter that a character decomposes to. The letters
// with a stroke do not decompose further; eth is here because it is typed for
// đ.
func baseLetter(r rune) rune {
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	if d := norm.NFD.Properties(buf[:n]).Decomposition(); d != nil {
		r, _ = utf8.DecodeRune(d)
	}
	switch r {
	case 'Đ', 'đ', 'Ð', 'ð':
		return 'd'
	case 'Ø', 'ø':
		return 'o'
	case 'Ł', 'ł':
		return 'l'
	}
	return unicode.ToLower(r)
}
