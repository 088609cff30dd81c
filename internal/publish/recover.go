package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"

	"planpress/internal/rooted"
)

// An exchange leaves traces beside the folder when it is broken off. What they
// mean follows from the mark, a file in every folder that was made to be
// exchanged, which stays in it until the old folder is gone:
//
//	…-next with the mark     the new site, not published: thrown away
//	…-next, mark in folder   the old site, after the exchange: retired
//	…-old, folder missing    between two renames: …-next takes the name
//	…-old, folder there      the old site, after two renames: retired

// besideFail makes the error for something next to the folder.
func (p *place) besideFail(doing, name string, err error) error {
	var known *Error
	if errors.As(err, &known) {
		return known
	}
	return failure(doing, filepath.Join(p.parent, filepath.FromSlash(name)), err)
}

// restore gives the folder its name back where two renames were broken off.
func (p *place) restore() error {
	here, err := exists(p.outer, p.name)
	if err != nil || here {
		return err
	}
	old, err := exists(p.outer, p.oldName())
	if err != nil || !old {
		return err
	}
	ready, err := p.marked(p.nextName())
	if err != nil {
		return err
	}
	from := p.oldName()
	if ready {
		from = p.nextName()
	}
	if err := p.outer.Rename(from, p.name); err != nil {
		return p.besideFail("rename", from, err)
	}
	return nil
}

func (p *place) marked(name string) (bool, error) { return exists(p.outer, name+"/"+markName) }

// recoverBeside clears up after an exchange that was broken off.
func (p *place) recoverBeside() error {
	if p.beside == nil {
		return nil // there are no traces, or we had taken that lock
	}
	if err := p.recoverNext(); err != nil {
		return p.besideFail("clear up", p.nextName(), err)
	}
	return p.finish(p.oldName())
}

func (p *place) recoverNext() error {
	here, err := exists(p.outer, p.nextName())
	if err != nil || !here {
		return err
	}
	unused, err := p.marked(p.nextName())
	if err != nil {
		return err
	}
	if unused {
		return p.throwAway()
	}
	exchanged, err := p.marked(p.name)
	if err != nil {
		return err
	}
	if exchanged {
		return p.finish(p.nextName())
	}
	// Broken off before it had its mark, it is empty; anything else is not ours.
	for _, name := range []string{p.nextName() + "/" + ownName, p.nextName()} {
		if err := p.outer.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return errUnknown
		}
	}
	return nil
}

// finish ends an exchange: it retires the old folder and takes the mark off
// the new one.
func (p *place) finish(old string) error {
	here, err := exists(p.outer, old)
	if err == nil && here {
		err = p.retire(old)
	}
	if err != nil {
		return p.besideFail("clear up", old, err)
	}
	if err := p.outer.Remove(p.name + "/" + markName); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return p.fail("clear up", markName, err)
	}
	return nil
}

// retired is the old folder after an exchange.
type retired struct {
	*place
	tree  string // its name now
	known ledger // what was ours in it
	now   ledger // what is ours in the new one
	left  []string
}

// retire removes the old folder. Foreign files in it have a link or a copy in
// the new one, except those that came while the new one was made: they move.
func (p *place) retire(tree string) error {
	r := &retired{place: p, tree: tree}
	var err error
	if r.known, err = readLedger(p.outer, tree+"/"); err != nil {
		return err
	}
	if r.now, err = readLedger(p.outer, p.name+"/"); err != nil {
		return err
	}
	if err := r.empty(""); err != nil {
		return err
	}
	if len(r.left) > 0 {
		return fmt.Errorf("%d files in it came or changed while the site was being published, the first is %s: move them away",
			len(r.left), r.left[0])
	}
	return removeTree(p.outer, tree)
}

func (r *retired) empty(dir string) error {
	at := path.Join(r.tree, dir)
	info, err := r.outer.Lstat(at)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o700 != 0o700 {
		if err := r.outer.Chmod(at, 0o700); err != nil {
			return err
		}
	}
	entries, err := r.outer.ReadDir(at)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch {
		case name == ownName:
		case e.IsDir():
			err = r.folder(name)
		default:
			err = r.file(name)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *retired) folder(name string) error {
	if !r.known.folders[name] {
		if err := r.makeFolder(name); err != nil {
			return err
		}
	}
	if err := r.empty(name); err != nil {
		return err
	}
	if err := r.outer.Remove(r.tree + "/" + name); err != nil && !harmless(err) {
		return err
	}
	return nil
}

// makeFolder makes a folder in the new site, with its parents.
func (r *retired) makeFolder(name string) error {
	if name == "." {
		return nil
	}
	here, err := exists(r.outer, r.name+"/"+name)
	if err != nil || here {
		return err
	}
	if err := r.makeFolder(path.Dir(name)); err != nil {
		return err
	}
	return r.outer.Mkdir(r.name + "/" + name)
}

func (r *retired) file(name string) error {
	from, to := r.tree+"/"+name, r.name+"/"+name
	old, err := r.outer.Lstat(from)
	if err != nil {
		return err
	}
	gone, err := r.dispensable(name, old)
	if err != nil {
		return err
	}
	if gone {
		return r.outer.Remove(from)
	}
	here, err := exists(r.outer, to)
	if err != nil {
		return err
	}
	if _, taken := r.now.files[name]; here && taken {
		r.left = append(r.left, name)
		return nil
	}
	if err := r.makeFolder(path.Dir(name)); err != nil {
		return err
	}
	return r.outer.Rename(from, to)
}

// dispensable reports whether a file of the old folder is ours, or foreign and
// in the new folder too.
func (r *retired) dispensable(name string, old fs.FileInfo) (bool, error) {
	from, to := r.tree+"/"+name, r.name+"/"+name
	if c, ok := r.known.files[name]; ok {
		if c.sure {
			return true, nil
		}
		if proven, err := proves(c, r.outer, from, old); err != nil || proven {
			return proven, err
		}
	}
	now, err := r.outer.Lstat(to)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case rooted.SameFile(old, now):
		return true, nil
	case kindOf(old.Mode()) != kindOf(now.Mode()):
		return false, nil
	}
	return r.alike(from, to, old, now)
}

// alike compares what could not be linked and was copied.
func (r *retired) alike(from, to string, old, now fs.FileInfo) (bool, error) {
	switch kindOf(old.Mode()) {
	case file:
		if old.Size() != now.Size() {
			return false, nil
		}
		a, err := stampOf(r.outer, from)
		if err != nil {
			return false, err
		}
		b, err := stampOf(r.outer, to)
		return a == b, err
	case link:
		a, err := r.outer.Readlink(from)
		if err != nil {
			return false, err
		}
		b, err := r.outer.Readlink(to)
		return a == b, err
	}
	return false, nil
}
