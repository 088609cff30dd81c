package pages

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/viet"
)

// citation names a document in full, for others to copy into theirs: type,
// number and symbol, date, issuer, subject; of laws and ordinances only type
// and name.
//
// Source: Decree 30/2020/NĐ-CP, App. I.II.6.b; for the date App. I.II.4.b.
func (p *Planner) citation(e *relate.Entry) string {
	d := e.Document
	if namedOnly(d.Type) || d.Number.IsZero() || !d.Issued.IsDay() || d.Type == nil {
		return d.Title
	}
	issuer := ""
	if e.Issuer != nil {
		issuer = e.Issuer.Name
	}
	if p.lang(d) != string(diag.VI) {
		text := d.Type.Name.EN + " No. " + d.Number.String() + " of " + date(diag.EN, d.Issued)
		if issuer != "" {
			text += " issued by " + issuer
		}
		return text + ", “" + d.Title + "”"
	}
	text := d.Type.Name.VI + " số " + d.Number.String() + " " + viet.LongDate(int(d.Issued.Year), int(d.Issued.Month), int(d.Issued.Day))
	if issuer != "" {
		text += " của " + issuer
	}
	if subject, ok := subject(d.Type.Name.VI, d.Title); ok {
		return text + " " + subject
	}
	return text + ", “" + d.Title + "”"
}

// namedOnly reports whether documents of a type are cited by their names alone.
func namedOnly(t *plan.Type) bool {
	return t != nil && slices.Contains([]string{"hien-phap", "bo-luat", "luat", "phap-lenh"}, t.ID)
}

// actions are the words with which a subject follows its issuer directly:
// “… của Bộ Nội vụ hướng dẫn …”. Before others there is “về”.
var actions = [...]string{"ban hành", "phê duyệt", "sửa đổi", "bổ sung", "bãi bỏ", "thay thế", "quy định", "hướng dẫn", "công bố", "thành lập", "kiện toàn"}

// subject gives the subject of a title as it stands within a sentence: of “Kế
// hoạch cải cách hành chính”, “về cải cách hành chính”. It is sure only where
// the title begins with the name of its type, and where what follows begins with
// a small letter, or with a capital that is no part of a name: the next word is
// not written with one, as it would be in “Hoài Nhơn” and in “UBND”. A name of
// one syllable (“Huế”) cannot be told from the beginning of a sentence; as a
// title that puts it right behind the type is rare, that is accepted.
func subject(kind, title string) (string, bool) {
	rest, ok := cutPrefixFold(title, kind+" ")
	if !ok {
		if rest, ok = cutPrefixFold(title, "về "); !ok {
			return "", false
		}
		return "về " + rest, true
	}
	rest, ok = withoutCapital(strings.TrimSpace(rest))
	if !ok {
		return "", false
	}
	for _, word := range append([]string{"về"}, actions[:]...) {
		if strings.HasPrefix(rest, word+" ") {
			return rest, true
		}
	}
	return "về " + rest, true
}

// withoutCapital makes the first letter of a text small, where it is one that
// a title begins with. It gives false where it may be that of a name.
func withoutCapital(s string) (string, bool) {
	first, size := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(first) {
		return s, unicode.IsLower(first)
	}
	word, rest, _ := strings.Cut(s, " ")
	if strings.ContainsFunc(word[size:], func(c rune) bool { return !unicode.IsLower(c) }) {
		return "", false
	}
	if next, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(next) {
		return "", false
	}
	return string(unicode.ToLower(first)) + s[size:], true
}

// cutPrefixFold is strings.CutPrefix without regard to case. Both are in NFC,
// where a letter has one rune in either case.
func cutPrefixFold(s, prefix string) (string, bool) {
	for _, want := range prefix {
		c, size := utf8.DecodeRuneInString(s)
		if size == 0 || unicode.ToLower(c) != unicode.ToLower(want) {
			return "", false
		}
		s = s[size:]
	}
	return s, true
}

// lang is the language of a document.
func (p *Planner) lang(d *plan.Document) string {
	if d.Lang != "" {
		return d.Lang
	}
	return p.base.Lang
}
