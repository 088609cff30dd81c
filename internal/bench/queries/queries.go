// Package queries makes queries from the documents of a site, each with its
// right answers, which are worked out from the documents' texts and from no
// index. The same seed gives the same queries.
package queries

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"planpress/internal/viet"
)

// Doc is a document as a reader has it.
type Doc struct {
	URL, Title, Number string
	Place              string   // of the body that issued it, as titles name it
	Topic              string   // as titles name it
	Year               int      // of issue
	Blocks             []string // of the text: paragraphs, items, cells
}

// Kinds of queries.
const (
	Topic      = "topic, place and year, with marks"
	TopicPlain = "the same without marks"
	Number     = "number and place"
	Phrase     = "phrase of the text, without marks"
	TwoPhrases = "two phrases of the text, without marks"
	Typo       = "a slip in the topic"
	Short      = "the last syllable missing"
)

// Kinds lists them.
var Kinds = []string{Topic, TopicPlain, Number, Phrase, TwoPhrases, Typo, Short}

// Query is a text to search for, and which documents are right.
type Query struct {
	Kind, Text string
	Right      map[string]bool // addresses
}

// maker makes queries of some documents.
type maker struct {
	docs  []Doc
	texts []string // of each document folded: " a b c | d e "
	r     *rand.Rand
}

// Make makes n queries of each kind.
func Make(docs []Doc, seed uint64, n int) []Query {
	m := &maker{docs: docs, texts: make([]string, len(docs)), r: rand.New(rand.NewPCG(seed, 7))}
	for i, d := range docs {
		m.texts[i] = folded(d.Blocks)
	}
	var out []Query
	for range n {
		d := m.docs[m.r.IntN(len(m.docs))]
		right := m.where(func(e Doc) bool { return e.Topic == d.Topic && e.Place == d.Place && e.Year == d.Year })
		text := fmt.Sprintf("%s %s %d", d.Topic, d.Place, d.Year)
		out = append(out, Query{Topic, text, right}, Query{TopicPlain, viet.Fold(text), right},
			Query{Typo, m.slip(viet.Fold(d.Topic)) + viet.Fold(fmt.Sprintf(" %s %d", d.Place, d.Year)), right})
		words := strings.Fields(d.Topic)
		out = append(out, Query{Short, strings.Join(words[:len(words)-1], " ") + fmt.Sprintf(" %s %d", d.Place, d.Year), right})
	}
	for i := range n {
		out = append(out, m.number(i), m.phrase(), m.twoPhrases())
	}
	return out
}

// folded joins blocks; clauses are kept apart by bars, commas are not.
func folded(blocks []string) string {
	var out strings.Builder
	out.WriteByte(' ')
	for _, b := range blocks {
		for _, r := range viet.Fold(b) {
			switch {
			case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
				out.WriteRune(r)
			case strings.ContainsRune(".;:!?", r):
				out.WriteString(" | ")
			default:
				out.WriteByte(' ')
			}
		}
		out.WriteString(" | ")
	}
	return " " + strings.Join(strings.Fields(out.String()), " ") + " "
}

func (m *maker) where(is func(Doc) bool) map[string]bool {
	out := map[string]bool{}
	for _, d := range m.docs {
		if is(d) {
			out[d.URL] = true
		}
	}
	return out
}

// having gives the documents whose texts have all phrases.
func (m *maker) having(phrases ...string) map[string]bool {
	out := map[string]bool{}
	for i, text := range m.texts {
		all := true
		for _, p := range phrases {
			all = all && strings.Contains(text, " "+p+" ")
		}
		if all {
			out[m.docs[i].URL] = true
		}
	}
	return out
}

// number writes a document's number in one of six ways, with its place.
func (m *maker) number(i int) Query {
	d := m.docs[m.r.IntN(len(m.docs))]
	digits, symbol, _ := strings.Cut(d.Number, "/")
	kind, body, _ := strings.Cut(symbol, "-")
	short := strings.TrimLeft(digits, "0")
	text := []string{
		d.Number,
		short + "/" + kind,
		strings.ToLower(digits + " " + kind + " " + body),
		"số " + short + "/" + symbol,
		fmt.Sprintf("%s/%d/%s", digits, d.Year, symbol),
		digits + " " + symbol,
	}[i%6]
	year := i%6 == 4
	return Query{Number, text + " " + d.Place, m.where(func(e Doc) bool {
		return e.Number == d.Number && e.Place == d.Place && (!year || e.Year == d.Year)
	})}
}

// A phrase that is asked for is one that ten documents have, and not more than one
// in twenty of all.
const (
	least     = 10
	mostShare = 20
	tries     = 400
)

// told reports whether a phrase that some documents have tells them from others.
func (m *maker) told(right map[string]bool) bool {
	return len(right) >= least && len(right) <= max(len(m.docs)/mostShare, least)
}

// some gives n syllables that stand side by side in a document.
func (m *maker) some(doc, n int) string {
	for range tries {
		clauses := strings.Split(m.texts[doc], "|")
		words := strings.Fields(clauses[m.r.IntN(len(clauses))])
		if len(words) >= n {
			from := m.r.IntN(len(words) - n + 1)
			return strings.Join(words[from:from+n], " ")
		}
	}
	return ""
}

func (m *maker) phrase() Query {
	var q Query
	for range tries {
		text := m.some(m.r.IntN(len(m.docs)), 3+m.r.IntN(3))
		if q = (Query{Phrase, text, m.having(text)}); text != "" && m.told(q.Right) {
			break
		}
	}
	return q
}

func (m *maker) twoPhrases() Query {
	var q Query
	for range tries {
		doc := m.r.IntN(len(m.docs))
		a, b := m.some(doc, 2+m.r.IntN(2)), m.some(doc, 2+m.r.IntN(2))
		if q = (Query{TwoPhrases, a + " " + b, m.having(a, b)}); a != "" && b != "" && a != b && m.told(q.Right) {
			break
		}
	}
	return q
}

// slip changes two letters of a word about.
func (m *maker) slip(text string) string {
	words := strings.Fields(text)
	for range tries {
		w := words[m.r.IntN(len(words))]
		i := m.r.IntN(len(w))
		if len(w) < 3 || i == len(w)-1 || w[i] == w[i+1] {
			continue
		}
		return strings.Replace(text, w, w[:i]+w[i+1:i+2]+w[i:i+1]+w[i+2:], 1)
	}
	return text
}

// Score tells how good some results are, from 0 to 1: for phrases the share of
// right ones among the first ten, else whether the first is right.
func (q *Query) Score(urls []string) float64 {
	if q.Kind != Phrase && q.Kind != TwoPhrases {
		if len(urls) > 0 && q.Right[urls[0]] {
			return 1
		}
		return 0
	}
	right, wanted := 0, min(10, len(q.Right))
	for _, u := range urls[:min(len(urls), wanted)] {
		if q.Right[u] {
			right++
		}
	}
	return float64(right) / float64(max(wanted, 1))
}
