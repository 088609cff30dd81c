package publish

import (
	"context"
	"crypto/sha256"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"
)

// rested publishes a site and waits until its stamps prove something.
func rested(t *testing.T, dir string, opts Options, files site) Report {
	t.Helper()
	mustPublish(t, dir, opts, files)
	time.Sleep(60 * time.Millisecond)
	return mustPublish(t, dir, opts, files)
}

// kept opens a session and asks it to keep each file of a site.
func kept(t *testing.T, dir string, files site) (list []string) {
	t.Helper()
	s, err := Open(context.Background(), dir, Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Abort()
	for _, p := range slices.Sorted(maps.Keys(files)) {
		if s.Keep(p, Page, sha256.Sum256([]byte(files[p]))) {
			list = append(list, p)
		}
	}
	return list
}

func unchanged(t *testing.T, dir string, token [sha256.Size]byte) (Report, bool) {
	t.Helper()
	s, err := Open(context.Background(), dir, Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Abort()
	return s.Unchanged(token)
}

var three = site{"index.html": "<p>một</p>", "a/b.html": "hai", "a/c/d.css": "ba"}

func TestFilesAtRestAreKept(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		lay(t, dir, site{"mine": "x"})
		r := rested(t, dir, opts, three)
		if got := kept(t, dir, three); len(got) != len(three) {
			t.Errorf("kept %v", got)
		}
		if got := kept(t, dir, site{"index.html": "<p>hai</p>", "new.html": "mới", "mine": "x"}); got != nil {
			t.Errorf("kept what is not there: %v", got)
		}
		again, ok := unchanged(t, dir, r.Token)
		if !ok || again.Unchanged != 3 || !slices.Equal(again.Foreign, []string{"mine"}) {
			t.Errorf("%+v, %v", again, ok)
		}
	})
}

// TestWhatIsKeptIsPublished holds Keep and Put to one result.
func TestWhatIsKeptIsPublished(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		rested(t, dir, opts, three)
		s, err := Open(context.Background(), dir, opts)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Abort()
		if !s.Keep("a/b.html", Page, sha256.Sum256([]byte("hai"))) || s.Keep("a/b.html", Page, sha256.Sum256([]byte("hai"))) {
			t.Error("a file can be taken once")
		}
		if err := s.Put(Output{Path: "index.html", Data: []byte("mới")}); err != nil {
			t.Fatal(err)
		}
		r, err := s.Commit(context.Background())
		if err != nil || r.Unchanged != 1 || r.Written != 1 || r.Removed != 1 {
			t.Errorf("%+v, %v", r, err)
		}
		wantSite(t, dir, site{"index.html": "mới", "a/b.html": "hai"})
		wantTidy(t, dir)
	})
}

// TestChangesAreSeen does to a published folder what people and programs do.
func TestChangesAreSeen(t *testing.T) {
	in := func(dir, name string) string { return filepath.Join(dir, name) }
	for name, c := range map[string]struct {
		do   func(dir string) error
		left int // files that may still be kept
	}{
		"as many bytes, the old time": {func(dir string) error {
			info, err := os.Stat(in(dir, "a/b.html"))
			if err == nil {
				err = os.WriteFile(in(dir, "a/b.html"), []byte("HAI"), 0o644)
			}
			if err == nil {
				err = os.Chtimes(in(dir, "a/b.html"), info.ModTime(), info.ModTime())
			}
			return err
		}, 2},
		"another file in its place": {func(dir string) error {
			if err := os.WriteFile(in(dir, "x"), []byte("HAI"), 0o644); err != nil {
				return err
			}
			return os.Rename(in(dir, "x"), in(dir, "a/b.html"))
		}, 2},
		"a link in its place": {func(dir string) error {
			if err := os.Remove(in(dir, "a/b.html")); err != nil {
				return err
			}
			return os.Symlink("../index.html", in(dir, "a/b.html"))
		}, 2},
		"a folder that became a link": {func(dir string) error {
			if err := os.Rename(in(dir, "a"), in(dir, "z")); err != nil {
				return err
			}
			return os.Symlink("z", in(dir, "a"))
		}, 1},
		"removed":               {func(dir string) error { return os.Remove(in(dir, "a/b.html")) }, 2},
		"a folder removed":      {func(dir string) error { return os.RemoveAll(in(dir, "a")) }, 1},
		"a file came":           {func(dir string) error { return os.WriteFile(in(dir, "a/c/new"), nil, 0o644) }, 3},
		"a folder came":         {func(dir string) error { return os.Mkdir(in(dir, "a/c/new"), 0o755) }, 3},
		"no manifest":           {func(dir string) error { return os.Remove(in(dir, manifestName)) }, 0},
		"no stamps":             {func(dir string) error { return os.Remove(in(dir, stampsName)) }, 0},
		"stamps that are empty": {func(dir string) error { return os.Truncate(in(dir, stampsName), 0) }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			r := rested(t, dir, Options{}, three)
			if err := c.do(dir); err != nil {
				t.Fatal(err)
			}
			if _, ok := unchanged(t, dir, r.Token); ok {
				t.Error("the folder seems unchanged")
			}
			if got := kept(t, dir, three); len(got) != c.left {
				t.Errorf("kept %v", got)
			}
		})
	}
}

