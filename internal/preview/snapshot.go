package preview

import (
	"context"
	"crypto/sha256"
	"path"
	"strings"
	"sync/atomic"

	"planpress/internal/diag"
	"planpress/internal/publish"
)

// Snapshot is one state of a site. It takes the place of the public folder as
// the sink of a build. Its pages are made when they are asked for, as soon as the
// build knows what is on them; what a page does not come from is in memory, and
// attachments stay on disk.
type Snapshot struct {
	rest  publish.Memory
	shelf atomic.Pointer[publish.Shelf] // nil until the pages can be made
	calls Calls
	built chan struct{} // closed when the build has ended
}

// Calls are what a snapshot tells of its build. Each may be nil.
type Calls struct {
	Edited func(publish.Shelf)                                // the pages of the snapshot before, with the new texts
	Ready  func(n *Snapshot, found []diag.Finding, news bool) // the pages can be shown; with what was found by then
}

// NewSnapshot makes a snapshot.
func NewSnapshot(calls Calls) *Snapshot {
	return &Snapshot{calls: calls, built: make(chan struct{})}
}

// Edited takes what makes the pages where they are those of the snapshot before
// with other texts.
func (s *Snapshot) Edited(shelf publish.Shelf) {
	if s.calls.Edited != nil {
		s.calls.Edited(shelf)
	}
}

// Ready takes what makes the pages, what was found so far, and whether the pages
// are others than those that are shown.
func (s *Snapshot) Ready(shelf publish.Shelf, found []diag.Finding, news bool) {
	s.shelf.Store(&shelf)
	if s.calls.Ready != nil {
		s.calls.Ready(s, found, news)
	}
}

// Shown reports whether the pages can be shown.
func (s *Snapshot) Shown() bool { return s.shelf.Load() != nil }

// Put takes a file. What can be made at any time is not kept.
func (s *Snapshot) Put(o publish.Output) error {
	if s.makes(o.Path) {
		return nil
	}
	return s.rest.Put(o)
}

// Keep reports whether a file can be made at any time.
func (s *Snapshot) Keep(path string, _ publish.Kind, _ [sha256.Size]byte) bool { return s.makes(path) }

func (s *Snapshot) makes(path string) bool {
	shelf := s.shelf.Load()
	return shelf != nil && (*shelf).Has(path)
}

// find gives the file for a URL path, and whether to redirect because only the
// slash at the end is missing. What the build may still put is waited for.
func (s *Snapshot) find(ctx context.Context, urlPath string) (f publish.Output, redirect, ok bool, err error) {
	name := strings.TrimPrefix(path.Clean("/"+urlPath), "/")
	folder := strings.HasSuffix(urlPath, "/")
	for _, built := range [...]<-chan struct{}{nil, s.built} {
		if built != nil {
			select {
			case <-built:
			case <-ctx.Done():
				return f, false, false, nil
			}
		}
		if !folder {
			if f, ok, err = s.file(name); ok {
				return f, false, true, err
			}
		}
		if f, ok, err = s.file(path.Join(name, "index.html")); ok {
			return f, !folder, true, err
		}
	}
	return f, false, false, nil
}

// file gives a file, and whether there is one.
func (s *Snapshot) file(name string) (publish.Output, bool, error) {
	if s.makes(name) {
		f, err := (*s.shelf.Load()).File(name)
		return f, true, err
	}
	f, ok := s.rest.Find(name)
	return f, ok, nil
}
