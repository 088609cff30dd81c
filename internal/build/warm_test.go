package build

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/cache"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/themes"
)

// TestWhatIsHeldInMemoryIsNeverStale edits a site between builds of one process
// and compares each with a build that begins with nothing.
func TestWhatIsHeldInMemoryIsNeverStale(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	time.Sleep(60 * time.Millisecond) // until stamps prove something
	plans, err := filepath.Glob(filepath.Join(dir, "content/plans/*/*.md"))
	if err != nil || len(plans) < 3 {
		t.Fatal(plans, err)
	}
	add := func(name, text string) func() error {
		return func() error {
			f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			defer f.Close()
			_, err = f.WriteString(text)
			return err
		}
	}
	warm, store := new(Warm), t.TempDir()
	opts := Options{Themes: themes.FS, AsOf: plan.Date{Year: 2026, Month: 6, Day: 1}}
	for _, edit := range []struct {
		name string
		do   func() error
	}{
		{"nothing", func() error { return nil }},
		{"nothing again", func() error { return nil }},
		{"a text", add(plans[0], "\nThêm một câu.\n")},
		{"a body", add(filepath.Join(dir, "content/orgs.yaml"), "\n- id: ubnd-moi\n  name: Ủy ban nhân dân phường Mới\n  kind: ubnd\n  level: xa\n")},
		{"the glossary", add(filepath.Join(dir, "content/glossary.yaml"), "\n- abbr: XYZQ\n  meaning: một từ mới\n")},
		{"another day", func() error { opts.AsOf.Year++; return nil }},
		{"a document gone", func() error { return os.Remove(plans[1]) }},
	} {
		if err := edit.do(); err != nil {
			t.Fatal(err)
		}
		with := opts
		with.Warm, with.Cache = warm, cache.Open(store, cache.Version{1})
		var got, want publish.Memory
		a, err := Run(context.Background(), os.DirFS(dir), &got, with)
		if err != nil {
			t.Fatal(err)
		}
		if err := with.Cache.Close(); err != nil {
			t.Fatal(err)
		}
		b, err := Run(context.Background(), os.DirFS(dir), &want, opts)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(b.Findings, a.Findings); diff != "" {
			t.Errorf("%s: findings:\n%s", edit.name, diff)
		}
		if diff := cmp.Diff(want.Paths(), got.Paths()); diff != "" {
			t.Errorf("%s: files:\n%s", edit.name, diff)
		}
		for _, path := range want.Paths() {
			x, _ := want.Find(path)
			if y, _ := got.Find(path); string(x.Data) != string(y.Data) {
				t.Errorf("%s: %s is stale", edit.name, path)
			}
		}
	}
	if len(warm.texts) == 0 {
		t.Error("nothing is held")
	}
}
