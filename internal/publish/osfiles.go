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

	"planpress/internal/rooted"
	inode "planpress/internal/stamp"
)

// OpenFiles gives the real files below a folder. Not even a symbolic link leads
// out of it.
func OpenFiles(dir string) (Files, error) {
	folder, err := rooted.Open(dir)
	if err != nil {
		return nil, err
	}
	return &osFiles{folder}, nil
}

// osFiles is a folder as Files, with the calls that only this package needs.
type osFiles struct{ *rooted.Folder }

func (f *osFiles) Open(name string) (io.ReadCloser, error)    { return f.Folder.Open(name) }
func (f *osFiles) Create(name string) (io.WriteCloser, error) { return f.Folder.Create(name, 0o644) }
func (f *osFiles) Mkdir(name string) error                    { return f.Folder.Mkdir(name, 0o755) }
func (f *osFiles) Chown(name string, uid, gid int) error      { return f.Lchown(name, uid, gid) }
func (f *osFiles) Chtimes(name string, mtime time.Time) error {
	return f.Folder.Chtimes(name, mtime, mtime)
}

func (f *osFiles) Peek(names []string, found func(int, inode.Stamp, fs.FileMode)) {
	_ = f.Folder.Peek(names, func(i int, st *syscall.Stat_t) { found(i, inode.OfStat(st), rooted.ModeOf(st)) })
}

func (f *osFiles) Exchange(a, b string) error {
	if strings.Contains(a, "/") || strings.Contains(b, "/") {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: fs.ErrInvalid}
	}
	err := f.Control(func(fd int) error { return unix.Renameat2(fd, a, fd, b, unix.RENAME_EXCHANGE) })
	switch err {
	case nil:
		return nil
	case unix.EINVAL, unix.ENOSYS, unix.EOPNOTSUPP:
		return errors.ErrUnsupported
	}
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
}

func (f *osFiles) Writable(dir string) error {
	err := f.Control(func(fd int) error { return unix.Faccessat(fd, dir, unix.W_OK|unix.X_OK, unix.AT_EACCESS) })
	if err != nil {
		return &fs.PathError{Op: "access", Path: dir, Err: err}
	}
	return nil
}

func (f *osFiles) Sync() error {
	if err := f.Control(unix.Syncfs); err != nil {
		return &fs.PathError{Op: "syncfs", Path: f.Name(), Err: err}
	}
	return nil
}

// lockTries is how often a lock is taken that turns out to be one whose holder
// removed its name in the same instant.
const lockTries = 20

func (f *osFiles) Lock(name string, note []byte) (io.Closer, error) {
	for range lockTries {
		file, err := f.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
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
	b, err := f.Lstat(name)
	return err == nil && rooted.SameFile(a, b)
}

func held(file *os.File) error {
	e := &heldError{}
	if info, err := file.Stat(); err == nil {
		e.since = info.ModTime()
	}
	e.note, _ = io.ReadAll(io.LimitReader(file, 1024))
	return e
}
