package browsertest

import (
	"path"
	"strings"
	"testing"

	"planpress/internal/asset"
	"planpress/internal/diag"
	"planpress/internal/gallery"
	"planpress/internal/theme"
	"planpress/themes"
)

// components gives the pages of the default theme's gallery, and the name of
// each that shows an example.
func components(t *testing.T) (files map[string][]byte, examples map[string]string) {
	t.Helper()
	layers, err := theme.Layers(themes.FS, nil, "default")
	if err != nil {
		t.Fatal(err)
	}
	look, err := theme.Load(layers, diag.VI)
	if err != nil {
		t.Fatal(err)
	}
	assets, err := asset.Build(look)
	if err != nil {
		t.Fatal(err)
	}
	made, findings, err := gallery.Make(look, assets, diag.VI)
	if err != nil || len(findings) > 0 {
		t.Fatalf("the gallery cannot be made: %v %v", err, findings)
	}
	files, examples = map[string][]byte{}, map[string]string{}
	for _, p := range made.Pages {
		files[p.Path] = p.Data
		if p.Component != "" && path.Ext(p.Path) == ".html" {
			examples[p.Component+" "+p.Name] = p.Path
		}
	}
	return files, examples
}

// Every example of every component passes by itself. The pages of the gallery
// have no parts around the example, which is no fault of the component.
func TestAxeOnComponents(t *testing.T) {
	inFull(t)
	needsAxe(t)
	files, examples := components(t)
	if len(examples) < 10 {
		t.Errorf("only %d examples", len(examples))
	}
	s := serve(t)
	s.extra = func(name string) ([]byte, bool) {
		data, ok := files[name]
		return data, ok
	}
	for _, name := range names(examples) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if found := axeEverywhere(open(t), s, examples[name]); len(found) > 0 {
				t.Errorf("%d faults:\n%s", len(found), strings.Join(found[:min(len(found), 10)], "\n"))
			}
		})
	}
}
