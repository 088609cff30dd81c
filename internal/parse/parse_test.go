package parse

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"planpress/internal/content"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

const sample = "---\ntitle: Kế hoạch\ntype: ke-hoach\npublication: published\nlang: en\n---\n## Mục đích\n\nXem [b](b.md#x) và ![ảnh](a/a.png).\n"

func TestFile(t *testing.T) {
	f, _ := content.Normalise("content/a.md", []byte(sample))
	r, err := New(Options{}).File(context.Background(), f, plan.KindDocument)
	if err != nil || len(r.Findings) > 0 {
		t.Fatal(err, r.Findings)
	}
	d := r.Document
	if d.Title != "Kế hoạch" || len(d.Outline) != 1 || d.Outline[0].ID != "muc-dich" || len(d.Links) != 2 || len(r.Body.Holes) != 2 {
		t.Errorf("got %+v", d)
	}
}

// TestTooSlow takes the place of a document that keeps the converter busy:
// no time at all is allowed.
func TestTooSlow(t *testing.T) {
	f, _ := content.Normalise("content/a.md", []byte("---\ntitle: A\n---\n"+strings.Repeat("chữ *nghiêng* và **đậm**\n\n", 20000)))
	r, err := New(Options{Timeout: time.Nanosecond}).File(context.Background(), f, plan.KindPage)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Findings) != 1 || r.Findings[0].Rule != ruleTooSlow || r.Findings[0].Pos.File != "content/a.md" || r.Document == nil {
		t.Errorf("a document that takes too long is a finding that names it, got %+v", r.Findings)
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

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	f, _ := content.Normalise("content/a.md", []byte("---\ntitle: A\n---\n"+strings.Repeat("chữ *nghiêng*\n\n", 200000)))
	if _, err := New(Options{}).File(ctx, f, plan.KindPage); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
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
		r, err := p.File(context.Background(), file, plan.KindDocument)
		if err != nil || r.Document == nil {
			t.Fatalf("no document: %v", err)
		}
		for _, d := range append(findings, r.Findings...) {
			if d.Rule == rulePanic || d.Rule == ruleTooSlow {
				t.Fatal(d.Message.EN)
			}
			if d.Pos.File != "content/a.md" || d.Message.In(diag.VI) == "" || d.Message.In(diag.EN) == "" {
				t.Fatalf("a finding without a place or a language: %+v", d)
			}
		}
		last := 0
		for _, h := range r.Body.Holes {
			if h.Offset < last || h.Offset > len(r.Body.HTML) || h.Link < 0 || h.Link >= len(r.Document.Links) {
				t.Fatalf("hole %+v is not in a body of %d bytes with %d links", h, len(r.Body.HTML), len(r.Document.Links))
			}
			last = h.Offset
		}
	})
}
