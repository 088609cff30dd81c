package search

import "slices"

// newShare: where much must be read, the newest documents, one in so many, are
// looked through before the others.
const newShare = 8

// inRow looks for documents that have the words in a row, first among what is
// known, then among the newest, and reports whether they fill a page.
func (r *run) inRow() (bool, error) {
	if r.rows() >= r.need {
		return true, nil
	}
	for _, share := range []int{newShare, 1} {
		some := false
		for _, p := range r.parts {
			lists := r.chain(p)
			if share > 1 && unread(lists, 2, nil) <= muchBlocks {
				continue
			}
			some = true
			if err := r.read(lists, r.others(p), 2, first(p.segment.Documents/share)); err != nil {
				return false, err
			}
		}
		if some && r.rows() >= r.need {
			return true, nil
		}
	}
	return false, nil
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
	out := r.strong(p)
	for i, c := range r.clauses {
		if c.bridge && !c.must && !c.idle {
			out = append(out, p.lists[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *list) int { return a.df - b.df })
	return out
}

// rows counts the documents, of what is known, that seem to have the words of the
// query in a row. They become all.
func (r *run) rows() int {
	n := 0
	for _, p := range r.parts {
		p.all = slices.DeleteFunc(r.meet(r.strong(p)), func(doc int) bool { return r.torn(p, doc, true) })
		p.exact = false
		n += len(p.all)
	}
	return n
}

// torn reports whether a document is known not to have in a row what is quoted, or
// all words of the query.
func (r *run) torn(p *runPart, doc int, all bool) bool {
	for i, c := range r.clauses {
		v, has := p.lists[i].hits[doc]
		bridge, next := c.must || all && !c.idle, c.strict || all && !c.idle && c.next != 0
		if c.bridge && bridge && !has || next && v.next&c.next == 0 {
			return true
		}
	}
	return false
}
