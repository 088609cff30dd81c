package publish

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkPublish publishes 1,000 pages of 15 to 30 KB: into an empty folder,
// unchanged, and with one in a hundred changed.
func BenchmarkPublish(b *testing.B) {
	outputs := make([]Output, 1000)
	for i := range outputs {
		line := fmt.Appendf(nil, "<p>Kế hoạch số %d</p>\n", i)
		outputs[i] = Output{
			Path: fmt.Sprintf("plans/%d/ke-hoach-%d/index.html", 2020+i%7, i), Kind: Page,
			Data: bytes.Repeat(line, (15<<10+i*15)/len(line)),
		}
	}
	for _, opts := range []Options{{NoSync: true}, {NoSync: true, Atomic: true}} {
		mode := "files"
		if opts.Atomic {
			mode = "atomic"
		}
		b.Run(mode+"/cold", func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				home := b.TempDir()
				b.StartTimer()
				benchPublish(b, filepath.Join(home, "public"), opts, outputs)
				b.StopTimer()
				os.RemoveAll(home)
				b.StartTimer()
			}
		})
		b.Run(mode+"/unchanged", func(b *testing.B) {
			dir := filepath.Join(b.TempDir(), "public")
			benchPublish(b, dir, opts, outputs)
			for b.Loop() {
				benchPublish(b, dir, opts, outputs)
			}
		})
		b.Run(mode+"/some", func(b *testing.B) {
			dir := filepath.Join(b.TempDir(), "public")
			benchPublish(b, dir, opts, outputs)
			for round := 0; b.Loop(); round++ {
				for i := 0; i < len(outputs); i += 100 {
					outputs[i].Data = fmt.Appendf(nil, "%d %d", i, round)
				}
				benchPublish(b, dir, opts, outputs)
			}
		})
	}
}

func benchPublish(b *testing.B, dir string, opts Options, outputs []Output) {
	b.Helper()
	s, err := Open(context.Background(), dir, opts)
	if err != nil {
		b.Fatal(err)
	}
	for _, o := range outputs {
		if err := s.Put(o); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := s.Commit(context.Background()); err != nil {
		b.Fatal(err)
	}
}
