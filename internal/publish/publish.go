// Package publish puts a finished site into a folder so that the folder is
// right at every moment.
//
// A Session takes the files of the site in any order and from any number of
// goroutines, compares each with what is on disk, and writes what differs to
// a staging folder that no reader sees. Nothing visible changes before
// Commit. Commit makes sure that every folder it has to change may be changed,
// and then moves the staged files into place: assets first, then pages, then
// lists and feeds, and removes last what an earlier build wrote and this one
// did not, so that no page ever names an asset that is not there yet. A folder
// that is new is moved as a whole, with its pages and their own assets; only a
// page that names an asset of another new folder may come before it.
//
//	s, err := publish.Open(ctx, "public", publish.Options{})
//	if err != nil { … }
//	defer s.Abort() // does nothing after Commit
//	… s.Put(publish.Output{Path: "index.html", Kind: publish.Page, Data: html}) …
//	report, err := s.Commit(ctx)
//
// # What is in the folder
//
// The folder .planpress inside it belongs to this package: manifest.json names
// every file that it wrote, with size and SHA-256; lock, staging and
// journal.json exist only while a build runs or after one was killed. A file
// that the manifest does not name is foreign: it is never changed, moved or
// removed, and a site that needs its place is refused before anything changes.
// The file stamps says what the file system said of all this in the end: with it
// Keep knows a file without reading it, and Commit a folder to which nothing came.
// A stamp is used only if it was older, when it was recorded, than the file
// system's clock can tell apart; what is younger is read the next time.
// Files get the mode 0644 and folders 0755, whatever the umask.
//
// # When a build is killed
//
// Every file stays whole, old or new, because it only ever appears by a
// rename. The journal, written before the first rename, lets the next build
// know the new files as its own; that build finishes the work. One syncfs
// before the renames keeps a power cut from leaving empty files. It costs as
// long as the disk needs for all unwritten data of that file system, other
// programs' too: some tens of milliseconds on an idle solid-state disk.
//
// # Atomic publishing
//
// With Options.Atomic no reader ever sees a mixture: the whole new site is
// made beside the old one, unchanged and foreign files by hard link, and the
// two folders change places in one system call. It costs a hard link for
// every file of the site and needs a writable parent folder. Access control
// lists and extended attributes of foreign folders are not carried over. Where
// the file system cannot exchange folders, two renames do it: between them
// the folder is missing for an instant, and a build killed just there is
// completed by the next Open.
package publish

import (
	"context"
	"crypto/sha256"
	"io"
	"sync"
	"sync/atomic"

	inode "planpress/internal/stamp"
)

// Kind says when a file becomes visible: lower kinds first.
type Kind uint8

const (
	Asset Kind = iota // styles, scripts, images, attachments: named by pages
	Page              // names assets and other pages
	List              // lists, feeds, the site map: name pages
)

// Output is one file of the site.
type Output struct {
	Path string // slash-separated, relative to the folder, clean
	Kind Kind
	Data []byte // the bytes; not kept after Put returns

	// Open gives the bytes instead of Data where it is set. It may be called
	// twice.
	Open func() (io.ReadCloser, error)
	// Size in bytes and SHA256 in lower-case hexadecimal of what Open gives,
	// as far as they are known; zero where not. What turns out to be different
	// is an error: the file changed while it was read.
	Size   int64
	SHA256 string
}

// Options say how to publish. The zero value is right for most.
type Options struct {
	Atomic bool // exchange the whole folder in one step
	NoSync bool // leave out the syncfs: faster, but not safe against a power cut

	// Files opens a folder for all writing; nil is OpenFiles.
	Files func(dir string) (Files, error)
}

// Report says what Commit did. Paths are relative to the folder and sorted.
type Report struct {
	Written   int   // files new or changed
	Unchanged int   // files left as they were
	Removed   int   // files of an earlier build that are gone now
	Bytes     int64 // in the files written

	Foreign []string // files in the folder that this package did not write
	Kept    []string // of these: written by an earlier build and changed by someone since
	// ManifestDamaged says that the manifest could not be read in full. What
	// it still proved was used; it is whole again now.
	ManifestDamaged bool

	// Token names the state that the folder was left in, for Unchanged. It is
	// zero where that could not be recorded.
	Token [sha256.Size]byte
}

// Session is one publication under way. Put may be called from several
// goroutines; Commit or Abort ends the session.
type Session struct {
	place *place
	files Files
	base  string // what leads from the root of files to the folder: "" or "name/"
	known ledger // what earlier builds wrote
	began int64  // when, by the file system's clock, in nanoseconds; 0 where not known
	first glance // what it says then of what is known
	opts  Options

	staged    atomic.Int64 // number of the last staged file
	makeStage func() error // makes the staging folder once
	treeDirs  sync.Map     // makes each folder below treeName once, by its path: func() error

	mu      sync.Mutex
	outputs map[string]*output
	seen    map[string]occupant // what is on disk at the parents of outputs
	failed  error               // of the first Put that failed
	closed  bool

	journaled bool // the journal of this session is on disk
}

// output is what a session remembers of one Put.
type output struct {
	kind     Kind
	stamp    stamp
	staged   string      // name in the staging folder; "" for an unchanged file
	disk     occupant    // what was at its path
	rest     inode.Stamp // of a file that is unchanged as its stamp says; else zero
	made     inode.Stamp // of what was staged
	conflict bool        // a file is there that is not known to be ours
}

// Open prepares the folder dir for publication: makes it if it is missing,
// takes its lock, and clears up behind a build that was killed. The error is a
// *LockedError where another build is at work, and an *Error otherwise. A
// symbolic link to a folder is followed.
func Open(ctx context.Context, dir string, opts Options) (*Session, error) {
	if opts.Files == nil {
		opts.Files = OpenFiles
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	p, err := openPlace(dir, opts)
	if err != nil {
		return nil, err
	}
	s := &Session{
		place: p, files: p.files, base: p.base, opts: opts,
		outputs: map[string]*output{}, seen: map[string]occupant{},
	}
	s.makeStage = sync.OnceValue(s.newStage)
	if err := s.prepare(); err != nil {
		p.release(true)
		return nil, err
	}
	return s, nil
}

// prepare clears up behind a killed build and reads what earlier builds wrote.
func (s *Session) prepare() error {
	if err := s.place.recoverBeside(); err != nil {
		return err
	}
	if err := removeTree(s.files, s.base+stageName); err != nil {
		return s.place.fail("clear up", stageName, err)
	}
	known, err := readLedger(s.files, s.base)
	if err != nil {
		return s.place.fail("read", manifestName, err)
	}
	s.known = known
	if info, err := s.files.Lstat(s.base + lockName); err == nil {
		s.began = inode.Of(info).CTime // the lock was written just now
	}
	s.beginGlance()
	return nil
}

// Abort ends the session and leaves the folder as it was. After Commit or a
// first Abort it does nothing.
func (s *Session) Abort() error {
	if !s.close() {
		return nil
	}
	return s.discard()
}

// close marks the session as ended; false if it was already.
func (s *Session) close() bool {
	s.glanced() // it uses the files, which are closed behind this
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.closed
	s.closed = true
	return !was
}

// discard removes what the session staged and lets go of the folder.
func (s *Session) discard() error {
	err := s.place.discardNext()
	if e := removeTree(s.files, s.base+stageName); err == nil && e != nil {
		err = s.place.fail("clear up", stageName, e)
	}
	if e := s.place.release(true); err == nil {
		err = e
	}
	return err
}
