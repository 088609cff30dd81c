package plan

import "planpress/internal/source"

// Body is the HTML of a document's text. It is trusted: package prose wrote
// every byte and escaped what came from the author. It has holes where only
// the whole site knows what belongs there.
type Body struct {
	HTML  []byte
	Holes []Hole // by rising Offset
}

// Hole is a place in a Body's HTML, inside a quoted attribute, that is filled
// when the page is made. What fills it is escaped for a double-quoted
// attribute by whoever inserts it.
//
// The hole of a link lies between the quotes of href="" and takes the URL. The
// hole of an image lies between those of src="", the last attribute of its
// tag, and takes the URL together with the size, which is not known before:
//
//	a/b.png" width="640" height="480
type Hole struct {
	Offset int // into HTML; what fills the hole is inserted there
	Link   int // index into Document.Links, whose Image says which kind it is
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
