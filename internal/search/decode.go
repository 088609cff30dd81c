package search

import (
	"encoding/binary"
	"errors"
)

// reader takes apart what segmentWriter wrote. Behind a fault it gives zeros.
type reader struct {
	data []byte
	err  error
}

var errDamaged = errors.New("the file is damaged")

func (r *reader) end() bool { return len(r.data) == 0 || r.err != nil }

func (r *reader) uint() int {
	v, n := binary.Uvarint(r.data)
	if n <= 0 || v > 1<<40 {
		r.fail()
		return 0
	}
	r.data = r.data[n:]
	return int(v)
}

func (r *reader) fail() { r.err, r.data = errDamaged, nil }

func (r *reader) bytes(n int) []byte {
	if n > len(r.data) {
		r.fail()
		return nil
	}
	out := r.data[:n]
	r.data = r.data[n:]
	return out
}

func (r *reader) text(n int) string { return string(r.bytes(n)) }

// days gives the days of a y file.
func (r *reader) days() []int {
	var out []int
	for last := 0; !r.end(); {
		n := r.uint()
		last += n>>1 ^ -(n & 1)
		out = append(out, last)
	}
	return out
}

func (r *reader) entry(pair bool) *entry {
	e := &entry{}
	for range min(r.uint(), len(r.data)) {
		e.variants = append(e.variants, r.variant(pair))
	}
	return e
}

func (r *reader) variant(pair bool) *variant {
	v := &variant{form: r.text(r.uint())}
	v.fields, v.texts, v.kept = r.uint(), r.uint(), r.uint()
	v.inline = r.inline(min(v.fields+v.kept, tops), pair)
	if !v.complete() {
		fields := 0
		for _, h := range v.inline {
			if h.meta {
				fields++
			}
		}
		v.blocks[0] = r.blocks(v.fields-fields, fieldBlock)
		v.blocks[1] = r.blocks(v.kept-len(v.inline)+fields, textBlock)
	}
	return v
}

func (r *reader) inline(n int, pair bool) []hit {
	hits := make([]hit, 0, min(n, len(r.data)))
	doc := -1
	for range min(n, len(r.data)) {
		step := r.uint()
		doc += step >> 1
		hits = append(hits, hit{doc: uint32(doc), meta: step&1 == 1})
	}
	r.rest(hits, pair)
	return hits
}

func (r *reader) rest(hits []hit, pair bool) {
	packed := r.bytes((len(hits) + 1) / 2)
	if r.err != nil {
		return
	}
	for i := range hits {
		hits[i].impact = packed[i/2] >> (i % 2 * 4) & scale
	}
	if !pair {
		return
	}
	for i, next := range r.bytes(len(hits)) {
		hits[i].next = follow(next)
	}
}

func (r *reader) blocks(count, most int) []block {
	n := r.uint()
	if n == 0 {
		return nil
	}
	out := make([]block, 0, min(n, len(r.data)))
	pack, offset, last := r.uint(), r.uint(), -1
	for range min(n, len(r.data)) {
		b := block{before: last, count: min(count, most)}
		last += r.uint()
		size := r.uint()
		if size&1 == 1 {
			pack, offset = pack+1, 0
		}
		b.pack, b.offset, b.size, b.last = pack, offset, size>>1, last
		out = append(out, b)
		offset += b.size
		count -= b.count
	}
	return out
}

// read gives the postings of a block, all of which stand in fields or none.
func (s *segment) read(b block, meta, pair bool) ([]hit, error) {
	kind := byte('p')
	if meta {
		kind = 'f'
	}
	data, err := s.file(kind, b.pack)
	if err != nil {
		return nil, err
	}
	if b.offset+b.size > len(data) {
		return nil, errDamaged
	}
	r := &reader{data: data[b.offset : b.offset+b.size]}
	hits := make([]hit, b.count)
	doc := b.before
	for i := range hits {
		doc += r.uint()
		hits[i] = hit{doc: uint32(doc), meta: meta}
	}
	r.rest(hits, pair)
	return hits, r.err
}
