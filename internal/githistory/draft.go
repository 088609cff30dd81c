package githistory

import (
	"slices"
	"strings"
	"unicode"

	"planpress/internal/plan"
	"planpress/internal/viet"
)

// Draft is what could be added to one document's history.
type Draft struct {
	Document *plan.Document
	Entries  []Entry // oldest first; nil where there is nothing to add
	Known    bool    // git knows the file
}

// Entry is one entry of history.
type Entry struct {
	Date   plan.Date
	Kind   plan.ChangeKind
	Note   string
	Hashes []string // of the commits that it tells of, oldest first
}

// Drafts gives a draft for each of the documents. Commits are those of Read.
func Drafts(docs []*plan.Document, commits []Commit) []Draft {
	pasts := walk(docs, commits)
	out := make([]Draft, len(docs))
	for i, d := range docs {
		p := pasts[i]
		out[i] = Draft{Document: d, Entries: undeclared(d, entries(d, p)), Known: p.first != nil || p.cut || p.changes != nil}
	}
	return out
}

// entries tells a document's past, oldest first. What was done to the file
// until the page was first published was done to no page.
func entries(d *plan.Document, p past) []Entry {
	var out []Entry
	since := published(d, p)
	if !since.IsZero() {
		e := Entry{Date: since, Kind: plan.FirstPublished}
		if p.first != nil {
			e.Hashes = []string{p.first.Hash}
		}
		out = append(out, e)
	}
	withdrawn := withdrawnOn(d)
	if !withdrawn.IsZero() {
		out = append(out, Entry{Date: withdrawn, Kind: plan.PageWithdrawn})
	}
	for _, c := range slices.Backward(p.changes) {
		if c.Day.Compare(since) <= 0 || c.Day.Compare(d.Issued) <= 0 {
			continue
		}
		e := Entry{Date: c.Day, Kind: kindOf(c.Subject), Note: note(c.Subject), Hashes: []string{c.Hash}}
		if c.Day == withdrawn {
			e.Kind = plan.PageWithdrawn
		}
		out = merge(out, e)
	}
	slices.SortStableFunc(out, func(a, b Entry) int { return a.Date.Compare(b.Date) })
	return out
}

// published is the day on which a page came to the web: the declared one, else
// that of the first commit, but not before the document could be public. It is
// zero where nobody knows.
func published(d *plan.Document, p past) plan.Date {
	for _, c := range d.History {
		if c.Kind == plan.FirstPublished {
			return c.Date
		}
	}
	if !d.Published.IsZero() {
		return d.Published
	}
	if p.first == nil {
		return plan.Date{}
	}
	day := p.first.Day
	for _, least := range []plan.Date{d.Issued, scheduled(d)} {
		if least.Compare(day) > 0 {
			day = least
		}
	}
	return day
}

func withdrawnOn(d *plan.Document) plan.Date {
	if d.Publication.State == plan.Withdrawn {
		return d.Publication.Date
	}
	return plan.Date{}
}

func scheduled(d *plan.Document) plan.Date {
	if d.Publication.State == plan.Scheduled {
		return d.Publication.Date
	}
	return plan.Date{}
}

// merge adds an entry, or to the one of the same day and kind its note.
func merge(list []Entry, e Entry) []Entry {
	for i := range list {
		same := &list[i]
		if same.Date == e.Date && same.Kind == e.Kind {
			same.Note = note(strings.TrimPrefix(same.Note+"; "+e.Note, "; "))
			same.Hashes = append(same.Hashes, e.Hashes...)
			return list
		}
	}
	return append(list, e)
}

// undeclared leaves out what the document's history tells already: of a day
// with an entry everything, and what happens only once.
func undeclared(d *plan.Document, list []Entry) []Entry {
	return slices.DeleteFunc(list, func(e Entry) bool {
		return slices.ContainsFunc(d.History, func(c plan.Change) bool {
			once := e.Kind == plan.FirstPublished || e.Kind == plan.PageWithdrawn
			return c.Date == e.Date && !once || c.Kind == e.Kind && once
		})
	})
}

// kindOf guesses from the words of a commit what it was. Most changes of a page
// are of interest to editors only.
func kindOf(subject string) plan.ChangeKind {
	folded := viet.Fold(subject)
	for _, guess := range []struct {
		kind  plan.ChangeKind
		words []string
	}{
		{plan.Correction, []string{"dinh chinh", "sua sai", "sua so lieu", "correct"}},
		{plan.ProgressUpdate, []string{"tien do", "ket qua thuc hien", "progress"}},
	} {
		for _, w := range guess.words {
			if strings.Contains(folded, w) {
				return guess.kind
			}
		}
	}
	return plan.Editorial
}

// maxNote is how many characters a note may have.
const maxNote = 1000

// note makes a line of text of a commit's subject, as front matter takes it.
func note(s string) string {
	s = strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return ' '
		}
		if unicode.Is(unicode.C, c) || c == unicode.ReplacementChar {
			return -1
		}
		return c
	}, s)
	s = viet.NFCString(strings.Join(strings.Fields(s), " "))
	if runes := []rune(s); len(runes) > maxNote {
		s = string(runes[:maxNote-1]) + "…"
	}
	return s
}
