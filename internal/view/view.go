// Package view is what a theme is given: one struct for each layout, and one
// for each part that layouts share. It is the whole contract between planpress
// and a theme: a template sees these values and nothing else.
//
// All URLs are ready for use in an attribute: relative to the page that shows
// them, so that a site works under any base path, unless the comment says
// absolute. All texts are plain and are escaped by the template; the only HTML
// is of type template.HTML, and package prose wrote it.
package view

import (
	"html/template"

	"planpress/internal/plan"
)

// Page is what every layout is given. Of the pointers after Site, exactly the
// one that the layout is named for is not nil.
type Page struct {
	Lang        string // of the page's main part
	Title       string // of the page, without the site's name
	Description string
	Root        string // relative URL of the site's root: "./", "../../"
	Canonical   string // absolute; "" where the site has no base URL
	Feed        string // absolute or relative URL of the Atom feed
	NoIndex     bool   // search engines are asked to leave it out
	Site        Site
	Crumbs      []Link // from the home page to the parent, without the page itself
	Alternates  []Alternate

	Document *Document
	Other    *Other
	Home     *Home
	List     *List
	Index    *Index
	NotFound *NotFound
	Redirect *Redirect
}

// Site is what all pages share.
type Site struct {
	Name      string
	Lang      string
	Publisher string
	Address   string
	Email     string
	Phone     string
	Home      string // URL of the home page
	Menu      []Link
	Generator string
	AsOf      plan.Date
}

// Link is a text with an address. Current marks the page that shows it.
type Link struct {
	Text    string
	URL     string
	Current bool
}

// Alternate is the same page in another language.
type Alternate struct{ Lang, Title, URL string }

// Document is the layout "document".
type Document struct {
	Title       string
	Type        string // "Kế hoạch"
	Number      string // as written
	Issued      plan.Date
	Place       string
	Issuer      Issuer
	Signer      plan.Signer
	Effective   plan.Date
	Expires     plan.Date
	Period      plan.Period
	Summary     string
	Fields      []Link
	State       string // draft, scheduled, published, withdrawn
	StateDate   plan.Date
	StateReason string
	Body        template.HTML // empty where withdrawn
	Contents    []Heading     // the table of contents; nil where it would not help
	Basis       []Reference
	Relations   []Relations
	Attachments []Attachment
	Recipients  []string
	History     []plan.Change
	Contact     string
	SourceURL   string
	Prev, Next  *Link // by the same issuer, by date
	Words       int
}

// Issuer is the body that issued a document.
type Issuer struct {
	Name       string
	URL        string
	Parent     string
	Until      plan.Date // its last day; zero where it still exists
	Successors []Link
	Fictional  bool // made up for an example
}

// Heading is an entry of the table of contents.
type Heading struct {
	Text     string
	URL      string
	Children []Heading
}

// Reference is another document as a page names it. URL is "" where the
// document is known but has no address.
type Reference struct {
	Title    string // "Kế hoạch số 01/KH-UBND ngày 03/01/2023 của …"
	Subject  string
	URL      string
	External bool
}

// Relations is one kind of relation, seen from the page's document.
type Relations struct {
	Kind  string // key of a message: "relation.replaces", "relation.replaced_by"
	Items []Reference
}

// Attachment is a file to download.
type Attachment struct {
	Title  string
	Name   string // file name
	URL    string
	Kind   string // key of a message: "attachment.annex"; ""
	Format string // "PDF"
	Size   int64  // bytes
	SHA256 string // lower-case hexadecimal
	Pages  int
	Lang   string
}

// Other is the layout "page": a page of content/pages.
type Other struct {
	Title    string
	Body     template.HTML
	Contents []Heading
	Updated  plan.Date
}

// Home is the layout "home".
type Home struct {
	Description string
	Total       int
	Newest      []Entry
	All         string // URL of the list of all documents
	Groups      []Group
}

// Group is a set of lists: the years, the fields, the issuers.
type Group struct {
	Key   string // of a message: "group.years"
	URL   string // of the Index page
	Lists []Count
}

// Count is a list with the number of its documents.
type Count struct {
	Text string
	URL  string
	N    int
}

// Entry is one document in a list.
type Entry struct {
	Title   string
	URL     string
	Type    string
	Number  string
	Issued  plan.Date
	Issuer  string
	Summary string
	State   string
}

// List is the layout "list": documents, newest first.
type List struct {
	Title   string
	Total   int
	First   int // place of the first entry in the whole list, from 1
	Entries []Entry
	Pager   Pager
}

// Pager leads through the pages of a list. It is empty where there is one.
type Pager struct {
	Page, Pages int
	Prev, Next  string // URLs; "" at the ends
	Numbers     []Link // not all where there are many; an empty Text stands for a gap
}

// Index is the layout "index": all lists of one kind.
type Index struct {
	Title string
	Lists []Count
}

// NotFound is the layout "notfound". Its links hold from any address, so
// they begin with the base URL's path.
type NotFound struct{ All string }

// Redirect is the layout "redirect": an old address.
type Redirect struct{ To string }
