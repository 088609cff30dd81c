package incremental

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// files are the files of a folder by their path, with slashes.
type files map[string][]byte

// plainDocuments are those that the site has beside the ones of site.txtar.
const plainDocuments = 14

// firstSite makes the site that every sequence of edits begins with.
func firstSite(t testing.TB) files {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", "site.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	site := files{
		"content/plans/2025/bao-cao-2025/bieu-do.png":  picture(t, 90),
		"content/plans/2026/ke-hoach-2026/phu-luc.pdf": pdf("Phụ lục"),
		"content/plans/2025/bao-cao-2025/ban-quet.pdf": pdf(strings.Repeat("trang ", 190_000)), // more than a MiB
	}
	for _, f := range archive.Files {
		site[f.Name] = f.Data
	}
	for i := range plainDocuments {
		site[plainPath(i)] = plain(i)
	}
	return site
}

func plainPath(i int) string {
	return fmt.Sprintf("content/plans/%d/cong-van/cong-van-%02d.md", 2024+i%3, i)
}

// plain is a document; every other one links to one before it.
func plain(i int) []byte {
	topics := []string{"Đô thị", "Giáo dục", "Y tế", "Chuyển đổi số"}
	before := "công văn trước"
	if i%2 == 1 {
		before = fmt.Sprintf("[công văn trước](%s)", strings.TrimPrefix(plainPath((i+plainDocuments-3)%plainDocuments), "content"))
	}
	return fmt.Appendf(nil, `---
title: Về việc thứ %[1]d của phường
type: cong-van
number: %[2]d/UBND-VP
issuer: %[3]s
issued: %[4]d-0%[5]d-1%[5]d
summary: Việc thứ %[1]d.
fields: [%[6]s]
publication: published
---

Tiếp theo %[7]s, phường làm việc thứ %[1]d.

## Cách làm

- Hỏi dân.
- Làm rồi báo lại.
`, i, 100+i, [...]string{"ubnd-phuong-cu", "ubnd-phuong-cu", "ubnd-phuong"}[i%3], 2024+i%3, 1+i%5, topics[i%len(topics)], before)
}

// picture is a PNG file in one grey.
func picture(t testing.TB, grey uint8) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 8, 8))
	for i := range m.Pix {
		m.Pix[i] = color.Gray{grey}.Y
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pdf is enough of a PDF file to be one.
func pdf(text string) []byte {
	return fmt.Appendf(nil, "%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Note (%s) >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%%%EOF\n", text)
}

// put writes files below a folder.
func put(t testing.TB, dir string, all files) {
	t.Helper()
	for name, data := range all {
		file := filepath.Join(dir, filepath.FromSlash(name))
		must(t, os.MkdirAll(filepath.Dir(file), 0o755))
		must(t, os.WriteFile(file, data, 0o644))
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
