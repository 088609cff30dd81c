package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestPathsThatAreRefused(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for _, p := range []string{
		"", ".", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "./a", "a\x00b", "\xff",
		".planpress/x", ".PlanPress/manifest.json", ".planpress", "x/" + strings.Repeat("n", 256),
	} {
		s, err := Open(context.Background(), dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Put(Output{Path: p}); !errors.Is(err, ErrPath) {
			t.Errorf("Put(%q): %v", p, err)
		}
		if _, err := s.Commit(context.Background()); !errors.Is(err, ErrPath) {
			t.Errorf("Commit after Put(%q): %v", p, err)
		}
	}
	for _, pair := range [][2]string{{"a", "a"}, {"a", "a/b"}, {"a/b/c", "a"}} {
		s, err := Open(context.Background(), dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pair {
			_ = s.Put(Output{Path: p}) // the first is fine
		}
		if _, err := s.Commit(context.Background()); !errors.Is(err, ErrPath) {
			t.Errorf("Commit of %q: %v", pair, err)
		}
	}
	if list, err := os.ReadDir(filepath.Dir(dir)); err != nil || len(list) > 0 {
		t.Errorf("left behind: %v %v", list, err)
	}
}

func TestFoldersThatCannotBePublishedInto(t *testing.T) {
	base := t.TempDir()
	lay(t, base, site{"file": "x", "loop": "-> loop", "full/.planpress": "mine", "newer/.planpress/manifest.json": "{\"version\":2,\n"})
	cases := []struct {
		dir  string
		want error
		word string
	}{
		{"file", ErrNotFolder, "Move it away"},
		{"file/below", ErrNotFolder, "Move it away"},
		{"loop", syscall.ELOOP, "loop"},
		{"full", errUnknown, ".planpress"},
		{"newer", ErrNewer, "Use that version"},
	}
	for _, c := range cases {
		for _, atomic := range []bool{false, true} {
			dir := filepath.Join(base, c.dir)
			_, err := Open(context.Background(), dir, Options{Atomic: atomic})
			var e *Error
			if !errors.Is(err, c.want) || !errors.As(err, &e) || e.Extent != Nothing {
				t.Errorf("%s: %v, want %v", c.dir, err, c.want)
				continue
			}
			if !strings.Contains(err.Error(), c.word) || !strings.Contains(err.Error(), dir) {
				t.Errorf("%s: the message lacks place or remedy: %v", c.dir, err)
			}
		}
	}
	if _, err := Open(context.Background(), "/", Options{}); !errors.Is(err, errRoot) {
		t.Errorf("/: %v", err)
	}
}
