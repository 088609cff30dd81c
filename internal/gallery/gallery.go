// Package gallery shows the components of a theme in use.
//
// Beside a component's template lies examples.yaml, a list of examples:
//
//   - Name: withdrawn
//     Description: {VI: Văn bản đã rút., EN: A withdrawn document.}
//     Data:
//     Document: {State: withdrawn}
//
// Data is what the component is given, decoded strictly: its keys are the names
// that templates use, and one that the view does not have is a finding with
// its line. Each example becomes the fragment that the component makes of it,
// which a test compares with the component's examples.golden, and a page of its
// own under the theme, which browsers and the audit look at.
package gallery

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"regexp"
	"strings"

	"planpress/internal/asset"
	"planpress/internal/diag"
	"planpress/internal/frontmatter"
	"planpress/internal/source"
	"planpress/internal/theme"
)

// Page is a file of the gallery: an example, the list of all, or an asset.
type Page struct {
	Path      string // from the gallery's root
	Component string // "" where it is no example
	Name      string
	Data      []byte
	Fragment  []byte // what the component makes of an example
}

// Gallery is all examples of a theme.
type Gallery struct {
	Pages []Page   // the list of all, then the examples by component, then the assets
	Boot  string   // the script in each page
	Bare  []string // components without examples
}

// example is one entry of an examples.yaml.
type example struct {
	Component   string
	Name        string
	Description diag.Text
	Data        any
}

// Make makes the gallery of a theme. Findings say where examples are not as
// their components want them; with any the gallery must not be used. The
// assets are those of the same theme.
func Make(look *theme.Theme, assets *asset.Set, lang diag.Lang) (*Gallery, []diag.Finding, error) {
	g := &Gallery{Boot: string(assets.Boot)}
	var all []example
	var findings []diag.Finding
	for _, component := range look.Components() {
		file, ok := look.Examples[component]
		if !ok {
			g.Bare = append(g.Bare, component)
			continue
		}
		examples, found := read(component, file)
		all, findings = append(all, examples...), append(findings, found...)
	}
	if len(findings) > 0 {
		return g, findings, nil
	}
	m := maker{look: look, assets: assets, lang: lang}
	index, err := m.index(all, g.Bare)
	if err != nil {
		return nil, nil, err
	}
	g.Pages = append(g.Pages, index)
	for _, ex := range all {
		page, err := m.example(ex)
		if err != nil {
			return nil, nil, err
		}
		g.Pages = append(g.Pages, page)
	}
	for _, f := range assets.Files {
		g.Pages = append(g.Pages, Page{Path: f.Path, Data: f.Data})
	}
	return g, nil, nil
}

