package search

import (
	"iter"
	"slices"
)

func unread(lists []*list, levels int, among []int) int {
	n := 0
	for _, l := range lists {
		n += l.unread(levels, among)
	}
	return n
}

// part finds documents in a segment: with one level only such as have all in
// fields, or are among the first of every clause.
func (r *run) part(p *runPart, levels int) error {
	strong, others := r.strong(p), r.others(p)
	p.all, p.exact = r.meet(strong), ready(strong)
	lists := strong
	if levels == 1 {
		lists = slices.AppendSeq(slices.Clone(strong), r.common(p))
	}
	switch {
	case p.exact, levels == 1 && !titles(lists), r.partial && len(p.all) >= r.need:
		if err := others.load(p.all); err != nil {
			return err
		}
	default:
		if err := r.read(lists, others, levels, nil); err != nil {
			return err
		}
		p.all, p.exact = r.meet(strong), levels == 2
	}
	for _, l := range strong {
		p.exact = p.exact && !l.rough
	}
	return nil
}

// others are lists that a document need not be in, each with how many of its
// levels count.
type others map[*list]int

// others gives the bridges, and of the common clauses what has them in fields.
func (r *run) others(p *runPart) others {
	out := others{}
	for i, c := range r.clauses {
		switch {
		case c.idle:
		case c.bridge:
			out[p.lists[i]] = 2
		case c.common:
			out[p.lists[i]] = 1
		}
	}
	return out
}

// common gives the lists of the common clauses that tell something of titles.
func (r *run) common(p *runPart) iter.Seq[*list] {
	return func(yield func(*list) bool) {
		for i, c := range r.clauses {
			if c.common && !c.idle && !yield(p.lists[i]) {
				return
			}
		}
	}
}

// load reads what could be among some documents, or all where these are nil.
func (o others) load(among []int) error {
	for l, levels := range o {
		for level := range levels {
			if err := l.load(level, among); err != nil {
				return err
			}
		}
	}
	return nil
}

// titles reports whether a document may have every clause in a field.
func titles(strong []*list) bool {
	return !slices.ContainsFunc(strong, func(l *list) bool { return l.fields() == 0 })
}

// muchBlocks: rather than more blocks than these, the list with the fewest is read
// first, to learn what must be read of the others.
const muchBlocks = 16

// read reads some levels of lists, and others, of some documents, or of all where
// among is nil. The lists that are known limit what
// is read of the rest; and where that is much, so does each one that was read.
func (r *run) read(lists []*list, rest others, levels int, among []int) error {
	limit := func(l *list) {
		if among == nil {
			among = l.docs()
		} else {
			among = keep(among, l)
		}
	}
	var todo []*list
	for _, l := range lists {
		if l.ready && !r.partial {
			limit(l)
		} else {
			todo = append(todo, l)
		}
	}
	for ; len(todo) > 0; todo = todo[1:] {
		step := unread(todo, levels, among) > muchBlocks && !r.partial
		if step {
			slices.SortStableFunc(todo, func(a, b *list) int { return a.unread(levels, among) - b.unread(levels, among) })
		}
		for level := range levels {
			if err := todo[0].load(level, among); err != nil {
				return err
			}
		}
		if step {
			limit(todo[0])
		}
	}
	return rest.load(among)
}

// strong gives the lists that a document must be in, the shortest first.
func (r *run) strong(p *runPart) []*list {
	return r.lists(p, func(c *weighed) bool { return c.must && !c.common })
}

// lists gives the lists of some clauses, the shortest first.
func (r *run) lists(p *runPart, of func(*weighed) bool) []*list {
	var out []*list
	for i := range r.clauses {
		if of(&r.clauses[i]) {
			out = append(out, p.lists[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *list) int { return a.df - b.df })
	return out
}

func ready(lists []*list) bool {
	return !slices.ContainsFunc(lists, func(l *list) bool { return !l.ready })
}

// meet gives the documents that all lists have, or where some will do any has.
func (r *run) meet(lists []*list) []int {
	if len(lists) == 0 {
		return []int{}
	}
	if r.partial {
		return r.any(lists)
	}
	out := lists[0].docs()
	for _, l := range lists[1:] {
		out = keep(out, l)
	}
	return out
}

// any gives the documents that one of the lists has, and all facets.
func (r *run) any(lists []*list) []int {
	seen := map[int]bool{}
	for _, l := range lists {
		for d := range l.hits {
			seen[d] = true
		}
	}
	out := make([]int, 0, len(seen))
	for d := range seen {
		out = append(out, d)
	}
	slices.Sort(out)
	return out
}

func keep(docs []int, l *list) []int {
	out := make([]int, 0, len(docs))
	for _, d := range docs {
		if _, ok := l.hits[d]; ok {
			out = append(out, d)
		}
	}
	return out
}
