package theme

import (
	"path"
	"slices"
	"strings"
	"text/template"
	"text/template/parse"
)

// parse reads all templates.
func (t *Theme) parse(f *folder, trouble *LoadError) {
	for _, file := range f.in("layouts", ".html") {
		name := strings.TrimSuffix(file.Name, ".html")
		set := t.shared
		if name != baseName {
			set = trees{}
			t.layouts[name] = set
		}
		t.parseFile(file, name, set, trouble)
	}
	for _, p := range sortedKeys(f.files) {
		if strings.HasPrefix(p, "components/") && path.Ext(p) == ".html" {
			name := path.Base(path.Dir(p))
			if isLayout(name) {
				trouble.add(f.files[p].Path, "a component cannot have the name of a layout")
				continue
			}
			t.folders[name] = true
			t.parseFile(f.files[p], name, t.shared, trouble)
		}
	}
	t.missingLayouts(trouble)
}

func (t *Theme) missingLayouts(trouble *LoadError) {
	there := []string{}
	if t.shared[baseName] != nil {
		there = append(there, baseName)
	} else {
		trouble.add("layouts/"+baseName+".html", "is missing: the page around the layouts")
	}
	there = append(there, sortedKeys(t.layouts)...)
	for _, l := range Layouts() {
		if t.layouts[l.Name] == nil {
			trouble.add("layouts/"+l.Name+".html", "is missing: it shows "+l.Shows+"; the theme has "+strings.Join(there, ", "))
		}
	}
}

// parseFile adds the file's template under a name, and what it defines.
func (t *Theme) parseFile(file File, name string, set trees, trouble *LoadError) {
	// Only names matter here: the functions are bound when a layout is made.
	parsed, err := template.New(file.Path).Funcs(template.FuncMap(t.Funcs(Assets{}))).Parse(string(file.Data))
	if err != nil {
		trouble.Problems = append(trouble.Problems, strings.TrimPrefix(err.Error(), "template: "))
		return
	}
	if parsed.Tree == nil { // an empty file
		parsed.Tree = &parse.Tree{Name: file.Path, ParseName: file.Path, Root: &parse.ListNode{NodeType: parse.NodeList}}
	}
	if set[name] != nil {
		trouble.add(file.Path, name+" is there already: another file defines it")
	}
	set[name] = parsed.Tree
	templates := parsed.Templates() // in no order
	slices.SortFunc(templates, func(a, b *template.Template) int { return strings.Compare(a.Name(), b.Name()) })
	for _, defined := range templates {
		if defined.Name() == file.Path {
			continue
		}
		if set[defined.Name()] != nil {
			trouble.add(file.Path, defined.Name()+" is there already: another file defines it")
			continue
		}
		set[defined.Name()] = defined.Tree
	}
}
