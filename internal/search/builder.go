package search

import (
	"context"
	"slices"
	"sync"

	"planpress/internal/par"
)

// Builder makes a segment. Add may be called from several goroutines; what it
// is told may come in any order.
type Builder struct {
	abbrs *abbreviations
	cards []card

	analysers sync.Pool
	shards    [64]internShard

	mu      sync.Mutex
	open    []uint64 // postings that are not in a run yet
	runs    []sortedRun
	symbols map[string]int
}

// internShard numbers some of the terms.
type internShard struct {
	mu    sync.Mutex
	ids   map[uint64]uint32 // by hash: two terms of one hash are one, which no site will see
	terms []term
}

// NewBuilder makes a builder for a number of documents.
func NewBuilder(documents int, glossary []Abbreviation) *Builder {
	b := &Builder{abbrs: newAbbreviations(newScanner(), glossary), cards: make([]card, documents), symbols: map[string]int{}}
	b.analysers.New = func() any { return newAnalyser(b.abbrs) }
	for i := range b.shards {
		b.shards[i].ids = map[uint64]uint32{}
	}
	return b
}

// A posting is one number: the term, the document, and what the document has of
// it (hit). In the order of numbers, postings of a term come in the order of
// documents.
const (
	nextBits   = 8
	metaBits   = 1
	impactBits = 4
	docBits    = 24
	hitBits    = impactBits + metaBits + nextBits
	restBits   = docBits + hitBits
)

// Limit is how many documents one index can hold.
const Limit = 1 << docBits

func posting(term, doc uint32, impact uint64, c *counted) uint64 {
	p := uint64(term)<<restBits | uint64(doc)<<hitBits | impact<<(metaBits+nextBits) | uint64(c.next)
	if c.inMeta {
		p |= 1 << nextBits
	}
	return p
}

func termOf(p uint64) uint32 { return uint32(p >> restBits) }

// Add takes the document with a number.
func (b *Builder) Add(doc int, d *Document) {
	a := b.analysers.Get().(*analyser)
	defer b.analysers.Put(a)
	a.document(d)
	chunk := make([]uint64, len(a.terms))
	for i := range a.terms {
		c := &a.terms[i]
		chunk[i] = posting(b.intern(c), uint32(doc), a.impact(c), c)
	}
	b.cards[doc] = cardOf(d)
	letters := symbols(a.scanner, d.Number)
	if full := b.keep(chunk, letters); full != nil {
		r := newRun(full)
		b.mu.Lock()
		defer b.mu.Unlock()
		b.runs = append(b.runs, r)
	}
}

// keep takes postings, and the letters of a number. When there are enough for a
// run, it gives all that are in none yet.
func (b *Builder) keep(postings []uint64, letters []string) (full []uint64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range letters {
		b.symbols[s]++
	}
	b.open = append(b.open, postings...)
	if len(b.open) < runSize {
		return nil
	}
	full, b.open = b.open, make([]uint64, 0, len(b.open)) // the next will be as long
	return full
}

// intern gives the number of a term.
func (b *Builder) intern(c *counted) uint32 {
	at := c.hash >> 11 % uint64(len(b.shards))
	s := &b.shards[at]
	s.mu.Lock()
	defer s.mu.Unlock()
	id, ok := s.ids[c.hash]
	if !ok {
		id = uint32(len(s.terms)*len(b.shards)) + uint32(at)
		s.ids[c.hash] = id
		s.terms = append(s.terms, c.term)
	}
	return id
}

// named is a term with its place in the index.
type named struct {
	key, form string
	id        uint32
}

// sorted gives all terms by key and form, and puts the postings into their order.
func (b *Builder) sorted(ctx context.Context, jobs int) ([]named, error) {
	var all []named
	most := uint32(0)
	for at := range b.shards {
		for n, t := range b.shards[at].terms {
			id := uint32(n*len(b.shards) + at)
			most = max(most, id)
			all = append(all, named{t.key(), t.form(), id})
		}
		b.shards[at].ids, b.shards[at].terms = nil, nil
	}
	slices.SortFunc(all, func(a, b named) int {
		if c := compare(a.key, b.key); c != 0 {
			return c
		}
		return compare(a.form, b.form)
	})
	ranks := make([]uint32, most+1)
	for rank, t := range all {
		ranks[t.id] = uint32(rank)
	}
	if len(b.open) > 0 {
		b.runs = append(b.runs, newRun(b.open))
		b.open = nil
	}
	return all, rank(ctx, jobs, b.runs, ranks)
}

// rank gives the terms of runs other numbers, a run in the place of the one before:
// they are most of what an index needs in memory.
func rank(ctx context.Context, jobs int, runs []sortedRun, ranks []uint32) error {
	places := make([]*sortedRun, len(runs))
	for i := range runs {
		places[i] = &runs[i]
	}
	_, err := par.Map(ctx, jobs, places, func(_ context.Context, r *sortedRun) (struct{}, error) {
		*r = r.ranked(ranks)
		return struct{}{}, nil
	})
	return err
}

func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
