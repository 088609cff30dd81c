package parse

import (
	"strings"
	"testing"

	"planpress/internal/content"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

const sample = "---\ntitle: Kế hoạch\ntype: ke-hoach\npublication: published\nlang: en\n---\n## Mục đích\n\nXem [b](b.md#x) và ![ảnh](a/a.png).\n"

func TestFile(t *testing.T) {
	f, _ := content.Normalise("content/a.md", []byte(sample))
	r := New(Options{}).File(f, plan.KindDocument)
	if len(r.Findings) > 0 {
		t.Fatal(r.Findings)
	}
	d := r.Document
	if d.Title != "Kế hoạch" || len(r.Body.Outline) != 1 || r.Body.Outline[0].ID != "muc-dich" || len(d.Links) != 2 || len(r.Body.Holes) != 2 {
		t.Errorf("got %+v", d)
	}
}

// The words that the text is given, as those of footnotes, are in the
// document's language; a region (en-GB) makes no other language of it.
func TestTheWordsAreInTheLanguageOfTheDocument(t *testing.T) {
	html := func(lang string) string {
		f, _ := content.Normalise("content/a.md", []byte(strings.Replace(sample, "lang: en", "lang: "+lang, 1)+"\nA[^1].\n\n[^1]: B\n"))
		return string(New(Options{}).File(f, plan.KindDocument).Body.HTML)
	}
	if html("en") == html("vi") {
		t.Error("English and Vietnamese documents have the same words")
	}
	if html("en-GB") != html("en") {
		t.Error("en-GB is not taken for English")
	}
}

func TestTooSlowNamesTheFile(t *testing.T) {
	r := TooSlow("content/a.md", plan.KindDocument)
	if r.Document == nil || len(r.Findings) != 1 || r.Findings[0].Pos.String() != "content/a.md:1:1" || r.Findings[0].Hint.VI == "" {
		t.Errorf("got %+v", r)
	}
}

func TestAPanicNamesTheFile(t *testing.T) {
	f, _ := content.Normalise("content/a.md", []byte(sample))
	r := New(Options{}).guarded(f, plan.KindDocument, func(*source.File, plan.Kind) Result {
		return Result{Document: &plan.Document{Path: f.Path[:100]}} // what a defect would look like
	})
	if len(r.Findings) != 1 || r.Findings[0].Rule != rulePanic || r.Findings[0].Pos.File != "content/a.md" {
		t.Fatalf("got %+v", r.Findings)
	}
	if m := r.Findings[0].Message.EN; strings.Contains(m, "goroutine") || !strings.Contains(m, ".go:") {
		t.Errorf("the message names the place in the program and shows no stack: %s", m)
	}
}

// FuzzFile: whatever the bytes, a document comes back, every finding has a
// place in the file and both languages, and every hole is within the body.
func FuzzFile(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("---\ntitle: [\n---\n| a |\n|---|\n| b | c |\n"))
	f.Add([]byte("----\r\n\ttitle: x\r\n"))
	f.Add([]byte("\xEF\xBB\xBF---\nnumber: 01\n---\nđ) một\ne) hai\n\n[^1]\n"))
	p := New(Options{})
	f.Fuzz(func(t *testing.T, data []byte) {
		file, findings := content.Normalise("content/a.md", data)
		r := p.File(file, plan.KindDocument)
		if r.Document == nil {
			t.Fatal("no document")
		}
		for _, d := range append(findings, r.Findings...) {
			if d.Rule == rulePanic {
				t.Fatal(d.Message.EN)
			}
			if d.Pos.File != "content/a.md" || d.Message.In(diag.VI) == "" || d.Message.In(diag.EN) == "" {
				t.Fatalf("a finding without a place or a language: %+v", d)
			}
		}
		last := 0
		for _, h := range r.Body.Holes {
			if h.Offset < last || h.Offset > len(r.Body.HTML) || h.Index < 0 || h.Index >= len(r.Document.Links) {
				t.Fatalf("hole %+v is not in a body of %d bytes with %d links", h, len(r.Body.HTML), len(r.Document.Links))
			}
			last = h.Offset
		}
	})
}
