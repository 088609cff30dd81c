package publish

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"planpress/internal/rooted"
)

// place is the folder that is published into, with the locks on it.
//
// There are two. The one inside the folder is taken by every build. The one
// beside it is also taken by a build that makes the folder, exchanges it, or
// finds what such a build left: while that goes on, the name of the folder may
// be missing or change its meaning.
type place struct {
	dir    string // as the caller named it, for messages
	parent string // real path of the folder's parent
	name   string // of the folder in it
	atomic bool
	open   func(dir string) (Files, error)

	outer  Files  // parent; nil where we may not read it
	files  Files  // what leads to the folder: itself or outer
	base   string // and the way from there: "" or "name/"
	beside io.Closer
	inside io.Closer

	madeParents []string // real paths; parents first
	madeFolder  bool
	madeOwn     bool
	nextBegun   bool // there is a folder beside, not yet exchanged

	exchanged   Extent // what an exchange made visible
	retiredName string // of the old folder after it
}

func (p *place) nextName() string { return "." + p.name + ".planpress-next" }
func (p *place) oldName() string  { return "." + p.name + ".planpress-old" }
func (p *place) lockBeside() string {
	return "." + p.name + ".planpress-lock"
}

// openPlace finds the folder, makes it if need be, and locks it.
func openPlace(dir string, opts Options) (*place, error) {
	p := &place{dir: dir, atomic: opts.Atomic, open: opts.Files}
	err := p.locate()
	if err == nil {
		err = p.acquire()
	}
	if err != nil {
		_ = p.release(true)
		return nil, p.trouble(err)
	}
	return p, nil
}

// trouble makes the error that Open gives.
func (p *place) trouble(err error) error {
	var known *LockedError
	if errors.As(err, &known) {
		return known
	}
	return p.fail("publish into", "", err)
}

const linkLimit = 40 // symbolic links in a row, as the kernel has it

// locate finds the real path of the folder, and makes missing parents.
func (p *place) locate() error {
	abs, err := filepath.Abs(p.dir)
	if err != nil {
		return err
	}
	for range linkLimit {
		info, err := os.Lstat(abs)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			break
		}
		target, err := os.Readlink(abs)
		if err != nil {
			return err
		}
		if !filepath.IsAbs(target) {
			dir, err := filepath.EvalSymlinks(filepath.Dir(abs)) // where its .. counts from
			if err != nil {
				return err
			}
			target = filepath.Join(dir, target)
		}
		abs = target
	}
	if filepath.Dir(abs) == abs {
		return errRoot
	}
	if err := p.makeParents(filepath.Dir(abs)); err != nil {
		return err
	}
	p.name = filepath.Base(abs)
	if p.parent, err = filepath.EvalSymlinks(filepath.Dir(abs)); err != nil {
		return err
	}
	info, err := os.Stat(abs)
	if err == nil && !info.IsDir() {
		return ErrNotFolder
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func (p *place) makeParents(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil:
		return ErrNotFolder
	case !errors.Is(err, fs.ErrNotExist) || filepath.Dir(dir) == dir:
		return err
	}
	if err := p.makeParents(filepath.Dir(dir)); err != nil {
		return err
	}
	f, err := p.open(filepath.Dir(dir))
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Mkdir(filepath.Base(dir)); err != nil {
		return err
	}
	p.madeParents = append(p.madeParents, dir)
	return nil
}

// acquireTries is how often the folder may change under our hands while we
// take its locks.
const acquireTries = 10

func (p *place) acquire() error {
	var err error
	if p.outer, err = p.open(p.parent); err != nil {
		p.outer = nil
		_, there := os.Stat(filepath.Join(p.parent, p.name))
		if p.atomic || there != nil || !errors.Is(err, fs.ErrPermission) {
			return err
		}
	}
	for range acquireTries {
		if err := p.lockOutside(); err != nil {
			return err
		}
		entered := p.enter()
		steady, err := p.steady()
		if err != nil {
			return err
		}
		if steady {
			return entered
		}
		p.leave() // whatever happened in there, it was not the folder any more
	}
	return syscall.EAGAIN
}

// lockOutside takes the lock beside the folder if it is needed, and makes the
// folder if it is missing.
func (p *place) lockOutside() error {
	if p.outer == nil {
		return nil
	}
	needed, err := p.unsettled()
	if err != nil || !p.atomic && !needed {
		return err
	}
	if p.beside == nil {
		if p.beside, err = p.lock(p.outer, p.lockBeside()); err != nil {
			return err
		}
	}
	if err := p.restore(); err != nil {
		return err
	}
	here, err := exists(p.outer, p.name)
	if err != nil {
		return err
	}
	if !here {
		if err := p.outer.Mkdir(p.name); err != nil {
			return err
		}
		p.madeFolder = true
	}
	if p.atomic {
		return p.checkDevice()
	}
	return nil
}

