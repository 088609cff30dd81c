package search

import "strings"

// Query is what somebody asks for.
type Query struct {
	Text   string
	Facets []string // as Document.Facets; of one kind any, of several kinds each
	ByDate bool     // the newest first
	Typing bool     // the last word may be the beginning of one
	First  int      // results to leave out in front
	Count  int      // results wanted
}

// asked is one word of a query.
type asked struct {
	form, key string
	joins     bool // it can make a pair with the word before
	quoted    bool // it must stand behind the word before
}

// clause is something that a document should have.
type clause struct {
	key    string
	forms  []string // of its words, with the marks that were typed; nil of numbers and facets
	prefix bool     // what begins with key counts as well
	must   bool     // a document without it is no result
	facet  bool
	bridge bool   // the clauses on both sides of it should be neighbours
	at     int    // of a pair: how many words of the query stand before it
	next   follow // of a pair: the sign of the word behind it in the query; 0 where there is none
	strict bool   // that word must stand there
}

// parsed is a query taken apart.
type parsed struct {
	words  []asked
	others []clause // numbers
}

// parse takes a query apart.
func (x *Index) parse(q Query) parsed {
	var out parsed
	for i, part := range strings.Split(q.Text, `"`) {
		quoted := i%2 == 1
		var words []asked
		var gaps []gap
		x.scanner.text(part, func(w *word, before gap) {
			words = append(words, asked{w.form, w.key, len(words) > 0 && before != broken, quoted && len(words) > 0})
			gaps = append(gaps, before)
		})
		x.take(&out, words, gaps, q.Typing)
	}
	return out
}

// take takes numbers of documents out of a row of words.
func (x *Index) take(out *parsed, words []asked, gaps []gap, typing bool) {
	for i := 0; i < len(words); {
		n, key, year := x.number(words[i:], gaps[i:])
		if n == 0 {
			out.words = append(out.words, words[i])
			i++
			continue
		}
		if last := len(out.words) - 1; last >= 0 && i > 0 && out.words[last].key == "so" {
			out.words = out.words[:last] // “số 01/KH-UBND”
		}
		i += n
		out.others = append(out.others, clause{key: key, must: true, prefix: typing && i == len(words)})
		if year != "" {
			out.others = append(out.others, clause{key: year, forms: []string{year}, must: true})
		}
		if i < len(words) {
			words[i].joins = false
		}
	}
}

// number finds a document's number at the start of some words: how many they
// are, the term, and the year in it.
func (x *Index) number(words []asked, gaps []gap) (n int, key, year string) {
	if !isNumber(words[0].key) {
		return 0, "", ""
	}
	n, key = 1, "#"+bare(words[0].key)
	if n < len(words) && gaps[n] == slash && isYear(words[n].key) {
		year = words[n].key
		n++
	}
	sign := "/"
	for n < len(words) && gaps[n] != broken && !isNumber(words[n].key) && (x.symbols[words[n].key] || gaps[n] == slash) {
		key += sign + words[n].key
		sign = "-"
		n++
	}
	if sign == "/" {
		return 0, "", ""
	}
	return n, key, year
}
