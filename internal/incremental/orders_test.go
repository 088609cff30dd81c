package incremental

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	stages "planpress/internal/build"
	"planpress/internal/cache"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/themes"
)

// unordered is a site whose folders list their entries in an order that depends
// on a seed, as some file systems do.
type unordered struct {
	fs.FS
	seed uint64
}

func (u unordered) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(u.FS, name)
	rand.New(rand.NewPCG(u.seed, uint64(len(name)))).Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

// TestAnyOrderOfEntries builds a site with shuffled folders over what a build
// with others left.
func TestAnyOrderOfEntries(t *testing.T) {
	site := t.TempDir()
	put(t, site, generated(60))
	dir := t.TempDir()
	var want files
	for i := range uint64(4) {
		shuffled := unordered{os.DirFS(site), i}
		inOrder(t, shuffled, filepath.Join(dir, "public"), filepath.Join(dir, "cache"))
		inOrder(t, shuffled, filepath.Join(dir, "clean", string('a'+rune(i))), filepath.Join(t.TempDir(), "cache"))
		if i == 0 {
			want = tree(t, filepath.Join(dir, "public"))
		}
		for _, public := range []string{"public", "clean/" + string('a'+rune(i))} {
			if err := sameFiles(tree(t, filepath.Join(dir, public)), want, nil); err != nil {
				t.Errorf("order %d, %s: %v", i, public, err)
			}
		}
	}
}

// inOrder builds a site that is no folder.
func inOrder(t *testing.T, site fs.FS, public, folder string) {
	t.Helper()
	session, err := publish.Open(t.Context(), public, publish.Options{})
	must(t, err)
	defer session.Abort()
	opts := stages.Options{Themes: themes.FS, AsOf: plan.Date{Year: 2026, Month: 6, Day: 15}, Now: time.Unix(1, 0)}
	if hasCache {
		store := cache.Open(folder, cache.Version{1})
		defer store.Close()
		opts.Cache = store
	}
	res, err := stages.Run(t.Context(), site, session, opts)
	must(t, err)
	if res.Failed() {
		t.Fatal(res.Findings)
	}
	_, err = session.Commit(t.Context())
	must(t, err)
}
