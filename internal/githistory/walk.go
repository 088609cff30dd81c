package githistory

import (
	"path"
	"strings"

	"planpress/internal/plan"
)

// past is what the repository knows of one document.
type past struct {
	changes []*Commit // newest first, without the first
	first   *Commit   // that brought the file; nil where it is not known
	cut     bool      // the clone begins behind the document's beginning
}

// walk goes through commits, newest first, and follows each file to the names
// that it had before. A name that was given up and taken again begins anew.
func walk(docs []*plan.Document, commits []Commit) []past {
	pasts := make([]past, len(docs))
	owner := make(map[string]int, len(docs)) // of a path at that time, the document it became
	for i, d := range docs {
		owner[d.Path] = i
	}
	for i := range commits {
		c := &commits[i]
		touched, began := map[int]bool{}, map[int]bool{}
		for _, f := range c.Files {
			if doc, ok := ownerOf(owner, f.Path); ok && !f.Same {
				touched[doc] = true
			}
			if doc, ok := owner[f.Path]; ok && f.Action == 'A' {
				began[doc] = true
			}
		}
		for doc := range touched {
			pasts[doc].add(c, began[doc])
		}
		rename(owner, c.Files)
	}
	return pasts
}

func (p *past) add(c *Commit, began bool) {
	switch {
	case c.Cut:
		p.cut = true
	case began:
		p.first = c
	default:
		p.changes = append(p.changes, c)
	}
}

// ownerOf is the document that a file is, or in whose folder it lies.
func ownerOf(owner map[string]int, file string) (int, bool) {
	if doc, ok := owner[file]; ok {
		return doc, true
	}
	for dir := path.Dir(file); dir != "." && dir != "/"; dir = path.Dir(dir) {
		if doc, ok := owner[dir+".md"]; ok {
			return doc, true
		}
	}
	return 0, false
}

// rename gives the documents the names that they had before these changes.
func rename(owner map[string]int, files []File) {
	before := map[string]int{}
	for _, f := range files {
		doc, ok := owner[f.Path]
		if !ok || !strings.HasSuffix(f.Path, ".md") {
			continue
		}
		if f.Action == 'R' {
			before[f.Was] = doc
		}
		if f.Action == 'R' || f.Action == 'A' {
			delete(owner, f.Path)
		}
	}
	for name, doc := range before {
		owner[name] = doc
	}
}
