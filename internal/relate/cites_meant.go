package relate

import (
	"iter"
	"strings"

	"planpress/internal/citation"
	"planpress/internal/plan"
	"planpress/internal/viet"
)

// meant finds the document that a citation means. Where several may be meant,
// or none certainly is, it gives none: a wrong link is worse than no link.
func (c *citer) meant(e *Entry, cited *plan.Cited) Reference {
	if cited.Number.IsZero() {
		return c.byName[law{strings.ToLower(cited.Name), cited.Day.Year}]
	}
	named := c.byNumber[numberedAs(cited.Number)]
	if named == nil {
		return Reference{}
	}
	v := vote{citer: c, citing: e, cited: cited, said: c.body(cited.Issuer), central: isCentral(cited.Number)}
	if len(named.here) <= fewCandidates || v.central {
		v.weigh(named.here)
	} else {
		v.likely(named)
	}
	v.weigh(named.elsewhere)
	if v.tie {
		return Reference{}
	}
	return v.best
}

// weight says how much speaks for a document of the number that is cited; 0
// where it is not the one.
//
// A number names a document only together with its issuer and, as counting
// begins anew each year, the year. Of central bodies the symbol says the issuer
// (“TTg”). Of others, such as UBND, of which every commune has one, the text
// must name the body or the day; or else the front matter or the text before
// names that document, or the citing body issued it.
func (v *vote) weight(to *candidate) int {
	e, day, issued := v.citing, v.cited.Day, to.issued
	sameDay := !day.IsZero() && day == issued
	sameYear := day.IsZero() || issued.IsZero() || day.Year == issued.Year
	own := to.Entry == e || to.issuer != nil && to.issuer == e.Issuer && !e.Document.Issued.EndsBefore(issued)
	body := v.agreement(to)
	named := e.names(to.Reference)
	known := sameDay || own || named
	switch {
	case !sameYear && (v.cited.Number.Year == 0 || !v.central && body < sure):
		return 0
	case v.central:
	case body == other, body == vague && !known, body == unsaid && !known, body == unsaid && !day.IsZero() && !sameDay:
		return 0
	}
	n := 1
	for i, yes := range [...]bool{strings.EqualFold(to.lang, v.lang(e.Document)), own, body == sure, to.Entry == e, named, sameDay} {
		if yes {
			n += 2 << i
		}
	}
	return n
}

// names reports whether the front matter names a document, or the text did
// before.
func (e *Entry) names(ref Reference) bool {
	for other := range e.referred() {
		if other == ref {
			return true
		}
	}
	return false
}

// referred gives the documents that the front matter names, or the text did
// before.
func (e *Entry) referred() iter.Seq[Reference] {
	return func(yield func(Reference) bool) {
		for _, refs := range [...][]Reference{e.Basis, e.Cites} {
			for _, ref := range refs {
				if !yield(ref) {
					return
				}
			}
		}
		for i := range e.Relations {
			if !yield(e.Relations[i].Other) {
				return
			}
		}
	}
}

// agreement is how the body that a text names fits the one that issued a
// document.
type agreement uint8

const (
	other  agreement = iota
	unsaid           // the text names none
	vague            // it names a kind of body, “UBND thị xã”
	sure
)

func (v *vote) agreement(to *candidate) agreement {
	if v.said == "" {
		return unsaid
	}
	fits := other
	for _, name := range to.names {
		switch {
		case name == "":
		case beginsWith(v.said, name):
			return sure
		case beginsWith(name, v.said):
			if fits = vague; v.isAbove(to.issuer, v.citing) {
				return sure
			}
		}
	}
	return fits
}

// beginsWith reports whether the words of text begin with others.
func beginsWith(text, words string) bool {
	return strings.HasPrefix(text, words) && (len(text) == len(words) || text[len(words)] == ' ')
}

// levels is how many bodies are above one another at the most; a registry may
// have a circle.
const levels = 8

// isAbove reports whether a body stands above the one that issued e: of “UBND tỉnh” a commune has one.
func (c *citer) isAbove(o *plan.Org, e *Entry) bool {
	if o == nil || e.Issuer == nil {
		return false
	}
	above := e.Issuer
	for range levels {
		if above = c.orgs[above.Parent]; above == nil {
			return false
		}
		if above == o {
			return true
		}
	}
	return false
}

// isCentral reports whether the symbol of a number says which body issued the
// document: there is one of its kind in the country.
func isCentral(n citation.Number) bool {
	switch n.Type {
	case "NĐ", "TT", "TTLT", "PL":
		return n.Year != 0
	}
	first, _, _ := strings.Cut(n.Body, "-")
	switch strings.TrimRight(first, "0123456789") {
	case "CP", "TTg", "HĐBT", "QH", "UBTVQH", "HĐNN", "CTN", "VPCP", "TTCP", "TW", "VPTW", "NHNN", "TANDTC", "VKSNDTC", "KTNN":
		return true
	}
	return false
}

// body gives the name of a body as names are compared.
func (c *citer) body(name string) string {
	if is, known := c.words[name]; known {
		return is
	}
	is := strings.TrimPrefix(strings.Join(strings.Fields(viet.Fold(name)), " "), "chu tich ")
	for _, s := range [...]struct{ short, long string }{{"ubnd", "uy ban nhan dan"}, {"hdnd", "hoi dong nhan dan"}} {
		if is == s.short || strings.HasPrefix(is, s.short+" ") {
			is = s.long + is[len(s.short):]
		}
	}
	c.words[name] = is
	return is
}
