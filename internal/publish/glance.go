package publish

import (
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"

	"planpress/internal/par"
	inode "planpress/internal/stamp"
)

// glance is what the file system says, when a session begins, of what earlier
// builds left at rest. It is asked for in the background, while others still
// read what the site is made of: it is tens of thousands of questions, and
// almost all have one answer.
//
// A file that is not still, and a folder that is not among the folders, is
// looked at when its turn comes, as if there were no glance.
type glance struct {
	done    chan struct{}
	folders map[string]inode.Stamp // that are there, and lie in such folders; "." for the whole
}

// peeks is how many names are asked for at a time.
const peeks = 512

// beginGlance begins to ask. What is found may be used behind glanced.
func (s *Session) beginGlance() {
	s.first.done = make(chan struct{})
	if len(s.known.rests) == 0 || s.opts.Atomic { // which copies modes and owners, too
		close(s.first.done)
		return
	}
	go func() {
		defer close(s.first.done)
		s.glanceAtFolders()
		s.glanceAtFiles()
	}()
}

// glanced waits for the answers.
func (s *Session) glanced() *glance {
	<-s.first.done
	return &s.first
}

// glanceAtFolders finds the folders that are there. Those above one are looked at
// before it, so that no symbolic link is taken for one.
func (s *Session) glanceAtFolders() {
	names := make([]string, 0, len(s.known.rests))
	for name := range s.known.rests {
		names = append(names, name)
	}
	byDepth := func(a, b string) int { return depth(a) - depth(b) }
	slices.SortFunc(names, byDepth)
	s.first.folders = make(map[string]inode.Stamp, len(names))
	for len(names) > 0 {
		n, _ := slices.BinarySearchFunc(names, depth(names[0])+1, func(name string, d int) int { return depth(name) - d })
		level := slices.DeleteFunc(names[:n:n], func(dir string) bool { return !s.inFolders(dir) })
		stamps := s.peek(level, fs.FileMode.IsDir)
		for i, name := range level {
			if !stamps[i].IsZero() {
				s.first.folders[name] = stamps[i]
			}
		}
		names = names[n:]
	}
}

// depth counts the folders above a name.
func depth(name string) int {
	if name == "." {
		return 0
	}
	return 1 + strings.Count(name, "/")
}

// inFolders reports whether a name lies in a folder that is there.
func (s *Session) inFolders(name string) bool {
	if name == "." {
		return true
	}
	_, ok := s.first.folders[path.Dir(name)]
	return ok
}

// glanceAtFiles finds the files that are as they were.
func (s *Session) glanceAtFiles() {
	names := make([]string, 0, len(s.known.files))
	claims := make([]*claim, 0, len(s.known.files))
	for name, c := range s.known.files {
		if c.sure && !c.rest.IsZero() && s.inFolders(name) {
			names, claims = append(names, name), append(claims, c)
		}
	}
	for i, st := range s.peek(names, fs.FileMode.IsRegular) {
		claims[i].still = st.Same(claims[i].rest)
	}
}

// peek gives the stamps of those names that stand for what is wanted, and zero
// for others.
func (s *Session) peek(names []string, wanted func(fs.FileMode) bool) []inode.Stamp {
	out := make([]inode.Stamp, len(names))
	paths := make([]string, len(names))
	for i, name := range names {
		paths[i] = path.Join(s.base, name)
	}
	type part struct{ from, to int }
	var parts []part
	for from := 0; from < len(names); from += peeks {
		parts = append(parts, part{from, min(from+peeks, len(names))})
	}
	_, err := par.Map(context.Background(), 0, parts, func(_ context.Context, p part) (struct{}, error) {
		s.files.Peek(paths[p.from:p.to], func(i int, st inode.Stamp, mode fs.FileMode) {
			if wanted(mode) {
				out[p.from+i] = st
			}
		})
		return struct{}{}, nil
	})
	if err != nil {
		clear(out) // nothing is known
	}
	return out
}
