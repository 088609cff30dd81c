package rooted

import (
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// Open opens a file or folder for reading.
func (f *Folder) Open(name string) (*os.File, error) {
	fd, err := f.walk(name, unix.O_RDONLY, 0)
	if err != nil {
		return f.Root.Open(name)
	}
	// An os.File made of a descriptor does not know that it is in a root, and
	// would look for the entries of a folder by their path.
	if mode, err := modeOf(fd); err != nil || mode&unix.S_IFMT != unix.S_IFREG {
		unix.Close(fd)
		return f.Root.Open(name)
	}
	return f.file(fd, name), nil
}

// Create makes a new file, open for writing, with exactly this mode, whatever
// the umask and the rules of its folder. The name must be free.
func (f *Folder) Create(name string, perm fs.FileMode) (*os.File, error) {
	const flags = unix.O_WRONLY | unix.O_CREAT | unix.O_EXCL
	var file *os.File
	if fd, err := f.walk(name, flags, perm); err == nil {
		file = f.file(fd, name)
		if mode, err := modeOf(fd); err == nil && mode == unix.S_IFREG|uint32(perm) {
			return file, nil
		}
	} else if file, err = f.Root.OpenFile(name, flags, perm); err != nil {
		return nil, err
	}
	if err := file.Chmod(perm); err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// file makes an os.File with the name that os.Root gives.
func (f *Folder) file(fd int, name string) *os.File {
	return os.NewFile(uintptr(fd), f.Name()+"/"+name)
}

func modeOf(fd int) (uint32, error) {
	var st unix.Stat_t
	err := unix.Fstat(fd, &st)
	return st.Mode, err
}

// Mkdir makes a folder with exactly these permissions, whatever the umask. A
// group bit that its parent hands down stays.
func (f *Folder) Mkdir(name string, perm fs.FileMode) error {
	var st unix.Stat_t
	made := false
	err := f.in(name, func(dir int, base string) error {
		if err := unix.Mkdirat(dir, base, uint32(perm)); err != nil {
			return err
		}
		made = true
		return unix.Fstatat(dir, base, &st, unix.AT_SYMLINK_NOFOLLOW)
	})
	if err == nil && st.Mode&0o777 == uint32(perm) {
		return nil
	}
	if !made {
		if err := f.Root.Mkdir(name, perm); err != nil {
			return err
		}
	}
	info, err := f.Lstat(name)
	if err != nil || info.Mode().Perm() == perm {
		return err
	}
	return f.Chmod(name, info.Mode()&^fs.ModePerm|perm)
}

// Rename moves a file or folder. A file that is there is replaced, a folder is
// not.
func (f *Folder) Rename(from, to string) error {
	err := f.inBoth(from, to, func(dirA int, a string, dirB int, b string) error {
		var st unix.Stat_t
		err := unix.Fstatat(dirB, b, &st, unix.AT_SYMLINK_NOFOLLOW)
		if err == nil && st.Mode&unix.S_IFMT == unix.S_IFDIR {
			return unix.EEXIST
		}
		return unix.Renameat(dirA, a, dirB, b)
	})
	if err != nil {
		return f.Root.Rename(from, to)
	}
	return nil
}

// Link gives a file a second name. A symbolic link is not followed.
func (f *Folder) Link(name, as string) error {
	err := f.inBoth(name, as, func(dirA int, a string, dirB int, b string) error {
		return unix.Linkat(dirA, a, dirB, b, 0)
	})
	if err != nil {
		return f.Root.Link(name, as)
	}
	return nil
}

// Remove removes a file or an empty folder.
func (f *Folder) Remove(name string) error {
	err := f.in(name, func(dir int, base string) error {
		err := unix.Unlinkat(dir, base, 0)
		if err == unix.EISDIR {
			err = unix.Unlinkat(dir, base, unix.AT_REMOVEDIR)
		}
		return err
	})
	if err != nil {
		return f.Root.Remove(name)
	}
	return nil
}
