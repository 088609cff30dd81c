// Package prose makes HTML of the Markdown of a document's body.
//
// It is the only user of goldmark. Goldmark parses; a single walk over its
// tree then writes the HTML into one buffer, so that every byte of markup is
// written here and every byte of the author's is escaped here. Neither raw
// HTML nor an address that could run a script ever reaches the output: both
// are findings, with their place.
//
// Besides CommonMark, tables, strikethrough, task lists and footnotes, the
// package knows how Vietnamese official texts are built. Ordered lists print
// the numbers that stand in the source. Points (a, b, c, d, đ, e …) are lists.
// Articles, clauses and points ("Điều 7", "khoản 1", "điểm đ") have anchors
// that do not change: dieu-7-k1-dd. Headings have ids that keep the words:
// ngan-sach-nam-2026. Both have a link to themselves behind them, for people
// who want to pass on the place. Words in another language are marked:
// [Annual Report]{lang=en}.
//
// A theme meets these classes: points and point-label (lists whose items have
// labels of their own: a), 1), 01.), tasks, task-open and task-done, external
// (a link that leaves the site), cite (a document that is cited: a link, or a
// span where it has no address), hidden (words that are said and not seen),
// table-scroll, group, align-left, align-center and align-right (tables),
// footnotes, language-… (code), head (a heading with its link) and self (a link
// from a heading or an article to itself).
//
// Citations of documents in running text, and of places in the text itself, are
// found (package citation) and marked. What a mark is, a link or not, depends on
// the whole site.
//
// Addresses inside the site are not known here. Where one belongs, the HTML
// has a plan.Hole that is filled when the page is made.
package prose

import (
	"sync"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// Converter turns Markdown into HTML. It is safe for concurrent use.
type Converter struct {
	words    Words
	glossary *glossary
	parser   parser.Parser
	linking  parser.Parser // which makes links of addresses, too: see linkify
	cites    *sync.Pool    // of *cites, that those of a document need no memory of their own
	find     finder
}

// finder finds the citations in a text, as citation.Find does.
type finder func(dst []citation.Span, text []byte) []citation.Span

// New makes a Converter that writes the given words into the HTML.
func New(words Words) *Converter {
	return &Converter{
		words: words, parser: newParser(), linking: newParser(util.Prioritized(linkify{}, 999)),
		cites: &sync.Pool{New: func() any { return &cites{} }}, find: citation.Find,
	}
}

// Explaining makes a Converter of c that explains abbreviations where a text
// first uses them: `<abbr title="…">`. The texts are in the first language;
// terms that name none are in the second, that of the site.
func (c *Converter) Explaining(terms []plan.Term, text, site diag.Lang) *Converter {
	out := *c
	out.glossary = newGlossary(terms, string(text), string(site))
	return &out
}

// Result is what a body says. It is complete even where there are findings;
// where the body was refused unread, it has an error finding and no HTML.
type Result struct {
	Body     plan.Body
	Anchors  []string      // every id of the HTML, in order
	Links    []plan.Link   // what Body.Holes refer to
	Cites    []plan.Cited  // so do those of marks
	Marked   []MarkedTable // in order
	Words    int           // separated by spaces: in Vietnamese, syllables
	Findings []diag.Finding
}

// Convert reads the Markdown that begins at the byte offset in f, behind the
// front matter, and writes its HTML. Findings have their places in f. A defect
// of the parser panics; package parse keeps it within the document.
func (c *Converter) Convert(f *source.File, offset int) Result {
	refused := guard(f, offset)
	if diag.CountOf(refused).Errors > 0 {
		return Result{Findings: refused}
	}
	src := f.Data[offset:]
	pc := parser.NewContext()
	reading := c.parser
	if mayLinkify(src) {
		reading = c.linking
	}
	root := reading.Parse(text.NewReader(src), parser.WithContext(pc))
	w := newWriter(f, offset, &c.words)
	w.glossary, w.terms = c.glossary, c.glossary.uses(src)
	w.findings = append(w.findings, refused...)
	w.cites = c.cites.Get().(*cites)
	w.cites.reset()
	w.cites.find = c.find
	w.reportRefused(pc)
	w.document(root)
	r := w.result()
	c.cites.Put(w.cites)
	return r
}
