package search

import "math/bits"

// certain is the highest nearness of one clause.
const certain = 12

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
	if v.next&c.next != 0 {
		n += certain + certain/bits.Len8(uint8(bits.OnesCount8(v.next)))
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
