package search

import "strings"

// Weights of the fields of a document, against one occurrence in its text.
const (
	weightTitle  = 6
	weightNumber = 12
	weightYear   = 6
	weightIssuer = 4
	weightField  = 2
)

// analyser finds the terms of documents. One goroutine uses it at a time.
type analyser struct {
	*scanner
	tally
	abbrs *abbreviations

	prev   *word // the word before; nil where a phrase begins
	pair   int   // one more than the place in terms of the pair before; 0 where there is none
	weight float32
	meta   bool
	length int // words of the text

	number numberReader
	recent []*word // the words of the phrase up to here, for abbreviations
}

func newAnalyser(abbrs *abbreviations) *analyser {
	return &analyser{scanner: newScanner(), abbrs: abbrs}
}

// document counts the terms of a document.
func (a *analyser) document(d *Document) {
	a.reset()
	a.length = 0
	a.meta = true
	a.field(d.Title, weightTitle/titleNorm(d.Title))
	a.field(d.Issuer, weightIssuer)
	a.field(d.Type, weightField)
	for _, f := range d.Fields {
		a.field(f, weightField)
	}
	for _, key := range numberKeys(a.scanner, d.Number) {
		a.special(key, weightNumber)
	}
	a.field(d.Number, weightField)
	if len(d.Date) >= 4 {
		a.field(d.Date[:4], weightYear)
	}
	for _, f := range d.Facets {
		a.special("@"+f, 1)
	}
	a.meta = false
	a.field(d.Summary, 1)
	for _, m := range d.More {
		a.field(m, 1)
	}
	a.weight = 1
	a.html(d.Body, a.see)
	a.end()
}

// titleNorm makes what a short title says count for more.
func titleNorm(title string) float32 {
	return .6 + .4*float32(strings.Count(title, " ")+1)/12
}

func (a *analyser) field(text string, weight float32) {
	a.weight = weight
	a.text(text, a.see)
	a.end()
}

// special counts a term that is no word.
func (a *analyser) special(key string, weight float32) {
	w := a.words[key]
	if w == nil {
		w = &word{form: key, key: key, hash: hashOf(key)}
		a.words[key] = w
	}
	a.weight = weight
	a.add(term{a: w})
}

// see takes the next word of a text.
func (a *analyser) see(w *word, before gap) {
	if before == broken {
		a.end()
	}
	a.length++
	a.add(term{a: w})
	if a.pair > 0 {
		c := &a.terms[a.pair-1]
		c.next = c.next.and(w.sign)
	}
	if a.pair = 0; a.prev != nil {
		a.pair = a.add(term{a.prev, w}) + 1
	}
	a.prev = w
	if key := a.number.see(w, before); key != "" && !a.meta {
		a.cited(key)
	}
	a.expand(w)
}

// cited counts a number that a text names.
func (a *analyser) cited(key string) {
	weight := a.weight
	a.special(key, weight)
	a.weight = weight
}

// end ends a phrase.
func (a *analyser) end() {
	a.prev, a.pair = nil, 0
	a.recent = a.recent[:0]
	a.number = numberReader{}
}

// add counts a term, and gives its place in terms.
func (a *analyser) add(t term) int {
	n := a.of(t)
	c := &a.terms[n]
	if a.meta {
		c.meta += a.weight
		c.inMeta = true
	} else {
		c.body += a.weight
	}
	return n
}

// impact says how much a document is about a term, from 0 to scale: BM25F
// without the term's rarity, which the query knows.
func (a *analyser) impact(c *counted) uint64 {
	norm := .4 + .6*float32(a.length)/650
	w := c.meta + c.body/norm
	return min(uint64(w/(w+2.5)*(scale+1)), scale)
}
