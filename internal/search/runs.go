package search

import (
	"bytes"
	"container/heap"
	"encoding/binary"
	"slices"
)

// runSize is how many postings are put into a run: those of some 2,000 documents.
// In a run a posting takes half of what it takes alone.
const runSize = 1 << 20

// sortedRun is postings in their order, each as its distance from the one before,
// in pieces, which are given up one by one when the run is read.
type sortedRun [][]byte

const pieceSize = 128 << 10

// newRun makes a run of postings, which it puts into their order.
func newRun(postings []uint64) sortedRun {
	slices.Sort(postings)
	var out sortedRun
	piece := make([]byte, 0, pieceSize)
	prev := uint64(0)
	for _, p := range postings {
		if len(piece)+binary.MaxVarintLen64 > pieceSize {
			out = append(out, piece)
			piece = make([]byte, 0, pieceSize)
		}
		piece = binary.AppendUvarint(piece, p-prev)
		prev = p
	}
	return append(out, bytes.Clone(piece)) // the last holds no more than it needs
}

// size gives how many bytes a run takes.
func (r sortedRun) size() int {
	n := 0
	for _, piece := range r {
		n += len(piece)
	}
	return n
}

// ranked gives a run of the same postings with other numbers for their terms, and
// gives up this one.
func (r sortedRun) ranked(ranks []uint32) sortedRun {
	postings := make([]uint64, 0, r.size()/3)
	for c := (cursor{rest: r}); c.next(); {
		postings = append(postings, uint64(ranks[termOf(c.posting)])<<restBits|c.posting&(1<<restBits-1))
	}
	return newRun(postings)
}

// cursor goes through a run.
type cursor struct {
	posting uint64
	piece   []byte
	rest    sortedRun
}

// next goes to the next posting and reports whether there is one.
func (c *cursor) next() bool {
	for len(c.piece) == 0 {
		if len(c.rest) == 0 {
			return false
		}
		c.piece, c.rest[0], c.rest = c.rest[0], nil, c.rest[1:]
	}
	step, n := binary.Uvarint(c.piece)
	c.posting += step
	c.piece = c.piece[n:]
	return true
}

// merged gives runs as one row. The cursor with the lowest posting stands first.
type merged []cursor

func merge(runs []sortedRun) *merged {
	m := make(merged, 0, len(runs))
	for _, r := range runs {
		if c := (cursor{rest: r}); c.next() {
			m = append(m, c)
		}
	}
	heap.Init(&m)
	return &m
}

// take appends the postings of the lowest term there is.
func (m *merged) take(dst []uint64) []uint64 {
	if len(*m) == 0 {
		return dst
	}
	for t := termOf((*m)[0].posting); len(*m) > 0 && termOf((*m)[0].posting) == t; {
		first := &(*m)[0]
		dst = append(dst, first.posting)
		if first.next() {
			heap.Fix(m, 0)
		} else {
			heap.Pop(m)
		}
	}
	return dst
}

func (m merged) Len() int           { return len(m) }
func (m merged) Less(i, j int) bool { return m[i].posting < m[j].posting }
func (m merged) Swap(i, j int)      { m[i], m[j] = m[j], m[i] }
func (m *merged) Push(x any)        { *m = append(*m, x.(cursor)) }
func (m *merged) Pop() any {
	last := (*m)[len(*m)-1]
	*m = (*m)[:len(*m)-1]
	return last
}
