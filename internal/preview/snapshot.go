package preview

import (
	"path"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/publish"
)

// Snapshot is one built site in memory. It takes the place of the public
// folder as the sink of a build; attachments stay on disk. The zero Snapshot is
// an empty site.
type Snapshot struct {
	publish.Memory
	Findings []diag.Finding
}

// find gives the file for a URL path, and whether to redirect because only the
// slash at the end is missing.
func (s *Snapshot) find(urlPath string) (f publish.Output, redirect, ok bool) {
	name := strings.TrimPrefix(path.Clean("/"+urlPath), "/")
	folder := strings.HasSuffix(urlPath, "/")
	if f, ok = s.Find(name); ok && !folder {
		return f, false, true
	}
	f, ok = s.Find(path.Join(name, "index.html"))
	return f, ok && !folder, ok
}
