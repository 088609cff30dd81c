package browsertest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
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
	b.visit(served(t, dir) + "pages/a/")
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

	write("content/pages/a.md", strings.Replace(page("Bản thứ tư."), "Trang", "Tên mới", 1))
	b.await(`document.body.innerText.includes("Bản thứ tư.") && document.querySelector("h1").innerText === "Tên mới"`)

	write("content/pages/a.md", strings.Replace(page("Bản thứ năm."), "title: Trang", "title: [", 1))
	b.await(overlay + `.includes("content/pages/a.md:2")`)
	if !eval[bool](b, `document.body.innerText.includes("Bản thứ tư.")`) {
		t.Error("the last good page is gone while the front matter cannot be read")
	}
	write("content/pages/a.md", page("Bản thứ sáu."))
	b.await(`document.body.innerText.includes("Bản thứ sáu.") && document.querySelector("h1").innerText === "Trang" && ` + overlay + ` === ""`)
}
