package rooted

import (
	"io/fs"
	"os"
	"path"
	"syscall"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Lstat describes a file, and of a symbolic link the link itself.
func (f *Folder) Lstat(name string) (fs.FileInfo, error) {
	if name == "." {
		return f.Root.Lstat(name)
	}
	info := &fileInfo{name: path.Base(name)}
	err := f.in(name, func(dir int, base string) error {
		return unix.Fstatat(dir, base, (*unix.Stat_t)(unsafe.Pointer(&info.stat)), unix.AT_SYMLINK_NOFOLLOW)
	})
	if err != nil {
		return f.Root.Lstat(name)
	}
	return info, nil
}

// Peek describes many files, as Lstat does, with one system call for each: found
// is called with those that are there. A symbolic link among the folders on the
// way is followed, even out of the folder. So it is for a caller that has looked
// at these folders, and compares what it is told with what it knows.
func (f *Folder) Peek(names []string, found func(i int, st *syscall.Stat_t)) error {
	return f.Control(func(root int) error {
		var st syscall.Stat_t
		for i, name := range names {
			if unix.Fstatat(root, name, (*unix.Stat_t)(unsafe.Pointer(&st)), unix.AT_SYMLINK_NOFOLLOW) == nil {
				found(i, &st)
			}
		}
		return nil
	})
}

// fileInfo is what the kernel says of a file, as package os gives it.
type fileInfo struct {
	name string
	stat syscall.Stat_t
}

// The two packages describe one struct of the kernel.
var _ = [1]struct{}{}[unsafe.Sizeof(syscall.Stat_t{})-unsafe.Sizeof(unix.Stat_t{})]

func (i *fileInfo) Name() string       { return i.name }
func (i *fileInfo) Size() int64        { return i.stat.Size }
func (i *fileInfo) ModTime() time.Time { return time.Unix(i.stat.Mtim.Unix()) }
func (i *fileInfo) IsDir() bool        { return i.Mode().IsDir() }
func (i *fileInfo) Sys() any           { return &i.stat }

func (i *fileInfo) Mode() fs.FileMode { return ModeOf(&i.stat) }

// ModeOf gives the mode that the kernel says a file has.
func ModeOf(st *syscall.Stat_t) fs.FileMode {
	mode := os.FileMode(st.Mode & 0o777)
	if st.Mode&unix.S_ISGID != 0 {
		mode |= fs.ModeSetgid
	}
	if st.Mode&unix.S_ISUID != 0 {
		mode |= fs.ModeSetuid
	}
	if st.Mode&unix.S_ISVTX != 0 {
		mode |= fs.ModeSticky
	}
	switch st.Mode & unix.S_IFMT {
	case unix.S_IFDIR:
		mode |= fs.ModeDir
	case unix.S_IFLNK:
		mode |= fs.ModeSymlink
	case unix.S_IFIFO:
		mode |= fs.ModeNamedPipe
	case unix.S_IFSOCK:
		mode |= fs.ModeSocket
	case unix.S_IFBLK:
		mode |= fs.ModeDevice
	case unix.S_IFCHR:
		mode |= fs.ModeDevice | fs.ModeCharDevice
	}
	return mode
}

// SameFile is os.SameFile, which knows only what package os itself described.
func SameFile(a, b fs.FileInfo) bool {
	x, ok := a.Sys().(*syscall.Stat_t)
	y, ok2 := b.Sys().(*syscall.Stat_t)
	return ok && ok2 && x.Dev == y.Dev && x.Ino == y.Ino
}
