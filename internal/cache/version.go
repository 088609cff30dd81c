package cache

import (
	"crypto/sha256"
	"debug/elf"
	"fmt"
	"io"
	"os"
)

// VersionOf names the program in a file: by the identity that Go's linker gives
// to its bytes, or where it has none by a hash of them.
func VersionOf(file string) (Version, error) {
	if id := buildID(file); len(id) > 0 {
		return sha256.Sum256(id), nil
	}
	f, err := os.Open(file)
	if err != nil {
		return Version{}, fmt.Errorf("reading the program's own file: %w", err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return Version{}, fmt.Errorf("reading the program's own file: %w", err)
	}
	return Version(h.Sum(nil)), nil
}

// buildID gives the note of Go's linker, or nothing.
func buildID(file string) []byte {
	f, err := elf.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	const head = 16 // sizes, type and name, as in every ELF note
	section := f.Section(".note.go.buildid")
	if section == nil {
		return nil
	}
	if data, err := section.Data(); err == nil && len(data) > head {
		return data[head:]
	}
	return nil
}
