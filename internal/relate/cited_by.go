package relate

// citedBy tells each document which others cite it in their text, or rest on
// it. Only what is a document and can be read cites. It goes over these newest
// first, so that each list is in that order; all lists share one room.
func (r *relater) citedBy() {
	cites := make([]bool, len(r.entered))
	for _, e := range r.site.Documents {
		cites[e.place] = true
	}
	for i := range r.entered {
		if !cites[i] {
			r.entered[i].Cites = nil
		}
	}
	count, total := make([]int, len(r.entered)), 0
	r.eachCited(func(_, to *Entry) {
		count[to.place]++
		total++
	})
	room := make([]*Entry, total)
	for i, n := range count {
		if n > 0 {
			r.entered[i].CitedBy, room = room[:0:n], room[n:]
		}
	}
	r.eachCited(func(by, to *Entry) { to.CitedBy = append(to.CitedBy, by) })
}

// eachCited calls f once for each pair of a document and one that it cites in
// its text or rests on.
func (r *relater) eachCited(f func(by, to *Entry)) {
	last := make([]*Entry, len(r.entered)) // that cites each
	for _, e := range r.site.Documents {
		for _, refs := range [...][]Reference{e.Cites, e.Basis} {
			for _, ref := range refs {
				if to := ref.Entry; to != nil && last[to.place] != e {
					last[to.place] = e
					f(e, to)
				}
			}
		}
	}
}
