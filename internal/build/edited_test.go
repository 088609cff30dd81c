package build

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"planpress/internal/cache"
	"planpress/internal/plan"
	"planpress/themes"
)

// TestAnEditIsShownBeforeTheSiteIsRelated edits a site between builds of one
// process. Where a build shows pages at once, each must be the one that it comes
// to in the end.
func TestAnEditIsShownBeforeTheSiteIsRelated(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	const annual, page = "content/plans/2026/ke-hoach-cai-cach-hanh-chinh-2026.md", "content/pages/gioi-thieu.md"
	change := func(name, old, new string) func() error {
		return func() error {
			data, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				return err
			}
			text := strings.Replace(string(data), old, new, 1)
			if text == string(data) {
				t.Fatalf("%s has no %q", name, old)
			}
			return os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644)
		}
	}
	add := func(name, text string) func() error { return change(name, "\n---\n", "\n---\n"+text+"\n") }
	warm, store := new(Warm), t.TempDir()
	opts := Options{Themes: themes.FS, BaseURL: "https://example.org/", AsOf: plan.Date{Year: 2026, Month: 6, Day: 1}, Warm: warm}
	for _, edit := range []struct {
		name  string
		do    func() error
		early bool     // it is shown before the site is related
		news  bool     // and else behind that
		named []string // what the caller knows to have changed
	}{
		{"the first build", func() error { return nil }, false, true, nil},
		{"a text", add(annual, "Thêm một câu, thêm năm dòng.\n\n\n\n"), true, false, nil},
		{"a text again", add(annual, "Thêm nữa."), true, false, []string{annual}},
		{"another page", add(page, "Thêm một câu."), true, false, []string{page}},
		{"two texts", func() error { _ = add(page, "Hai.")(); return add(annual, "Hai.")() }, true, false, []string{annual}},
		{"nothing, and named", func() error { return nil }, false, false, []string{annual}},
		{"a heading", add(annual, "## Mục mới"), false, true, []string{annual}},
		{"a text behind it", add(annual, "Và một câu."), true, false, []string{annual, page}},
		{"a citation", add(annual, "Theo Nghị định số 30/2020/NĐ-CP."), false, true, []string{annual}},
		{"a link", add(page, "[xem](../plans/2026/ke-hoach-cai-cach-hanh-chinh-2026.md)"), false, true, nil},
		{"a text, and a link not named", func() error {
			_ = add(page, "[nữa](../plans/2026/ke-hoach-cai-cach-hanh-chinh-2026.md)")()
			return add(annual, "Ba.")()
		}, true, true, []string{annual}},
		{"a title", change(annual, "title: ", "title: Về "), false, true, []string{annual}},
		{"a setting", change("content/site.yaml", "name: ", "name: Mới "), false, true, []string{"content/site.yaml"}},
		{"nothing", func() error { return nil }, false, false, nil},
		{"a document gone that others lead to", func() error { return os.Remove(filepath.Join(dir, page)) }, false, false, []string{page}}, // an error: nothing is shown
	} {
		time.Sleep(60 * time.Millisecond) // until stamps prove something
		if err := edit.do(); err != nil {
			t.Fatal(err)
		}
		opts.Cache, opts.Changed = cache.Open(store, cache.Version{1}), edit.named
		var sink early
		if _, err := Run(context.Background(), os.DirFS(dir), &sink, opts); err != nil {
			t.Fatal(err)
		}
		if early := sink.edited != nil; early != edit.early || sink.news != edit.news {
			t.Errorf("%s: shown at once: %v, later: %v", edit.name, early, sink.news)
		}
		if sink.edited != nil && !sink.news {
			same(t, edit.name, &sink)
		}
		if err := opts.Cache.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// same compares the pages that were shown at once with those that came after.
func same(t *testing.T, name string, sink *early) {
	t.Helper()
	made := 0
	for _, path := range sink.Paths() {
		if sink.edited.Has(path) != sink.shelf.Has(path) {
			t.Errorf("%s: %s is on one of the shelves", name, path)
		}
		if !sink.shelf.Has(path) {
			continue
		}
		made++
		got, err := sink.edited.File(path)
		want, _ := sink.Find(path)
		if err != nil || !bytes.Equal(got.Data, want.Data) {
			t.Errorf("%s: %s changes when it is shown again (%v)", name, path, err)
		}
	}
	if made < 50 {
		t.Errorf("%s: only %d files", name, made)
	}
}
