package search

import (
	"crypto/sha256"
	"slices"
)

// State is what must be remembered of an index to change it: what is in its
// segments, and what their files are. It may be lost; then all is made anew.
type State struct{ Segments []SegmentState }

// SegmentState is one segment. Dead documents are not part of it: they follow
// from the documents that there are.
type SegmentState struct {
	Info    SegmentInfo
	Symbols []string
	Files   []FileSum
	Items   []Item // its documents, by number
}

// FileSum is the SHA-256 of a file.
type FileSum struct {
	Name string
	Sum  [sha256.Size]byte
}

// Item is one document to be searched: where it is, and a fingerprint of all
// that the index says of it.
type Item struct {
	URL   string
	Print [16]byte
}

// Up to this many documents an index is always made whole, so that it depends on
// nothing but the documents.
const wholeUpTo = 500

// An index is made whole again when more than a part of its documents, one in
// staleShare, is no longer in its first segment. A second segment is merged with
// new documents once they are a part of it, one in mergeShare.
const (
	staleShare = 20
	mergeShare = 4
)

// Plan is what is to be done for an index to be of some documents.
type Plan struct {
	Keep  []SegmentState // as they are, but for Info.Dead
	Fresh []int          // the documents of the new segment, in their order; nil where there is none
}

// Whole is the plan that makes an index of documents anew.
func Whole(items []Item) *Plan {
	p := &Plan{Fresh: make([]int, len(items))}
	for i := range p.Fresh {
		p.Fresh[i] = i
	}
	return p
}

// Change plans how the index of an earlier build becomes that of items, which
// are in the order of results.
func (s *State) Change(items []Item) *Plan {
	if len(s.Segments) == 1 && slices.Equal(s.Segments[0].Items, items) {
		return &Plan{Keep: s.Segments}
	}
	if len(s.Segments) == 0 || len(items) <= wholeUpTo {
		return Whole(items)
	}
	if s.has(items) == 0 {
		return Whole(items)
	}
	held := s.holders(items)
	live := make([]int, len(s.Segments)+1) // documents that stay, by segment; the last are new
	for _, at := range held {
		live[at]++
	}
	if moved := len(items) - live[0]; moved*staleShare > len(items) || dead(s.Segments[0], live[0])*staleShare > len(items) {
		return Whole(items)
	}
	keep := min(s.kept(live), s.has(items))
	p := &Plan{}
	for at := range keep {
		p.Keep = append(p.Keep, s.Segments[at].without(items, held, at))
	}
	for i, at := range held {
		if at >= keep {
			p.Fresh = append(p.Fresh, i)
		}
	}
	return p
}

// has gives how many segments, from the first on, have no document that is gone
// altogether. One that has is made anew: what was withdrawn must not be read in
// its files, though nobody would find it.
func (s *State) has(items []Item) int {
	there := make(map[string]bool, len(items))
	for _, it := range items {
		there[it.URL] = true
	}
	for n, g := range s.Segments {
		if slices.ContainsFunc(g.Items, func(it Item) bool { return !there[it.URL] }) {
			return n
		}
	}
	return len(s.Segments)
}

// holders gives for each item the segment that has it as it is now; of an item
// that none has, one more than the last.
func (s *State) holders(items []Item) []int {
	where := map[Item]int{}
	for at := len(s.Segments) - 1; at >= 0; at-- {
		for _, it := range s.Segments[at].Items {
			where[it] = at
		}
	}
	out := make([]int, len(items))
	for i, it := range items {
		at, ok := where[it]
		if !ok {
			at = len(s.Segments)
		}
		out[i] = at
	}
	return out
}

func dead(s SegmentState, live int) int { return len(s.Items) - live }

// kept gives how many segments stay: the others are merged with what is new.
// There are never more than three.
func (s *State) kept(live []int) int {
	n := len(s.Segments)
	fresh := live[n]
	if fresh == 0 && n <= 3 {
		return n
	}
	for n > 1 && (n > 2 || live[n-1] <= fresh*mergeShare) {
		n--
		fresh += live[n]
	}
	return n
}

// without gives a segment with what no longer counts in it.
func (s SegmentState) without(items []Item, held []int, at int) SegmentState {
	live := map[Item]bool{}
	for i, it := range items {
		if held[i] == at {
			live[it] = true
		}
	}
	s.Info.Dead = nil
	last := -1
	for doc, it := range s.Items {
		if !live[it] {
			s.Info.Dead = append(s.Info.Dead, doc-last)
			last = doc
		}
	}
	return s
}

// State gives what must be remembered of a segment that was made of items.
func (s *Segment) State(items []Item) SegmentState {
	out := SegmentState{Symbols: s.Symbols, Items: items,
		Info: SegmentInfo{ID: s.ID, Documents: s.Documents, Starts: s.Starts, Words: s.Words}}
	for _, f := range s.Files {
		out.Files = append(out.Files, FileSum{f.Name, sha256.Sum256(f.Data)})
	}
	return out
}

// Same reports whether an index is the same as another one.
func (s *State) Same(other *State) bool {
	return slices.EqualFunc(s.Segments, other.Segments, func(a, b SegmentState) bool {
		return a.Info.ID == b.Info.ID && slices.Equal(a.Items, b.Items) && slices.Equal(a.Info.Dead, b.Info.Dead)
	})
}

// Manifest gives the manifest of an index, which says about it what it is given.
func (s *State) Manifest(about Manifest) *Manifest {
	m := &about
	m.Segments, m.Symbols = []SegmentInfo{}, []string{}
	seen := map[string]bool{}
	for _, g := range s.Segments {
		m.Segments = append(m.Segments, g.Info)
		for _, letters := range g.Symbols {
			if !seen[letters] {
				seen[letters] = true
				m.Symbols = append(m.Symbols, letters)
			}
		}
	}
	return m
}
