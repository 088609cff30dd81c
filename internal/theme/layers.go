package theme

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

const (
	defaultName = "default"
	themesDir   = "themes"
)

// maxExtends bounds how many themes one may stand on.
const maxExtends = 4

// Layers gives what the theme of a name is made of, from below: the layers of
// the theme that its theme.yaml extends, the program's theme of that name, and
// the site's folder themes/NAME, each where it exists. Builtin has a folder
// for each theme; site is the folder of the site and may be nil.
func Layers(builtin, site fs.FS, name string) ([]Layer, error) {
	if name == "" {
		name = defaultName
	}
	asked := name
	var all []Layer
	for seen := 0; name != ""; seen++ {
		if seen > maxExtends {
			return nil, fmt.Errorf("theme %q: themes extend one another in a circle, or more than %d deep", asked, maxExtends)
		}
		own, extends, err := layersOf(builtin, site, name)
		if err != nil {
			return nil, err
		}
		all = append(own, all...)
		name = extends
	}
	return all, nil
}

// layersOf gives the layers of one theme alone, and the name of the theme that
// it extends.
func layersOf(builtin, site fs.FS, name string) (own []Layer, extends string, err error) {
	if !fs.ValidPath(name) || strings.Contains(name, "/") || name == "." {
		return nil, "", fmt.Errorf("%q is not the name of a theme: it names a folder in %s/", name, themesDir)
	}
	for _, at := range []struct {
		fsys fs.FS
		dir  string
		name string
		site bool
	}{{builtin, name, "built-in/" + name, false}, {site, themesDir + "/" + name, themesDir + "/" + name, true}} {
		if at.fsys == nil {
			continue
		}
		sub, err := folderIn(at.fsys, at.dir)
		if err != nil {
			return nil, "", fmt.Errorf("theme %q: %w", name, err)
		}
		if sub == nil {
			continue
		}
		layer := Layer{Name: at.name, FS: sub, Site: at.site}
		m, err := layer.manifest()
		if err != nil {
			return nil, "", err
		}
		if m.Extends != "" {
			extends = m.Extends
		}
		own = append(own, layer)
	}
	if own == nil {
		return nil, "", fmt.Errorf("there is no theme %q: the program has %s, and the site has no folder %s/%s",
			name, strings.Join(folders(builtin), ", "), themesDir, name)
	}
	return own, extends, nil
}

// folderIn gives a folder of a file system; nil where there is none.
func folderIn(fsys fs.FS, dir string) (fs.FS, error) {
	info, err := fs.Stat(fsys, dir)
	if errors.Is(err, fs.ErrNotExist) || (err == nil && !info.IsDir()) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return fs.Sub(fsys, dir)
}

func folders(fsys fs.FS) []string {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}

// folder is a theme's files after layers were laid over one another.
type folder struct {
	files    map[string]File // by path in the theme
	messages []File          // all files of messages/, of the first layer first
}

// overlay reads all layers.
func overlay(layers []Layer) (*folder, error) {
	f := &folder{files: map[string]File{}}
	for _, layer := range layers {
		err := fs.WalkDir(layer.FS, ".", func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || isAside(p) {
				return err
			}
			data, err := read(layer.FS, p, d)
			if err != nil {
				return err
			}
			file := File{Path: layer.Name + "/" + p, Name: path.Base(p), Data: data}
			if path.Dir(p) == "messages" {
				f.messages = append(f.messages, file)
				return nil
			}
			f.files[p] = file
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("read the theme in %s: %w", layer.Name, err)
		}
	}
	return f, nil
}

// sum gives a hash of the names and the bytes of all files.
func (f *folder) sum() [sha256.Size]byte {
	h := sha256.New()
	add := func(file File) { fmt.Fprintf(h, "%q %d\n%s", file.Path, len(file.Data), file.Data) }
	for _, name := range slices.Sorted(maps.Keys(f.files)) {
		add(f.files[name])
	}
	for _, file := range f.messages {
		add(file)
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// read gives a file without the byte order mark that some editors put first: it
// would stand in the middle of a page or of a style.
func read(fsys fs.FS, p string, d fs.DirEntry) ([]byte, error) {
	if t := d.Type(); !t.IsRegular() && t != fs.ModeSymlink { // the read of a pipe would never end
		return nil, fmt.Errorf("%s is no regular file", p)
	}
	data, err := fs.ReadFile(fsys, p)
	if isPart(path.Ext(p)) {
		data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	}
	return data, err
}

// isAside reports whether a file is none of the theme's: what editors and
// systems leave, and text for people.
func isAside(p string) bool {
	name := path.Base(p)
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || path.Ext(name) == ".md"
}

// in gives the files of a folder that end in ext, by name.
func (f *folder) in(dir, ext string) []File {
	var out []File
	for _, p := range sortedKeys(f.files) {
		if path.Dir(p) == dir && (ext == "" || path.Ext(p) == ext) {
			out = append(out, f.files[p])
		}
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
