package browsertest

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sync"
	"testing"
	"time"

	"planpress/internal/bench"
	"planpress/internal/cli"
)

var (
	edits     = flag.Int("edits", 0, "edits whose way to the browser TestEdits measures; 0: none")
	documents = flag.Int("documents", 10_000, "documents of the site that it edits")
)

// TestEdits measures on request how long it takes from saving a file to a
// browser that shows it, and prints the median and the 99th percentile. It fails
// where an edit does not come to be shown at all.
func TestEdits(t *testing.T) {
	if *edits == 0 {
		t.Skip("skipped: it measures, and runs with -edits N")
	}
	dir := t.TempDir()
	if err := bench.Write(dir, 1, *documents); err != nil {
		t.Fatal(err)
	}
	d := bench.Make(1, *documents/2)
	file := filepath.Join(dir, fmt.Sprintf("content/plans/%d/%s.md", d.Year, d.Name))
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	page := served(t, dir) + fmt.Sprintf("plans/%d/%s/", d.Year, d.Name)
	for name, before := range map[string]string{"words": "", "headings": "## "} { // others may lead to a heading
		t.Run(name, func(t *testing.T) {
			b := open(t)
			b.visit(page)
			b.await(`!!document.querySelector("planpress-preview")`)
			took := make([]time.Duration, *edits)
			for i := range took {
				time.Sleep(700 * time.Millisecond) // an editor reads what came
				mark := fmt.Sprintf("dấu-mốc-%s-%dx", name, i)
				took[i] = b.edit(file, string(text)+"\n\n"+before+mark+"\n", mark)
			}
			slices.Sort(took)
			t.Logf("%d documents, %d edits: median %v, 99th percentile %v", *documents, *edits, took[len(took)/2], took[len(took)*99/100])
		})
	}
}

// edit saves a text with a mark in it, and tells how long it takes until the
// browser shows it.
func (b tab) edit(file, text, mark string) time.Duration {
	b.t.Helper()
	begun := time.Now()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		b.t.Fatal(err)
	}
	b.await(`document.readyState === "complete" && document.body.textContent.includes("` + mark + `") && !!` + firstPaint)
	shown := eval[float64](b, `performance.timeOrigin + `+firstPaint+`.startTime`)
	return time.Duration(shown*float64(time.Millisecond)) - time.Duration(begun.UnixNano())
}

// firstPaint is the entry of the moment at which a page first showed something,
// by the browser's own clock: to ask all the time would slow it down.
const firstPaint = `performance.getEntriesByName("first-contentful-paint")[0]`

// served runs "planpress serve" and gives its address once it has looked at the
// whole site.
func served(t *testing.T, dir string) string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	var out lines
	ended := make(chan int, 1)
	go func() {
		ended <- cli.Run(ctx, cli.Env{Args: []string{"-C", dir, "serve", "--port", "0", "--as-of", "2026-06-01"}, Stdout: &out, Stderr: &out,
			Getenv: func(string) string { return "" }, Now: time.Now})
	}()
	t.Cleanup(func() {
		stop()
		if code := <-ended; code != 0 {
			t.Errorf("exit status %d: %s", code, out.String())
		}
	})
	address := regexp.MustCompile(`(http://\S+/)  \d+ documents?,`)
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if m := address.FindStringSubmatch(out.String()); m != nil {
			return m[1]
		}
	}
	t.Fatalf("the preview does not come: %s", out.String())
	return ""
}

// lines is a buffer for several goroutines.
type lines struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}
