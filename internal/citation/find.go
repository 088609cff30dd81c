package citation

// Span is a citation found in running text: of a document by its number, of a
// law by its name and year, or of a place in a document. Offsets count bytes.
type Span struct {
	// Start and End bound what is marked: from the words of the type, or from
	// “số”, to the end of the number. For a law without a number the mark ends
	// behind its year (“Luật Đất đai năm 2024”), or behind its name where a whole
	// date follows; for a place alone it is the words of the place.
	Start, End int
	Full       int // the end with date and issuer; at least End

	Number    Number    // zero where there is only a law's name, or a place
	Type      string    // the words of the type as written, “Nghị định”; "" where none stand there
	Day       Date      // the date behind the number; zero where there is none
	Issuer    string    // the words behind “của”, as written; "" where there are none
	Provision Provision // “điểm a khoản 1 Điều 7” before it, or alone; zero where there is none
}

// Date is a day as a citation names it. Day, or Day and Month, are 0 where only
// a month or a year is given: “Luật Đất đai năm 2024”.
type Date struct{ Year, Month, Day int }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Provision is a place in a document. Of several (“khoản 2, 3 Điều 5”) it is
// the first.
type Provision struct {
	Article int    // Điều; 0 where none is named
	Clause  int    // khoản
	Point   string // điểm: "a", "đ"
	This    bool   // of the document that the text is in: “của Kế hoạch này”, “Điều này”
}

// Find appends to dst the citations in text, in order and without overlap. The
// text is prose in normal form C; a blank line ends whatever went before. It
// allocates nothing where it finds nothing.
//
// A place that names neither its document nor “này” is found with This unset:
// which document it belongs to cannot be known from the words beside it.
func Find(dst []Span, text []byte) []Span {
	i := nextDigit(text, 0)
	if i == len(text) {
		return dst
	}
	f := finder{text: text, dst: dst, base: len(dst)}
	for ; i < len(text); i = nextDigit(text, i) {
		i = f.digits(i)
	}
	return f.dst
}

// finder is the state of going through one text.
type finder struct {
	text  []byte
	dst   []Span
	base  int   // of dst that was there before
	full  int   // end of the citation found last, with date and issuer
	kind  intro // of that citation
	last  place // found last, which may belong to the citation that follows
	chain int   // of dst where the places that are joined with last begin
}

// digits looks for a citation about the digits at i and gives where to go on.
func (f *finder) digits(i int) int {
	j := i + 1
	for isDigit(f.text, j) {
		j++
	}
	switch {
	case f.number(i, j), j-i <= 2 && f.lawOfDay(i), j-i == 4 && f.lawOfYear(i, j):
		return f.full
	case j-i <= 3 && f.place(i):
		return max(f.full, f.last.end)
	}
	return j
}

// number reads a citation by number, of which the ordinal is t[i:j].
func (f *finder) number(i, j int) bool {
	if !mayGoOn(f.text, j) {
		return false
	}
	e, ok := measure(f.text, i, j)
	if !ok || !mayStart(f.text, i) {
		return false
	}
	b := f.before(i, &e)
	if !e.isCitation(b.kind, b.hasSo) || b.start < f.full {
		return false
	}
	first := min(i, b.start)
	words := string(f.text[first:e.end])
	n, ok := readNumber(words[i-first:])
	if !ok {
		return false
	}
	s := Span{Start: b.start, End: e.end, Full: e.end, Number: n}
	switch {
	case b.contradicts(f.text, n):
		s.Start = b.so
	case b.from < b.to:
		s.Type = words[b.from-first : b.to-first]
	}
	if law, ok := f.lawBeforeNumber(s.Start, &e); ok {
		s.Start, s.Type, s.Provision = law.Start, law.Type, law.Provision
	}
	return f.add(&s, b.kind)
}

// readNumber reads a number that is mended where what was meant is certain.
func readNumber(s string) (Number, bool) {
	if n, ok := parse(s); ok {
		return n, true
	}
	return parse(diagnose(s).Suggest)
}

// behind reads the date and the issuer behind a citation.
func (f *finder) behind(s *Span) {
	if s.Day.IsZero() {
		s.readDay(f.text)
	}
	if from, to := issuerAt(f.text, s.Full); to > 0 {
		s.Issuer, s.Full = string(f.text[from:to]), to
	}
	if s.Day.IsZero() {
		s.readDay(f.text)
	}
	if !s.Day.IsZero() || s.Issuer != "" {
		return
	}
	if day := unusableDay(f.text, s.Full); day > s.Full {
		if from, to := issuerAt(f.text, day); to > 0 {
			s.Issuer, s.Full = string(f.text[from:to]), to
		}
	}
}

func (s *Span) readDay(t []byte) {
	if d, end := dateAt(t, s.Full); end > 0 {
		s.Day, s.Full = d, end
	}
}

// add appends a citation, with what is behind it and the place in it that was
// read before. It reports false where the citation would begin within the last
// one.
func (f *finder) add(s *Span, kind intro) bool {
	if s.Start < f.full {
		return false
	}
	f.behind(s)
	if f.last.end > 0 && f.leadsTo(f.last.end, s.Start) {
		s.Provision = f.last.Provision
	}
	f.dst = append(f.dst, *s)
	f.full, f.kind, f.last = s.Full, kind, place{}
	return true
}
