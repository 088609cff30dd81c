package build_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// The project's own content builds under the second theme without a finding,
// of its pages or of its colours, and nothing of the default theme is in what
// comes out: what a theme must be is the contract, and no more.
func TestContentUnderThePlainTheme(t *testing.T) {
	out, res := run(t, underThePlainTheme(t))
	for _, f := range res.Findings {
		t.Errorf("%s: %s [%s]", f.Pos, f.Message.EN, f.Rule.Code)
	}
	pages := 0
	for _, name := range out.Paths() {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		pages++
		page := string(bytesOf(t, out, name))
		if !strings.Contains(page, `http-equiv="Content-Security-Policy"`) || strings.Contains(page, "<script") && name != "search/index.html" || strings.Contains(page, "sha256-") {
			t.Errorf("%s: no policy, or a script, which this theme has only to search", name)
		}
		for _, foreign := range []string{"masthead", "controls", "document-head", "entries"} {
			if strings.Contains(page, `class="`+foreign) {
				t.Errorf("%s: %s is of the default theme", name, foreign)
			}
		}
	}
	if pages < 10 || pages != res.Pages {
		t.Errorf("%d pages, the result says %d", pages, res.Pages)
	}
}

// underThePlainTheme is the project's own site with that theme.
func underThePlainTheme(t *testing.T) fs.FS {
	t.Helper()
	site := fstest.MapFS{}
	root := own(t)
	err := fs.WalkDir(root, "content", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		if name == "content/site.yaml" {
			data = append(bytes.ReplaceAll(data, []byte("\ntheme:"), []byte("\n# theme:")), "\ntheme: plain\n"...)
		}
		site[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return site
}
