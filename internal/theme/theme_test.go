package theme

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/diag"
	"planpress/themes"
)

// small is a theme that has all that a theme must have.
func small() fstest.MapFS {
	m := fstest.MapFS{}
	put := func(name, text string) { m[name] = &fstest.MapFile{Data: []byte(text)} }
	put("layouts/base.html", "<html><head>\n<script>{{boot}}</script>\n{{asset \"site.css\"}}</head>\n{{template \"main\" .}}{{template \"footer\" .}}</html>")
	for _, l := range Layouts() {
		put("layouts/"+l.Name+".html", `{{define "main"}}`+l.Name+`{{end}}`)
	}
	put("layouts/redirect.html", "<html>moved")
	put("components/footer/footer.html", `<footer>{{message "footer" "x"}}</footer>`)
	put("components/footer/footer.css", "footer{}")
	put("components/footer/footer.js", "footer()")
	put("components/footer/examples.yaml", "- x")
	put("styles/20-base.css", "base{}")
	put("styles/10-tokens.css", "@layer a;")
	put("scripts/boot.js", "boot()")
	put("scripts/redirect.js", "redirect()")
	put("images/icon.png", "png")
	put("README.md", "text")
	words := "footer: \"{0}!\"\n"
	for _, key := range wantedMessages() {
		words += key + ": " + key + "\n"
	}
	put("messages/vi.yaml", words)
	put("messages/en.yaml", words)
	return m
}

func load(layers ...fs.FS) (*Theme, error) {
	var all []Layer
	for i, l := range layers {
		all = append(all, Layer{Name: []string{"default", "site"}[i], FS: l, Site: i > 0})
	}
	return Load(all, diag.VI)
}

