package theme

import (
	"path"
	"strings"
)

// collect sorts out what is neither a template nor a message, and reports the
// files that would never be used: their names are mistyped.
func (t *Theme) collect(f *folder, trouble *LoadError) {
	t.Styles = f.in("styles", ".css")
	for _, p := range sortedKeys(f.files) {
		file := f.files[p]
		dir, ext := path.Dir(p), path.Ext(p)
		switch component, isComponent := strings.CutPrefix(dir, "components/"); {
		case p == bootPath:
			t.Boot = file
		case p == ContrastFile:
			t.Contrast = file
		case dir == "layouts" && ext == ".html":
			if !isLayout(strings.TrimSuffix(file.Name, ext)) {
				trouble.add(file.Path, "is no layout; the layouts are "+layoutNames())
			}
		case isComponent && isPart(ext) && file.Name != component+ext:
			trouble.add(file.Path, "would never be used: the file of this component is named "+component+ext)
		case isComponent && file.Name == ExamplesFile:
			t.Examples[component] = file
		case isComponent && ext == ".css":
			t.Styles = append(t.Styles, file)
		case isComponent && ext == ".js":
			t.Scripts = append(t.Scripts, file)
		case dir == "scripts" && ext == ".js", dir == "sheets" && ext == ".css", dir == "images":
			t.extra(file, trouble)
		case strings.HasPrefix(dir, "images/"):
			trouble.add(file.Path, "would never be used: images lie in images itself, not in a folder below")
		case !isComponent && isPart(ext) && (dir != "styles" || ext != ".css"):
			trouble.add(file.Path, "would never be used: it belongs into layouts, components/NAME, styles, sheets or scripts")
		}
	}
	if len(t.Styles) == 0 {
		trouble.add("styles", "there is no style sheet")
	}
}

func (t *Theme) extra(file File, trouble *LoadError) {
	if t.hasAsset(file.Name) {
		trouble.add(file.Path, "another asset has this name")
		return
	}
	t.Extra = append(t.Extra, file)
}

func (t *Theme) hasAsset(name string) bool {
	if name == SiteCSS || name == SiteJS {
		return true
	}
	for _, f := range t.Extra {
		if f.Name == name {
			return true
		}
	}
	return false
}

// isPart reports whether files of the ending are parts of a theme. A component
// may hold others, such as examples.
func isPart(ext string) bool { return ext == ".html" || ext == ".css" || ext == ".js" }

func isLayout(name string) bool {
	for _, l := range Layouts() {
		if l.Name == name {
			return true
		}
	}
	return name == baseName
}

func layoutNames() string {
	names := []string{baseName}
	for _, l := range Layouts() {
		names = append(names, l.Name)
	}
	return strings.Join(names, ", ")
}
