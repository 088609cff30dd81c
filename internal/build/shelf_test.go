package build

import (
	"bytes"
	"context"
	"os"
	"testing"

	"planpress/internal/cache"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/themes"
)

// early keeps the shelves that a build hands out.
type early struct {
	publish.Memory
	edited, shelf publish.Shelf
	news          bool
}

func (e *early) Edited(s publish.Shelf) { e.edited = s }
func (e *early) Ready(s publish.Shelf, _ []diag.Finding, news bool) {
	e.shelf, e.news = s, news
}

// TestTheShelfGivesWhatABuildPublishes compares every page, and what goes with
// it, with what is made on request, also after the cache has let go.
func TestTheShelfGivesWhatABuildPublishes(t *testing.T) {
	for _, name := range []string{"in memory", "in a cache"} {
		t.Run(name, func(t *testing.T) {
			opts := Options{Themes: themes.FS, BaseURL: "https://example.org/x/", AsOf: plan.Date{Year: 2026, Month: 6, Day: 1}}
			if name == "in a cache" {
				opts.Cache = cache.Open(t.TempDir(), cache.Version{1})
			}
			var sink early
			if _, err := Run(context.Background(), os.DirFS("../.."), &sink, opts); err != nil {
				t.Fatal(err)
			}
			if opts.Cache != nil {
				if err := opts.Cache.Close(); err != nil {
					t.Fatal(err)
				}
			}
			made := 0
			for _, path := range sink.Paths() {
				if !sink.shelf.Has(path) {
					continue
				}
				made++
				want, _ := sink.Find(path)
				got, err := sink.shelf.File(path)
				if err != nil || !bytes.Equal(got.Data, want.Data) {
					t.Errorf("%s: not what was published (%v)", path, err)
				}
			}
			if made < 50 {
				t.Errorf("only %d files are made on request", made)
			}
			for _, path := range []string{"none/index.html", "plans/none/document.json", "feed.xml"} {
				if sink.shelf.Has(path) {
					t.Errorf("the shelf claims to have %s", path)
				}
			}
		})
	}
}
