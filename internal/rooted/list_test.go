package rooted

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestListsEverything has more entries than the kernel gives at a time, with long
// names, and one of each kind.
func TestListsEverything(t *testing.T) {
	dir := t.TempDir()
	for i := range 2000 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("một tên khá dài của tệp thứ %d", i)), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := open(t, dir).ReadDir(".")
	if err != nil || len(got) != 2003 {
		t.Fatalf("%d entries, %v", len(got), err)
	}
	names := map[string]bool{}
	for _, e := range got {
		names[e.Name()] = true
		info, err := e.Info()
		if err != nil || info.Mode().Type() != e.Type() || info.IsDir() != e.IsDir() {
			t.Errorf("%v: %v, %v", e, info, err)
		}
	}
	if len(names) != len(got) {
		t.Errorf("%d names", len(names))
	}
}
