// Package plan is the vocabulary of the project: documents, the bodies that
// issue them, what they rest on, their attachments, and the settings of a
// site. It knows no file system, no configuration format and no templates.
//
// Values of this package are made by the parsing stages and are not changed
// after they are handed on.
package plan

import (
	"path"
	"strings"

	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/source"
)

// Kind says what sort of page a Markdown file becomes.
type Kind uint8

const (
	KindDocument Kind = iota // a plan or another official document
	KindPage                 // another page of the site, from content/pages
)

// Document is one Markdown file: its front matter, and what other documents
// and the lists need to know of its body. The body itself is a Body, kept
// apart, because all Documents are in memory at once and bodies are not.
type Document struct {
	Path string // of the source file, as in findings: content/plans/2023/x.md
	Kind Kind

	Title   string
	Type    *Type           // nil where none was given
	Number  citation.Number // zero where none was given
	Issuer  string          // id of an Org; "" where none was given
	Issued  Date
	Place   string
	Signer  Signer
	Summary string

	Effective        Date
	EffectiveOnIssue bool // effective: on-issue
	Expires          Date
	Period           Period
	Effect           TypedEffect // overrides what is computed

	Fields       []string // topics ("lĩnh vực")
	Scope        []string // ids of the Orgs, or names of the places, that it applies to
	Keywords     []string
	Lang         string // BCP 47; "" means the language of the site
	Translations []Translation

	LegalBasis []Ref
	Relations  []Relation

	Publication Publication
	Published   Date // first made public on the web; zero: on the day of issue
	Reviewed    Date
	ReviewDue   Date

	Targets []Target
	Tasks   []Task
	// The CSV files, in the document's own folder, that more of them and the
	// reports on them are in; "" where there is none.
	TargetsFile, TasksFile, UpdatesFile string
	Budget                              string

	Attachments []Attachment
	Recipients  []string
	Urgency     string // "", hoa-toc, thuong-khan, khan
	Contact     string
	History     []Change
	Source      Provenance
	Rating      Switch // whether readers are asked to rate it
	Feedback    bool

	Slug         string   // replaces the last part of the URL
	RedirectFrom []string // old URLs, relative to the site's root
	Weight       int      // smaller comes first among pages

	Extra    []Extra // keys beginning with x-
	Silences []Silence

	TextSHA256 [32]byte // of the Markdown body, normalised; see package frozen

	Words   int     // in the body
	Anchors Anchors // every id in the body, headings included
	Links   []Link  // links and images of the body that point into the site

	Citations []Cited // in the body, in the order of its HTML

	Places Places // where the front matter's fields stand
}

// At gives the place of a field's value, or of the whole file.
func (d *Document) At(field string) source.Pos {
	line, column, _ := d.Places.Find(field)
	return source.Pos{File: d.Path, Line: line, Column: column}
}

// DataFiles lists the CSV files of a document's targets, tasks and updates, from
// the site's folder.
func (d *Document) DataFiles() []string {
	var out []string
	for _, name := range [...]string{d.TargetsFile, d.TasksFile, d.UpdatesFile} {
		if name != "" {
			out = append(out, d.InFolder(name))
		}
	}
	return out
}

// InFolder gives the path, from the site's folder, of a file in the document's
// own folder, which is named like the document.
func (d *Document) InFolder(name string) string {
	return path.Join(strings.TrimSuffix(d.Path, path.Ext(d.Path)), name)
}

// Type is a type of document, such as Kế hoạch.
type Type struct {
	ID         string   // "ke-hoach": what front matter says
	Abbr       string   // "KH": what numbers say; "" where there is none
	OtherAbbrs []string // in numbers that follow older rules or another usage
	Name       diag.Text
	Family     Family
}

// Family says which rules a type's form and number follow.
type Family uint8

const (
	Administrative Family = iota // Decree 30/2020/NĐ-CP, Art. 7
	Normative                    // Law on the promulgation of legal documents; the number carries a year
	Party                        // documents of the Communist Party of Vietnam
)

// Signer is who signed a document.
type Signer struct {
	Name      string
	Position  string
	Authority string // "", TM, KT, TL, TUQ, Q (Decree 30/2020, App. I.II.7)
}

// Translation names the same document in another language.
type Translation struct {
	Lang string
	Path string // of the other document's source file, relative to content/
}

// Ref refers to a document: an entry of documents.yaml by its id, or a
// document of this site by its path without ".md", relative to content/.
type Ref struct {
	Target string
	Pos    source.Pos
}

// Relation is what a document does to another.
type Relation struct {
	Kind      RelationKind
	To        Ref
	Provision string // the part it concerns; "" means all of it
	Date      Date   // from when; zero means from the document's own effect
	Until     Date   // last day of a suspension, or the new last day of what is extended; zero where not given
}

// RelationKind is one of the keys of front matter's "relations".
type RelationKind string

const (
	BasedOn      RelationKind = "based_on"
	Implements   RelationKind = "implements"
	Amends       RelationKind = "amends"
	Replaces     RelationKind = "replaces"
	Repeals      RelationKind = "repeals"
	Recalls      RelationKind = "recalls"
	Suspends     RelationKind = "suspends"
	Corrects     RelationKind = "corrects"
	Extends      RelationKind = "extends"
	Promulgates  RelationKind = "promulgates"
	ReportsOn    RelationKind = "reports_on"
	Consolidates RelationKind = "consolidates"
	Continues    RelationKind = "continues"
)

// RelationKinds lists the kinds in the order in which pages show them.
var RelationKinds = [...]RelationKind{BasedOn, Implements, Amends, Replaces, Repeals, Recalls, Suspends,
	Corrects, Extends, Promulgates, ReportsOn, Consolidates, Continues}

// State is the state of a document's page, not its legal effect.
type State uint8

const (
	Draft     State = iota // not published, unless --drafts
	Scheduled              // not published before Publication.Date
	Published
	Withdrawn // the page stays, says so and why, and shows no body
)

// String gives the word that front matter uses.
func (s State) String() string {
	return [...]string{"draft", "scheduled", "published", "withdrawn"}[s]
}

// Publication is front matter's "publication".
type Publication struct {
	State  State
	Date   Date   // of a scheduled page: its first day; of a withdrawn one: the day
	Reason string // of a withdrawn page
}

// Attachment is a file that comes with a document, as declared.
type Attachment struct {
	File  string // relative to the document's own folder
	Title string
	Kind  string // "", signed-copy, annex, form, data
	Pages int
	Lang  string
}

// Provenance says where the text was taken from.
type Provenance struct {
	URL       string
	File      string
	SHA256    string
	Digitised bool
}

// Extra is a key that begins with x-, with its value written as JSON.
type Extra struct{ Key, JSON string }

// Silence hides a document's warnings of one code.
type Silence struct {
	Code   string
	Reason string
	Pos    source.Pos
}

// Switch is what an editor says of something that a site may have on or off by
// default.
type Switch uint8

// The switches. Where nothing is said, documents are rated and pages are not.
const (
	ByDefault Switch = iota
	On
	Off
)
