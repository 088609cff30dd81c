// Package search makes an index of documents that a browser can search without
// a server, and searches in it.
//
// # Why it is our own
//
// The engines for static sites that there are fold tones but not đ, cut toned
// vowels off, or load the titles of all documents at once. Vietnamese wants
// something else: every syllable is a word of its own, and so it is pairs of
// neighbours that mean something; marks tell words apart, and people leave them
// out; and documents are asked for by their numbers, written in six ways.
//
// # Words
//
// A text is a row of syllables (text.go). Each has a form, in small letters of
// normal form C with tones in one place (hoà is hòa) and i for y behind a
// consonant (kỹ is kĩ), and a key, the form without marks. The terms of the
// index are single syllables and pairs of neighbours, sorted by key; under a key
// stand its forms as variants, each with the documents that have it. A syllable
// of a query without marks means every variant; one with marks means its own
// form first, then those that add a mark, and others only where there is nothing
// else. Numbers of documents are terms of their own (number.go): "#1/kh-ubnd",
// as are facets to filter by: "@y2023".
//
// # Files
//
// Documents are numbered from the newest year to the oldest, those of one issuer
// together. A segment (segment.go) is a folder named by the
// hash of what is in it:
//
//	t0, t1 …  terms with their variants, some 3 kB each; of each variant the
//	          192 documents that it says most about stand here
//	f0, f1 …  of frequent variants the other documents that have them in title,
//	          number or another field, in blocks
//	p0, p1 …  those that have them only in their text, in blocks
//	d0, d1 …  what a result shows, of 12 documents each
//	y0, y1 …  the days of 2048 documents each
//	o         titles and numbers of the newest documents, for when there is no
//	          network
//	w         the most frequent single syllables, to mend slips with
//
// and the manifest, search/index.bin, names the segments and says with which
// term each t file begins. All are compressed (zlib, RFC 1950), for hosts that
// do not compress. A change of a few documents makes a small segment beside the
// large one, and a list of documents of the latter that no longer count; the
// builder decides when to merge (update.go).
//
// # Queries
//
// A query reads the t files of its words' pairs, takes those pairs for its terms
// that are most frequent together (plan.go), and f, p and d files as it needs
// them (run.go). Where a document has all terms in title and fields it comes
// first; else the fewer rows the words of the query make in it, and then the more of
// them are neighbours. Three words
// in a row are told from two pairs by a byte that a pair has for the words behind it
// in a document (follow.go). What is read of long lists are the blocks of the newest
// documents, and of older ones only until there are enough that have the words in a
// row, or in two, for two phrases (row.go).
//
// client/engine.js does the same in the browser; a test holds the two to the same
// answers, and one in a browser as well.
package search

// Document is what the index is told of one document.
type Document struct {
	URL     string // from the site's root
	Title   string
	Number  string // as written; ""
	Date    string // ISO 8601; ""
	Issuer  string // name; ""
	Type    string // name; ""
	Status  string // name; ""
	Summary string

	Facets []string // to filter by: "y2023", "iubnd-phuong-x"; see Facet
	Fields []string // names
	More   []string // other texts of the page: titles of attachments, tasks
	Body   []byte   // HTML that package prose wrote
}

// Facet gives the term of a facet: of a kind, which is one letter, and a value.
// The kinds are those of the search page's filters: y year, i issuer, f field, t
// type, s status.
func Facet(kind byte, value string) string { return string(kind) + value }

// Limits.
const (
	tops         = 192     // documents of a variant that stand with the term
	fieldBlock   = 512     // documents of a block of an f file
	textBlock    = 2048    // of a p file
	dayBlock     = 2048    // of a y file
	fieldPack    = 3 << 10 // bytes of blocks in an f file, before compression
	textPack     = 7 << 10 // in a p file
	perStore     = 12      // documents in a d file
	offlineLimit = 5000    // documents in the o file
	wordLimit    = 4096    // syllables in the w file
	wordCap      = 24      // runes of a word that is a term; longer ones are cut
	scale        = 15      // the highest impact
)
