package gallery

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/asset"
	"planpress/internal/audit"
	"planpress/internal/diag"
	"planpress/internal/theme"
	"planpress/themes"
)

// To write the goldens anew: go test ./internal/gallery -update
var update = flag.Bool("update", false, "write the examples' goldens")

// builtIn gives the themes of the program, whose examples are held to goldens.
func builtIn() []string { return []string{"default", "plain"} }

func load(t *testing.T, name string, site fs.FS, lang diag.Lang) (*theme.Theme, *asset.Set) {
	t.Helper()
	layers, err := theme.Layers(themes.FS, site, name)
	if err != nil {
		t.Fatal(err)
	}
	look, err := theme.Load(layers, lang)
	if err != nil {
		t.Fatal(err)
	}
	set, err := asset.Build(look)
	if err != nil {
		t.Fatal(err)
	}
	return look, set
}

func build(t *testing.T, name string, lang diag.Lang) *Gallery {
	t.Helper()
	look, set := load(t, name, nil, lang)
	g, findings, err := Make(look, set, lang)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		t.Fatalf("%s: %s %s", f.Pos, f.Message.EN, f.Hint.EN)
	}
	return g
}

// Each example gives the markup that somebody has read, and no component is
// without one.
func TestExamplesAreAsRead(t *testing.T) {
	for _, name := range builtIn() {
		g := build(t, name, diag.VI)
		if len(g.Bare) > 0 {
			t.Errorf("%s: components without examples.yaml: %v", name, g.Bare)
		}
		got := map[string]string{}
		for _, p := range g.Pages {
			if p.Component != "" {
				got[p.Component] += fmt.Sprintf("=== %s\n%s\n", p.Name, p.Fragment)
			}
		}
		for component, text := range got {
			golden := filepath.Join("..", "..", "themes", name, "components", component, "examples.golden")
			if *update {
				if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Error(err)
				continue
			}
			if diff := cmp.Diff(string(want), text); diff != "" {
				t.Errorf("%s of %s has changed; read it, then go test ./internal/gallery -update\n%s", component, name, diff)
			}
		}
	}
}

// The audit finds nothing in any example, nor in the list of them, in either
// language.
func TestExamplesPassTheAudit(t *testing.T) {
	for _, name := range builtIn() {
		for _, lang := range []diag.Lang{diag.VI, diag.EN} {
			g := build(t, name, lang)
			a := audit.New(audit.Options{Boot: g.Boot})
			var found []diag.Finding
			for _, p := range g.Pages {
				if strings.HasSuffix(p.Path, ".html") {
					found = append(found, a.Page(p.Path, p.Data)...)
				} else {
					a.AddFile(p.Path)
				}
			}
			for _, f := range append(found, a.Finish()...) {
				t.Errorf("%s, %s: %s: %s [%s]", name, lang, f.Pos, f.Message.EN, f.Rule.Code)
			}
		}
	}
}

// An example that does not fit its component is told with its line, and no
// gallery is made.
func TestExamplesAreStrict(t *testing.T) {
	for text, want := range map[string]string{
		"- Name: a\n  Description: {VI: a, EN: a}\n  Data:\n    - {Title: x, Sise: 3}\n":       `examples.yaml:4:18: there is no key "Sise" here; did you mean Size?`,
		"- Name: a\n  Description: {VI: a, EN: a}\n  Data: {Title: x}\n":                       `examples.yaml:3:9: [0].Data expects a list`,
		"- Name: a\n  Descripton: {VI: a, EN: a}\n":                                            `examples.yaml:2:3: there is no key "Descripton" here`,
		"- Name: A b\n  Description: {VI: a, EN: a}\n":                                         `examples.yaml: example 1 has the name "A b"`,
		"- Name: a\n  Description: {EN: a}\n":                                                  `examples.yaml: example a is not described in both languages`,
		"- {Name: a, Description: {VI: a, EN: a}}\n- {Name: a, Description: {VI: a, EN: a}}\n": `examples.yaml: example 2 has the name "a"`,
	} {
		site := fstest.MapFS{"themes/default/components/attachments/examples.yaml": {Data: []byte(text)}}
		look, set := load(t, "default", site, diag.EN)
		g, findings, err := Make(look, set, diag.EN)
		if err != nil || len(findings) == 0 || len(g.Pages) > 0 {
			t.Errorf("%q: %v, %v", text, findings, err)
			continue
		}
		f := findings[0]
		if got := f.Pos.String() + ": " + f.Message.EN + "; " + f.Hint.EN; !strings.HasPrefix(got, "themes/default/components/attachments/"+want) {
			t.Errorf("%q\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// The gallery escapes what examples say, as pages do.
func TestGalleryEscapes(t *testing.T) {
	site := fstest.MapFS{"themes/default/components/counts/examples.yaml": {Data: []byte(
		"- Name: a\n  Description: {VI: \"<script>x</script>\", EN: \"<b>\"}\n  Data: [{Text: \"<q>\", URL: \"javascript:x\", N: 1}]\n")}}
	look, set := load(t, "default", site, diag.VI)
	g, _, err := Make(look, set, diag.VI)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range g.Pages {
		if strings.HasSuffix(p.Path, ".html") && (bytes.Contains(p.Data, []byte("<script>x")) || bytes.Contains(p.Data, []byte("<q>")) || bytes.Contains(p.Data, []byte("\"javascript:"))) {
			t.Errorf("%s:\n%s", p.Path, p.Data)
		}
	}
}
