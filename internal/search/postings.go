package search

import (
	"encoding/binary"
	"slices"
)

// hit is one document of a variant.
type hit struct {
	doc    uint32
	impact uint8
	meta   bool   // it has the term in a field
	next   follow // of a pair
}

func hitOf(p uint64) hit {
	return hit{uint32(p>>hitBits) & (Limit - 1), uint8(p >> (metaBits + nextBits) & scale), p>>nextBits&1 == 1, follow(p)}
}

// Of a syllable that a tenth of all documents have only in their text, these
// many are kept, those that say most about it: nobody looks through more, and
// alone it tells documents apart from few.
const (
	prunedTo    = 1024
	prunedShare = 10
)

// variant writes the postings of one form, which are in the order of documents.
func (w *segmentWriter) variant(postings []uint64, single bool) {
	var fields, texts []hit
	all := make([]hit, 0, len(postings))
	for _, p := range postings {
		h := hitOf(p)
		all = append(all, h)
		if h.meta {
			fields = append(fields, h)
		} else {
			texts = append(texts, h)
		}
	}
	w.entry = binary.AppendUvarint(w.entry, uint64(len(fields)))
	w.entry = binary.AppendUvarint(w.entry, uint64(len(texts)))
	if single && len(texts) > max(prunedTo, w.documents/prunedShare) {
		texts = strongest(texts, prunedTo)
	}
	w.entry = binary.AppendUvarint(w.entry, uint64(len(texts)))
	first := strongest(all, tops)
	w.inline(first, single)
	if len(fields)+len(texts) > tops {
		w.blocks(&w.packs[0], without(fields, first), single)
		w.blocks(&w.packs[1], without(texts, first), single)
	}
}

// strongest gives the n hits of the highest impact, those in fields and newer
// documents first, of hits in the order of documents, and in that order.
func strongest(hits []hit, n int) []hit {
	if len(hits) <= n {
		return hits
	}
	var counts [2 * (scale + 1)]int
	for _, h := range hits {
		counts[h.rank()]++
	}
	rank, room := len(counts)-1, n // what is above rank fits; of rank as many as there is room for
	for counts[rank] <= room {
		room -= counts[rank]
		rank--
	}
	out := make([]hit, 0, n)
	for _, h := range hits {
		switch r := h.rank(); {
		case r > rank:
			out = append(out, h)
		case r == rank && room > 0:
			room--
			out = append(out, h)
		}
	}
	return out
}

// without gives the hits that are not among others; both are in the order of
// documents.
func without(hits, others []hit) []hit {
	out := make([]hit, 0, len(hits))
	for _, h := range hits {
		for len(others) > 0 && others[0].doc < h.doc {
			others = others[1:]
		}
		if len(others) == 0 || others[0].doc != h.doc {
			out = append(out, h)
		}
	}
	return out
}

func (h hit) rank() int {
	if h.meta {
		return int(h.impact) + scale + 1
	}
	return int(h.impact)
}

// inline writes hits where the term stands.
func (w *segmentWriter) inline(hits []hit, single bool) {
	prev := -1
	for _, h := range hits {
		step := uint64(int(h.doc)-prev) << 1
		if h.meta {
			step |= 1
		}
		w.entry = binary.AppendUvarint(w.entry, step)
		prev = int(h.doc)
	}
	w.entry = appendRest(w.entry, hits, single)
}

// pack is a file of blocks that is being written: an f file, of fields, or a p
// file, of texts.
type pack struct {
	kind   byte
	target int // bytes before compression
	block  int // documents of a block
	n      int
	data   []byte
}

// end ends a file.
func (w *segmentWriter) endPack(p *pack) {
	if len(p.data) > 0 {
		w.add(p.kind, p.n, p.data)
		p.n++
		p.data = p.data[:0]
	}
}

// blocks writes hits into packs, and where they are into the entry: how many
// blocks, the pack and the offset of the first, and of each how far its last
// document is behind the one before, and its size, doubled, and one more where
// it begins a new pack.
func (w *segmentWriter) blocks(p *pack, hits []hit, single bool) {
	w.entry = binary.AppendUvarint(w.entry, uint64((len(hits)+p.block-1)/p.block))
	if len(hits) == 0 {
		return
	}
	if len(p.data) >= p.target {
		w.endPack(p)
	}
	w.entry = binary.AppendUvarint(w.entry, uint64(p.n))
	w.entry = binary.AppendUvarint(w.entry, uint64(len(p.data)))
	prev, first := -1, true
	for block := range slices.Chunk(hits, p.block) {
		fresh := uint64(0)
		if !first && len(p.data) >= p.target {
			w.endPack(p)
			fresh = 1
		}
		from := len(p.data)
		last := int(block[len(block)-1].doc)
		p.data = appendBlock(p.data, prev, block, single)
		w.entry = binary.AppendUvarint(w.entry, uint64(last-prev))
		w.entry = binary.AppendUvarint(w.entry, uint64(len(p.data)-from)<<1|fresh)
		prev, first = last, false
	}
}

func appendBlock(dst []byte, prev int, hits []hit, single bool) []byte {
	for _, h := range hits {
		dst = binary.AppendUvarint(dst, uint64(int(h.doc)-prev))
		prev = int(h.doc)
	}
	return appendRest(dst, hits, single)
}

// appendRest writes two impacts into a byte, and of pairs what is next into one
// each.
func appendRest(dst []byte, hits []hit, single bool) []byte {
	for i := 0; i < len(hits); i += 2 {
		b := hits[i].impact
		if i+1 < len(hits) {
			b |= hits[i+1].impact << 4
		}
		dst = append(dst, b)
	}
	if !single {
		for _, h := range hits {
			dst = append(dst, byte(h.next))
		}
	}
	return dst
}
