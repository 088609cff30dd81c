package publish

import (
	"io"
	"io/fs"
	"time"

	inode "planpress/internal/stamp"
)

// Files is a folder of the file system as this package uses it. Names are
// slash-separated and relative to the folder; no name leads out of it. A test
// puts itself in between to make any call fail.
type Files interface {
	// Lstat describes a name without following a symbolic link.
	Lstat(name string) (fs.FileInfo, error)
	// Peek tells the stamps and the modes of many names at once, as Lstat gives
	// them, but follows symbolic links on the way. Of what is not there, or
	// cannot be told, it tells nothing.
	Peek(names []string, found func(i int, st inode.Stamp, mode fs.FileMode))
	Open(name string) (io.ReadCloser, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	Readlink(name string) (string, error)

	// Create makes a new file, with mode 0644 whatever the umask. The name
	// must be free.
	Create(name string) (io.WriteCloser, error)
	// Mkdir makes a folder with mode 0755 whatever the umask.
	Mkdir(name string) error
	// Writable tells why nothing in a folder may be made, replaced or removed;
	// nil if it may.
	Writable(dir string) error
	Link(name, as string) error
	Symlink(target, name string) error
	Chmod(name string, mode fs.FileMode) error
	// Chown changes the owner of a name, of a symbolic link too.
	Chown(name string, uid, gid int) error
	// Chtimes sets when a name was changed last.
	Chtimes(name string, mtime time.Time) error
	// Rename moves a file or folder; a file that is there is replaced.
	Rename(from, to string) error
	// Exchange lets two folders directly below this one change places in one
	// step. The error is errors.ErrUnsupported where the file system cannot.
	Exchange(a, b string) error
	Remove(name string) error

	// Lock takes a lock that ends with Close or with the process, and writes
	// a note into its file. The lock's name may be removed while it is held.
	Lock(name string, note []byte) (io.Closer, error)
	// Sync writes everything to the disk.
	Sync() error
	Close() error
}
