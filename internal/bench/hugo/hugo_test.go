package hugo

import (
	"strings"
	"testing"

	"planpress/internal/bench"
)

func TestHugoGetsTheSameDocument(t *testing.T) {
	d := bench.Make(1, 3)
	files, err := Document(d)
	if err != nil {
		t.Fatal(err)
	}
	if want := len(d.Files) + 1; len(files) != want {
		t.Fatalf("%d files, want %d", len(files), want)
	}
	if !strings.HasSuffix(files[0].Path, "/index.md") {
		t.Errorf("%s: a document with attachments must be a bundle", files[0].Path)
	}
	if text := string(files[0].Data); !strings.HasSuffix(text, d.Text) || !strings.Contains(text, d.Number) {
		t.Error("the text or the number is not that of the document")
	}
}
