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

	mu       sync.Mutex
	postings [][]uint64
	symbols  map[string]int
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
	chunkSize  = 1 << 16
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
	b.mu.Lock()
	defer b.mu.Unlock()
	b.keep(chunk)
	for _, s := range letters {
		b.symbols[s]++
	}
}

// keep puts postings into chunks of one size.
func (b *Builder) keep(postings []uint64) {
	for len(postings) > 0 {
		n := len(b.postings)
		if n == 0 || len(b.postings[n-1]) == chunkSize {
			b.postings = append(b.postings, make([]uint64, 0, chunkSize))
			n++
		}
		last := &b.postings[n-1]
		take := min(len(postings), chunkSize-len(*last))
		*last = append(*last, postings[:take]...)
		postings = postings[take:]
	}
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
	_, err := par.Map(ctx, jobs, b.postings, func(_ context.Context, chunk []uint64) (struct{}, error) {
		for i, p := range chunk {
			chunk[i] = uint64(ranks[termOf(p)])<<restBits | p&(1<<restBits-1)
		}
		slices.Sort(chunk)
		return struct{}{}, nil
	})
	return all, err
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
