package plan

import "planpress/internal/source"

// Body is the HTML of a document's text. It is trusted: package prose wrote
// every byte and escaped what came from the author. It has holes where only
// the whole site knows what belongs there.
type Body struct {
	HTML    []byte
	Holes   []Hole    // by rising Offset
	Outline []Heading // the headings, in order
}

// Hole is a place in a Body's HTML that is filled when the page is made.
//
// That of a link lies between the quotes of href="" and takes the URL. That of
// an image lies between those of src="", the last attribute of its tag, and
// takes the URL together with the size, which is not known before:
//
//	a/b.png" width="640" height="480
//
// A citation has two holes, which take the tags around it. Which they are, only
// the whole site knows: a link, a link that leaves the site, a span or none.
type Hole struct {
	Offset int // into HTML; what fills the hole is inserted there
	Kind   HoleKind
	Index  int // into Document.Links, or, of a citation, into Document.Citations
	Words  int // of HoleMarkEnd: bytes of HTML from Offset on that stay in a link that leaves the site, and else go
}

// HoleKind says where a hole lies, and so how what fills it is escaped.
type HoleKind uint8

// The kinds of holes.
const (
	HoleAddress HoleKind = iota // in a double-quoted attribute
	HoleMark                    // in text, where the mark of a citation begins
	HoleMarkEnd                 // in text, where it ends
)

// Filling gives what fills the holes of one page's body, by Hole.Index.
type Filling struct {
	Address func(i int) string // not escaped
	Mark    func(i int) Mark
}

// Mark is how a page shows a citation.
type Mark struct {
	URL      string // of what is cited, not escaped; "" where it has no address
	External bool   // the address leaves the site
	None     bool   // there is no mark
}

// Link is a link or an image that points into the site: to a Markdown file, an
// attachment, a page, or an anchor.
type Link struct {
	Image bool
	Dest  string // as written, in normal form C, percent escapes decoded; the fragment is apart
	Frag  string // without the #, decoded
	Pos   source.Pos
}

// Heading is one heading of a body.
type Heading struct {
	Level int // 1 to 6, as in the HTML that is made
	ID    string
	Text  string // plain text, not escaped
	Pos   source.Pos
}
