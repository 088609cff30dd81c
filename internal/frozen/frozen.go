// Package frozen guards what has been issued.
//
// The text of an issued document is frozen: what is wrong with it is mended by
// another document, and what is changed on its page is said on its page
// (Decree 30/2020/NĐ-CP, Art. 18.3). Each build writes a List of what it
// publishes to frozen.json: of every document its address, the hash of its own
// text, and its files with their hashes. Compare holds a site to such a list:
// nothing on it may have changed or vanished without a word.
//
// What is compared is the document's text, the Markdown behind the front
// matter, and not its page: another theme, another menu or a new link to it
// change nothing. A change is in order where the page's history has an entry
// that is newer than the list; a document that moved, where redirect_from
// leads from its old address; one that is gone, where it was withdrawn. Reports
// on targets and tasks in a file of their own may only be added to.
package frozen

import (
	"encoding/hex"
	"slices"
	"strings"

	"planpress/internal/plan"
	"planpress/internal/relate"
)

// Name is the list's file, in the folder to which a site is published.
const Name = "frozen.json"

// List is what a site had published when it was made.
type List struct {
	Documents []Document // by URL
}

// Document is one published document.
type Document struct {
	URL     string   `json:"url"`              // from the site's root, with a slash at the end
	Path    string   `json:"path"`             // of the source file
	Number  string   `json:"number,omitempty"` // as written
	Text    string   `json:"text,omitempty"`   // SHA-256 of the text in lower-case hexadecimal; "" where withdrawn
	Files   []File   `json:"files,omitempty"`  // by URL
	Reports *Reports `json:"reports,omitempty"`
	Changed string   `json:"changed,omitempty"`
	Times   int      `json:"times,omitempty"` // entries of history on the day Changed, of which there may be several
}

// File is a file that belongs to a document.
type File struct {
	URL    string `json:"url"` // from the site's root
	SHA256 string `json:"sha256"`
}

// withdrawn reports whether only the page that says so was published.
func (d *Document) withdrawn() bool { return d.Text == "" }

// Of gives the list of a site. Drafts, and what is only scheduled, are not
// frozen, even where a preview shows them.
func Of(site *relate.Site) *List {
	l := &List{Documents: make([]Document, 0, len(site.Documents)+len(site.Withdrawn))}
	for _, entries := range [][]*relate.Entry{site.Documents, site.Withdrawn} {
		for _, e := range entries {
			if e.Document.Kind == plan.KindDocument && isPublic(e) {
				l.Documents = append(l.Documents, documentOf(e))
			}
		}
	}
	slices.SortFunc(l.Documents, func(a, b Document) int { return strings.Compare(a.URL, b.URL) })
	return l
}

func isPublic(e *relate.Entry) bool {
	return e.State == plan.Published || e.State == plan.Withdrawn
}

func documentOf(e *relate.Entry) Document {
	d := Document{URL: e.URL, Path: e.Document.Path, Number: e.Document.Number.String()}
	day, times := lastChange(e)
	d.Changed, d.Times = day.String(), times
	if e.State == plan.Published {
		d.Text = textOf(e)
		d.Files = filesOf(e)
		d.Reports = frozenReports(e.Document)
	}
	return d
}

func textOf(e *relate.Entry) string { return hex.EncodeToString(e.Document.TextSHA256[:]) }

// filesOf lists the files in a document's own folder that it declares or links
// to. Those of another document are that one's.
func filesOf(e *relate.Entry) []File {
	var out []File
	for _, a := range e.Attachments {
		out = append(out, File{a.URL, a.Info.SHA256})
	}
	for _, t := range e.Links {
		if t.File != nil && strings.HasPrefix(t.URL, e.URL) {
			out = append(out, File{t.URL, t.File.SHA256})
		}
	}
	slices.SortFunc(out, func(a, b File) int { return strings.Compare(a.URL, b.URL) })
	return slices.Compact(out)
}

// lastChange is the day of the newest entry of history that tells of a change,
// and how many such entries there are of that day. That a page was first
// published tells of none.
func lastChange(e *relate.Entry) (day plan.Date, times int) {
	for _, c := range e.Changes { // newest first
		switch {
		case c.Kind == plan.FirstPublished:
		case times == 0 || c.Date == day:
			day, times = c.Date, times+1
		default:
			return day, times
		}
	}
	return day, times
}
