// Package view is what a theme is given: one struct for each layout, and one
// for each part that layouts share. It is the whole contract between planpress
// and a theme: a template sees these values and nothing else.
//
// All URLs are ready for use in an attribute: relative to the page that shows
// them, so that a site works under any base path, unless the comment says
// absolute. All texts are plain and are escaped by the template; the only HTML
// is of type template.HTML, and package prose or package chart wrote it.
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
	Data        string // relative URL of the document as JSON-LD; ""
	Feed        string // absolute or relative URL of the Atom feed
	NoIndex     bool   // search engines are asked to leave it out
	Site        Site
	Crumbs      []Link // from the home page to the parent, without the page itself
	Alternates  []Alternate
	Meta        []Meta // what catalogues ask for; of documents only

	Document *Document
	Other    *Other
	Home     *Home
	List     *List
	Index    *Index
	NotFound *NotFound
	Redirect *Redirect
	Map      *Map
	Progress *Progress
	Search   *Search

	Tracked bool    // it shows targets or tasks, and loads their style
	Rating  *Rating // of what the page is about; nil where readers are not asked to rate it
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
	MapURL    string     // URL of the sitemap for people
	About     string     // URL of the page about the site; "" where there is none
	Search    *SearchBox // nil where the site has no search
	Notices   []Notice   // in force on the site's day
	Generator string
	AsOf      plan.Date
}

// Notice is a message to everybody who visits the site. From and Until are
// its first and last day; zero is open.
type Notice struct {
	Text        string
	URL         string // relative or absolute; "" where it leads nowhere
	Kind        string // "info" or "warning"
	From, Until plan.Date
}

// Link is a text with an address. Current marks the page that shows it.
type Link struct {
	Text    string
	URL     string
	Lang    string // of the text, where it is not that of the site; ""
	Current bool
}

// Meta is one meta element.
type Meta struct{ Name, Content string }

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
	History     *History // nil where nothing is declared
	Contact     string
	SourceURL   string
	Tracker     *Tracker // nil where it has neither targets nor tasks
	Prev, Next  *Link    // by the same issuer, by date
	Words       int

	// Effect is the key of a message that says whether the document holds on
	// the site's day: "effect." and one of plan.EffectKinds. EffectDate is the
	// day since when it is so, from when (not yet) or until when (expired); zero
	// where it is not known.
	Effect        string
	EffectDate    plan.Date
	EffectAssumed bool        // EffectDate is the day of issue, because no other is given
	EffectTyped   string      // why an editor wrote the effect by hand; "" where it was computed
	EffectURL     string      // leads to the list of documents with the same effect; "" where there is none
	Banner        *Banner     // nil where the document holds as it stands, and where nothing is known
	Changed       []Relations // what others did to it and left it in force: amended, corrected, extended
	PeriodOver    bool        // it has not ended, but the span that it plans for has
	Citation      string      // the document named as others cite it

	// Subject is the title without the type it begins with, as paper has the
	// two on lines of their own: "cải cách hành chính năm 2023". "" where the
	// title does not begin with the type.
	Subject string

	// Official has the parts of the form on paper; nil where there is none.
	Official *Official
}

// Official is what paper shows of a document and a page on a screen does not,
// or elsewhere: the head, the basis, the recipients and the signature. Lines
// are complete with their signs; capitals are left to the style. The national
// name and motto are the theme's.
type Official struct {
	Parent, Body  string // the body above the one that issues; the one that issues
	PlaceDate     string // "Tam Quan, ngày 03 tháng 01 năm 2023"
	Type, Subject string
	Basis         []string // "Căn cứ …;"
	Recipients    []string // "- Như Điều 3;"
	OnBehalf      string   // "TM. Ủy ban nhân dân"; ""
	Position      string
	Name          string // "" where nobody is known to have signed
}

// Banner says above a document that it does not hold, or not as it stands.
type Banner struct {
	Kind        string      // key of a message: "banner.replaced"
	Date, Until plan.Date   // as Document.EffectDate; the last day of a suspension; zero where not known
	By          []Relations // what others did that made it so
}

// Issuer is the body that issued a document.
type Issuer struct {
	Name       string
	URL        string
	Parent     string
	Until      plan.Date // its last day; zero where it exists on the site's day
	Since      plan.Date // from when its successors have its duties; zero where it exists
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
	Lang     string // of the subject, where it is not that of the site; ""
	External bool
}

// Relations is one kind of relation, seen from the page's document.
type Relations struct {
	Kind  string // key of a message: "relation.replaces", "relation.replaced_by"
	Items []Reference
}

// History is what was done to a page, newest first. What is of interest to
// nobody but editors stands apart.
type History struct{ Major, Minor []Change }

// Change is one entry of a page's history.
type Change struct {
	Date     plan.Date
	Kind     string // key of a message: "history.correction"
	Note     string
	Document *Reference // by which it was done; nil where none is named
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
	History  *History // nil where nothing is declared
}

// Home is the layout "home".
type Home struct {
	Description string
	Total       int
	Newest      []Entry
	All         string // URL of the list of all documents
	Groups      []Group
	Progress    *Tally // of the tasks of all plans; nil where there are none
	ProgressURL string
}

// Group is a set of lists: the years, the fields, the issuers.
type Group struct {
	Key   string // of a message: "group.years"
	URL   string // of the Index page
	Total int    // of lists; Lists has the first of them
	More  string // URL of the rest; "" where Lists are all
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
	Lang    string // of title and summary, where it is not that of the site; ""
	Fields  []string
	Year    int    // of issue; 0 where it is not known
	Effect  string // as Document.Effect
	Mark    string // key of a message where the document does not hold as it stands: "effect.expired"; ""
}

// List is the layout "list": documents, newest first.
type List struct {
	Title   string
	Total   int
	First   int // place of the first entry in the whole list, from 1
	Entries []Entry
	Pager   Pager
	Filters []Filter // the other lists there are; each leads to a page of its own
	Index   string   // URL of documents.json; "" where there is none
	Feed    string   // URL of the Atom feed of this list alone; "" where there is none
	Body    *Body    // whose documents are listed; on the first page of the list only
	Duties  *Duties  // what that body must do; nil where it leads nothing
}

// Body is what is known of a body of government.
type Body struct {
	ShortName    string
	Place, Code  string
	From, To     plan.Date // first and last day; zero is open
	Ended        bool      // on the site's day
	Decision     string    // what created or ended it, in words
	Fictional    bool      // made up for an example
	Parent       []Link    // at most one
	Children     []Link
	Predecessors []Link
	Successors   []Link
}

// Filter is one way to narrow documents down, as links to the lists that have
// pages.
type Filter struct {
	Key     string  // of a message: "filter.year", "filter.field", "filter.issuer", "filter.type", "filter.status"
	Options []Count // N is the number of all documents of the option's own list
	Current string  // the Text of the option whose list is shown; ""
	All     string  // URL of the Index page with all of them; "" where Options are all
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
	Total int // of lists
	Lists []Count
	Pager Pager
}

// NotFound is the layout "notfound". Its links hold from any address, so
// they begin with the base URL's path.
type NotFound struct {
	Home, All, Map string
	Newest         []Entry
}

// Redirect is the layout "redirect": an old address.
type Redirect struct{ To string }

// Map is the layout "sitemap": the whole site on one page, for people.
type Map struct {
	Title  string
	Groups []MapGroup
}

// MapGroup is a part of the sitemap.
type MapGroup struct {
	Title string
	URL   string // "" where there is no page for the group
	Total int    // may be more than there are Links
	Links []Link
	More  string // URL of the rest; "" where Links are all
}