var (
	ruleExample = &diag.Rule{Code: "P411", Name: "example-name", Severity: diag.Error,
		Title: diag.T("Ví dụ của thành phần thiếu tên hoặc trùng tên", "An example without a name of its own"),
		Why: diag.T("Tên của ví dụ là tên tệp của nó trong thư viện, nên chỉ gồm chữ thường a–z, số, gạch ngang và không trùng nhau.",
			"The name of an example is that of its file in the gallery: lower-case letters, digits and hyphens, each name once."),
		Bad: "- Name: Đã rút", Good: "- Name: withdrawn"}
	nameShape = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// Rules lists what this package looks for.
func Rules() []*diag.Rule { return []*diag.Rule{ruleExample} }

// read reads the examples of one component.
func read(component string, file theme.File) ([]example, []diag.Finding) {
	entry := reflect.StructOf([]reflect.StructField{
		{Name: "Name", Type: reflect.TypeFor[string]()},
		{Name: "Description", Type: reflect.TypeFor[diag.Text]()},
		{Name: "Data", Type: partOf(component)},
	})
	list := reflect.New(reflect.SliceOf(entry))
	findings := frontmatter.Into(source.New(file.Path, file.Data), list.Interface())
	var out []example
	seen := map[string]bool{}
	for i := range list.Elem().Len() {
		e := list.Elem().Index(i)
		ex := example{component, e.Field(0).String(), e.Field(1).Interface().(diag.Text), e.Field(2).Interface()}
		switch {
		case len(findings) > 0: // the names may be missing because of them
		case !nameShape.MatchString(ex.Name) || seen[ex.Name]:
			findings = append(findings, ruleExample.At(source.Pos{File: file.Path}, diag.T("ví dụ thứ %d có tên “%s”", "example %d has the name %q", i+1, ex.Name)))
		case ex.Description.VI == "" || ex.Description.EN == "":
			findings = append(findings, ruleExample.At(source.Pos{File: file.Path}, diag.T("ví dụ %s chưa được mô tả bằng cả hai ngôn ngữ (VI, EN)",
				"example %s is not described in both languages (VI, EN)", ex.Name)))
		}
		seen[ex.Name] = true
		out = append(out, ex)
	}
	return out, findings
}

// maker makes pages of a theme's components.
type maker struct {
	look   *theme.Theme
	assets *asset.Set
	lang   diag.Lang
}

// frame is what the gallery's own templates are given.
type frame struct {
	Lang, Title, Description, Back string
	Plain                          bool     // the title is no heading: the example has the page's only one
	Sheets                         []string // the theme's styles that only some pages load
	Data                           any
}

const (
	// head carries the policy and the boot script as every page of a site does.
	head = `<!DOCTYPE html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{policy}}">
<script>{{boot}}</script>
<title>{{.Title}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="text-scale" content="scale">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="{{asset "site.css"}}">
{{- range .Sheets}}
<link rel="stylesheet" href="{{asset .}}">{{end}}
<script src="{{asset "site.js"}}" defer></script>
</head>
<body>
<main id="_main" class="page" tabindex="-1">
{{if .Plain}}<p><strong>{{.Title}}</strong></p>{{else}}<h1>{{.Title}}</h1>{{end}}
<p>{{.Description}}</p>
`
	foot = "\n</main>\n</body>\n</html>\n"
	back = "\n" + `<p><a href="index.html">{{.Back}}</a></p>`

	listing = `{{range .Data.Components}}<h2 id="_{{.Name}}">{{.Name}}</h2>
<ul>{{range .Examples}}
<li><a href="{{.Path}}">{{.Name}}</a>: {{.Description}}</li>{{end}}
</ul>
{{end}}{{with .Data.Bare}}<h2>{{$.Data.BareTitle}}</h2>
<ul>{{range .}}
<li>{{.}}</li>{{end}}
</ul>{{end}}`
)

func (m maker) example(ex example) (Page, error) {
	page := Page{Path: path(ex), Component: ex.Component, Name: ex.Name}
	data := frame{Lang: string(m.lang), Title: ex.Component + ": " + ex.Name, Description: ex.Description.In(m.lang), Back: title().In(m.lang), Data: ex.Data}
	var err error
	if page.Fragment, err = m.execute(use(ex.Component), data); err == nil {
		data.Plain = bytes.Contains(page.Fragment, []byte("<h1"))
		page.Data, err = m.execute(head+use(ex.Component)+back+foot, data)
	}
	if err != nil {
		return page, fmt.Errorf("the example %s of the component %s: %w", ex.Name, ex.Component, err)
	}
	return page, nil
}

func path(ex example) string { return ex.Component + "." + ex.Name + ".html" }

func title() diag.Text { return diag.T("Thư viện thành phần", "Components") }

// index lists all examples, by component.
func (m maker) index(all []example, bare []string) (Page, error) {
	type line struct{ Name, Path, Description string }
	type component struct {
		Name     string
		Examples []line
	}
	var list struct {
		Components []component
		Bare       []string
		BareTitle  string
	}
	for _, ex := range all {
		if n := len(list.Components); n == 0 || list.Components[n-1].Name != ex.Component {
			list.Components = append(list.Components, component{Name: ex.Component})
		}
		last := &list.Components[len(list.Components)-1]
		last.Examples = append(last.Examples, line{ex.Name, path(ex), ex.Description.In(m.lang)})
	}
	list.Bare, list.BareTitle = bare, diag.T("Chưa có ví dụ", "Without examples").In(m.lang)
	html, err := m.execute(head+listing+foot, frame{Lang: string(m.lang), Title: title().In(m.lang),
		Description: diag.T("Mỗi thành phần của giao diện với từng ví dụ.", "Every component of the theme, with each of its examples.").In(m.lang), Data: list})
	return Page{Path: "index.html", Data: html}, err
}

// execute runs a template that may call the theme's components. html/template
// decides what is escaped and how, as it does for a site.
func (m maker) execute(text string, data frame) ([]byte, error) {
	for _, f := range m.look.Extra {
		if strings.HasSuffix(f.Name, ".css") {
			data.Sheets = append(data.Sheets, f.Name)
		}
	}
	t, err := template.New("gallery").Funcs(m.look.Funcs(m.assets.Assets())).Parse(text)
	if err != nil {
		return nil, fmt.Errorf("the gallery's own template: %w", err)
	}
	_, trees := m.look.Layout("redirect") // the layout does not matter: only components are called
	for name, tree := range trees {
		if name == "gallery" {
			return nil, errors.New("a component cannot be called gallery")
		}
		if _, err := t.AddParseTree(name, tree.Copy()); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := t.Execute(&out, data); err != nil {
		return nil, errors.New(strings.TrimPrefix(err.Error(), "template: "))
	}
	return bytes.TrimSpace(out.Bytes()), nil
}
