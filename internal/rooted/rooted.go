// Package rooted is os.Root with fewer system calls.
//
// A Folder reaches the files below a folder of the file system, and nothing
// else: no name and no symbolic link leads out of it. os.Root makes sure of
// that by opening every folder on the way, one after the other, again for
// every file. Where the kernel can, a Folder lets it do the whole walk in one
// call, openat2, with the order to stay beneath the folder.
//
// In that call symbolic links are forbidden altogether. Whatever it refuses,
// for a link or for any other reason, is done again by os.Root, which decides
// what is allowed and words the error. So a Folder does and refuses what
// os.Root does and refuses, with one exception: a folder on the way need not
// be readable, it is enough that it may be entered.
//
// Nothing is remembered from one call to the next. A folder that somebody
// renames or replaces while a Folder is open is therefore seen as it is, and
// no handles gather.
package rooted

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"syscall"

	"golang.org/x/sys/unix"
)

// Folder is an os.Root. It may be used by several goroutines at a time; those
// methods that are not declared here are those of os.Root.
type Folder struct {
	*os.Root
	self *os.File // the folder itself
	conn syscall.RawConn
}

// Open opens a folder. A symbolic link to one is followed.
func Open(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	self, err := root.Open(".")
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	conn, err := self.SyscallConn()
	if err != nil {
		return nil, errors.Join(err, self.Close(), root.Close())
	}
	return &Folder{root, self, conn}, nil
}

// Close lets go of the folder. Files opened in it stay open.
func (f *Folder) Close() error { return errors.Join(f.self.Close(), f.Root.Close()) }

// Control calls op with the descriptor of the folder itself, for system calls
// that os.Root does not have. The descriptor is valid until op returns.
func (f *Folder) Control(op func(fd int) error) error {
	var failed error
	err := f.conn.Control(func(fd uintptr) { failed = op(int(fd)) })
	return cmp.Or(err, failed)
}

// walk opens a name below the folder in one system call, if there is no
// symbolic link on the way.
func (f *Folder) walk(name string, flags int, perm fs.FileMode) (fd int, err error) {
	if !fs.ValidPath(name) {
		return -1, fs.ErrInvalid
	}
	how := unix.OpenHow{
		Flags:   uint64(flags | unix.O_CLOEXEC | unix.O_NOFOLLOW),
		Mode:    uint64(perm),
		Resolve: unix.RESOLVE_BENEATH | unix.RESOLVE_NO_SYMLINKS,
	}
	err = f.Control(func(root int) error {
		fd, err = unix.Openat2(root, name, &how)
		return err
	})
	return fd, err
}

// in calls op with the folder that holds a name, and the last part of the name.
func (f *Folder) in(name string, op func(dir int, base string) error) error {
	if !fs.ValidPath(name) || name == "." {
		return fs.ErrInvalid
	}
	dir, base := path.Split(name)
	if dir == "" {
		return f.Control(func(root int) error { return op(root, base) })
	}
	fd, err := f.walk(path.Clean(dir), unix.O_PATH|unix.O_DIRECTORY, 0)
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	return op(fd, base)
}

// inBoth is in for a call that takes two names.
func (f *Folder) inBoth(a, b string, op func(dirA int, a string, dirB int, b string) error) error {
	return f.in(a, func(dirA int, a string) error {
		return f.in(b, func(dirB int, b string) error { return op(dirA, a, dirB, b) })
	})
}
