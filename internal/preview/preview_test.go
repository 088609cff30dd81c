package preview

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"planpress/internal/diag"
	"planpress/internal/publish"
	"planpress/internal/source"
)

var rule = &diag.Rule{Code: "P999", Name: "sample", Severity: diag.Error}

// script0 is what pages get before anything was built.
var script0 = fmt.Sprintf(inject, 0)

// files is a shelf with prepared pages.
type files map[string]string

func (f files) Has(name string) bool { _, ok := f[name]; return ok }

func (f files) File(name string) (publish.Output, error) {
	if f[name] == "cannot be made" {
		return publish.Output{}, errors.New("the file changed during the build")
	}
	return publish.Output{Path: name, Data: []byte(f[name])}, nil
}

func snapshot(pages map[string]string) *Snapshot {
	s := NewSnapshot(Calls{})
	s.Ready(files(pages), nil, true)
	close(s.built)
	return s
}

// opened is a server that has something to show.
func opened(s *Snapshot) *server {
	out := &server{hub: newHub(), first: make(chan struct{})}
	out.site.Store(s)
	close(out.first)
	return out
}

func get(t *testing.T, s *server, target string, change ...func(*http.Request)) *http.Response {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, target, nil)
	for _, f := range change {
		f(r)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestRequests(t *testing.T) {
	s := opened(snapshot(map[string]string{"index.html": "<body>HOME</body>", "plans/a/index.html": "<body>A</body>",
		"plans/a/x.pdf": "%PDF", "404.html": "<body>MISSING</body>", "odd/index.html": "cannot be made"}))
	host := func(h string) func(*http.Request) { return func(r *http.Request) { r.Host = h } }
	for _, c := range []struct {
		target, host string
		status       int
		want         string
	}{
		{"/", "localhost:8080", 200, "HOME" + script0},
		{"/plans/a/", "127.0.0.1:8080", 200, "A" + script0},
		{"/plans/a", "[::1]:8080", 302, ""},
		{"/plans/a/x.pdf", "localhost", 200, "%PDF"},
		{"/odd/", "localhost", 500, "the file changed during the build"},
		{"/plans/none/", "localhost", 404, "MISSING" + script0},
		{"/plans/../../../etc/passwd", "localhost", 404, "MISSING"},
		{"/", "evil.example", 421, ""},
		{"/", "localhost.evil.example", 421, ""},
		{"/", "10.0.0.7:8080", 421, ""},
	} {
		r := get(t, s, "http://x"+c.target, host(c.host))
		if got := body(t, r); r.StatusCode != c.status || !strings.Contains(got, c.want) {
			t.Errorf("%s from %s: %d %q, want %d %q", c.target, c.host, r.StatusCode, got, c.status, c.want)
		}
	}
	if to := get(t, s, "http://localhost/plans/a").Header.Get("Location"); to != "/plans/a/" {
		t.Errorf("redirect to %q", to)
	}
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store"} {
		if got := get(t, s, "http://localhost/").Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	s.opts.AnyHost = true
	if r := get(t, s, "http://evil.example/"); r.StatusCode != 200 {
		t.Errorf("with --bind any host is answered, got %d", r.StatusCode)
	}
	r := get(t, s, "http://localhost/", func(r *http.Request) { r.Method = http.MethodPost })
	if r.StatusCode != 405 {
		t.Errorf("POST: %d", r.StatusCode)
	}
}

// TestBeforeTheFirstBuild: whoever opens the preview of a site that cannot be
// built is told why, and gets the site as soon as it can.
func TestBeforeTheFirstBuild(t *testing.T) {
	r := get(t, opened(nil), "http://localhost/")
	if got := body(t, r); r.StatusCode != 404 || !strings.Contains(got, script0) {
		t.Errorf("the page does not wait for the site: %d %q", r.StatusCode, got)
	}
}

// builder gives prepared results, one for each build.
type builder struct {
	mu      sync.Mutex
	results []result
}

type result func(*Snapshot) ([]diag.Finding, error)

func (b *builder) build(_ context.Context, n *Snapshot, _ []string) ([]diag.Finding, error) {
	b.mu.Lock()
	next := b.results[0]
	if len(b.results) > 1 {
		b.results = b.results[1:]
	}
	b.mu.Unlock()
	return next(n)
}

// good shows a text as soon as the build begins.
func good(text string) result {
	return func(n *Snapshot) ([]diag.Finding, error) {
		n.Ready(files{"index.html": "<body>" + text + "</body>"}, nil, true)
		return nil, nil
	}
}

// TestServe plays an editor: a good page, a broken edit, and its repair.
func TestServe(t *testing.T) {
	dir := t.TempDir()
	broken := func(*Snapshot) ([]diag.Finding, error) {
		return []diag.Finding{rule.At(source.Pos{File: "content/a.md", Line: 3, Column: 1}, diag.T("hỏng", "broken"))}, nil
	}
	b := &builder{results: []result{good("ONE"), broken, func(*Snapshot) ([]diag.Finding, error) { return nil, errors.New("disk") },
		func(*Snapshot) ([]diag.Finding, error) { panic("a defect") }, good("TWO")}}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() {
		served <- Serve(ctx, Options{Listener: l, Build: b.build, Folders: []string{dir}, Log: func(diag.Text) {}})
	}()
	base := "http://" + l.Addr().String()
	page := func() string {
		r, err := http.Get(base + "/")
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		return body(t, r)
	}
	if got := page(); !strings.Contains(got, "ONE") {
		t.Fatalf("first page %q", got)
	}
	events := stream(t, base)
	expect(t, events, "event: build", "data: 1", "event: findings", `"findings":[]`)
	edit := func(text string) {
		if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	edit("broken")
	expect(t, events, "event: findings", `"place":"content/a.md:3:1"`)
	if got := page(); !strings.Contains(got, "ONE") {
		t.Errorf("the last good page stays while there are errors, got %q", got)
	}
	edit("the disk fails")
	expect(t, events, "event: findings", `"message":"disk"`)
	edit("the program has a defect")
	expect(t, events, "event: findings", "a defect")
	edit("mended again")
	expect(t, events, "event: findings", `"findings":[]`, "event: build", "data: 2")
	if got := page(); !strings.Contains(got, "TWO") {
		t.Errorf("after the repair: %q", got)
	}
	cancel()
	if err := <-served; err != nil {
		t.Errorf("an interrupted preview ends without an error, got %v", err)
	}
}

func stream(t *testing.T, base string) <-chan string {
	t.Helper()
	r, err := http.Get(base + eventsPath)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Body.Close() })
	lines := make(chan string, 100)
	go func() {
		defer close(lines)
		for s := bufio.NewScanner(r.Body); s.Scan(); {
			lines <- s.Text()
		}
	}()
	return lines
}

