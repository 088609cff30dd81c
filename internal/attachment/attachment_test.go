package attachment

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"
)

func zipOf(t *testing.T, entries ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		if _, err := z.Create(e); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func pngOf(t *testing.T, width, height int) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestInspect(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"a.pdf", "%PDF-1.7 …", ""},
		{"a.PDF", "%PDF-1.7 …", ""},
		{"a.csv", "stt;tên\n1;Kế hoạch\n", ""},
		{"long.csv", strings.Repeat("ế", 3000), ""},
		{"a.docx", zipOf(t, "[Content_Types].xml", "word/document.xml"), ""},
		{"a.xlsx", zipOf(t, "xl/workbook.xml"), ""},
		{"a.png", pngOf(t, 3, 2), ""},
		{"page.html", "<p>x", "P170"},
		{"picture.svg", "<svg/>", "P170"},
		{"program.exe", "MZ", "P170"},
		{"noextension", "x", "P170"},
		{"html.pdf", "<html>", "P171"},
		{"html.txt", "\n <!doctype html><script>", "P171"},
		{"latin1.txt", "k\xE9 ho\xE1ch", "P171"},
		{"sheet.docx", zipOf(t, "xl/workbook.xml"), "P171"},
		{"macros.docx", zipOf(t, "word/document.xml", "word/vbaProject.bin"), "P171"},
		{"cut.docx", zipOf(t, "word/document.xml")[:40], "P171"},
		{"cut.png", pngOf(t, 3, 2)[:10], "P171"},
		{"bomb.gif", "GIF89a\xFF\xFF\xFF\xFF\x00\x00\x00", "P172"}, // says 65535 × 65535
		{"big.pdf", "%PDF-" + strings.Repeat("x", 1<<20), "P172"},
		{"empty.pdf", "", "P173"},
	} {
		fsys := fstest.MapFS{"content/" + c.name: &fstest.MapFile{Data: []byte(c.data)}}
		info, findings, err := Inspect(fsys, "content/"+c.name, "content/"+c.name, 1)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := ""
		for _, f := range findings {
			got += f.Rule.Code
		}
		if got != c.want || (info == nil) != (c.want != "") {
			t.Errorf("%s: findings %q, want %q; info %v", c.name, got, c.want, info)
			continue
		}
		if info == nil {
			continue
		}
		sum := sha256.Sum256([]byte(c.data))
		if info.Size != int64(len(c.data)) || info.SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("%s: size or checksum is wrong: %+v", c.name, info)
		}
		if c.name == "a.png" && (info.Width != 3 || info.Height != 2) {
			t.Errorf("%d × %d, want 3 × 2", info.Width, info.Height)
		}
	}
}

func TestMissingFileIsAnError(t *testing.T) {
	if _, _, err := Inspect(fstest.MapFS{}, "content/a.pdf", "content/a.pdf", 1); err == nil {
		t.Error("a file that cannot be opened must be an error")
	}
}
