package prose

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// legal is where the walk stands in the structure Điều, khoản, điểm (Decree
// 30/2020/NĐ-CP, Appendix I.II.6). Anchors follow from the numbers as printed
// and from nothing else: dieu-7, dieu-7-k1, dieu-7-k1-dd. Clauses and points
// outside of an article have none, since their numbers repeat.
type legal struct {
	article string // "dieu-7"; "" outside of articles
	level   int    // of the article's heading; 7 for one that is a bold paragraph
	clause  string // "dieu-7-k1"; "" before the first clause
}

// articleHeading takes the id of a heading that begins an article; "" for any
// other heading, which ends the article unless it lies below the article's.
func (w *writer) articleHeading(text string, level int) string {
	if w.quoted > 0 {
		return ""
	}
	number := articleNumber(text)
	if number == "" {
		if level <= w.legal.level {
			w.legal = legal{}
		}
		return ""
	}
	id := w.id("dieu-" + number)
	w.legal = legal{article: id, level: level}
	return id
}

// articleAnchor writes the id of a paragraph that begins an article: one whose
// first words are bold and read "Điều 7.".
func (w *writer) articleAnchor(n *ast.Paragraph) {
	bold, ok := n.FirstChild().(*ast.Emphasis)
	if !ok || bold.Level != 2 || w.quoted > 0 {
		return
	}
	text := w.plainText(bold)
	number := articleNumber(text)
	if number == "" || (!strings.ContainsAny(text, ".:") && w.sentenceGoesOn(bold)) {
		return
	}
	id := w.id("dieu-" + number)
	w.legal = legal{article: id, level: 7}
	w.idAttribute(id)
}

// sentenceGoesOn reports whether what follows a node is the rest of a sentence,
// as in “**Điều 7** của Nghị định này”, and not the name of an article.
func (w *writer) sentenceGoesOn(n ast.Node) bool {
	next, ok := n.NextSibling().(*ast.Text)
	if !ok {
		return false
	}
	r, _ := utf8.DecodeRune(bytes.TrimLeft(next.Segment.Value(w.src), " "))
	return r == ',' || r == ';' || unicode.IsLower(r)
}

// clauseAnchor writes the id of a numbered item that is a clause.
func (w *writer) clauseAnchor(number string) {
	if w.legal.article == "" || w.quoted > 0 {
		return
	}
	w.legal.clause = w.id(w.legal.article + "-k" + number)
	w.idAttribute(w.legal.clause)
}

// pointAnchor writes the id of a point. It belongs to the clause before it,
// or to the article where that has no clauses.
func (w *writer) pointAnchor(letter string) {
	if w.legal.article == "" || w.quoted > 0 {
		return
	}
	above := w.legal.clause
	if above == "" {
		above = w.legal.article
	}
	w.idAttribute(w.id(above + "-" + asciiLetter(letter)))
}

func (w *writer) idAttribute(id string) {
	w.raw(` id="`)
	w.raw(id)
	w.raw(`"`)
}

// articleNumber reads "7" of "Điều 7. Trách nhiệm" and "7a" of "Điều 7a:";
// "" where the text does not begin an article.
func articleNumber(text string) string {
	rest, ok := strings.CutPrefix(text, "Điều")
	if !ok {
		if rest, ok = strings.CutPrefix(text, "ĐIỀU"); !ok {
			return ""
		}
	}
	number := strings.TrimLeft(rest, " \u00a0")
	if len(number) == len(rest) {
		return ""
	}
	digits := 0
	for digits < len(number) && number[digits] >= '0' && number[digits] <= '9' {
		digits++
	}
	value := strings.TrimLeft(number[:digits], "0")
	if value == "" || digits > 4 {
		return ""
	}
	rest = number[digits:]
	letter := ""
	for _, r := range pointLetters {
		if after, ok := strings.CutPrefix(rest, string(r)); ok {
			letter, rest = asciiLetter(string(r)), after
			break
		}
	}
	if rest != "" && rest[0] != '.' && rest[0] != ':' {
		return ""
	}
	return value + letter
}

// asciiLetter writes a letter of a point for use in an anchor: đ is dd.
func asciiLetter(letter string) string {
	if letter == "đ" {
		return "dd"
	}
	return letter
}
