package prose

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/hostile"
	"planpress/internal/source"
)

// FuzzConvert holds what must be true of any text: the parser does not break,
// the HTML holds nothing dangerous, holes lie between quotes, ids are unique
// and the anchors, and findings have places in the file.
func FuzzConvert(f *testing.F) {
	files, err := filepath.Glob("testdata/*.md")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	for _, place := range hostilePlaces {
		f.Add(strings.ReplaceAll(strings.ReplaceAll(place, "%[1]s", `"><script>`), "%s", `"><script>`))
	}
	for i, v := range hostile.Vectors() {
		if i%16 == 0 {
			f.Add(v)
		}
	}
	c := New(WordsIn(diag.VI))
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("package content sees to that")
		}
		if trouble := dangers(c, text); trouble != "" {
			t.Fatal(trouble)
		}
		checkResult(t, text, c.Convert(source.New("x.md", []byte(text)), 0))
	})
}

// checkResult checks a result against itself.
func checkResult(t *testing.T, text string, r Result) {
	t.Helper()
	html := string(r.Body.HTML)
	if ids := idsIn(html); !slices.Equal(ids, r.Anchors) {
		t.Errorf("ids %q, but anchors %q", ids, r.Anchors)
	}
	sorted := slices.Clone(r.Anchors)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != len(r.Anchors) {
		t.Errorf("an id is there twice: %q", r.Anchors)
	}
	for _, h := range r.Body.Outline {
		if h.Level < 2 || h.Level > 6 || h.Text == "" || !slices.Contains(r.Anchors, h.ID) {
			t.Errorf("heading %+v", h)
		}
	}
	lines := strings.Count(text, "\n") + 1
	for _, found := range r.Findings {
		if found.Pos.Line > lines || found.Message.VI == "" || found.Message.EN == "" || found.Hint.VI == "" || found.Hint.EN == "" {
			t.Errorf("finding %+v", found)
		}
	}
}

// idsIn lists the ids in HTML that prose has written, in which a quotation
// mark in a text is a reference.
func idsIn(html string) []string {
	var ids []string
	for {
		_, rest, ok := strings.Cut(html, ` id="`)
		if !ok {
			return ids
		}
		id, after, _ := strings.Cut(rest, `"`)
		ids, html = append(ids, id), after
	}
}
