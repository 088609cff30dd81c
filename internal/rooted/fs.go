package rooted

import "io/fs"

// FS gives the folder for reading, with all that the file system of an
// os.Root implements. It ends with the folder's Close.
func (f *Folder) FS() fs.FS { return folderFS{f.Root.FS().(rootFS), f} }

// rootFS is what os.Root promises of its file system.
type rootFS interface {
	fs.StatFS
	fs.ReadFileFS
	fs.ReadDirFS
	fs.ReadLinkFS
}

type folderFS struct {
	rootFS
	folder *Folder
}

func (f folderFS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	file, err := f.folder.Open(name)
	if err != nil {
		return nil, err // not a nil *os.File in an interface
	}
	return file, nil
}
