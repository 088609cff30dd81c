package search

import "math"

// cover finds the clauses for the words of a query: pairs of neighbours that
// documents have, else single words; and bridges, the other pairs. Of the ways to
// make pairs it takes the one whose pairs are most frequent together: those are
// the words of the language, which happen to be written apart.
func (x *Index) cover(words []asked, typing bool, least float64) (clauses, bridges []clause, err error) {
	n := len(words)
	pairs, worth := make([]clause, n), make([]float64, n) // of a word and the next
	for i := range max(n-1, 0) {
		if !words[i+1].joins {
			continue
		}
		pairs[i] = pair(words, i, typing)
		df, err := x.frequency(pairs[i], least)
		if err != nil {
			return nil, nil, err
		}
		worth[i] = worthOf(df, words[i+1])
	}
	best, takes := make([]float64, n+2), make([]bool, n) // from a word on
	for i := n - 1; i >= 0; i-- {
		best[i] = best[i+1]
		if worth[i] > 0 && worth[i]+best[i+2] >= best[i] {
			best[i], takes[i] = worth[i]+best[i+2], true
		}
	}
	for i := 0; i < n; i++ {
		if !takes[i] {
			clauses = append(clauses, clause{key: words[i].key, forms: []string{words[i].form}, must: true, prefix: typing && i+1 == n})
			bridges = appendBridge(bridges, pairs, words, i)
			continue
		}
		clauses = append(clauses, pairs[i])
		bridges = appendBridge(bridges, pairs, words, i+1)
		i++
	}
	return clauses, bridges, nil
}

// worthOf gives what a pair that so many documents have is worth. A number
// belongs to the word before: “Ví Dụ 7”.
func worthOf(df int, second asked) float64 {
	if df == 0 {
		return 0
	}
	if isNumber(second.key) && !isYear(second.key) {
		return 1000
	}
	l := math.Log(1 + float64(df))
	return l * l
}

// appendBridge appends the pair that begins with the i-th word.
func appendBridge(bridges, pairs []clause, words []asked, i int) []clause {
	if pairs[i].key == "" {
		return bridges
	}
	c := pairs[i]
	c.must, c.bridge = words[i+1].quoted, true
	return append(bridges, c)
}

// pair gives the clause of the i-th word and the next. A word that is being
// typed may be the beginning of one.
func pair(words []asked, i int, typing bool) clause {
	a, b, behind := words[i], words[i+1], len(words)-i-2
	c := clause{at: i, key: a.key + " " + b.key, forms: []string{a.form, b.form}, must: true, prefix: typing && behind == 0}
	if behind > 0 && words[i+2].joins && !(typing && behind == 1) {
		c.next = sign(words[i+2].key)
		c.strict = b.quoted && words[i+2].quoted
	}
	return c
}

// frequency gives how many documents have a clause.
func (x *Index) frequency(c clause, least float64) (int, error) {
	n := 0
	for _, s := range x.segments {
		l, err := s.list(c, least)
		if err != nil {
			return 0, err
		}
		n += l.df
	}
	return n, nil
}
