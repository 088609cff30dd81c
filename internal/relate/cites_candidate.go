package relate

import (
	"cmp"
	"slices"
	"strings"

	"planpress/internal/plan"
)

// namesakes are the documents that have one number, as bodies begin to count
// anew each year: every commune has a 01/KH-UBND of each. Looking at all of them
// for each citation would take time that grows with the square of a site.
type namesakes struct {
	here      []candidate // of the site, by issuer and day
	byDay     []int32     // places in here, by day
	elsewhere []candidate // of documents.yaml
}

// fewCandidates is how many are looked at one by one.
const fewCandidates = 8

func (n *namesakes) sort() {
	slices.SortFunc(n.here, func(a, b candidate) int {
		return cmp.Or(strings.Compare(orgID(a.issuer), orgID(b.issuer)), a.issued.Compare(b.issued))
	})
	n.byDay = make([]int32, len(n.here))
	for i := range n.byDay {
		n.byDay[i] = int32(i)
	}
	slices.SortStableFunc(n.byDay, func(a, b int32) int { return n.here[a].issued.Compare(n.here[b].issued) })
}

// of gives those that a body issued.
func (n *namesakes) of(o *plan.Org) []candidate {
	return n.from(o, 0, func(plan.Date) bool { return true })
}

// in gives those that a body issued in a year, or in the year 0 on a day that
// is not known.
func (n *namesakes) in(o *plan.Org, year int16) []candidate {
	return n.from(o, year, func(issued plan.Date) bool { return issued.Year == year })
}

func (n *namesakes) from(o *plan.Org, year int16, fits func(issued plan.Date) bool) []candidate {
	begin, _ := slices.BinarySearchFunc(n.here, plan.Date{Year: year}, func(c candidate, from plan.Date) int {
		return cmp.Or(strings.Compare(orgID(c.issuer), o.ID), c.issued.Compare(from))
	})
	end := begin
	for end < len(n.here) && n.here[end].issuer == o && fits(n.here[end].issued) {
		end++
	}
	return n.here[begin:end]
}

// on gives the places of those that were issued on a day.
func (n *namesakes) on(day plan.Date) []int32 {
	of := func(at int32, d plan.Date) int { return n.here[at].issued.Compare(d) }
	begin, _ := slices.BinarySearchFunc(n.byDay, day, of)
	end := begin
	for end < len(n.byDay) && n.here[n.byDay[end]].issued == day {
		end++
	}
	return n.byDay[begin:end]
}

func orgID(o *plan.Org) string {
	if o == nil {
		return ""
	}
	return o.ID
}

// vote finds the one document that most speaks for.
type vote struct {
	*citer
	citing  *Entry
	cited   *plan.Cited
	said    string // the body that the text names, as bodies are compared
	central bool   // the number says who issued the document
	best    Reference
	most    int
	tie     bool // another has as much for it
}

func (v *vote) weigh(all []candidate) {
	for i := range all {
		v.consider(&all[i])
	}
}

// consider looks at a candidate; more than once does no harm.
func (v *vote) consider(to *candidate) {
	switch n := v.weight(to); {
	case n > v.most:
		v.best, v.most, v.tie = to.Reference, n, false
	case n == v.most && n > 0 && to.Reference != v.best:
		v.tie = true
	}
}

// likely looks at the candidates for which a number that is not central has any
// weight: those of that day, of the citing body and the ones above it, of the
// body that the text names, those that the document names, and itself.
func (v *vote) likely(named *namesakes) {
	if !v.cited.Day.IsZero() {
		for _, i := range named.on(v.cited.Day) {
			v.consider(&named.here[i])
		}
	}
	issued := func(by *plan.Org) {
		if year := v.cited.Day.Year; year == 0 || v.cited.Number.Year != 0 { // of two years any may be wrong
			v.weigh(named.of(by))
		} else {
			v.weigh(named.in(by, year))
			v.weigh(named.in(by, 0))
		}
	}
	above := v.citing.Issuer
	for level := 0; above != nil && level <= levels; level++ {
		issued(above)
		above = v.orgs[above.Parent]
	}
	for _, o := range v.bodiesCalled(v.said) {
		issued(o)
	}
	key := numberedAs(v.cited.Number)
	other := func(e *Entry) {
		if e != nil && e.Document.Number.Ordinal == key.ordinal && numberedAs(e.Document.Number) == key {
			to := v.candidate(Reference{Entry: e})
			v.consider(&to)
		}
	}
	other(v.citing)
	for ref := range v.citing.referred() {
		other(ref.Entry)
	}
}

// bodiesCalled gives the bodies that words surely name: their names are the
// words, or the beginning of them.
func (c *citer) bodiesCalled(said string) []*plan.Org {
	if said == "" {
		return nil
	}
	if all, known := c.called[said]; known {
		return all
	}
	var all []*plan.Org
	for end := 0; end < len(said); end++ {
		next := strings.IndexByte(said[end:], ' ')
		if next < 0 {
			next = len(said) - end
		}
		end += next
		all = append(all, c.bodies[said[:end]]...)
	}
	c.called[said] = all
	return all
}

// candidate is a document that a number may mean, with what decides about it.
type candidate struct {
	Reference
	issued plan.Date
	issuer *plan.Org // nil where it is not one of the registry
	lang   string    // "" elsewhere: versions in several languages are told apart here only
	names  [2]string // of the body that issued it, as bodies are compared
}

func (c *citer) candidate(ref Reference) candidate {
	if x := ref.External; x != nil {
		return candidate{Reference: ref, issued: x.Issued, names: [2]string{c.body(x.Issuer)}}
	}
	out := candidate{Reference: ref, issued: ref.issued(), issuer: ref.Entry.Issuer, lang: c.lang(ref.Entry.Document)}
	if o := out.issuer; o != nil {
		out.names = [2]string{c.body(o.Name), c.body(o.ShortName)}
	}
	return out
}

func (ref Reference) issued() plan.Date {
	if ref.External != nil {
		return ref.External.Issued
	}
	return ref.Entry.Document.Issued
}
