package search

import "container/heap"

// merged gives sorted chunks of postings as one row.
type merged [][]uint64

func merge(chunks [][]uint64) *merged {
	m := make(merged, 0, len(chunks))
	for _, c := range chunks {
		if len(c) > 0 {
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
	for t := termOf((*m)[0][0]); len(*m) > 0 && termOf((*m)[0][0]) == t; {
		first := &(*m)[0]
		dst = append(dst, (*first)[0])
		if *first = (*first)[1:]; len(*first) == 0 {
			heap.Pop(m)
		} else {
			heap.Fix(m, 0)
		}
	}
	return dst
}

func (m merged) Len() int           { return len(m) }
func (m merged) Less(i, j int) bool { return m[i][0] < m[j][0] }
func (m merged) Swap(i, j int)      { m[i], m[j] = m[j], m[i] }
func (m *merged) Push(x any)        { *m = append(*m, x.([]uint64)) }
func (m *merged) Pop() any {
	last := (*m)[len(*m)-1]
	*m = (*m)[:len(*m)-1]
	return last
}
