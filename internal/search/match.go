package search

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"planpress/internal/viet"
)

// How far a form is from what was typed.
const (
	same     = 1.0
	refined  = 0.8 // it adds marks
	conflict = 0.3 // it has other marks
)

// closeness compares the words that were typed with a form of the index.
func closeness(typed []string, form string) float64 {
	out := same
	for i, word := range strings.Split(form, " ") {
		switch {
		case i >= len(typed) || typed[i] == word:
		case adds(typed[i], word):
			out = min(out, refined)
		default:
			return conflict
		}
	}
	return out
}

// adds reports whether a form is what was typed with more marks, or goes on.
func adds(typed, form string) bool {
	a, n := []rune(apart(typed)), 0
	for _, r := range apart(form) {
		switch {
		case n < len(a) && r == a[n]:
			n++
		case n < len(a) && !unicode.Is(unicode.M, r):
			return false
		}
	}
	return n == len(a)
}

// apart gives letters and their marks one by one.
func apart(s string) string { return viet.NFD(strings.ReplaceAll(s, "đ", "d\u0335")) }

// list is the documents of a segment that have a clause, as far as they were
// read.
type list struct {
	segment  *segment
	pair     bool
	variants []chosen
	df       int
	rough    bool // df is more than what is kept
	hits     map[int]value
	ready    bool // hits are all there are
}

type chosen struct {
	*variant
	weight float64
	read   [2]map[int]bool // blocks
}

// value is what a document has of a clause.
type value struct {
	score float64 // 0 to 1
	meta  bool
	next  follow // of a pair
}

// expansions are how many terms that begin with a word are searched for.
const expansions = 8

// list finds a clause in a segment. Below least no form counts.
func (s *segment) list(c clause, least float64) (*list, error) {
	l := &list{segment: s, pair: strings.Contains(c.key, " "), hits: map[int]value{}, ready: true}
	var entries []*entry
	e, err := s.lookup(c.key)
	if err != nil {
		return nil, err
	}
	if e != nil {
		entries = append(entries, e)
	}
	if c.prefix {
		more, err := s.beginning(c.key)
		if err != nil {
			return nil, err
		}
		slices.SortStableFunc(more, func(a, b *entry) int { return b.df() - a.df() })
		entries = append(entries, more[:min(len(more), expansions)]...)
	}
	for _, e := range entries {
		for _, v := range e.variants {
			l.choose(v, c, least)
		}
	}
	return l, nil
}

func (e *entry) df() int {
	n := 0
	for _, v := range e.variants {
		n += v.df()
	}
	return n
}

func (l *list) choose(v *variant, c clause, least float64) {
	weight := same
	if c.forms != nil && v.form != "" {
		weight = closeness(c.forms, v.form)
	} else if c.forms != nil {
		weight = closeness(c.forms, c.key)
	}
	if weight < least || slices.ContainsFunc(l.variants, func(o chosen) bool { return o.variant == v }) {
		return
	}
	l.variants = append(l.variants, chosen{variant: v, weight: weight, read: [2]map[int]bool{{}, {}}})
	l.df += v.df()
	l.rough = l.rough || v.kept < v.texts
	l.ready = l.ready && v.complete()
	l.put(v.inline, weight)
}

// fields gives how many documents have the clause in a field.
func (l *list) fields() int {
	n := 0
	for _, v := range l.variants {
		n += v.variant.fields
	}
	return n
}

// put takes documents of a variant.
func (l *list) put(hits []hit, weight float64) {
	for _, h := range hits {
		doc := int(h.doc)
		if l.segment.gone[doc] {
			continue
		}
		old := l.hits[doc]
		score := float64(h.impact+1) / (scale + 1) * weight
		l.hits[doc] = value{max(score, old.score), h.meta || old.meta, old.next.and(h.next)}
	}
}

// load reads more: level 0 what has the clause in fields, 1 the rest. Where
// among is not nil only what could be among these documents is read.
func (l *list) load(level int, among []int) error {
	return l.blocks(level, among, func(v *chosen, n int) error {
		hits, err := l.segment.read(v.blocks[level][n], level == 0, l.pair)
		if err != nil {
			return err
		}
		v.read[level][n] = true
		l.put(hits, v.weight)
		return nil
	})
}

// unread counts the blocks that load would read.
func (l *list) unread(levels int, among []int) int {
	n := 0
	for level := range levels {
		_ = l.blocks(level, among, func(*chosen, int) error { n++; return nil }) // counting does not fail
	}
	return n
}

// blocks calls do for each block of a level that is not read and could have some
// of the documents.
func (l *list) blocks(level int, among []int, do func(v *chosen, n int) error) error {
	if l.ready {
		return nil
	}
	for i := range l.variants {
		v := &l.variants[i]
		for n, b := range v.blocks[level] {
			if v.read[level][n] || among != nil && !between(among, b.before, b.last) {
				continue
			}
			if err := do(v, n); err != nil {
				return err
			}
		}
	}
	return nil
}

// between reports whether one of the sorted docs is behind before and not behind
// last.
func between(docs []int, before, last int) bool {
	i, _ := slices.BinarySearch(docs, before+1)
	return i < len(docs) && docs[i] <= last
}

// docs gives the documents in their order.
func (l *list) docs() []int {
	out := make([]int, 0, len(l.hits))
	for d := range l.hits {
		out = append(out, d)
	}
	slices.Sort(out)
	return out
}

// rarity is how much a clause tells of documents, by how many have it.
func rarity(documents, df int) float64 {
	return math.Log(1 + float64(documents)/float64(df+1))
}