// TestAFileThatCameIsToldOf has a build find it that keeps all else.
func TestAFileThatCameIsToldOf(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	rested(t, dir, Options{}, three)
	lay(t, dir, site{"a/mine/x": "x"})
	if r := mustPublish(t, dir, Options{}, three); !slices.Equal(r.Foreign, []string{"a/mine/x"}) {
		t.Errorf("%+v", r)
	}
	r := rested(t, dir, Options{}, site{"index.html": "a"}) // a/ must stay for its sake
	if !slices.Equal(r.Foreign, []string{"a/mine/x"}) {
		t.Errorf("%+v", r)
	}
	wantSite(t, dir, site{"index.html": "a", "a/mine/x": "x"})
}

// TestAYoungFileIsRead changes a file again within a tick of the clock.
func TestAYoungFileIsRead(t *testing.T) {
	for range 30 {
		dir := filepath.Join(t.TempDir(), "public")
		r := mustPublish(t, dir, Options{}, three)
		if err := os.WriteFile(filepath.Join(dir, "a/b.html"), []byte("HAI"), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, ok := unchanged(t, dir, r.Token); ok {
			t.Fatal("a change right after the build is not seen")
		}
		if slices.Contains(kept(t, dir, three), "a/b.html") {
			t.Fatal("it is kept")
		}
	}
}

// TestStampsThatAreDamaged cuts and changes the file at each byte.
func TestStampsThatAreDamaged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	rested(t, dir, Options{}, three)
	file := filepath.Join(dir, stampsName)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var sum [sha256.Size]byte
	copy(sum[:], data[len(stampsMagic):])
	if readStamps(data, sum) == nil {
		t.Fatal("sound ones are refused")
	}
	for i := range data {
		spoilt := slices.Clone(data)
		spoilt[i] ^= 0x41
		if readStamps(data[:i], sum) != nil || readStamps(spoilt, sum) != nil {
			t.Errorf("damage at byte %d is not noticed", i)
		}
	}
}

// TestAnEditDuringTheBuildIsNotKept changes files between Put and Commit.
func TestAnEditDuringTheBuildIsNotKept(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		rested(t, dir, opts, three)
		s, err := Open(context.Background(), dir, opts)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Abort()
		now := site{"index.html": "<p>mới</p>", "a/b.html": "hai", "a/c/d.css": "ba"}
		for p, data := range now {
			if err := s.Put(Output{Path: p, Data: []byte(data)}); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, "a/b.html"), []byte("HAI"), 0o644); err != nil {
			t.Fatal(err)
		}
		time.Sleep(50 * time.Millisecond)
		r, err := s.Commit(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(50 * time.Millisecond)
		if _, ok := unchanged(t, dir, r.Token); ok || slices.Contains(kept(t, dir, now), "a/b.html") {
			t.Error("the edit is taken for what was published")
		}
	})
}

// TestYoungFilesComeToRest has a build that changes nothing trust in the end
// what was too young before.
func TestYoungFilesComeToRest(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		lay(t, dir, site{".git/config": "x", ".git/objects/a": "y", ".git/empty/none": "/"})
		r := mustPublish(t, dir, opts, three)
		time.Sleep(60 * time.Millisecond)
		again, ok := unchanged(t, dir, r.Token)
		if !ok || again.Token == r.Token || len(again.Foreign) != 2 {
			t.Fatalf("%+v, %v", again, ok)
		}
		if got := kept(t, dir, three); len(got) != len(three) {
			t.Errorf("kept %v", got)
		}
		if last, ok := unchanged(t, dir, again.Token); !ok || last.Token != again.Token {
			t.Errorf("%+v, %v", last, ok)
		}
		lay(t, dir, site{".git/objects/b": "z"})
		if _, ok := unchanged(t, dir, again.Token); ok {
			t.Error("a file that came to a folder of others is not noticed")
		}
	})
}

func TestStampsThatAreAPipe(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	r := rested(t, dir, Options{}, three)
	file := filepath.Join(dir, stampsName)
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(file, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, ok := unchanged(t, dir, r.Token); ok {
		t.Error("unchanged")
	}
	rested(t, dir, Options{}, three)
	if got := kept(t, dir, three); len(got) != len(three) {
		t.Errorf("kept %v", got)
	}
}
