package publish

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestFirstPublication(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		dir = filepath.Join(dir, "made", "public")
		got := mustPublish(t, dir, opts, first)
		want := Report{Written: 5, Bytes: 25, Token: got.Token}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		wantSite(t, dir, first)
		wantTidy(t, dir)
	})
}

func TestOnlyWhatDiffersIsWritten(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		mustPublish(t, dir, opts, first)
		old := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
		for p := range first {
			if err := os.Chtimes(filepath.Join(dir, p), old, old); err != nil {
				t.Fatal(err)
			}
		}
		second := site{"index.html": "<p>two</p>", "a.css": "a{}", "plans/2023/x/x.pdf": "%PDF", "feed.xml": "<feed/>", "b/c.html": "c"}
		got := mustPublish(t, dir, opts, second)
		if diff := cmp.Diff(Report{Written: 2, Unchanged: 3, Removed: 1, Bytes: 11, Token: got.Token}, got); diff != "" {
			t.Error(diff)
		}
		wantSite(t, dir, second)
		for _, p := range []string{"a.css", "plans/2023/x/x.pdf", "feed.xml"} {
			info, err := os.Stat(filepath.Join(dir, p))
			if err != nil || !info.ModTime().Equal(old) {
				t.Errorf("%s: time %v, %v; an unchanged file keeps its own", p, info.ModTime(), err)
			}
		}
		wantTidy(t, dir)
	})
}

func TestNothingChangedWritesNothing(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		mustPublish(t, dir, opts, first)
		before, err := os.Stat(filepath.Join(dir, manifestName))
		if err != nil {
			t.Fatal(err)
		}
		if got := mustPublish(t, dir, opts, first); got.Written != 0 || got.Unchanged != len(first) {
			t.Errorf("got %+v", got)
		}
		after, err := os.Stat(filepath.Join(dir, manifestName))
		if err != nil || !os.SameFile(before, after) {
			t.Errorf("the manifest was written anew (%v)", err)
		}
		wantTidy(t, dir)
	})
}

func TestAbortLeavesTheFolderAsItWas(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		begin := func() *Session {
			s, err := Open(context.Background(), dir, opts)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Put(outputOf("new.html", "new")); err != nil {
				t.Fatal(err)
			}
			return s
		}
		if err := begin().Abort(); err != nil {
			t.Fatal(err)
		}
		if list, err := os.ReadDir(filepath.Dir(dir)); err != nil || len(list) > 0 {
			t.Errorf("the folder was missing and is there now: %v %v", list, err)
		}
		mustPublish(t, dir, opts, first)
		before := everything(t, dir)
		s := begin()
		for range 2 {
			if err := s.Abort(); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(before, everything(t, dir)); diff != "" {
			t.Error(diff)
		}
		if _, err := s.Commit(context.Background()); !errors.Is(err, ErrClosed) {
			t.Errorf("Commit after Abort: %v", err)
		}
		if err := s.Put(outputOf("x", "x")); !errors.Is(err, ErrClosed) {
			t.Errorf("Put after Abort: %v", err)
		}
	})
}

func TestEndOfContext(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		mustPublish(t, dir, opts, first)
		before := everything(t, dir)
		ctx, cancel := context.WithCancel(context.Background())
		s, err := Open(ctx, dir, opts)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Put(outputOf("new.html", "new")); err != nil {
			t.Fatal(err)
		}
		cancel()
		if _, err := s.Commit(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		if diff := cmp.Diff(before, everything(t, dir)); diff != "" {
			t.Error(diff)
		}
		if _, err := Open(ctx, dir, opts); !errors.Is(err, context.Canceled) {
			t.Errorf("Open: %v", err)
		}
	})
}

