package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"

	"planpress/internal/catalog"
	"planpress/internal/pages"
	"planpress/internal/plan"
	"planpress/internal/publish"
)

// shelf makes pages, and what goes with them, when they are asked for.
type shelf struct {
	m      *pageMaker
	pages  map[string]*pages.Page // by file
	edited map[string]*pages.Page // in place of some of these; see showEdits
}

func newShelf(m *pageMaker, all []*pages.Page) *shelf {
	s := &shelf{m: m, pages: make(map[string]*pages.Page, len(all))}
	for _, p := range all {
		s.pages[p.File()] = p
	}
	return s
}

// page gives the page of a file; nil where it is none.
func (s *shelf) page(name string) *pages.Page {
	if p := s.edited[name]; p != nil {
		return p
	}
	return s.pages[name]
}

// Has reports whether a file is a page, or belongs to one.
func (s *shelf) Has(name string) bool {
	return s.page(name) != nil || s.owner(name) != nil || s.m.search != nil && inIndex(name)
}

// owner gives the page of the document that a file of data belongs to.
func (s *shelf) owner(name string) *pages.Page {
	p := s.page(path.Join(path.Dir(name), "index.html"))
	if p == nil || p.Entry == nil {
		return nil
	}
	d := p.Entry.Document
	switch path.Base(name) {
	case catalog.DocumentName:
		if s.m.describer == nil || !catalog.Describes(p.Entry) {
			return nil
		}
	case plan.TargetsFile, plan.TasksFile, plan.UpdatesFile, plan.ProgressFile, plan.CalendarFile:
		if len(d.Targets)+len(d.Tasks) == 0 {
			return nil
		}
	default:
		return nil
	}
	return p
}

// File makes a page, or a file that belongs to one.
func (s *shelf) File(name string) (publish.Output, error) {
	if p := s.page(name); p != nil {
		var buf []byte
		html, err := s.m.make(&buf, p, s.m.planner.View(p))
		return publish.Output{Path: name, Kind: publish.Page, Data: html}, err
	}
	out := publish.Output{Path: name, Kind: publish.List}
	if s.m.search != nil && inIndex(name) {
		return s.m.search.file(name)
	}
	p := s.owner(name)
	if p == nil {
		return out, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	err := s.m.files(p, func(url string, data []byte) error {
		if url == name {
			out.Data = bytes.Clone(data)
		}
		return nil
	})
	if err == nil && out.Data == nil {
		err = fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	return out, err
}
