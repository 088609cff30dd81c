package search

// term is one term of the documents: of two words a pair, else b is nil.
type term struct{ a, b *word }

func (t term) form() string {
	if t.b == nil {
		return t.a.form
	}
	return t.a.form + " " + t.b.form
}

func (t term) key() string {
	if t.b == nil {
		return t.a.key
	}
	return t.a.key + " " + t.b.key
}

func (t term) hash() uint64 {
	if t.b == nil {
		return t.a.hash
	}
	return t.a.hash*0x9E3779B97F4A7C15 ^ (t.b.hash>>29 | t.b.hash<<35)
}

// tally counts the terms of one document.
type tally struct {
	slots []int32 // by hash: one more than the place in terms; 0: free
	terms []counted
}

type counted struct {
	term
	hash   uint64
	meta   float32 // weight in title, number and other fields
	body   float32 // in the text
	inMeta bool
	next   follow // of a pair
}

func (t *tally) reset() {
	if t.slots == nil {
		t.slots = make([]int32, 1<<11)
	}
	clear(t.slots)
	t.terms = t.terms[:0]
}

// of gives the place of the count of a term.
func (t *tally) of(x term) int {
	h := x.hash()
	mask := uint64(len(t.slots) - 1)
	for i := h >> 17 & mask; ; i = (i + 1) & mask {
		at := t.slots[i]
		if at == 0 {
			t.terms = append(t.terms, counted{term: x, hash: h})
			t.slots[i] = int32(len(t.terms))
			if len(t.terms)*2 > len(t.slots) {
				t.grow()
			}
			return len(t.terms) - 1
		}
		if t.terms[at-1].hash == h {
			return int(at - 1)
		}
	}
}

func (t *tally) grow() {
	t.slots = make([]int32, 2*len(t.slots))
	mask := uint64(len(t.slots) - 1)
	for n := range t.terms {
		i := t.terms[n].hash >> 17 & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = int32(n + 1)
	}
}
