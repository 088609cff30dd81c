package browsertest

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"planpress/internal/build"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/preview"
	"planpress/themes"
)

// TestPreview plays an editor who looks at a page while writing it: an edit
// shows by itself at the same place, a mistake shows in front of the last good
// page, and its repair takes the message away.
func TestPreview(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	page := func(first string) string {
		return "---\ntitle: Trang\n---\n" + first + "\n\n" + strings.Repeat("Đoạn văn dài để trang cuộn được.\n\n", 200)
	}
	write("content/site.yaml", "name: Cổng\n")
	write("content/pages/a.md", page("Bản đầu."))
	b := open(t)
	b.visit(previewOf(t, dir) + "pages/a/")
	b.await(`document.body.innerText.includes("Bản đầu.") && !!document.querySelector("planpress-preview")`)
	eval[bool](b, `(scrollTo({ top: 900, behavior: "instant" }), true)`)

	write("content/pages/a.md", page("Bản thứ hai."))
	b.await(`document.body.innerText.includes("Bản thứ hai.")`)
	b.await(`Math.abs(scrollY - 900) < 2`)

	const overlay = `document.querySelector("planpress-preview").shadowRoot.textContent`
	write("content/pages/a.md", page("Xem [b](khong-co.md)."))
	b.await(overlay + `.includes("content/pages/a.md:4:") && ` + overlay + `.includes("P205")`)
	if !eval[bool](b, `document.body.innerText.includes("Bản thứ hai.")`) {
		t.Error("the last good page is gone while there is a mistake")
	}

	write("content/pages/a.md", page("Bản thứ ba."))
	b.await(`document.body.innerText.includes("Bản thứ ba.") && ` + overlay + ` === ""`)
}

// previewOf runs a preview of a site's folder and gives its address.
func previewOf(t *testing.T, dir string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	base := "http://" + l.Addr().String() + "/"
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		ended <- preview.Serve(ctx, preview.Options{Listener: l, Folders: []string{filepath.Join(dir, "content")}, Lang: diag.VI,
			Log: func(diag.Text) {},
			Build: func(ctx context.Context, n *preview.Snapshot, _ []string) ([]diag.Finding, error) {
				res, err := build.Run(ctx, root.FS(), n, build.Options{Themes: themes.FS, BaseURL: base, AsOf: plan.Date{Year: 2026, Month: 6, Day: 1}})
				if err != nil {
					return nil, err
				}
				return res.Findings, nil
			}})
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		root.Close()
	})
	return base
}
