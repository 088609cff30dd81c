package search

import (
	"math"
	"slices"
)

// titled counts the documents that have all in fields.
func (r *run) titled() int {
	n := 0
	for _, p := range r.parts {
		for _, d := range p.all {
			if f, ok := r.weigh(p, d); ok && f.tier == 2 {
				n++
			}
		}
	}
	return n
}

// total gives how many documents were found, or may be.
func (r *run) total() (int, bool) {
	n, exact := 0, true
	for _, p := range r.parts {
		if p.exact {
			n += len(p.all)
			continue
		}
		exact = false
		n += max(len(p.all), r.estimate(p))
	}
	return n, exact
}

// estimate takes clauses for independent.
func (r *run) estimate(p *runPart) int {
	share := 1.0
	for _, l := range r.strong(p) {
		share *= float64(l.df) / math.Max(1, float64(p.segment.Documents))
	}
	return int(share * float64(p.segment.Documents))
}

// results gives the page of results that the query wants.
func (r *run) results() (*Results, error) {
	out := &Results{}
	for _, c := range r.clauses {
		out.Clauses = append(out.Clauses, c.key)
	}
	var all []found
	for at, p := range r.parts {
		for _, d := range p.all {
			if f, ok := r.weigh(p, d); ok {
				f.at = at
				all = append(all, f)
			}
		}
	}
	out.Total, out.Exact = r.total()
	if r.partial {
		out.Total = len(all)
	}
	if r.query.ByDate {
		var err error
		if all, err = r.dated(all); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(all, order(r.query.ByDate))
	all = all[min(r.query.First, len(all)):]
	for _, f := range all[:min(len(all), max(r.query.Count, 1))] {
		res, err := r.show(f)
		if err != nil {
			return nil, err
		}
		out.Results = append(out.Results, res)
	}
	return out, nil
}

// dated gives documents their days, and leaves out those of years so early that
// newer ones fill the page: in each segment the newest year comes first.
func (r *run) dated(all []found) ([]found, error) {
	var out []found
	newer, same, last := 0, 0, found{at: -1}
	for _, f := range all {
		if f.at == last.at && newer >= r.need {
			continue
		}
		var err error
		if f.day, err = r.parts[f.at].segment.day(f.doc); err != nil {
			return nil, err
		}
		switch {
		case f.at != last.at:
			newer, same = 0, 0
		case yearOf(f.day) != yearOf(last.day):
			newer, same = newer+same, 0
		}
		last = f
		if newer < r.need {
			same++
			out = append(out, f)
		}
	}
	return out, nil
}

// show gives the result for a document.
func (r *run) show(f found) (Result, error) {
	p := r.parts[f.at]
	c, err := p.segment.card(f.doc)
	if err != nil {
		return Result{}, err
	}
	res := Result{URL: c[0], Title: c[1], Number: c[2], Date: c[3], Issuer: c[4], Type: c[5], Status: c[6], Abstract: c[7],
		Score: f.score, Titled: f.tier == 2, Partial: f.tier == 0}
	for i, w := range r.clauses {
		if v, has := p.lists[i].hits[f.doc]; has && !w.facet {
			res.Parts = append(res.Parts, Part{w.key, gain(w, v, has), v.meta})
		}
	}
	return res, nil
}
