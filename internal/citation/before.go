package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// before is what stands before a number.
type before struct {
	start    int // of what is marked: the type's words, “số”, or the number
	from, to int // the type's words; equal where there are none
	so       int // “số”; meaningless without hasSo
	hasSo    bool
	kind     intro
}

// mayStart reports whether a number may begin at i: not within a word, a path,
// an address, a code or a decimal number.
func mayStart(t []byte, i int) bool {
	if i == 0 || t[i-1] == ' ' || backSpace(t, i) < i {
		return true
	}
	if wordLenBefore(t, i) > 0 {
		return phraseStart(t, i, "số") >= 0
	}
	_, n := utf8.DecodeLastRune(t[:i])
	prev := i - n
	switch sign := string(t[prev:i]); sign {
	case ",", ";", ":":
		return prev == 0 || !isDigit(t, prev-1)
	case ".":
		return phraseStart(t, prev, "số") >= 0
	case "-", "–", "+":
		return prev == 0 || backSpace(t, prev) < prev
	default:
		return strings.Contains("([{\"'*>|“‘«„…•", sign)
	}
}

// before reads what stands before the number at i.
func (f *finder) before(i int, e *extent) before {
	b := before{start: i, kind: bare}
	p := backSpace(f.text, i)
	q := p
	if q > 0 && (f.text[q-1] == ':' || f.text[q-1] == '.') {
		q = backSpace(f.text, q-1)
	}
	if s := soWords.start(f.text, q); s >= 0 {
		b.start, b.so, b.hasSo, b.kind = s, s, true, so
		p = backSpace(f.text, s)
	} else if q != p {
		return b
	}
	law := e.year && e.assembly
	if s := typeStart(f.text, p); s >= 0 && !(law && string(f.text[s:p]) == "luật") {
		b.start, b.from, b.to, b.kind = s, s, p, named
		if phraseStart(f.text, backSpace(f.text, s), "mẫu") >= 0 {
			b.kind = denied
		}
		return b
	}
	if law {
		if name, ok := lawBefore(f.text, p); ok {
			b.start, b.from, b.to, b.kind = name.start, name.start, name.head, named
			return b
		}
	}
	switch {
	case p < b.start && noDocument.start(f.text, p) >= 0:
		b.kind = denied
	case f.continues(b.start):
		b.kind = max(b.kind, f.kind)
	}
	return b
}

// contradicts reports whether the words before “số” are not the type of the
// document but what it is about: “phê duyệt đề án số 980/QĐ-TTg”. Types and
// their abbreviations begin in the same letter.
func (b *before) contradicts(t []byte, n Number) bool {
	if !b.hasSo || b.from == b.to || n.Type == "" || isCapital(t, b.from) || phraseEnd(t, b.from, "văn bản") > 0 {
		return false
	}
	initial, _ := utf8.DecodeRune(t[b.from:b.to])
	abbr, _ := utf8.DecodeRuneInString(n.Type)
	return unicode.ToUpper(initial) != unicode.ToUpper(abbr)
}

// typeStart gives the start of the words for a type that end at p; -1 where
// there are none.
func typeStart(t []byte, p int) int {
	if s := typeNames.start(t, p); s >= 0 {
		return s
	}
	s := wordStart(t, p)
	for _, short := range shortTypes {
		if string(t[s:p]) == short {
			return s
		}
	}
	return -1
}

// continues reports whether only words that join stand between the citation
// found last and p: “các Nghị quyết số 01/NQ-HĐND, số 02/NQ-HĐND và …”.
func (f *finder) continues(p int) bool {
	if len(f.dst) == f.base || f.full > p || p-f.full > maxRun {
		return false
	}
	q := f.full
	for q < p {
		switch next := joiners.end(f.text, q); {
		case next > 0:
			q = next
		case f.text[q] == ',' || f.text[q] == ';':
			q++
		case spaceLen(f.text, q) > 0:
			q += spaceLen(f.text, q)
		default:
			return false
		}
	}
	return p > f.full
}
