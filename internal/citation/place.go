package citation

import "strings"

// place is a place in a document, as words name it.
type place struct {
	Provision
	start, end int
}

// place reads “điểm a khoản 1 Điều 7” about the number at i, and decides from
// what follows whether it is a place in this document, in the one cited next,
// or in another. Where that is said of several at once (“Điều 5 và Điều 6 của
// Kế hoạch này”), it is said behind the last.
func (f *finder) place(i int) bool {
	r := placeReader{t: f.text}
	if !r.read(i) || r.start < f.full {
		return false
	}
	first := r.Provision
	if f.last.end == 0 || !f.continuesPlace(r.start) {
		f.chain = len(f.dst)
	} else if !f.last.This {
		first = f.last.Provision // “Điều 6 và Điều 8 Nghị định …”
	}
	f.last = place{first, r.start, r.end}
	s := Span{Start: r.start, End: r.end, Full: r.end, Provision: r.Provision}
	switch from, to, end := f.owner(r.end); {
	case end > 0:
		s.Type, s.Full, s.Provision.This = string(f.text[from:to]), end, true
		for i := range f.dst[f.chain:] {
			f.dst[f.chain+i].Provision.This = true
		}
	case from > 0:
		f.dst = f.dst[:f.chain]
		return true
	case !r.sure:
		return true
	}
	f.dst = append(f.dst, s)
	f.full, f.kind = s.Full, bare
	return true
}

// owner reads the document behind a place that ends at p: end is the end of
// “của Kế hoạch này”, of which t[from:to] is the type. From alone is set where
// another document follows; neither is where none does.
func (f *finder) owner(p int) (from, to, end int) {
	t := f.text
	q := skipSpace(t, p)
	comma := q < len(t) && t[q] == ','
	if comma {
		q = skipSpace(t, q+1)
	}
	of := phraseEnd(t, q, "của")
	if of > 0 {
		q = skipSpace(t, of)
	}
	if q == p || comma && of == 0 && !isCapital(t, q) {
		return 0, 0, 0
	}
	to = typeNames.end(t, q)
	if this := phraseEnd(t, skipSpace(t, to), "này"); to > 0 && this > 0 {
		return q, to, this
	}
	if of > 0 || to > 0 || otherSources.end(t, q) > 0 {
		return q, 0, 0
	}
	for _, short := range shortTypes {
		if end := wordEnd(t, q); string(t[q:end]) == short {
			return q, 0, 0
		}
	}
	return 0, 0, 0
}

// continuesPlace reports whether only words that join stand between the place
// found last and one that starts at p.
func (f *finder) continuesPlace(p int) bool {
	if p-f.last.end > maxRun {
		return false
	}
	switch strings.Trim(string(f.text[f.last.end:p]), " ,;\n\t\u00a0") {
	case "", "và", "hoặc", "hay", "đến", "và các", "và tại", "tại", "các":
		return f.last.end < p
	}
	return false
}

// leadsTo reports whether a place that ends at p belongs to the citation that
// starts at start.
func (f *finder) leadsTo(p, start int) bool {
	if p >= start || start-p > len(" , của các ") {
		return false
	}
	switch strings.Trim(string(f.text[p:start]), " ,\n\t\u00a0") {
	case "", "của", "các", "của các":
		return true
	}
	return false
}
