package bench_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"planpress/internal/bench"
)

func TestTheSeedDecides(t *testing.T) {
	a, b, c := bench.Site(1, 30), bench.Site(1, 30), bench.Site(2, 30)
	for i := range a {
		if a[i].Path != b[i].Path || !bytes.Equal(a[i].Data, b[i].Data) {
			t.Fatalf("%s differs between two runs of one seed", a[i].Path)
		}
	}
	if bytes.Equal(bench.Document(1, 0)[0].Data, bench.Document(2, 0)[0].Data) || len(c) < 30 {
		t.Error("another seed must give other texts")
	}
}

func TestDocumentsAreLikeRealPlans(t *testing.T) {
	for i := range 200 {
		words := len(strings.Fields(bench.Make(1, i).Text))
		if words < 600 || words > 1200 {
			t.Errorf("document %d has %d words, want 600 to 1,200", i, words)
		}
	}
	if words := len(strings.Fields(bench.Make(1, 250).Text)); words < 20_000 {
		t.Errorf("the long document has %d words, fewer than fill 50 pages", words)
	}
	if n := len(bench.Make(1, 9).Tasks); n < 5 || n > 25 {
		t.Errorf("%d tasks, want 5 to 25", n)
	}
	if len(bench.Make(1, 3).Files) == 0 {
		t.Error("the document has no attachment")
	}
}

// TestTheSiteBuilds has the real program find nothing worse than a note in a
// written site, and make a link of every citation.
func TestTheSiteBuilds(t *testing.T) {
	dir := t.TempDir()
	if err := bench.Write(dir, 1, 100); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "run", "planpress/cmd/planpress", "-C", dir, "--lang", "en", "build", "--as-of", "2026-06-01")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if found := regexp.MustCompile(`(?m)^.*(error|warning):.*$`).FindAll(out, -1); len(found) > 0 {
		t.Errorf("%d findings; the first is %s", len(found), found[0])
	}
	for i := 1; i < 100; i++ {
		d := bench.Make(1, i)
		page, err := os.ReadFile(filepath.Join(dir, "public", "plans", strconv.Itoa(d.Year), d.Name, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		if links := regexp.MustCompile(`Xem thêm <a[^>]*href`).FindAll(page, -1); len(links) != 2 {
			t.Errorf("%s: %d citations are links, want 2", d.Name, len(links))
		}
	}
}
