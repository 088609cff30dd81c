// Package relate makes a site of its documents: which are shown, where they
// stand, what they refer to, and in which lists they appear.
//
// It runs in full on every build, over documents without their bodies, and
// decides everything that depends on more than one document. Nothing is
// tracked and so nothing can be stale.
package relate

import (
	"context"
	"runtime"
	"slices"

	"planpress/internal/attachment"
	"planpress/internal/diag"
	"planpress/internal/par"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// Input is what a site is made of. All slices are in the order of paths.
type Input struct {
	Registry  *plan.Registry // in which an id occurs once
	Documents []*plan.Document
	Files     []string           // every file of the content folder that could be an attachment
	Inspected []*attachment.Info // those of them that are used and may be published
	AsOf      plan.Date
	Drafts    bool // drafts and scheduled documents are shown as well
}

// Site is the whole of what is published.
type Site struct {
	Registry  *plan.Registry
	AsOf      plan.Date
	Documents []*Entry       // listed documents, newest first
	Withdrawn []*Entry       // documents and pages whose address says that they were withdrawn, in no list
	Pages     []*Entry       // of content/pages, by weight, then title
	Years     []*List        // newest first
	Fields    []*List        // by name
	Issuers   []*List        // by name
	Bodies    []*List        // of bodies that issued nothing here and are led to from elsewhere, without documents; by name
	Kin       map[string]Kin // of every body by its id
	Types     []*List        // by name
	Statuses  []*List        // in the order of plan.EffectKinds
	Redirects []Redirect
	Menu      []MenuItem
	Notices   []Notice   // in force on the site's day, in the order of site.yaml
	Unknown   []*Unknown // cited in texts, and known neither here nor to documents.yaml; in the order of numbers
	HeldBack  []*plan.Document
}

// Entry is one document with its place in the site.
type Entry struct {
	Document     *plan.Document
	URL          string     // from the site's root, with a slash at the end: "plans/2023/x/"
	State        plan.State // on the day of the site: what is scheduled and due is published
	Issuer       *plan.Org  // nil where unknown
	Effect       Effect     // zero for other pages that were not withdrawn
	Prev, Next   *Entry     // by the same issuer: the one before and the one after
	Attachments  []Attached
	Links        []Target // what fills the holes of the body, one for each of Document.Links
	Basis        []Reference
	Relations    []Relation  // declared here
	Inverse      []Relation  // declared by others
	Citations    []Citation  // what fills the holes of the body, one for each of Document.Citations
	Cites        []Reference // what the text of a document cites, each once, in its order
	CitedBy      []*Entry    // documents that cite this one in their text or rest on it, each once, newest first
	Translations []*Entry    // itself not included
	Changes      []Change    // of the page, up to the day of the site, newest first
	Rated        plan.Rated  // what readers said of it, under all its addresses; its URL is ""

	place int  // in Input.Documents
	shown bool // readers can be led to it
}

// Attached is a declared attachment that is there.
type Attached struct {
	plan.Attachment
	Info *attachment.Info
	URL  string // from the site's root
}

// Target is where a link leads. A broken one is the zero Target, as is one to
// the home page: with findings of level error nothing is published.
type Target struct {
	URL  string           // from the site's root, without the fragment
	Frag string           // without the #
	File *attachment.Info // of a link to a file, and of an image
}

// Reference is a document that is referred to: one of Entry and External is
// not nil.
type Reference struct {
	Entry    *Entry
	External *plan.External
}

// Relation is one relation with the document at its other end.
type Relation struct {
	Kind      plan.RelationKind
	Other     Reference
	Provision string
	Date      plan.Date  // from when; zero means from the document's own effect
	Until     plan.Date  // as plan.Relation has it
	Pos       source.Pos // where it is declared
}

// List is the documents that share a year, a field, an issuer, a type or a
// status, newest first.
type List struct {
	Name      string
	URL       string // from the site's root: "years/2023/"
	Documents []*Entry
	Org       *plan.Org       // of an issuer's list
	Effect    plan.EffectKind // of the list of a status
}

// Redirect leads from an old address to a document's page.
type Redirect struct {
	From string // from the site's root; ends in a slash or in .html
	To   *Entry
}

// MenuItem is an entry of the menu: URL is from the site's root.
type MenuItem struct{ Label, URL string }

// Relate makes the site. Where there are findings of level error the site is
// still whole enough to be shown in a preview.
func Relate(in Input) (*Site, []diag.Finding) {
	r := newRelater(in)
	r.organisations()
	r.kinship()
	r.entries()
	r.references()
	r.atOnce((*relater).listed, (*relater).cites, (*relater).counted)
	r.fileAddresses()
	r.menu()
	r.notices()
	r.rated()
	diag.Sort(r.findings)
	return r.site, r.findings
}

// listed finds the effect of every document, puts them into lists, and resolves
// links to both.
func (r *relater) listed() {
	r.effects()
	r.neighbours()
	r.lists()
	r.bodies()
	r.links()
}

// counted looks for what occurs twice, and for files that are missing or too
// many.
func (r *relater) counted() {
	r.fieldNames()
	r.numbers()
	r.attachments()
}

// atOnce runs steps side by side. None of them writes what another one reads or
// writes, but for findings, of which each has its own.
func (r *relater) atOnce(steps ...func(*relater)) {
	parts := together(steps, func(step func(*relater)) *relater {
		own := *r
		own.findings = nil
		step(&own)
		return &own
	})
	for _, part := range parts {
		r.findings = append(r.findings, part.findings...)
	}
}

// together calls f for all items, on all processors, and gives the results in
// their order.
func together[T, R any](items []T, f func(T) R) []R {
	out, err := par.Map(context.Background(), 0, items, func(_ context.Context, item T) (R, error) { return f(item), nil })
	if err != nil {
		panic(err) // nothing here fails but by a fault in the program
	}
	return out
}

// inParts cuts a list into as many parts as there are processors.
func inParts[T any](list []T) [][]T {
	n := runtime.GOMAXPROCS(0)
	return slices.Collect(slices.Chunk(list, max(1, (len(list)+n-1)/n)))
}

// relater holds what the steps of Relate share.
type relater struct {
	in       Input
	site     *Site
	findings []diag.Finding

	orgs      map[string]*plan.Org
	externals map[string]*plan.External
	declared  map[*plan.External][]Relation // what documents of documents.yaml do to others
	entered   []Entry                       // one for each of Input.Documents, also those held back
	named     map[string]*Entry             // by what references name it; see at
	acts      *acts
	addresses addresses
	generated map[string]bool             // addresses of the lists
	files     map[string]*attachment.Info // by path
	present   map[string]bool             // every file that could be an attachment
	used      map[string]bool             // files that a document declares or links to
	targets   []string                    // what a Ref may name, for suggestions
	suggested int                         // how often a suggestion was looked for
}

func newRelater(in Input) *relater {
	n := len(in.Documents)
	r := &relater{in: in, site: &Site{Registry: in.Registry, AsOf: in.AsOf},
		orgs: map[string]*plan.Org{}, externals: map[string]*plan.External{}, declared: map[*plan.External][]Relation{},
		entered: make([]Entry, n), named: make(map[string]*Entry, n),
		addresses: newAddresses(n), generated: map[string]bool{},
		files: map[string]*attachment.Info{}, present: map[string]bool{}, used: map[string]bool{}}
	for _, f := range in.Inspected {
		r.files[f.Path] = f
	}
	for _, name := range in.Files {
		r.present[name] = true
	}
	return r
}

// at gives the entry of a source path, or nil.
func (r *relater) at(sourcePath string) *Entry {
	if e := r.named[refName(sourcePath)]; e != nil && e.Document.Path == sourcePath {
		return e
	}
	return nil
}

func (r *relater) report(f diag.Finding) { r.findings = append(r.findings, f) }
