package publish

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"syscall"
)

// next is the new site while it is made beside the old one.
type next struct {
	*Session
	*plan
	root string // its name beside the folder, with a slash
}

// exchange makes the new site beside the old one and lets them change places.
func (s *Session) exchange(ctx context.Context, p *plan) error {
	n := &next{Session: s, plan: p, root: s.place.nextName() + "/"}
	for _, step := range []func() error{n.begin, n.makeFolders, n.fill, n.keepForeign, n.dress, s.sync} {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := step(); err != nil {
			return s.place.fail("prepare", "", err)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.place.swap()
}

const markText = "planpress made this folder to take the place of another.\n"

// begin makes the folder, its mark and its manifest.
func (n *next) begin() error {
	root := n.place.nextName()
	if err := n.files.Mkdir(root); err != nil {
		return n.place.besideFail("make", root, err)
	}
	n.place.nextBegun = true
	if err := n.files.Mkdir(n.root + ownName); err != nil {
		return n.place.besideFail("make", n.root+ownName, err)
	}
	if err := n.writeFile(markName, func(w io.Writer) error {
		_, err := io.WriteString(w, markText)
		return err
	}); err != nil {
		return n.place.fail("write", markName, err)
	}
	if err := n.writeFile(manifestName, n.plan.next.writeTo); err != nil {
		return n.place.fail("write", manifestName, err)
	}
	return nil
}

func (n *next) writeFile(name string, fill func(io.Writer) error) error {
	w, err := n.files.Create(n.root + name)
	if err != nil {
		return err
	}
	err = fill(w)
	if e := w.Close(); err == nil {
		err = e
	}
	return err
}

func (n *next) makeFolders() error {
	for _, dir := range n.folders {
		if err := n.files.Mkdir(n.root + dir); err != nil {
			return n.place.fail("make", dir, err)
		}
	}
	return nil
}

// fill puts the files of the site in place: staged ones by a rename, unchanged
// ones by a link.
func (n *next) fill() error {
	for _, name := range n.paths {
		o := n.outputs[name]
		var err error
		if o.staged != "" {
			err = n.files.Rename(n.base+o.staged, n.root+name)
		} else {
			err = n.bring(name, o.disk.info)
		}
		if err != nil {
			return n.place.fail("write", name, err)
		}
	}
	return nil
}

func (n *next) keepForeign() error {
	for _, name := range n.report.Foreign {
		info, err := n.files.Lstat(n.base + name)
		if errors.Is(err, fs.ErrNotExist) {
			continue // its owner removed it just now
		}
		if err == nil {
			err = n.bring(name, info)
		}
		if err != nil {
			return n.place.fail("keep", name, err)
		}
	}
	return nil
}

// bring links a file of the old site into the new one, or copies it where that
// cannot be. Nothing ever writes through a link: files only appear by Create.
func (n *next) bring(name string, info fs.FileInfo) error {
	err := n.files.Link(n.base+name, n.root+name)
	if err == nil || !unlinkable(err) {
		return err
	}
	switch kindOf(info.Mode()) {
	case file:
		return n.copyFile(name, info)
	case link:
		target, err := n.files.Readlink(n.base + name)
		if err != nil {
			return err
		}
		if err := n.files.Symlink(target, n.root+name); err != nil {
			return err
		}
		return n.giveOwner(n.root+name, info)
	}
	return err
}

// unlinkable tells errors of file systems without hard links, of links across
// mounts, and of links to other users' files where the kernel forbids them.
func unlinkable(err error) bool {
	return slices.ContainsFunc([]error{syscall.EPERM, syscall.EXDEV, syscall.EMLINK, syscall.EOPNOTSUPP, syscall.ENOSYS},
		func(e error) bool { return errors.Is(err, e) })
}

func (n *next) copyFile(name string, info fs.FileInfo) error {
	r, err := n.files.Open(n.base + name)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := n.writeFile(name, func(w io.Writer) error {
		_, err := copyAll(w, r)
		return err
	}); err != nil {
		return err
	}
	if err := n.resemble(n.root+name, info); err != nil {
		return err
	}
	return n.files.Chtimes(n.root+name, info.ModTime())
}

// dress gives folders that were there before the mode and the owner they had,
// children first, because a folder may forbid writing.
func (n *next) dress() error {
	for _, dir := range slices.Backward(n.folders) {
		at, err := n.lookFolder(dir)
		if err == nil && at.what == folder {
			err = n.resemble(n.root+dir, at.info)
		}
		if err != nil {
			return n.place.fail("keep", dir, err)
		}
	}
	info, err := n.files.Lstat(n.place.name)
	if err != nil {
		return err
	}
	return n.resemble(n.place.nextName(), info)
}

// resemble gives a name in the new site the owner and the mode of its model.
func (n *next) resemble(name string, model fs.FileInfo) error {
	if err := n.giveOwner(name, model); err != nil {
		return err
	}
	now, err := n.files.Lstat(name)
	if err != nil {
		return err
	}
	if now.Mode() == model.Mode() {
		return nil
	}
	return n.files.Chmod(name, model.Mode())
}

func (n *next) giveOwner(name string, model fs.FileInfo) error {
	now, err := n.files.Lstat(name)
	if err != nil {
		return err
	}
	want, ok := model.Sys().(*syscall.Stat_t)
	have, ok2 := now.Sys().(*syscall.Stat_t)
	if !ok || !ok2 || want.Uid == have.Uid && want.Gid == have.Gid {
		return nil
	}
	return n.files.Chown(name, int(want.Uid), int(want.Gid))
}

// swap lets the new folder and the old one change places: in one step, or in
// two where the file system cannot.
func (p *place) swap() error {
	err := p.outer.Exchange(p.name, p.nextName())
	if errors.Is(err, errors.ErrUnsupported) {
		return p.swapInTwo()
	}
	if err != nil {
		return p.fail("exchange", "", err)
	}
	p.swapped(p.nextName())
	return nil
}

func (p *place) swapped(old string) {
	p.nextBegun, p.exchanged, p.retiredName = false, Whole, old
}

func (p *place) swapInTwo() error {
	if err := p.outer.Rename(p.name, p.oldName()); err != nil {
		return p.fail("exchange", "", err)
	}
	err := p.outer.Rename(p.nextName(), p.name)
	if err == nil {
		p.swapped(p.oldName())
		return nil
	}
	if back := p.outer.Rename(p.oldName(), p.name); back != nil {
		// Both folders must stay as they are for the next Open.
		p.nextBegun, p.exchanged = false, Partly
		e := failure("exchange", p.dir, err)
		e.Remedy = "The folder has lost its name just now; the build gives it back."
		return e
	}
	return p.fail("exchange", "", err)
}

// discardNext throws away a new folder that was not exchanged.
func (p *place) discardNext() error {
	if !p.nextBegun {
		return nil
	}
	p.nextBegun = false
	if err := p.throwAway(); err != nil {
		return p.besideFail("clear up", p.nextName(), err)
	}
	return nil
}

// throwAway removes a new folder that was not exchanged. Its mark goes last:
// should this be broken off, the next Open must still know what the rest is.
func (p *place) throwAway() error {
	for _, last := range []string{p.nextName() + "/" + ownName, p.nextName() + "/" + markName} {
		info, err := p.outer.Lstat(path.Dir(last))
		if errors.Is(err, fs.ErrNotExist) {
			break
		}
		if err == nil {
			err = removeBelow(p.outer, path.Dir(last), info, path.Base(last))
		}
		if err != nil {
			return err
		}
	}
	return removeTree(p.outer, p.nextName())
}
