package theme

import (
	"bytes"
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

// Layers gives what the theme of a name is made of: the default theme of the
// program, the program's theme of that name, and the site's folder
// themes/NAME, each where it exists. Builtin has a folder for each theme; site
// is the folder of the site and may be nil.
func Layers(builtin, site fs.FS, name string) ([]Layer, error) {
	if name == "" {
		name = defaultName
	}
	if !fs.ValidPath(name) || strings.Contains(name, "/") || name == "." {
		return nil, fmt.Errorf("%q is not the name of a theme: it names a folder in %s/", name, themesDir)
	}
	var layers []Layer
	found := false
	add := func(fsys fs.FS, dir, shown string) error {
		info, err := fs.Stat(fsys, dir)
		if errors.Is(err, fs.ErrNotExist) || (err == nil && !info.IsDir()) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("theme %q: %w", name, err)
		}
		sub, err := fs.Sub(fsys, dir)
		if err != nil {
			return fmt.Errorf("theme %q: %w", name, err)
		}
		found = found || path.Base(dir) == name
		layers = append(layers, Layer{Name: shown, FS: sub})
		return nil
	}
	err := add(builtin, defaultName, "built-in/"+defaultName)
	if name != defaultName && err == nil {
		err = add(builtin, name, "built-in/"+name)
	}
	if site != nil && err == nil {
		err = add(site, themesDir+"/"+name, themesDir+"/"+name)
	}
	if err == nil && !found {
		err = fmt.Errorf("there is no theme %q: the program has %s, and the site has no folder %s/%s",
			name, strings.Join(folders(builtin), ", "), themesDir, name)
	}
	return layers, err
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