// expect reads lines until each of the wanted ones came, in their order.
func expect(t *testing.T, lines <-chan string, want ...string) {
	t.Helper()
	deadline := time.After(20 * time.Second)
	for len(want) > 0 {
		select {
		case line, ok := <-lines:
			if !ok {
				t.Fatalf("the stream ended before %q", want[0])
			}
			if strings.Contains(line, want[0]) {
				want = want[1:]
			}
		case <-deadline:
			t.Fatalf("no line with %q", want[0])
		}
	}
}

// TestWatch makes the changes that give misleading events or none.
func TestWatch(t *testing.T) {
	for _, poll := range []bool{false, true} {
		dir := t.TempDir()
		ctx, cancel := context.WithCancel(context.Background())
		var said []string
		changes := watch(ctx, []string{filepath.Join(dir, "content")}, poll, func(m diag.Text) { said = append(said, m.EN) })
		if poll != (len(said) == 1) {
			t.Errorf("polling must be said, and only then: %q", said)
		}
		write := func(name, text string) {
			path := filepath.Join(dir, name)
			if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
				t.Fatal(err)
			}
		}
		rename := func(from, to string) {
			if err := os.Rename(filepath.Join(dir, from), filepath.Join(dir, to)); err != nil {
				t.Fatal(err)
			}
		}
		steps := []struct {
			name string
			do   func()
		}{
			{"a file in a folder that was missing", func() { write("content/a.md", "1") }},
			{"a file made with its folders", func() { write("content/plans/2023/deep/b.md", "1") }},
			{"an edit in such a folder", func() { write("content/plans/2023/deep/b.md", "22") }},
			{"a renamed folder", func() { rename("content/plans", "content/plaene") }},
			{"an edit inside the renamed folder", func() { write("content/plaene/2023/deep/b.md", "333") }},
			{"a save by rename", func() { write("tmp.md", "4444"); rename("tmp.md", "content/a.md") }},
			{"another folder under the same name", func() {
				write("new/2023/deep/b.md", "55555")
				rename("content/plaene", "old")
				rename("new", "content/plaene")
			}},
			{"an edit inside that folder", func() { write("content/plaene/2023/deep/b.md", "666666") }},
			{"a removal", func() {
				if err := os.RemoveAll(filepath.Join(dir, "content/plaene")); err != nil {
					t.Fatal(err)
				}
			}},
		}
		if poll {
			steps = steps[:3] // each waits for the clock
		}
		for _, step := range steps {
			step.do()
			select {
			case <-changes:
			case <-time.After(20 * time.Second):
				t.Fatalf("poll=%v: %s was not seen", poll, step.name)
			}
			drain(changes)
		}
		cancel()
	}
}

// TestAChangeIsNamed: what is shown at once are the files that are named, so an
// edit is, and what comes with others is not.
func TestAChangeIsNamed(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")
	for _, name := range []string{a, b} {
		if err := os.WriteFile(name, []byte("1"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	changes := watch(ctx, []string{dir}, false, func(diag.Text) {})
	if err := os.WriteFile(b, []byte("22"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := <-changes; len(got) != 1 || got[0] != b {
		t.Errorf("an edit gives %q", got)
	}
	if err := os.Rename(a, filepath.Join(dir, "c.md")); err != nil {
		t.Fatal(err)
	}
	if got := slices.Sorted(slices.Values(<-changes)); got != nil && !slices.Equal(got, []string{a, filepath.Join(dir, "c.md")}) {
		t.Errorf("a new name gives %q", got)
	}
	if all := (change{"x"}).with(nil); all != nil {
		t.Errorf("with changes that have no name: %q", all)
	}
}

// drain takes changes that the same step may still give.
func drain(changes <-chan change) {
	for {
		select {
		case <-changes:
		case <-time.After(3 * quiet):
			return
		}
	}
}

// TestRatings: a preview hands on what readers say, and only from this machine.
func TestRatings(t *testing.T) {
	s := opened(snapshot(map[string]string{"index.html": "<body>HOME</body>"}))
	post := func(r *http.Request) { r.Method = http.MethodPost }
	if r := get(t, s, "http://localhost"+RatingsPath+"rate", post); r.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("without a service: %d", r.StatusCode)
	}
	s.opts.Ratings = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Method, " ", r.URL.Path) })
	if got := body(t, get(t, s, "http://localhost"+RatingsPath+"rate", post)); got != "POST /rate" {
		t.Errorf("%q", got)
	}
	if r := get(t, s, "http://evil.example"+RatingsPath+"rate", post); r.StatusCode != http.StatusMisdirectedRequest {
		t.Errorf("from elsewhere: %d", r.StatusCode)
	}
}
