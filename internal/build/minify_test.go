package build_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"

	"planpress/internal/build"
	"planpress/internal/visible"
)

// With MinifyHTML pages are shorter and say the same: of the project's own
// site, under each theme of the program.
func TestMinifyHTML(t *testing.T) {
	for name, site := range map[string]fs.FS{"default": own(t), "plain": underThePlainTheme(t)} {
		plain, _ := run(t, site)
		small, res := run(t, site, func(o *build.Options) { o.MinifyHTML = true })
		for _, f := range res.Findings {
			t.Errorf("%s: %s: %s [%s]", name, f.Pos, f.Message.EN, f.Rule.Code)
		}
		pages := 0
		for _, file := range plain.Paths() {
			a, b := bytesOf(t, plain, file), bytesOf(t, small, file)
			if !strings.HasSuffix(file, ".html") {
				if !bytes.Equal(a, b) {
					t.Errorf("%s: %s differs", name, file)
				}
				continue
			}
			pages++
			if !visible.Same(a, b) {
				t.Errorf("%s: %s says something else", name, file)
			}
			if len(b) >= len(a) {
				t.Errorf("%s: %s: %d bytes of %d", name, file, len(b), len(a))
			}
		}
		if pages < 10 || len(small.Paths()) != len(plain.Paths()) {
			t.Errorf("%s: %d pages, %d files of %d", name, pages, len(small.Paths()), len(plain.Paths()))
		}
	}
}