func TestLoad(t *testing.T) {
	th, err := load(small())
	if err != nil {
		t.Fatal(err)
	}
	names := func(files []File) (out []string) {
		for _, f := range files {
			out = append(out, f.Path)
		}
		return out
	}
	got := map[string][]string{"styles": names(th.Styles), "scripts": names(th.Scripts), "extra": names(th.Extra), "boot": {string(th.Boot.Data)}}
	want := map[string][]string{
		"styles":  {"default/styles/10-tokens.css", "default/styles/20-base.css", "default/components/footer/footer.css"},
		"scripts": {"default/components/footer/footer.js"},
		"extra":   {"default/images/icon.png", "default/scripts/redirect.js"},
		"boot":    {"boot()"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for layout, want := range map[string]string{"document": "base", "redirect": "redirect"} {
		if entry, trees := th.Layout(layout); entry != want || trees["footer"] == nil {
			t.Errorf("layout %s begins at %s", layout, entry)
		}
	}
}

// Every breach of the contract is an error that names the place and the name
// that is wrong.
func TestLoadErrors(t *testing.T) {
	for name, c := range map[string]struct {
		file, text string // put into the theme; without a text the file is taken out
		want       string
	}{
		"layout missing":        {"layouts/index.html", "", "layouts/index.html: is missing: it shows all lists of one kind: view.Index; the theme has base, document, home, list, notfound, page, progress, redirect"},
		"base missing":          {"layouts/base.html", "", "layouts/base.html: is missing: the page around the layouts"},
		"layout mistyped":       {"layouts/documnet.html", "x", "default/layouts/documnet.html: is no layout; the layouts are base, document, page, home"},
		"component mistyped":    {"components/footer/foter.css", "x", "default/components/footer/foter.css: would never be used: the file of this component is named footer.css"},
		"file astray":           {"footer.html", "x", "default/footer.html: would never be used"},
		"syntax":                {"layouts/home.html", "a\n{{if}}", "default/layouts/home.html:2: missing value for if"},
		"unknown function":      {"layouts/home.html", "a\n\n{{now}}", `default/layouts/home.html:3: function "now" not defined`},
		"unknown component":     {"components/footer/footer.html", "a\n{{template \"foter\" .}}", `default/components/footer/footer.html:2: there is no component "foter"`},
		"unknown in layout":     {"layouts/home.html", "{{define \"main\"}}\n{{if .}}{{template \"x\"}}{{end}}{{end}}", `default/layouts/home.html:2: there is no component "x"`},
		"main not defined":      {"layouts/home.html", "{{define \"mian\"}}{{end}}", `default/layouts/home.html: does not define "main", which base.html shows`},
		"unknown message":       {"layouts/home.html", "{{define \"main\"}}\n{{with .}}{{message \"hello\"}}{{end}}{{end}}", `default/layouts/home.html:2: messages/vi.yaml has no "hello"`},
		"message in a pipe":     {"layouts/home.html", "{{define \"main\"}}{{print (message \"hello\")}}{{end}}", `default/layouts/home.html:1: messages/en.yaml has no "hello"`},
		"too few values":        {"layouts/home.html", "{{define \"main\"}}{{message \"footer\"}}{{end}}", `default/layouts/home.html:1: message "footer" of messages/vi.yaml wants 1 values and gets 0`},
		"unknown asset":         {"layouts/home.html", "{{define \"main\"}}{{asset \"side.css\"}}{{end}}", `default/layouts/home.html:1: there is no asset "side.css"`},
		"boot with a space":     {"layouts/redirect.html", "<script> {{boot}}</script>", "default/layouts/redirect.html:1: boot must stand as <script>{{boot}}</script>"},
		"boot missing":          {"scripts/boot.js", "", "scripts/boot.js: is missing"},
		"another language":      {"messages/fr.yaml", "a: b", "default/messages/fr.yaml: is no file of messages"},
		"keys differ":           {"messages/vi.yaml", "footer: \"{0}\"", `messages/vi.yaml: "state.draft" is missing, which messages/en.yaml has`},
		"wanted by the program": {"messages/en.yaml", "footer: \"{0}\"", `messages: messages/en.yaml has no "relation.replaces.inverse"`},
		"defined twice":         {"components/a/a.html", `{{define "b"}}{{end}}{{define "footer"}}{{end}}`, `default/components/footer/footer.html: footer is there already: another file defines it`},
		"named as a layout":     {"components/home/home.html", "x", "default/components/home/home.html: a component cannot have the name of a layout"},
		"no style":              {"styles/20-base.html", "x", "default/styles/20-base.html: would never be used"},
		"image in a folder":     {"images/icons/a.png", "x", "default/images/icons/a.png: would never be used: images lie in images itself"},
		"asset names":           {"images/redirect.js", "x", "default/scripts/redirect.js: another asset has this name"},
	} {
		t.Run(name, func(t *testing.T) {
			m := small()
			delete(m, c.file)
			if c.text != "" {
				m[c.file] = &fstest.MapFile{Data: []byte(c.text)}
			}
			_, err := load(m)
			if err == nil || !strings.Contains(err.Error(), "\n  "+c.want) {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

// A pipe in a theme would be read for ever.
func TestLoadRefusesSpecialFiles(t *testing.T) {
	m := small()
	m["images/pipe"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	if _, err := load(m); err == nil || !strings.Contains(err.Error(), "images/pipe is no regular file") {
		t.Errorf("got %v", err)
	}
}

// Editors put a byte order mark at the front of a file, where the file is put
// together with others it would be a character of the page.
func TestLoadDropsByteOrderMarks(t *testing.T) {
	const mark = "\uFEFF"
	m := small()
	for _, name := range []string{"components/footer/footer.html", "styles/10-tokens.css", "styles/20-base.css", "scripts/boot.js"} {
		m[name].Data = append([]byte(mark), m[name].Data...)
	}
	th, err := load(m)
	if err != nil {
		t.Fatal(err)
	}
	all := th.shared["footer"].Root.String() + string(th.Boot.Data)
	for _, f := range th.Styles {
		all += string(f.Data)
	}
	if strings.Contains(all, mark) {
		t.Errorf("a mark is left in %q", all)
	}
}

// The same theme has the same problems in the same order.
func TestLoadErrorsAreInOrder(t *testing.T) {
	m := small()
	m["components/z/z.html"] = &fstest.MapFile{Data: []byte(`{{define "a"}}{{end}}{{define "b"}}{{end}}{{define "c"}}{{end}}{{define "d"}}{{end}}{{define "e"}}{{end}}`)}
	m["components/y/y.html"] = m["components/z/z.html"]
	_, err := load(m)
	if err == nil {
		t.Fatal("no error")
	}
	var names []string
	for line := range strings.SplitSeq(err.Error(), "\n") {
		if rest, ok := strings.CutPrefix(line, "  default/components/z/z.html: "); ok {
			names = append(names, rest[:1])
		}
	}
	if got := strings.Join(names, ""); got != "abcde" {
		t.Errorf("order %q in %v", got, err)
	}
}

// All problems of a theme are told at once.
func TestLoadTellsAll(t *testing.T) {
	m := small()
	delete(m, "layouts/index.html")
	m["layouts/home.html"] = &fstest.MapFile{Data: []byte("{{")}
	m["scripts/side.css"] = &fstest.MapFile{}
	_, err := load(m)
	for _, want := range []string{"layouts/index.html: is missing", "default/layouts/home.html:1:", "default/scripts/side.css: would never"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v says nothing of %s", err, want)
		}
	}
}

// The site's layer takes the place of single files and single messages.
func TestLayersOverride(t *testing.T) {
	site := fstest.MapFS{
		"components/footer/footer.html": {Data: []byte("<footer>mine")},
		"styles/10-tokens.css":          {Data: []byte("@layer b;")},
		"styles/15-more.css":            {Data: []byte("more{}")},
		"messages/vi.yaml":              {Data: []byte("state.draft: Nháp\n")},
		".DS_Store":                     {Data: []byte("x")},
	}
	th, err := load(small(), site)
	if err != nil {
		t.Fatal(err)
	}
	if got := th.shared["footer"].Root.String(); got != "<footer>mine" {
		t.Errorf("footer: %s", got)
	}
	var css string
	for _, f := range th.Styles {
		css += string(f.Data)
	}
	if css != "@layer b;more{}base{}footer{}" {
		t.Errorf("styles: %s", css)
	}
	if got := th.Message("state.draft") + " " + th.Message("state.published"); got != "Nháp state.published" {
		t.Errorf("messages: %s", got)
	}
	site["layouts/home.html"] = &fstest.MapFile{Data: []byte("\n{{")}
	if _, err := load(small(), site); err == nil || !strings.Contains(err.Error(), "site/layouts/home.html:2:") {
		t.Errorf("the error does not name the site's file: %v", err)
	}
}

func TestLayers(t *testing.T) {
	builtin := fstest.MapFS{"default/a": {}, "plain/a": {}}
	manifest := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	site := fstest.MapFS{"themes/default/a": {}, "themes/mine/a": {}, "themes/file": {}, "themes/heir/theme.yaml": manifest("extends: default\n"),
		"themes/grandchild/theme.yaml": manifest("extends: heir\n"), "themes/a/theme.yaml": manifest("extends: b\n"), "themes/b/theme.yaml": manifest("extends: a\n"),
		"themes/typo/theme.yaml": manifest("# mine\nextend: default\n"), "themes/orphan/theme.yaml": manifest("extends: nobody\n")}
	for _, c := range []struct {
		name string
		site fs.FS
		want string // names of the layers, or what the error says
	}{
		{"", nil, "built-in/default"},
		{"default", site, "built-in/default themes/default"},
		{"plain", site, "built-in/plain"},
		{"mine", site, "themes/mine"},
		{"heir", site, "built-in/default themes/default themes/heir"},
		{"grandchild", site, "built-in/default themes/default themes/heir themes/grandchild"},
		{"a", site, `theme "a": themes extend one another in a circle`},
		{"typo", site, "the theme cannot be used:\n  themes/typo/theme.yaml:2:1: there is no key \"extend\" here; did you mean extends?"},
		{"orphan", site, `there is no theme "nobody": the program has default, plain`},
		{"mine", nil, `there is no theme "mine": the program has default, plain, and the site has no folder themes/mine`},
		{"file", site, `there is no theme "file"`},
		{"../x", site, `"../x" is not the name of a theme`},
	} {
		layers, err := Layers(builtin, c.site, c.name)
		var names []string
		for _, l := range layers {
			names = append(names, l.Name)
		}
		got := strings.Join(names, " ")
		if err != nil {
			got = err.Error()
		}
		if !strings.HasPrefix(got, c.want) || (err == nil && got != c.want) {
			t.Errorf("%q: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestMessageArguments(t *testing.T) {
	th := &Theme{messages: messages{"a": "{1} trên {0}", "b": "{x} {0} {", "c": "{0}{0}"}}
	for want, got := range map[string]string{
		"{1} trên {0}": th.Message("a"),
		"{0} trên 7":   th.Message("a", 7, "{0}"),
		" trên 7":      th.Message("a", 7),
		"{x} y {":      th.Message("b", "y"),
		"zz":           th.Message("c", "z"),
		"none":         th.Message("none", 1),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := []int{wants("{1} trên {0}"), wants("a"), wants("{x} {")}; !slices.Equal(got, []int{2, 0, 0}) {
		t.Errorf("wants: %v", got)
	}
}

func TestTel(t *testing.T) {
	for in, want := range map[string]string{
		"0256 3123 456": "tel:02563123456", "+84 (256) 3-12": "tel:+84256312", "12+3": "tel:123", `"><script>1`: "tel:1", "": "tel:",
	} {
		if got := string(tel(in)); got != want {
			t.Errorf("tel(%q) = %q, want %q", in, got, want)
		}
	}
}

// The default theme keeps the contract in both languages, and its words in
// one are not those of the other by mistake.
func TestDefaultTheme(t *testing.T) {
	layers, err := Layers(themes.FS, nil, "default")
	if err != nil {
		t.Fatal(err)
	}
	words := map[diag.Lang]messages{}
	for _, lang := range languages {
		th, err := Load(layers, lang)
		if err != nil {
			t.Fatal(err)
		}
		words[lang] = th.messages
	}
	for _, key := range slices.Sorted(maps.Keys(words[diag.VI])) {
		vi, en := words[diag.VI][key], words[diag.EN][key]
		if vi == en {
			t.Errorf("%s is %q in both languages", key, vi)
		}
		if wants(vi) != wants(en) {
			t.Errorf("%s: %q and %q have places for different values", key, vi, en)
		}
	}
}
