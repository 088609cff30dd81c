package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// OpenFiles gives the real files below a folder. They are reached through
// os.Root, so that not even a symbolic link leads out of it.
func OpenFiles(dir string) (Files, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	self, err := root.Open(".")
	if err != nil {
		root.Close()
		return nil, err
	}
	return &osFiles{root: root, self: self}, nil
}

type osFiles struct {
	root *os.Root
	self *os.File // the folder itself, for the calls that os.Root does not have
}

func (f *osFiles) Lstat(name string) (fs.FileInfo, error)    { return f.root.Lstat(name) }
func (f *osFiles) Readlink(name string) (string, error)      { return f.root.Readlink(name) }
func (f *osFiles) Link(name, as string) error                { return f.root.Link(name, as) }
func (f *osFiles) Symlink(target, name string) error         { return f.root.Symlink(target, name) }
func (f *osFiles) Chmod(name string, mode fs.FileMode) error { return f.root.Chmod(name, mode) }
func (f *osFiles) Chown(name string, uid, gid int) error     { return f.root.Lchown(name, uid, gid) }
func (f *osFiles) Chtimes(name string, mtime time.Time) error {
	return f.root.Chtimes(name, mtime, mtime)
}
func (f *osFiles) Rename(from, to string) error            { return f.root.Rename(from, to) }
func (f *osFiles) Remove(name string) error                { return f.root.Remove(name) }
func (f *osFiles) Close() error                            { return errors.Join(f.self.Close(), f.root.Close()) }
func (f *osFiles) Open(name string) (io.ReadCloser, error) { return f.root.Open(name) }

func (f *osFiles) ReadDir(name string) ([]fs.DirEntry, error) {
	dir, err := f.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	return dir.ReadDir(-1)
}

func (f *osFiles) Create(name string) (io.WriteCloser, error) {
	file, err := f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	if err := file.Chmod(0o644); err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

func (f *osFiles) Mkdir(name string) error {
	if err := f.root.Mkdir(name, 0o755); err != nil {
		return err
	}
	info, err := f.root.Lstat(name)
	if err != nil || info.Mode().Perm() == 0o755 {
		return err
	}
	// The group bit that a parent folder hands down must survive.
	return f.root.Chmod(name, info.Mode()&^fs.ModePerm|0o755)
}

func (f *osFiles) Exchange(a, b string) error {
	if strings.Contains(a, "/") || strings.Contains(b, "/") {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: fs.ErrInvalid}
	}
	fd := int(f.self.Fd())
	err := unix.Renameat2(fd, a, fd, b, unix.RENAME_EXCHANGE)
	switch err {
	case nil:
		return nil
	case unix.EINVAL, unix.ENOSYS, unix.EOPNOTSUPP:
		return errors.ErrUnsupported
	}
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
}

func (f *osFiles) Sync() error {
	if err := unix.Syncfs(int(f.self.Fd())); err != nil {
		return &fs.PathError{Op: "syncfs", Path: f.self.Name(), Err: err}
	}
	return nil
}

// lockTries is how often a lock is taken that turns out to be one whose holder
// removed its name in the same instant.
const lockTries = 20

func (f *osFiles) Lock(name string, note []byte) (io.Closer, error) {
	for range lockTries {
		file, err := f.root.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, err
		}
		switch err := unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB); err {
		case nil:
		case unix.EWOULDBLOCK:
			defer file.Close()
			return nil, held(file)
		case unix.ENOLCK, unix.EOPNOTSUPP, unix.ENOSYS:
			file.Close()
			return nil, errNoLocks
		default:
			file.Close()
			return nil, &fs.PathError{Op: "lock", Path: name, Err: err}
		}
		if f.is(file, name) {
			// The note only helps a reader; on a full disk there is none.
			if file.Truncate(0) == nil {
				_, _ = file.WriteAt(note, 0)
			}
			return file, nil
		}
		file.Close()
	}
	return nil, &fs.PathError{Op: "lock", Path: name, Err: syscall.EAGAIN}
}

// is reports whether a name stands for the file that is open.
func (f *osFiles) is(file *os.File, name string) bool {
	a, err := file.Stat()
	if err != nil {
		return false
	}
	b, err := f.root.Lstat(name)
	return err == nil && os.SameFile(a, b)
}

func held(file *os.File) error {
	e := &heldError{}
	if info, err := file.Stat(); err == nil {
		e.since = info.ModTime()
	}
	e.note, _ = io.ReadAll(io.LimitReader(file, 1024))
	return e
}