// unsettled reports whether the folder is missing or an exchange is under way
// or was broken off.
func (p *place) unsettled() (bool, error) {
	here, err := exists(p.outer, p.name)
	if err != nil || !here {
		return true, err
	}
	next, err := exists(p.outer, p.nextName())
	if err != nil || next {
		return true, err
	}
	return exists(p.outer, p.oldName())
}

// checkDevice refuses a folder that is a file system of its own.
func (p *place) checkDevice() error {
	a, err := p.outer.Lstat(".")
	if err != nil {
		return err
	}
	b, err := p.outer.Lstat(p.name)
	if err != nil {
		return err
	}
	sa, okA := a.Sys().(*syscall.Stat_t)
	sb, okB := b.Sys().(*syscall.Stat_t)
	if okA && okB && sa.Dev != sb.Dev {
		return ErrMountPoint
	}
	return nil
}

// enter opens the folder and takes the lock inside.
func (p *place) enter() error {
	p.files, p.base = p.outer, p.name+"/"
	if !p.atomic {
		f, err := p.open(filepath.Join(p.parent, p.name))
		if err != nil {
			p.files = nil
			return err
		}
		p.files, p.base = f, ""
	}
	info, err := p.files.Lstat(p.base + ownName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := p.files.Mkdir(p.base + ownName); err != nil {
			return err
		}
		p.madeOwn = true
	case err != nil:
		return err
	case !info.IsDir():
		return p.fail("use", ownName, errUnknown)
	}
	p.inside, err = p.lock(p.files, p.base+lockName)
	return err
}

// leave undoes enter.
func (p *place) leave() {
	if p.inside != nil {
		p.inside.Close()
		p.inside = nil
	}
	if p.files != nil && !p.atomic {
		p.files.Close()
	}
	p.files = nil
}

// steady reports whether what enter opened still is the folder.
func (p *place) steady() (bool, error) {
	if p.beside != nil || p.outer == nil {
		return true, nil
	}
	if moving, err := p.unsettled(); err != nil || moving || p.files == nil {
		return !moving, err
	}
	a, err := p.outer.Lstat(p.name)
	if err != nil {
		return false, err
	}
	b, err := p.files.Lstat(".")
	return err == nil && rooted.SameFile(a, b), err
}

func exists(f Files, name string) (bool, error) {
	_, err := f.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// lockNote is what the holder of a lock writes into it.
type lockNote struct {
	PID  int    `json:"pid"`
	Host string `json:"host"`
}

func (p *place) lock(f Files, name string) (io.Closer, error) {
	if info, err := f.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return nil, p.fail("lock", strings.TrimPrefix(name, p.base), errUnknown)
	}
	host, err := os.Hostname()
	if err != nil {
		host = "this machine"
	}
	note, err := json.Marshal(lockNote{os.Getpid(), host})
	if err != nil {
		return nil, err
	}
	l, err := f.Lock(name, note)
	var held *heldError
	if errors.As(err, &held) {
		var by lockNote
		// A holder that has not yet written its note is just not known.
		_ = json.Unmarshal(held.note, &by)
		return nil, &LockedError{Dir: p.dir, PID: by.PID, Host: by.Host, Since: held.since}
	}
	return l, err
}

// release lets go of the folder. With undo it also removes the folders that
// were made for it, as far as they are empty.
func (p *place) release(undo bool) error {
	var first error
	remove := func(f Files, name string) {
		if err := f.Remove(name); err != nil && first == nil && !harmless(err) {
			first = failure("clear up", filepath.Join(p.parent, filepath.FromSlash(name)), err)
		}
	}
	if p.inside != nil && p.exchanged == Nothing { // after an exchange it is in the old folder
		remove(p.files, p.base+lockName)
	}
	if p.files != nil && undo && p.madeOwn {
		remove(p.files, p.base+ownName)
	}
	p.leave()
	if p.outer != nil {
		if undo && p.madeFolder {
			remove(p.outer, p.name)
		}
		if p.beside != nil {
			remove(p.outer, p.lockBeside())
			p.beside.Close()
			p.beside = nil
		}
		p.outer.Close()
		p.outer = nil
	}
	if undo {
		p.unmakeParents(remove)
	}
	return first
}

func (p *place) unmakeParents(remove func(Files, string)) {
	for i := len(p.madeParents) - 1; i >= 0; i-- {
		dir := p.madeParents[i]
		f, err := p.open(filepath.Dir(dir))
		if err != nil {
			return
		}
		remove(f, filepath.Base(dir))
		f.Close()
	}
	p.madeParents = nil
}

// harmless tells errors of a removal that mean that there is nothing to do.
func harmless(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTEMPTY) || errors.Is(err, syscall.EEXIST)
}
