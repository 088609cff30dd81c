package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	inode "planpress/internal/stamp"
)

// nameLimit is the longest name, in bytes, that common file systems take.
const nameLimit = 255

// usable reports why a path cannot be that of an output, or nil.
func usable(p string) error {
	switch first, _, _ := strings.Cut(p, "/"); {
	case !fs.ValidPath(p) || p == "." || strings.ContainsRune(p, 0):
		return fmt.Errorf("%w: it must be relative, with slashes, and have no part . or .. in it", ErrPath)
	case strings.EqualFold(first, ownName):
		return fmt.Errorf("%w: %s belongs to planpress", ErrPath, ownName)
	}
	for name := range strings.SplitSeq(p, "/") {
		if len(name) > nameLimit {
			return fmt.Errorf("%w: a name in it is longer than %d bytes", ErrPath, nameLimit)
		}
	}
	return nil
}

// what stands at a path on disk.
type what uint8

const (
	missing what = iota
	file
	folder
	link
	special // a device, a pipe, a socket
	barred  // nothing can: one of the parents is not a folder
)

// String names it in messages.
func (w what) String() string {
	return [...]string{"nothing", "file", "folder", "symbolic link", "special file", "barred"}[w]
}

type occupant struct {
	what  what
	info  fs.FileInfo // nil for missing and barred, and for what only the glance saw
	stamp inode.Stamp
	bar   string // barred: the path of the parent that is no folder
	kind  what   // barred: what it is instead
}

func kindOf(mode fs.FileMode) what {
	switch {
	case mode.IsRegular():
		return file
	case mode.IsDir():
		return folder
	case mode&fs.ModeSymlink != 0:
		return link
	}
	return special
}

// look tells what stands at a path in the folder. It follows no symbolic link,
// not even among the parents.
func (s *Session) look(p string) (occupant, error) {
	if dir := path.Dir(p); dir != "." {
		up, err := s.lookFolder(dir)
		if err != nil || up.what != folder {
			return up, err
		}
	}
	info, err := s.files.Lstat(s.base + p)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return occupant{}, nil
	case err != nil:
		return occupant{}, err
	}
	return occupant{what: kindOf(info.Mode()), info: info, stamp: inode.Of(info)}, nil
}

// lookFolder is look for a parent: folder, missing or barred. It asks the disk
// once for each.
func (s *Session) lookFolder(p string) (occupant, error) {
	if st, ok := s.glanced().folders[p]; ok {
		return occupant{what: folder, stamp: st}, nil
	}
	s.mu.Lock()
	o, ok := s.seen[p]
	s.mu.Unlock()
	if ok {
		return o, nil
	}
	o, err := s.look(p)
	if err != nil {
		return occupant{}, err
	}
	switch o.what {
	case missing, folder, barred:
	default:
		o = occupant{what: barred, bar: p, kind: o.what}
	}
	s.mu.Lock()
	s.seen[p] = o
	s.mu.Unlock()
	return o, nil
}

// ours reports whether the file on disk at a path was written by an earlier
// build.
func (s *Session) ours(p string, info fs.FileInfo) (bool, error) {
	c, ok := s.known.files[p]
	if !ok || c.sure {
		return ok, nil
	}
	return s.proven(p, info)
}

// proven reports whether the file on disk at a path has the very bytes that an
// earlier build wrote there.
func (s *Session) proven(p string, info fs.FileInfo) (bool, error) {
	return proves(s.known.files[p], s.files, s.base+p, info)
}

func proves(c *claim, f Files, name string, info fs.FileInfo) (bool, error) {
	if !info.Mode().IsRegular() {
		return false, nil
	}
	likely := false
	for _, st := range c.stamps {
		likely = likely || st.size == info.Size()
	}
	if !likely {
		return false, nil
	}
	st, err := stampOf(f, name)
	return err == nil && c.names(st), err
}

func stampOf(f Files, name string) (stamp, error) {
	r, err := f.Open(name)
	if err != nil {
		return stamp{}, err
	}
	defer r.Close()
	h := sha256.New()
	n, err := copyAll(h, r)
	return stamp{n, [sha256.Size]byte(h.Sum(nil))}, err
}

// removeTree removes a file, or a folder with all that is in it, without
// following a symbolic link. It is no error if there is nothing.
func removeTree(f Files, name string) error {
	info, err := f.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if info.IsDir() {
		if err := removeBelow(f, name, info, ""); err != nil {
			return err
		}
	}
	return f.Remove(name)
}

// removeBelow removes what is in a folder, but for an entry named spare.
func removeBelow(f Files, name string, info fs.FileInfo, spare string) error {
	if info.Mode().Perm()&0o700 != 0o700 {
		if err := f.Chmod(name, 0o700); err != nil {
			return err
		}
	}
	entries, err := f.ReadDir(name)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == spare {
			continue
		}
		if err := removeTree(f, name+"/"+e.Name()); err != nil {
			return err
		}
	}
	return nil
}
