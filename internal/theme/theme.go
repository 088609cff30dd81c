// Package theme loads a theme and holds it to its contract.
//
// A theme is a folder:
//
//	layouts/base.html        the page around the layouts
//	layouts/NAME.html        one for each entry of Layouts
//	components/NAME/         NAME.html is the template "NAME"; NAME.css and
//	                         NAME.js are its style and its script
//	styles/*.css             by name: 00-layers.css, 10-tokens.css
//	scripts/boot.js          stands in the head of every page, where a layout
//	                         shows it
//	scripts/*.js             files of their own
//	sheets/*.css             styles of their own, for pages that ask for them
//	images/*                 files of their own
//	messages/vi.yaml, en.yaml
//	contrast.yaml            which colours meet: see package contrast
//	theme.yaml               which theme it extends: see Manifest
//
// It is loaded from layers: the theme that theme.yaml says it extends, the
// program's theme of its name, then the site's own folder. Every file takes
// the place of the file of that name before it; messages are replaced one by
// one. Whatever a template asks
// for and does not get is an error when the theme is loaded, not when a page
// is shown: unknown functions, templates, messages and assets.
//
// Templates are given a value of package view and the functions of Funcs, and
// nothing else.
package theme

import (
	"crypto/sha256"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"text/template/parse"

	"planpress/internal/diag"
)

// File is a file of a theme. Path is as people know it, with the name of its
// layer: "themes/default/styles/10-tokens.css".
type File struct {
	Path string
	Name string // the part that templates use: "10-tokens.css"
	Data []byte
}

// Theme is a theme that keeps its contract. It is not changed after Load and
// is safe for concurrent use.
type Theme struct {
	Styles  []File // of the folder styles, then of components, each by name
	Scripts []File // of components, by name: together they are site.js
	Extra   []File // scripts, styles and images that are files of their own, by name
	Boot    File   // scripts/boot.js

	Contrast File            // contrast.yaml; zero where there is none
	Examples map[string]File // examples.yaml by component

	Sum [sha256.Size]byte // of all files of all layers: with it a theme can be told from another

	lang     diag.Lang
	messages messages
	shared   trees            // base and components
	folders  map[string]bool  // the components that have a folder
	layouts  map[string]trees // what each layout defines
}

// trees are parsed templates by their names.
type trees map[string]*parse.Tree

// Layer is a folder that a theme is made of. Name is put before the paths of
// its files in errors.
type Layer struct {
	Name string
	FS   fs.FS
	Site bool // a folder of the site, not of the program
}

// Load reads a theme from layers, of which later ones override files of
// earlier ones. The words of the interface are those of lang. The error is a
// *LoadError where the theme breaks its contract; it names every breach.
func Load(layers []Layer, lang diag.Lang) (*Theme, error) {
	folder, err := overlay(layers)
	if err != nil {
		return nil, err
	}
	t := &Theme{Sum: folder.sum(), lang: lang, shared: trees{}, layouts: map[string]trees{}, folders: map[string]bool{}, Examples: map[string]File{}}
	var trouble LoadError
	t.collect(folder, &trouble)
	all := loadMessages(folder, &trouble)
	t.messages = all[lang]
	t.parse(folder, &trouble)
	if len(trouble.Problems) == 0 {
		t.check(all, &trouble)
	}
	if len(trouble.Problems) > 0 {
		return nil, &trouble
	}
	return t, nil
}

// LoadError says in what a theme breaks its contract.
type LoadError struct {
	Problems []string // each begins with the place: file:line, or file
}

// Error gives all problems, one on a line.
func (e *LoadError) Error() string {
	return "the theme cannot be used:\n  " + strings.Join(e.Problems, "\n  ")
}

func (e *LoadError) add(place, problem string) {
	if line := place + ": " + problem; !slices.Contains(e.Problems, line) {
		e.Problems = append(e.Problems, line)
	}
}

// Layout gives the parse trees of a layout with all that it calls, by name,
// and the name of the one at which it begins. Its data is a *view.Page. The
// trees must not be changed.
func (t *Theme) Layout(name string) (entry string, all map[string]*parse.Tree) {
	all = map[string]*parse.Tree{}
	maps.Copy(all, t.shared)
	maps.Copy(all, t.layouts[name])
	return t.entry(name), all
}

// Components lists the theme's components by name.
func (t *Theme) Components() []string {
	return slices.DeleteFunc(sortedKeys(t.shared), func(name string) bool { return name == baseName || !t.folders[name] })
}

// entry is the template at which a layout begins: base, or the layout itself
// where it stands alone.
func (t *Theme) entry(layout string) string {
	if standsAlone(t.layouts[layout][layout]) {
		return layout
	}
	return baseName
}

// standsAlone reports whether a layout file shows something outside of its
// definitions.
func standsAlone(tree *parse.Tree) bool {
	return tree != nil && tree.Root != nil && !parse.IsEmptyTree(tree.Root)
}
