package render

import (
	"testing"

	"planpress/internal/diag"
)

// BenchmarkPage makes the page of a document with a body of 900 words and all
// that the layout can show.
func BenchmarkPage(b *testing.B) {
	r, _ := defaultRenderer(b, diag.VI)
	p := document("../../../")
	html, err := r.Page(nil, "document", p)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(html)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Page(nil, "document", p); err != nil {
			b.Fatal(err)
		}
	}
}
