package preview

import (
	"io"
	"path"
	"slices"
	"strings"
	"sync"

	"planpress/internal/diag"
	"planpress/internal/publish"
)

// Snapshot is one built site in memory. It takes the place of the public
// folder as the sink of a build; attachments stay on disk.
type Snapshot struct {
	Findings []diag.Finding

	mu    sync.Mutex
	files map[string]file
}

type file struct {
	data []byte
	open func() (io.ReadCloser, error)
}

// NewSnapshot makes an empty site.
func NewSnapshot() *Snapshot { return &Snapshot{files: map[string]file{}} }

// Put takes one file of the build.
func (s *Snapshot) Put(o publish.Output) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[o.Path] = file{data: slices.Clone(o.Data), open: o.Open}
	return nil
}

// find gives the file for a URL path, and the path to redirect to where only
// the slash at the end is missing.
func (s *Snapshot) find(urlPath string) (name string, f file, redirect bool, ok bool) {
	name = strings.TrimPrefix(path.Clean("/"+urlPath), "/")
	if f, ok = s.files[name]; ok && !strings.HasSuffix(urlPath, "/") {
		return name, f, false, true
	}
	index := path.Join(name, "index.html")
	f, ok = s.files[index]
	return index, f, ok && !strings.HasSuffix(urlPath, "/"), ok
}
