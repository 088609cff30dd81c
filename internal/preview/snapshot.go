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
	ready func(*Snapshot, []diag.Finding)
	built chan struct{} // closed when the build has ended
}

// NewSnapshot makes a snapshot that calls ready, if it is not nil, once its pages
// can be shown, with what was found by then.
func NewSnapshot(ready func(*Snapshot, []diag.Finding)) *Snapshot {
	return &Snapshot{ready: ready, built: make(chan struct{})}
}

// Ready takes what makes the pages, and what was found so far.
func (s *Snapshot) Ready(shelf publish.Shelf, found []diag.Finding) {
	s.shelf.Store(&shelf)
	if s.ready != nil {
		s.ready(s, found)
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
