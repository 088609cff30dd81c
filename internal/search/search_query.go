package search

import (
	"cmp"
	"slices"
)

// Result is a document that was found.
type Result struct {
	URL      string `json:"url"` // from the site's root
	Title    string `json:"title"`
	Number   string `json:"number,omitempty"`
	Date     string `json:"date,omitempty"`
	Issuer   string `json:"issuer,omitempty"`
	Type     string `json:"type,omitempty"`
	Status   string `json:"status,omitempty"`
	Abstract string `json:"abstract,omitempty"`

	Score   float64 `json:"score"`
	Titled  bool    `json:"titled"`  // every word stands in title, number or another field
	Partial bool    `json:"partial"` // some words do not occur
	Parts   []Part  `json:"parts"`
}

// Part is what one clause gave to a score.
type Part struct {
	Term  string  `json:"term"`
	Score float64 `json:"score"`
	Meta  bool    `json:"field"` // it stands in title, number or another field
}

// Results are what was found.
type Results struct {
	Results []Result `json:"results"`
	Total   int      `json:"total"`
	Exact   bool     `json:"exact"`             // Total was counted, not estimated
	Untoned bool     `json:"untoned,omitempty"` // nothing has the marks that were typed
	Partial bool     `json:"partial,omitempty"` // nothing has all the words
	Mended  []string `json:"mended,omitempty"`  // words in place of those that were typed, as keys
	Clauses []string `json:"clauses"`           // what was searched for
}

// attempts are what is tried in turn until something is found.
var attempts = [...]attempt{
	{least: refined},
	{least: refined, prefix: true},
	{least: conflict},
	{least: refined, mend: true},
	{least: refined, mend: true, prefix: true, partial: true},
}

// attempt is one way to understand a query.
type attempt struct {
	least   float64 // how close forms must be to what was typed
	prefix  bool    // the last word may be the beginning of one
	mend    bool    // words that nobody has are slips
	partial bool    // some of the words will do
}

// Search answers a query.
func (x *Index) Search(q Query) (*Results, error) {
	p := x.parse(q)
	for _, try := range attempts {
		out, err := x.try(q, p, try)
		if err != nil {
			return nil, err
		}
		if len(out.Results) > 0 {
			out.Untoned, out.Partial = try.least == conflict, try.partial
			return out, nil
		}
	}
	return &Results{Exact: true}, nil
}

// try searches once.
func (x *Index) try(q Query, p parsed, try attempt) (*Results, error) {
	words, mended := p.words, []string(nil)
	if try.mend {
		var err error
		if words, mended, err = x.mend(p.words); err != nil {
			return nil, err
		}
	}
	clauses, bridges, err := x.cover(words, q.Typing || try.prefix, try.least)
	if err != nil {
		return nil, err
	}
	clauses = append(clauses, p.others...)
	facets := x.facets(q.Facets)
	if len(clauses)+len(facets) == 0 {
		return &Results{Exact: true}, nil
	}
	r := &run{index: x, query: q, least: try.least, need: q.First + max(q.Count, 1), partial: try.partial}
	if err := r.begin(clauses, facets); err != nil {
		return nil, err
	}
	if err := r.evaluate(bridges); err != nil {
		return nil, err
	}
	out, err := r.results()
	if out != nil {
		out.Mended = mended
	}
	return out, err
}

func quoted(bridges []clause) bool {
	return slices.ContainsFunc(bridges, func(c clause) bool { return c.must })
}

// facets gives a clause for each kind of facet that a query wants.
func (x *Index) facets(list []string) [][]clause {
	byKind := map[byte][]clause{}
	var kinds []byte
	for _, f := range list {
		if byKind[f[0]] == nil {
			kinds = append(kinds, f[0])
		}
		byKind[f[0]] = append(byKind[f[0]], clause{key: "@" + f, must: true, facet: true})
	}
	out := make([][]clause, 0, len(kinds))
	for _, k := range kinds {
		out = append(out, byKind[k])
	}
	return out
}

// order puts the best first.
func order(byDate bool) func(a, b found) int {
	return func(a, b found) int {
		if byDate {
			return cmp.Or(b.day-a.day, cmp.Compare(a.at, b.at), cmp.Compare(a.doc, b.doc))
		}
		return cmp.Or(b.tier-a.tier, b.near-a.near, -cmp.Compare(a.score, b.score), cmp.Compare(a.at, b.at), cmp.Compare(a.doc, b.doc))
	}
}
