package prose

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"planpress/internal/plan"
)

// A glossary finds the abbreviations that a site explains. It does not change
// once it is made.
type glossary struct {
	terms   []term
	byFirst [256][]int   // terms that begin with a byte, the longest first
	pairs   [1024]uint64 // a bit for each two bytes that a term begins with
}

// term is an abbreviation as it is written into the HTML.
type term struct {
	abbr, meaning string
	lang          string // of both, where it is not that of the text; else ""
}

// newGlossary prepares the terms for texts in one language. Where an
// abbreviation is explained in several, that of the text is taken, and else
// that of the site, which terms without a language are in. It is nil where
// there is nothing to explain.
func newGlossary(all []plan.Term, text, site string) *glossary {
	best := map[string]term{}
	rank := map[string]int{}
	for _, t := range all {
		lang := cmp.Or(t.Lang, site)
		r := 1
		switch {
		case lang == text:
			r, lang = 3, ""
		case t.Lang == "":
			r = 2
		}
		if len(t.Abbr) > 1 && r > rank[t.Abbr] {
			best[t.Abbr], rank[t.Abbr] = term{t.Abbr, t.Meaning, lang}, r
		}
	}
	if len(best) == 0 {
		return nil
	}
	g := &glossary{}
	for _, t := range best {
		g.terms = append(g.terms, t)
	}
	slices.SortFunc(g.terms, func(a, b term) int {
		return cmp.Or(cmp.Compare(len(b.abbr), len(a.abbr)), strings.Compare(a.abbr, b.abbr))
	})
	for i, t := range g.terms {
		first, pair := t.abbr[0], pairOf(t.abbr[0], t.abbr[1])
		g.byFirst[first] = append(g.byFirst[first], i)
		g.pairs[pair>>6] |= 1 << (pair & 63)
	}
	return g
}

func pairOf(a, b byte) int { return int(a)<<8 | int(b) }

// termUse is a place in the Markdown where a term stands as a whole word.
type termUse struct{ offset, term int }

// uses finds all places of terms in a text, code and addresses included. It
// reads the text once and is quick where there are none: most of a build's
// texts pass through here.
func (g *glossary) uses(src []byte) []termUse {
	if g == nil {
		return nil
	}
	var out []termUse
	for i := 0; i+1 < len(src); i++ {
		if g.byFirst[src[i]] == nil {
			continue
		}
		pair := pairOf(src[i], src[i+1])
		if g.pairs[pair>>6]>>(pair&63)&1 == 0 || !canPrecede(src[:i]) {
			continue
		}
		for _, t := range g.byFirst[src[i]] {
			if abbr := g.terms[t].abbr; hasPrefix(src[i:], abbr) && canFollow(src[i+len(abbr):]) {
				out = append(out, termUse{i, t})
				i += len(abbr) - 1
				break
			}
		}
	}
	return out
}

func hasPrefix(s []byte, prefix string) bool {
	return len(s) >= len(prefix) && string(s[:len(prefix)]) == prefix
}

// canPrecede reports whether a word can begin behind a text. Parts of numbers
// such as 01/KH-UBND are no words.
func canPrecede(before []byte) bool {
	r, size := utf8.DecodeLastRune(before)
	return size == 0 || !inWord(r)
}

// canFollow reports whether a word can end before a text.
func canFollow(after []byte) bool {
	r, size := utf8.DecodeRune(after)
	return size == 0 || !inWord(r)
}

func inWord(r rune) bool {
	return r == '-' || r == '/' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// expect finds the terms that a piece of text is the first to use, and keeps
// them for prose to explain. A term that the author explains there is done.
// Links are left alone: their name is theirs.
func (w *writer) expect(start, stop int) {
	if w.inLink {
		return
	}
	for i := 0; i < len(w.terms); {
		use := w.terms[i]
		if use.offset < start || use.offset >= stop {
			i++
			continue
		}
		if !w.isExplained(use) {
			w.expected = append(w.expected, use.term)
		}
		w.terms = slices.DeleteFunc(w.terms, func(u termUse) bool { return u.term == use.term })
		i = 0 // those before it can be gone, too
	}
}

// abbreviated writes a text with its expected terms explained.
func (w *writer) abbreviated(s []byte) {
	from := 0
	for _, i := range w.expected {
		t := w.glossary.terms[i]
		at := wholeWord(s, t.abbr, from)
		if at < 0 {
			continue // it only comes about, or vanishes, by decoding
		}
		w.spaced(s, from, at)
		w.raw(`<abbr title="`)
		w.plain(t.meaning)
		if t.lang != "" {
			w.raw(`" lang="`)
			w.plain(t.lang)
		}
		w.raw(`">`)
		from = at + len(t.abbr)
		w.spaced(s, at, from)
		w.raw("</abbr>")
	}
	w.expected = w.expected[:0]
	w.spaced(s, from, len(s))
}

// wholeWord gives the offset of a word in a text, from one on; -1 without one.
func wholeWord(s []byte, word string, from int) int {
	for {
		at := bytes.Index(s[from:], []byte(word))
		if at < 0 {
			return -1
		}
		at += from
		if canPrecede(s[:at]) && canFollow(s[at+len(word):]) {
			return at
		}
		from = at + 1
	}
}

// isExplained reports whether the text itself says what a term means, as
// official texts do: “cải cách hành chính (CCHC)”, “Ủy ban nhân dân (sau đây
// gọi tắt là UBND)” or “CCHC (cải cách hành chính)”.
func (w *writer) isExplained(u termUse) bool {
	const around = 120 // bytes beyond the meaning: the words between it and the term
	t := w.glossary.terms[u.term]
	end := u.offset + len(t.abbr)
	before := w.src[max(0, u.offset-len(t.meaning)-around):u.offset]
	if open := bytes.LastIndexByte(before, '('); open >= 0 && bytes.IndexByte(before[open:], ')') < 0 &&
		strings.Contains(unmarked(before[:open]), strings.ToLower(t.meaning)) {
		return true
	}
	after := bytes.TrimLeft(w.src[end:min(len(w.src), end+len(t.meaning)+around)], " *_\n")
	return len(after) > 0 && after[0] == '(' && strings.HasPrefix(unmarked(after[1:]), strings.ToLower(t.meaning))
}

// marks takes the signs of emphasis out.
var marks = strings.NewReplacer("*", "", "_", "", "\u00a0", " ")

// unmarked gives Markdown in small letters, without the signs of emphasis, its
// spaces and line breaks alike.
func unmarked(s []byte) string {
	return strings.Join(strings.Fields(marks.Replace(strings.ToLower(string(s)))), " ")
}

// knows reports whether a word is an abbreviation that the site explains.
func (g *glossary) knows(word string) bool {
	return g != nil && slices.ContainsFunc(g.terms, func(t term) bool { return t.abbr == word })
}
