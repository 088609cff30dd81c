package plan

// Change is one entry of the history of a page: what was done to the page, not
// to the document, whose own text is frozen once it is issued.
type Change struct {
	Date     Date
	Kind     ChangeKind
	Note     string
	Document Ref // the document by which it was done, such as a notice of correction; zero where none is named
}

// ChangeKind is one of the words of front matter's "history".
type ChangeKind string

const (
	FirstPublished ChangeKind = "first-published"
	Editorial      ChangeKind = "editorial" // of interest to nobody but editors
	Correction     ChangeKind = "correction"
	ProgressUpdate ChangeKind = "progress"
	PageWithdrawn  ChangeKind = "withdrawn"
)

// ChangeKinds lists the kinds in the order of a page's life.
var ChangeKinds = [...]ChangeKind{FirstPublished, Editorial, Correction, ProgressUpdate, PageWithdrawn}

// Major reports whether readers of the page are told: in feeds, and without
// having to ask.
func (k ChangeKind) Major() bool { return k != Editorial }
