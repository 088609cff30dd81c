package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// Extent says how much of a publication is visible.
type Extent uint8

const (
	Nothing Extent = iota // the folder shows the old site
	Partly                // every file is whole, some old and some new
	Whole                 // the folder shows the new site
)

// String gives a sentence that says so.
func (e Extent) String() string {
	return [...]string{
		"Nothing was published: the site is as it was.",
		"The site is partly published: every file is whole, some are still the old ones. The next build completes it.",
		"The new site is published in full; only clearing up failed. The next build does it.",
	}[e]
}

var (
	// ErrNotFolder is in the chain where something that is not a folder stands
	// where the site should go.
	ErrNotFolder = errors.New("this is not a folder")
	// ErrMountPoint is in the chain where atomic publishing is asked for a
	// folder that is a file system of its own.
	ErrMountPoint = errors.New("the folder is a mount point and cannot change places with another")
	// ErrPath is in the chain where an output has no usable path.
	ErrPath = errors.New("not a usable path for a file of the site")
	// ErrChanged is in the chain where a file changed while it was read.
	ErrChanged = errors.New("the file changed while it was read")
	// ErrNewer is in the chain where a later version of planpress wrote the
	// manifest.
	ErrNewer = errors.New("the manifest was written by a later version of planpress")
	// ErrClosed is given by a session that has ended.
	ErrClosed = errors.New("publish: the session has ended")

	errNoLocks = errors.New("this file system has no locks")
	errRoot    = errors.New("this is the root of the file system")
	errUnknown = errors.New("it is in the way and not known to planpress")
)

// Error is trouble of the machine while publishing.
type Error struct {
	Doing  string // "write", "remove", …
	Path   string // the file or folder concerned, as the caller named the folder
	Extent Extent // what is published all the same
	Remedy string // what a person can do; a sentence
	Err    error
}

// Error names what failed and where, what is published, and what to do.
func (e *Error) Error() string {
	return fmt.Sprintf("cannot %s %s: %v. %v %s", e.Doing, e.Path, cause(e.Err), e.Extent, e.Remedy)
}

// Unwrap gives the error of the file system.
func (e *Error) Unwrap() error { return e.Err }

// LockedError says that another build is publishing into the same folder.
type LockedError struct {
	Dir   string
	PID   int       // 0: not known
	Host  string    // "": not known
	Since time.Time // when the other build took the lock
}

// Error names the other build as far as it is known.
func (e *LockedError) Error() string {
	who := "another build"
	if e.PID != 0 {
		who = fmt.Sprintf("another build (process %d on %s)", e.PID, e.Host)
	}
	if !e.Since.IsZero() {
		who += " since " + e.Since.Format("15:04:05 on 2006-01-02")
	}
	return fmt.Sprintf("%s is being published by %s. Wait for it to end, or end it, and build again.", e.Dir, who)
}

// Occupant is something foreign at a place that the site needs.
type Occupant struct {
	Path string // of what is in the way, relative to the folder
	For  string // the file of the site that should go there
	What string // "file", "folder", "symbolic link", "special file"
}

// OccupiedError says that files or folders which planpress did not write are
// in the way. Nothing was changed.
type OccupiedError struct {
	Dir       string
	Occupants []Occupant // sorted by path
}

const occupantsShown = 10

// Error names the first of what is in the way, and the remedy.
func (e *OccupiedError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s holds what planpress did not write where the site has files of its own:", e.Dir)
	for i, o := range e.Occupants {
		if i == occupantsShown {
			fmt.Fprintf(&b, "\n  and %d more", len(e.Occupants)-i)
			break
		}
		fmt.Fprintf(&b, "\n  %s (%s)", filepath.Join(e.Dir, filepath.FromSlash(o.Path)), o.What)
		if o.For != o.Path {
			fmt.Fprintf(&b, ", needed for %s", o.For)
		}
	}
	b.WriteString("\nNothing was published. Move these away, or delete them if they are not needed, and build again.")
	return b.String()
}

// sourceError is trouble with what Output.Open gives, not with the folder.
type sourceError struct{ err error }

func (e *sourceError) Error() string { return "its source cannot be read: " + e.err.Error() }
func (e *sourceError) Unwrap() error { return e.err }

// heldError is what Files.Lock gives when another process holds the lock.
type heldError struct {
	note  []byte // what the holder wrote into the lock
	since time.Time
}

func (e *heldError) Error() string { return "the lock is held" }

// fail makes the error of an operation on a file of the folder.
func (p *place) fail(doing, name string, err error) error {
	var known *Error
	if errors.As(err, &known) {
		return known
	}
	return failure(doing, filepath.Join(p.dir, filepath.FromSlash(name)), err)
}

func failure(doing, name string, err error) *Error {
	return &Error{Doing: doing, Path: name, Remedy: remedy(err), Err: err}
}

// cause leaves out the names that the operating system's errors repeat: they
// are those of staged files, which mean nothing to a reader.
func cause(err error) error {
	var s *sourceError
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &s):
		return s
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}

func remedy(err error) string {
	if s := (*sourceError)(nil); errors.As(err, &s) {
		return "Look at the file that is to be copied, and build again."
	}
	for _, r := range remedies {
		if errors.Is(err, r.err) {
			return r.text
		}
	}
	return "Build again; if it happens again, delete the folder and build it anew."
}

var remedies = []struct {
	err  error
	text string
}{
	{syscall.ENOSPC, "Free some space on this disk and build again."},
	{syscall.EDQUOT, "Your share of this disk is used up: free some space and build again."},
	{syscall.EROFS, "This file system is read-only: name another folder with --public."},
	{fs.ErrPermission, "Give the user who builds the right to write here, or name another folder with --public."},
	{syscall.EIO, "The disk reports a fault: check it, then build again."},
	{io.ErrShortWrite, "The disk took only a part: check its space and build again."},
	{syscall.EMFILE, "Too many files are open: raise the limit (ulimit -n) or use fewer --jobs."},
	{syscall.EBUSY, "The folder is in use as a mount point: publish without --atomic, or into a folder below it."},
	{ErrMountPoint, "Publish without --atomic, or into a folder below it."},
	{ErrNotFolder, "Move it away, or name another folder with --public."},
	{errRoot, "Name a folder with --public."},
	{ErrPath, "Rename the file."},
	{ErrChanged, "Wait until whoever writes it has finished, and build again."},
	{ErrNewer, "Use that version, or delete the folder and build it anew."},
	{errNoLocks, "Publish into a folder on a local disk and copy it from there."},
	{errUnknown, "Look what it is, and move it away."},
}
