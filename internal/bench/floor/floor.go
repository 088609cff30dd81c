// Package floor does the least that any program of this kind must: it converts
// every document with goldmark and writes files of given sizes, on all
// processors.
package floor

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"planpress/internal/bench"
)

// Run converts the documents of a generated site, and writes below out one
// file for each line of sizes: its number of bytes, a space, its path.
func Run(site, sizes, out string) error {
	names, err := filepath.Glob(filepath.Join(site, "content", "plans", "*", "*.md"))
	if err != nil {
		return err
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	err = bench.Each(len(names), func(i int) error {
		data, err := os.ReadFile(names[i])
		if err != nil {
			return err
		}
		_, text, _ := bytes.Cut(data, []byte("\n---\n"))
		var page bytes.Buffer
		return md.Convert(text, &page)
	})
	if err != nil {
		return err
	}
	list, err := os.ReadFile(sizes)
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSpace(string(list)), "\n")
	return bench.Each(len(lines), func(i int) error { return write(out, lines[i]) })
}

func write(out, line string) error {
	var size int
	var name string
	if _, err := fmt.Sscanf(line, "%d %s", &size, &name); err != nil {
		return fmt.Errorf("sizes: %q: %w", line, err)
	}
	return bench.Put(out, []bench.File{{Path: name, Data: make([]byte, size)}})
}
