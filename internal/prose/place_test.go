package prose

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"

	"planpress/internal/source"
)

// The placer must agree with the file, whatever the order of the questions.
func TestPlacerAgreesWithFile(t *testing.T) {
	f := source.New("x.md", []byte("---\na: b\n---\nĐiều 7. Ủy ban\n\n nhân dân 😀 x\n\n"))
	r := rand.New(rand.NewPCG(1, 2))
	p := placer{f: f, offset: 13, pos: f.At(13)}
	for range 2000 {
		offset := r.IntN(len(f.Data) + 3)
		if offset < len(f.Data) && !utf8.RuneStart(f.Data[offset]) {
			continue // findings never stand inside a character
		}
		if got, want := p.at(offset), f.At(offset); got != want {
			t.Fatalf("at(%d) = %v, want %v", offset, got, want)
		}
	}
}