func TestStreams(t *testing.T) {
	stream := func(data string, size int64, sum string) Output {
		return Output{Path: "x.pdf", Size: size, SHA256: sum, Open: func() (io.ReadCloser, error) {
			return io.NopCloser(strings.NewReader(data)), nil
		}}
	}
	const sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // of abc
	long := strings.Repeat("0123456789", 20_000)
	cases := []struct {
		name string
		out  Output
		want error
	}{
		{"size and hash known", stream("abc", 3, sum), nil},
		{"only the hash", stream("abc", 0, sum), nil},
		{"nothing known", stream("abc", 0, ""), nil},
		{"empty", stream("", 0, ""), nil},
		{"longer than memory for copying", stream(long, 0, ""), nil},
		{"other size", stream("abcd", 3, ""), ErrChanged},
		{"other bytes", stream("abd", 3, sum), ErrChanged},
		{"unreadable", Output{Path: "x.pdf", Open: func() (io.ReadCloser, error) { return nil, fs.ErrPermission }}, fs.ErrPermission},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			for round := range 2 {
				s, err := Open(context.Background(), dir, Options{NoSync: true})
				if err != nil {
					t.Fatal(err)
				}
				if err := s.Put(c.out); !errors.Is(err, c.want) {
					t.Fatalf("Put: %v, want %v", err, c.want)
				}
				r, err := s.Commit(context.Background())
				if !errors.Is(err, c.want) {
					t.Fatalf("Commit: %v, want %v", err, c.want)
				}
				if c.want == nil && (r.Written != 1-round || r.Unchanged != round) {
					t.Errorf("round %d: %+v", round, r)
				}
			}
		})
	}
}

func TestSameBytesWhateverTheUmask(t *testing.T) {
	dir := t.TempDir()
	old := syscall.Umask(0o077)
	defer syscall.Umask(old)
	mustPublish(t, filepath.Join(dir, "files"), Options{}, first)
	mustPublish(t, filepath.Join(dir, "atomic"), Options{Atomic: true}, first)
	syscall.Umask(0)
	mustPublish(t, filepath.Join(dir, "open"), Options{}, first)
	for _, name := range []string{"files", "atomic", "open"} {
		for p, want := range map[string]fs.FileMode{".": 0o755, "index.html": 0o644, "plans/2023": 0o755, "plans/2023/x/x.pdf": 0o644, manifestName: 0o644, ownName: 0o755} {
			info, err := os.Stat(filepath.Join(dir, name, p))
			if err != nil || info.Mode().Perm() != want {
				t.Errorf("%s/%s: %v, want %v (%v)", name, p, info.Mode(), want, err)
			}
		}
	}
}

func TestEveryWayLeadsToTheSameFolder(t *testing.T) {
	second := site{"index.html": "two", "b/c.html": "c", "a.css": "a{}"}
	clean := filepath.Join(t.TempDir(), "public")
	mustPublish(t, clean, Options{}, second)
	want := everything(t, clean)
	modes(t, func(t *testing.T, dir string, opts Options) {
		for _, s := range []site{first, {}, second, first, second} {
			mustPublish(t, dir, opts, s)
		}
		if diff := cmp.Diff(want, everything(t, dir)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestFolderBehindALink(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		base := filepath.Dir(dir)
		lay(t, base, site{"public": "-> here/real", "here": "/"})
		for _, s := range []site{first, {"index.html": "two"}} {
			mustPublish(t, dir, opts, s)
			wantSite(t, filepath.Join(base, "here", "real"), s)
			wantTidy(t, filepath.Join(base, "here", "real"))
			if target, err := os.Readlink(dir); target != "here/real" {
				t.Errorf("the link was replaced: %q %v", target, err)
			}
		}
	})
}

// The target of a link counts from where the link really is, as it does for
// the system, and not from where a link among the parents seems to put it.
func TestLinkBelowALink(t *testing.T) {
	base := t.TempDir()
	lay(t, base, site{"disk/sites/public": "-> ../www", "disk/www": "/", "here": "-> disk/sites"})
	mustPublish(t, filepath.Join(base, "here", "public"), Options{}, first)
	wantSite(t, filepath.Join(base, "disk", "www"), first)
	if _, err := os.Lstat(filepath.Join(base, "www")); err == nil {
		t.Error("a folder was made that the link does not name")
	}
}

func TestPutDoesNotKeepData(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	s, err := Open(context.Background(), dir, Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	data := []byte("before")
	if err := s.Put(Output{Path: "x", Data: data}); err != nil {
		t.Fatal(err)
	}
	copy(data, bytes.ToUpper(data))
	if _, err := s.Commit(context.Background()); err != nil {
		t.Fatal(err)
	}
	wantSite(t, dir, site{"x": "before"})
}
