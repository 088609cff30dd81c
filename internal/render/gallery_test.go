package render

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"planpress/internal/asset"
	"planpress/internal/audit"
	"planpress/internal/diag"
	"planpress/internal/theme"
	"planpress/themes"
)

// The gallery shows every layout of the default theme with example views:
//
//	go test ./internal/render -run TestGallery -gallery /some/folder
var galleryDir = flag.String("gallery", "", "folder to write the default theme's pages to")

// Pages of the program's themes have nothing that the audit reports, in either
// language.
func TestGallery(t *testing.T) {
	for _, name := range []string{"default", "plain"} {
		for _, lang := range []diag.Lang{diag.EN, diag.VI} {
			r, set := rendererOf(t, name, lang)
			a := audit.New(audit.Options{BaseURL: "https://ke-hoach.example/", Boot: string(set.Boot)})
			var found []diag.Finding
			for _, ex := range examples() {
				html, err := r.Page(nil, ex.layout, ex.page)
				if err != nil {
					t.Error(err)
				}
				found = append(found, a.Page(ex.path, html)...)
				writeGallery(t, name, ex.path, html)
			}
			for _, f := range set.Files {
				a.AddFile(f.Path)
				writeGallery(t, name, f.Path, f.Data)
			}
			a.AddFile("feed.xml")
			a.AddFile("plans/2023/ke-hoach/phu-luc-i.pdf")
			for _, f := range append(found, a.Finish()...) {
				t.Errorf("%s, %s: %s: %s [%s]", name, lang, f.Pos, f.Message.EN, f.Rule.Code)
			}
		}
	}
}

func writeGallery(t *testing.T, name, path string, data []byte) {
	if *galleryDir == "" || name != "default" {
		return
	}
	file := filepath.Join(*galleryDir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func defaultRenderer(t testing.TB, lang diag.Lang) (*Renderer, *asset.Set) {
	t.Helper()
	return rendererOf(t, "default", lang)
}

func rendererOf(t testing.TB, name string, lang diag.Lang, opts ...Options) (*Renderer, *asset.Set) {
	t.Helper()
	layers, err := theme.Layers(themes.FS, nil, name)
	if err != nil {
		t.Fatal(err)
	}
	th, err := theme.Load(layers, lang)
	if err != nil {
		t.Fatal(err)
	}
	set, err := asset.Build(th)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(th, set, append(opts, Options{})[0])
	if err != nil {
		t.Fatal(err)
	}
	return r, set
}
