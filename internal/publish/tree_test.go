package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// renames notes what is moved.
type renames struct {
	Files
	mu    *sync.Mutex
	names *[]string
}

func (r renames) Rename(from, to string) error {
	r.mu.Lock()
	*r.names = append(*r.names, to)
	r.mu.Unlock()
	return r.Files.Rename(from, to)
}

// moved publishes a site and gives what was moved into place, in order.
func moved(t *testing.T, dir string, files site) []string {
	t.Helper()
	var names []string
	var mu sync.Mutex
	mustPublish(t, dir, Options{Files: func(dir string) (Files, error) {
		f, err := OpenFiles(dir)
		return renames{f, &mu, &names}, err
	}}, files)
	return slices.DeleteFunc(names, func(name string) bool { return strings.Contains(name, ownName) })
}

// TestANewFolderIsMovedAsAWhole, after what its pages name and before what
// names them; one that is there keeps its files.
func TestANewFolderIsMovedAsAWhole(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	files := site{"assets/a.css": "a", "index.html": "home", "lists/feed.xml": "feed"}
	for i := range 50 {
		files[fmt.Sprintf("plans/2026/p%02d/index.html", i)] = "page"
	}
	got := moved(t, dir, files)
	if want := []string{"assets", "index.html", "plans", "lists"}; !slices.Equal(got, want) {
		t.Errorf("moved %q, want %q", got, want)
	}
	wantSite(t, dir, files)
	files["plans/2026/p50/index.html"], files["plans/2026/p50/x/y.pdf"] = "page", "annex"
	files["plans/2026/p07/index.html"] = "page, mended"
	if got, want := moved(t, dir, files), []string{"plans/2026/p50", "plans/2026/p07/index.html"}; !slices.Equal(got, want) {
		t.Errorf("moved %q, want %q", got, want)
	}
	wantSite(t, dir, files)
}

// TestAFolderThatAppearsMeanwhile keeps what somebody put into it, and gets the
// files of the site as well.
func TestAFolderThatAppearsMeanwhile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	s, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{"plans/a/index.html", "plans/b/index.html"} {
		if err := s.Put(outputOf(p, p)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "plans/a"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "plans/a/own.txt"), []byte("own"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantSite(t, dir, site{"plans/a/index.html": "plans/a/index.html", "plans/b/index.html": "plans/b/index.html", "plans/a/own.txt": "own"})
}

// TestANameAsFileAndAsFolder is an error of the site, not of the disk.
func TestANameAsFileAndAsFolder(t *testing.T) {
	for _, order := range [][]string{{"x/a", "x/a/b"}, {"x/a/b", "x/a"}} {
		s, err := Open(t.Context(), filepath.Join(t.TempDir(), "public"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range order {
			if err := s.Put(outputOf(p, p)); err != nil {
				t.Errorf("%s: %v", p, err)
			}
		}
		if _, err := s.Commit(t.Context()); err == nil || !strings.Contains(err.Error(), ErrPath.Error()) {
			t.Errorf("%q: %v", order, err)
		}
	}
}
