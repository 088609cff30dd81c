package search

import "slices"

// run is one attempt at a query.
type run struct {
	index   *Index
	query   Query
	least   float64
	need    int  // results wanted
	partial bool // documents count that have only some of the clauses

	clauses []weighed
	order   []int // of the clauses that are pairs
	parts   []*runPart
}

// weighed is a clause with what it counts for.
type weighed struct {
	clause
	idf    float64
	common bool // so many documents have it that it tells little
	idle   bool // so many have it in a field that it tells nothing
}

// runPart is a run in one segment.
type runPart struct {
	segment *segment
	lists   []*list // by clause; of a kind of facets one together
	all     []int   // the documents that have what they must, in their order
	exact   bool    // all are all
}

// found is a document that was found.
type found struct {
	at, doc int // segment and document
	tier    int // 2: every clause in a field, 1: every clause, 0: some
	near    int // how far the words of the query are neighbours in it
	score   float64
	day     int // where the newest are wanted
}

// What more than a part of all documents have, one in commonShare, and more than
// commonLeast, is not asked for.
const (
	commonShare = 3
	commonLeast = 16
)

func (r *run) many() int { return max(r.documents()/commonShare, commonLeast) }

// begin finds the clauses in the segments.
func (r *run) begin(clauses []clause, facets [][]clause) error {
	for _, s := range r.index.segments {
		r.parts = append(r.parts, &runPart{segment: s})
	}
	for _, c := range clauses {
		if err := r.add(c); err != nil {
			return err
		}
	}
	for _, kind := range facets {
		if err := r.addFacets(kind); err != nil {
			return err
		}
	}
	r.weaken()
	return nil
}

func (r *run) documents() int {
	n := 0
	for _, s := range r.index.segments {
		n += s.Documents
	}
	return n
}

// add adds a clause.
func (r *run) add(c clause) error {
	df := 0
	for _, p := range r.parts {
		l, err := p.segment.list(c, r.least)
		if err != nil {
			return err
		}
		p.lists = append(p.lists, l)
		df += l.df
	}
	r.clauses = append(r.clauses, weighed{clause: c, idf: rarity(r.documents(), df)})
	return nil
}

// addBridge adds a bridge, which tells nothing where too many documents have it.
func (r *run) addBridge(c clause) error {
	if err := r.add(c); err != nil {
		return err
	}
	last := len(r.clauses) - 1
	r.clauses[last].idle = !c.must && r.fields(last) > r.many()
	return nil
}

// fields counts the documents that have a clause in a field.
func (r *run) fields(clause int) int {
	n := 0
	for _, p := range r.parts {
		n += p.lists[clause].fields()
	}
	return n
}

// addFacets adds the facets of one kind, of which any will do.
func (r *run) addFacets(kind []clause) error {
	for _, p := range r.parts {
		all := &list{segment: p.segment, hits: map[int]value{}, ready: true}
		for _, c := range kind {
			l, err := p.segment.list(c, r.least)
			if err != nil {
				return err
			}
			all.variants = append(all.variants, l.variants...)
			all.df += l.df
			all.ready = all.ready && l.ready
			for d, v := range l.hits {
				all.hits[d] = v
			}
		}
		p.lists = append(p.lists, all)
	}
	r.clauses = append(r.clauses, weighed{clause: kind[0]})
	return nil
}

// weaken finds the clauses that tell little: all but the rarest may be. Of what is
// so frequent that the index does not keep all, not the lack tells anything.
func (r *run) weaken() {
	rarest, limit := -1, r.many()
	for i, c := range r.clauses {
		if !c.must || c.facet {
			continue
		}
		if rarest < 0 || r.rough(rarest) && !r.rough(i) || r.rough(rarest) == r.rough(i) && c.idf > r.clauses[rarest].idf {
			rarest = i
		}
	}
	for i := range r.clauses {
		c := &r.clauses[i]
		if c.facet || !c.must {
			continue
		}
		df := 0
		for _, p := range r.parts {
			df += p.lists[i].df
		}
		c.common = i != rarest && (df > limit || r.rough(i))
		c.idle = c.common && r.fields(i) > limit
	}
}

// rough reports whether the index does not keep all documents of a clause.
func (r *run) rough(clause int) bool {
	return slices.ContainsFunc(r.parts, func(p *runPart) bool { return p.lists[clause].rough })
}

// few documents that have all in fields are enough for the first page.
const few = 5

// evaluate finds the documents that have what they must: first those that have
// all in fields; and if these do not fill a page all, and which of their words are
// neighbours.
func (r *run) evaluate(bridges []clause) error {
	exactly := quoted(bridges)
	ranked := !r.partial && !r.query.ByDate
	if ranked && !exactly {
		if err := r.all(1); err != nil || r.enough() {
			return err
		}
	}
	if ranked || exactly {
		for _, c := range bridges {
			if err := r.addBridge(c); err != nil {
				return err
			}
		}
		r.order = r.inOrder()
	}
	if ranked && len(bridges) > 0 && r.query.First == 0 {
		if done, err := r.inRows(); err != nil || done {
			return err
		}
	}
	if err := r.all(2); err != nil {
		return err
	}
	for _, p := range r.parts {
		p.all = slices.DeleteFunc(p.all, func(doc int) bool { return r.cuts(p, doc) == quotedCut })
	}
	return nil
}

// enough reports whether a page can be filled with the best there are.
func (r *run) enough() bool {
	n := r.titled()
	return n >= r.need || n >= few && r.query.First == 0
}

// all finds documents, reading so many levels.
func (r *run) all(levels int) error {
	for _, p := range r.parts {
		if err := r.part(p, levels); err != nil {
			return err
		}
	}
	return nil
}
