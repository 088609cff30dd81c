package search

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"planpress/internal/viet"
)

// word is one syllable, number or foreign word of a text.
type word struct {
	form string // canonical, with its marks
	key  string // without
	hash uint64 // of the form
	sign follow // of the key
}

// kinds of what stands before a word.
type gap uint8

const (
	joined gap = iota // nothing but what words of one phrase have between them
	slash             // a slash or a hyphen, as in numbers of documents
	broken            // a sentence, a clause or a block ends
)

// scanner cuts texts into words.
type scanner struct {
	words map[string]*word // by what stands in texts
}

func newScanner() *scanner { return &scanner{words: map[string]*word{}} }

// text calls f for each word of a plain text.
func (s *scanner) text(text string, f func(w *word, before gap)) {
	s.run([]byte(text), broken, f)
}

// html calls f for each word of a body. A block ends a phrase, other markup does
// not.
func (s *scanner) html(html []byte, f func(w *word, before gap)) {
	before := broken
	for len(html) > 0 {
		i := bytes.IndexByte(html, '<')
		if i < 0 {
			i = len(html)
		}
		before = s.run(html[:i], before, f)
		if i == len(html) {
			return
		}
		end := bytes.IndexByte(html[i:], '>')
		if end < 0 {
			return
		}
		if !inline(html[i+1 : i+end]) {
			before = broken
		}
		html = html[i+end+1:]
	}
}

// inline reports whether a tag stands within a line.
func inline(tag []byte) bool {
	tag = bytes.TrimPrefix(tag, []byte("/"))
	n := 0
	for n < len(tag) && 'a' <= tag[n] && tag[n] <= 'z' {
		n++
	}
	switch string(tag[:n]) {
	case "a", "abbr", "b", "code", "del", "em", "i", "mark", "s", "small", "span", "strong", "time", "u":
		return true
	}
	return false
}

// run cuts a piece of text and gives what stands behind its last word.
func (s *scanner) run(text []byte, before gap, f func(w *word, before gap)) gap {
	for i := 0; i < len(text); {
		if n := wordLen(text[i:]); n > 0 {
			if w := s.word(text[i : i+n]); w.key != "" { // else marks without a letter
				f(w, before)
				before = joined
			}
			i += n
			continue
		}
		if text[i] == '&' {
			if n := bytes.IndexByte(text[i:min(len(text), i+10)], ';'); n > 0 {
				i += n + 1
				continue
			}
		}
		r, size := utf8.DecodeRune(text[i:])
		before = max(before, gapOf(r))
		i += size
	}
	return before
}

func gapOf(r rune) gap {
	switch r {
	case '/', '-', '‑', '–':
		return slash
	case '.', ';', ':', '!', '?', '\n', '…':
		return broken
	}
	return joined
}

// wordLen gives how many bytes at the start of text are one word: letters, marks
// and digits, and between digits a point or a comma.
func wordLen(text []byte) int {
	i := 0
	for i < len(text) {
		c := text[i]
		switch {
		case c < utf8.RuneSelf && ascii[c]:
			i++
		case (c == '.' || c == ',') && i > 0 && i+1 < len(text) && digit(text[i-1]) && digit(text[i+1]):
			i++
		case c < utf8.RuneSelf:
			return i
		default:
			r, size := utf8.DecodeRune(text[i:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
				return i
			}
			i += size
		}
	}
	return i
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

var ascii = func() (is [utf8.RuneSelf]bool) {
	for c := range is {
		is[c] = digit(byte(c)) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	return is
}()

// word gives what is known of a word, which is the same each time it comes.
func (s *scanner) word(raw []byte) *word {
	if w := s.words[string(raw)]; w != nil {
		return w
	}
	form := canonical(string(raw))
	w := &word{form: form, key: viet.Fold(form), hash: hashOf(form)}
	w.sign = sign(w.key)
	s.words[string(raw)] = w
	return w
}

// canonical gives a word as the index has it: small letters in normal form C,
// the tone where older spelling has it, i for y behind a consonant.
func canonical(raw string) string {
	letters := []rune(viet.NFD(cut(raw)))
	for i, r := range letters {
		letters[i] = lower(r)
	}
	n := len(letters)
	if n >= 3 && isTone(letters[n-1]) && moves(letters[:n-1]) {
		letters[n-1], letters[n-2] = letters[n-2], letters[n-1]
	}
	yToI(letters)
	return viet.NFCString(string(letters))
}

// cut shortens what is no word of a language.
func cut(raw string) string {
	n := 0
	for i := range raw {
		if n++; n > wordCap {
			return raw[:i]
		}
	}
	return raw
}

func lower(r rune) rune {
	switch r {
	case 'Đ', 'Ð', 'ð':
		return 'đ'
	}
	return unicode.ToLower(r)
}

func isTone(r rune) bool {
	return r == 0x300 || r == 0x301 || r == 0x303 || r == 0x309 || r == 0x323
}

// moves reports whether a tone behind these letters is written on either of the
// last two: oa, oe, and uy but for quy.
func moves(letters []rune) bool {
	n := len(letters)
	switch string(letters[n-2:]) {
	case "oa", "oe":
		return true
	case "uy":
		return n < 3 || letters[n-3] != 'q'
	}
	return false
}

// yToI writes i for a y that is the only vowel and stands behind a consonant.
func yToI(letters []rune) {
	n := len(letters)
	if n > 0 && isTone(letters[n-1]) {
		n--
	}
	if n < 2 || letters[n-1] != 'y' {
		return
	}
	for _, r := range letters[:n-1] {
		if r < 'b' || r > 'x' || r == 'e' || r == 'i' || r == 'o' || r == 'u' {
			return
		}
	}
	letters[n-1] = 'i'
}

// hashOf is FNV-1a.
func hashOf(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
