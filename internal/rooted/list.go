package rooted

import (
	"encoding/binary"
	"io/fs"
	"path"
	"strings"
	"unsafe"

	"golang.org/x/sys/unix"
)

// ReadDir lists a folder, in no order.
func (f *Folder) ReadDir(name string) ([]fs.DirEntry, error) {
	fd, err := f.walk(name, unix.O_RDONLY|unix.O_DIRECTORY, 0)
	if err != nil {
		return f.listed(name)
	}
	defer unix.Close(fd)
	var out []fs.DirEntry
	var buf [8 << 10]byte
	for {
		n, err := unix.Getdents(fd, buf[:])
		switch {
		case err == unix.EINTR:
			continue
		case err != nil:
			return f.listed(name)
		case n == 0:
			return out, nil
		}
		for rest := buf[:n]; len(rest) > 0; {
			var e dirEntry
			if e, rest = nextEntry(rest); e.name == "." || e.name == ".." {
				continue
			}
			e.folder, e.in = f, name
			if e.kind == unknownKind {
				info, err := e.Info()
				if err != nil {
					continue // it is gone
				}
				e.kind = info.Mode().Type()
			}
			out = append(out, &e)
		}
	}
}

// listed lists a folder as os.Root does, which words the error, too.
func (f *Folder) listed(name string) ([]fs.DirEntry, error) {
	dir, err := f.Root.Open(name)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	return dir.ReadDir(-1)
}

// nextEntry takes the first entry of what the kernel gives.
func nextEntry(buf []byte) (e dirEntry, rest []byte) {
	const head = unsafe.Offsetof(unix.Dirent{}.Name)
	size := binary.NativeEndian.Uint16(buf[unsafe.Offsetof(unix.Dirent{}.Reclen):])
	name, _, _ := strings.Cut(string(buf[head:size]), "\x00")
	return dirEntry{name: name, kind: kindOf(buf[unsafe.Offsetof(unix.Dirent{}.Type)])}, buf[size:]
}

// unknownKind is the type of an entry that the file system does not tell.
const unknownKind = ^fs.FileMode(0)

func kindOf(t byte) fs.FileMode {
	switch t {
	case unix.DT_REG:
		return 0
	case unix.DT_DIR:
		return fs.ModeDir
	case unix.DT_LNK:
		return fs.ModeSymlink
	case unix.DT_FIFO:
		return fs.ModeNamedPipe
	case unix.DT_SOCK:
		return fs.ModeSocket
	case unix.DT_BLK:
		return fs.ModeDevice
	case unix.DT_CHR:
		return fs.ModeDevice | fs.ModeCharDevice
	}
	return unknownKind
}

// dirEntry is an entry of a folder.
type dirEntry struct {
	name   string
	kind   fs.FileMode
	folder *Folder
	in     string
}

func (e *dirEntry) Name() string               { return e.name }
func (e *dirEntry) IsDir() bool                { return e.kind.IsDir() }
func (e *dirEntry) Type() fs.FileMode          { return e.kind }
func (e *dirEntry) Info() (fs.FileInfo, error) { return e.folder.Lstat(path.Join(e.in, e.name)) }
func (e *dirEntry) String() string             { return fs.FormatDirEntry(e) }
