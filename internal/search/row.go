package search

import "slices"

// Where much must be read, so many of the newest documents of a segment are looked
// through first, and growth times as many where they do not fill a page. After
// plenty of blocks, documents will do that only have the words.
const (
	window = 4096
	growth = 4
	plenty = 24
)

// twoRows is how many pairs there are at least in two rows.
const twoRows = 3

// inRows looks for documents that have the words in a row, then for those that have
// them in two, and reports whether they fill a page.
func (r *run) inRows() (bool, error) {
	limit := r.loaded() + plenty
	if done, err := r.newest(0, limit, r.chain); done || err != nil {
		return done, err
	}
	if len(r.order) >= twoRows {
		if done, err := r.newest(1, limit, r.strong); done || err != nil {
			return done, err
		}
	}
	return r.loaded() >= limit && r.rows(quotedCut-1) >= r.need, nil
}

// newest looks for documents whose words are in one row but for some cuts, first
// among what is known, then in lists of the newest until so many blocks were read,
// and reports whether they fill a page.
func (r *run) newest(cuts, limit int, lists func(*runPart) []*list) (bool, error) {
	for size := window; ; size *= growth {
		if r.rows(cuts) >= r.need {
			return true, nil
		}
		if r.loaded() >= limit || size/growth >= r.documents() {
			return false, nil
		}
		for _, p := range r.parts {
			if err := r.read(lists(p), r.others(p), 2, first(min(size, p.segment.Documents))); err != nil {
				return false, err
			}
		}
	}
}

// first gives the first n documents.
func first(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// chain gives the lists that a document with the words in a row is in, the
// shortest first.
func (r *run) chain(p *runPart) []*list {
	return r.lists(p, func(c *weighed) bool {
		if c.must {
			return !c.common
		}
		return c.bridge && !c.idle
	})
}

// loaded counts the blocks that were read.
func (r *run) loaded() int {
	n := 0
	for _, p := range r.parts {
		for _, l := range p.lists {
			for _, v := range l.variants {
				n += len(v.read[0]) + len(v.read[1])
			}
		}
	}
	return n
}

// inOrder gives the pairs, as they stand in the query.
func (r *run) inOrder() []int {
	var out []int
	for i, c := range r.clauses {
		if len(c.forms) == 2 {
			out = append(out, i)
		}
	}
	slices.SortFunc(out, func(a, b int) int { return r.clauses[a].at - r.clauses[b].at })
	return out
}

// rows counts the documents, of what is known, that have the words in one row but
// for some cuts. They become all.
func (r *run) rows(cuts int) int {
	n := 0
	for _, p := range r.parts {
		p.all = slices.DeleteFunc(r.meet(r.strong(p)), func(doc int) bool { return r.cuts(p, doc) > cuts })
		p.exact = false
		n += len(p.all)
	}
	return n
}

// quotedCut is more than all others.
const quotedCut = 1 << 20

// cuts counts in how many places the words of the query must be cut so that what is
// left are rows that a document may have. A pair that it has not is a cut between
// its words; where it has two pairs but not in a row, there is one in either.
func (r *run) cuts(p *runPart, doc int) int {
	n, last := 0, -1
	for _, i := range r.order {
		c := r.clauses[i]
		v, has := p.lists[i].hits[doc]
		lost, apart := c.bridge && !has, c.next != 0 && !v.next.allows(c.next)
		switch {
		case lost && c.must, apart && c.strict:
			return quotedCut
		case c.idle || c.at <= last:
		case lost:
			n, last = n+1, c.at
		case apart:
			n, last = n+1, c.at+1
		}
	}
	return n
}
