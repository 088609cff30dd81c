package preview

import (
	"context"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"planpress/internal/diag"
	"planpress/internal/publish"
	"planpress/internal/source"
)

// running is a preview that builds with a function of the test.
func running(t *testing.T, build func(context.Context, *Snapshot, []string) ([]diag.Finding, error)) (base, dir string) {
	t.Helper()
	dir = t.TempDir()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() {
		served <- Serve(ctx, Options{Listener: l, Build: build, Folders: []string{dir}, Log: func(diag.Text) {}})
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-served; err != nil {
			t.Error(err)
		}
	})
	return "http://" + l.Addr().String(), dir
}

func fetch(t *testing.T, url string) string {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	return body(t, r)
}

// TestPagesBeforeTheEndOfTheBuild asks for a page while the build goes on, for a
// file that it has not put yet, and changes something meanwhile.
func TestPagesBeforeTheEndOfTheBuild(t *testing.T) {
	more, ended := make(chan struct{}), make(chan error, 10)
	base, dir := running(t, func(ctx context.Context, n *Snapshot, _ []string) ([]diag.Finding, error) {
		n.Ready(files{"index.html": "<body>EARLY</body>"}, nil, true)
		select {
		case <-more:
		case <-ctx.Done():
			ended <- ctx.Err()
			return nil, ctx.Err()
		}
		if err := n.Put(publish.Output{Path: "feed.xml", Data: []byte("<feed/>")}); err != nil {
			return nil, err
		}
		return []diag.Finding{rule.At(source.Pos{File: "content/a.md"}, diag.T("hỏng", "broken"))}, nil
	})
	if got := fetch(t, base+"/"); !strings.Contains(got, "EARLY") {
		t.Fatalf("%q", got)
	}
	events := stream(t, base)
	if err := os.WriteFile(filepath.Join(dir, "a.md"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err != context.Canceled {
		t.Errorf("the build before goes on: %v", err)
	}
	expect(t, events, "event: build", "data: 2")
	close(more)
	if got := fetch(t, base+"/feed.xml"); got != "<feed/>" {
		t.Errorf("a file that comes later is not waited for: %q", got)
	}
	expect(t, events, "event: findings", "this cannot be published yet")
	if got := fetch(t, base+"/"); !strings.Contains(got, "EARLY") {
		t.Errorf("%q", got)
	}
}

// TestAPageThatIsAskedForBeforeAnythingIsKnown waits for it.
func TestAPageThatIsAskedForBeforeAnythingIsKnown(t *testing.T) {
	begun := make(chan struct{})
	base, _ := running(t, func(ctx context.Context, n *Snapshot, _ []string) ([]diag.Finding, error) {
		<-begun
		n.Ready(files{"index.html": "<body>HERE</body>"}, nil, true)
		return nil, nil
	})
	got := make(chan string, 1)
	go func() { got <- fetch(t, base+"/") }()
	close(begun)
	if page := <-got; !strings.Contains(page, "HERE") {
		t.Errorf("%q", page)
	}
}

// TestAnEditIsShownOnce: its page comes before the build has looked at the whole
// site, and is not loaded again when the build comes to the same.
func TestAnEditIsShownOnce(t *testing.T) {
	first := true
	base, dir := running(t, func(_ context.Context, s *Snapshot, changed []string) ([]diag.Finding, error) {
		if first {
			first = false
			s.Ready(files{"index.html": "<body>ONE</body>"}, nil, true)
			return nil, nil
		}
		if len(changed) != 1 || filepath.Base(changed[0]) != "a.md" {
			t.Errorf("changed: %q", changed)
		}
		s.Edited(files{"index.html": "<body>TWO</body>"})
		s.Ready(files{"index.html": "<body>TWO</body>"}, nil, false)
		return []diag.Finding{rule.At(source.Pos{File: "content/a.md"}, diag.T("hỏng", "broken"))}, nil
	})
	fetch(t, base+"/")
	events := stream(t, base)
	expect(t, events, "data: 1")
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("2"), 0o644); err != nil {
		t.Fatal(err)
	}
	expect(t, events, "data: 2", "event: findings", "broken")
	if got := fetch(t, base+"/"); !strings.Contains(got, "TWO") || !strings.Contains(got, `data-build="2"`) {
		t.Errorf("%q", got)
	}
}
