package search

// Nearness: a pair of neighbours, or three words in a row, add twice certain or
// somewhat less; and every cut takes away more than they can add.
const (
	certain = 12
	perCut  = 1 << 16
)

// weigh gives the rank of a document.
func (r *run) weigh(p *runPart, doc int) (f found, ok bool) {
	f = found{doc: doc, tier: 2}
	have, want := 0.0, 0.0
	for i, c := range r.clauses {
		v, has := p.lists[i].hits[doc]
		if c.facet {
			if !has {
				return f, false
			}
			continue
		}
		if c.bridge && c.idle {
			continue
		}
		f.score += gain(c, v, has)
		f.near += nearness(c, v, has)
		if c.bridge || !c.must {
			continue
		}
		want += c.idf
		if has {
			have += c.idf
		}
		if !v.meta && !c.idle {
			f.tier = 1
		}
	}
	if f.tier == 2 {
		f.near = 0 // in a title all is near
	} else {
		f.near -= r.cuts(p, doc) * perCut
	}
	if r.partial {
		f.tier = 0
		return f, want == 0 || have >= want/3
	}
	return f, true
}

// nearness is what a clause says of neighbours: a bridge that they are, and the
// signs of the words behind a pair the more the fewer of them there are.
func nearness(c weighed, v value, has bool) int {
	n := 0
	if c.bridge && has {
		n = 2 * certain
	}
	if c.next != 0 && v.next.allows(c.next) {
		n += 2*certain - v.next.doubt()
	}
	return n
}

// gain is what a clause gives to the score of a document.
func gain(c weighed, v value, has bool) float64 {
	switch {
	case !has:
		return 0
	case c.bridge:
		return c.idf * (v.score + .5)
	}
	return c.idf * v.score
}
