package plan

import (
	"time"

	"planpress/internal/diag"
	"planpress/internal/source"
)

// Settings is content/site.yaml.
type Settings struct {
	Name        string
	Description string
	BaseURL     string // absolute, ends in a slash; "" where none was given
	Lang        diag.Lang
	TimeZone    *time.Location // never nil
	Publisher   string
	Contact     Contact
	Menu        []MenuItem // empty: made from the pages
	Notices     []Notice
	FeedLimit   int    // entries in the feed; default 20
	PageSize    int    // documents on one page of a list; default 50
	MaxAttachMB int    // largest attachment in MiB; default 50
	Search      bool   // the site can be searched; default true
	Ratings     string // where planpress-ratings answers, with a slash at the end; "" where readers cannot rate
	Theme       string // name of a folder in themes/; default "default"
}

// Contact says how citizens reach the publisher.
type Contact struct{ Address, Email, Phone string }

// Notice is a message to everybody who visits the site. From and Until are
// its first and last day; zero is open. It may lead to a page of the web, by
// URL, or of this site, by To, or nowhere.
type Notice struct {
	Text        string
	Kind        string // info, warning
	URL         string // absolute; ""
	To          Ref    // as MenuItem.To; zero
	From, Until Date
}

// MenuItem is one entry of the menu.
type MenuItem struct {
	Label string
	To    Ref // a Markdown file relative to content/ without ".md", or a list: "documents", "years", "fields", "issuers", "types", "status", "sitemap"
}

// Org is a body that issues or carries out plans. Names alone never identify:
// two bodies may share a name and a code.
type Org struct {
	ID           string
	Name         string
	ShortName    string
	Kind         string // ubnd, hdnd, dang, so, phong, bo, khac …
	Level        string // xa, huyen, tinh, trung-uong
	Parent       string // id, "" at the top
	Place        string // where its documents are dated from
	Code         string // administrative code
	From, To     Date   // validity, both ends included; zero is open
	Predecessors []string
	Successors   []string
	Decision     string // what created or ended it, in words
	Fictional    bool
	Pos          source.Pos
}

// ValidOn reports whether the body existed on a day.
func (o *Org) ValidOn(d Date) bool {
	return !d.EndsBefore(o.From) && !o.To.EndsBefore(d)
}

// External is a document cited that lives elsewhere: an entry of
// content/documents.yaml.
type External struct {
	ID     string
	Type   *Type
	Number string
	Issuer string // in words
	Issued Date
	Title  string
	URL    string
	Note   string

	Effective Date       // first day in force; zero where not given
	Expires   Date       // last day in force; zero where it has none
	Relations []Relation // what it does to others

	Pos source.Pos
}

// Term is an abbreviation of content/glossary.yaml.
type Term struct {
	Abbr    string
	Meaning string
	Lang    string
	Pos     source.Pos
}

// Registry is everything that the YAML files beside the documents say.
type Registry struct {
	Settings  Settings
	Orgs      []*Org
	Externals []*External
	Glossary  []Term
	Ratings   []Rated // content/ratings.json, by address
}

// Rated is what readers said of the page at an address.
type Rated struct {
	URL        string // from the site's root
	Count, Sum int64  // of ratings, of their stars
}
