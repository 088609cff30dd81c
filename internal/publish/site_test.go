package publish

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// site is the files of a site, or what is in a folder: the bytes of files, the
// targets of symbolic links after "-> ", and "/" for empty folders.
type site map[string]string

func kindOfPath(p string) Kind {
	switch path.Ext(p) {
	case ".html":
		return Page
	case ".xml":
		return List
	}
	return Asset
}

// output makes a file of a site. Those that end in .pdf are streamed.
func outputOf(p, data string) Output {
	o := Output{Path: p, Kind: kindOfPath(p), Data: []byte(data)}
	if path.Ext(p) == ".pdf" {
		o.Data, o.Size = nil, int64(len(data))
		o.Open = func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(data)), nil }
	}
	return o
}

func publishTo(dir string, opts Options, files site) (Report, error) {
	ctx := context.Background()
	s, err := Open(ctx, dir, opts)
	if err != nil {
		return Report{}, err
	}
	var wg sync.WaitGroup
	for p, data := range files {
		wg.Go(func() { _ = s.Put(outputOf(p, data)) }) // Commit gives its error
	}
	wg.Wait()
	return s.Commit(ctx)
}

func mustPublish(t *testing.T, dir string, opts Options, files site) Report {
	t.Helper()
	opts.NoSync = true
	r, err := publishTo(dir, opts, files)
	if err != nil {
		t.Fatalf("publish: %v", err)
	}
	return r
}

// lay puts files on disk as a person would.
func lay(t *testing.T, dir string, files site) {
	t.Helper()
	for p, data := range files {
		full := filepath.Join(dir, p)
		err := os.MkdirAll(filepath.Dir(full), 0o755)
		if target, ok := strings.CutPrefix(data, "-> "); ok && err == nil {
			err = os.Symlink(target, full)
		} else if data == "/" && err == nil {
			err = os.Mkdir(full, 0o755)
		} else if err == nil {
			err = os.WriteFile(full, []byte(data), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// everything reads a folder, .planpress and all, but for the stamps: they are
// never the same twice.
func everything(t *testing.T, dir string) site {
	t.Helper()
	got := site{}
	err := filepath.WalkDir(dir, func(full string, e fs.DirEntry, err error) error {
		if err != nil || full == dir {
			return err
		}
		rel, err := filepath.Rel(dir, full)
		if err != nil {
			return err
		}
		switch {
		case e.IsDir():
			list, err := os.ReadDir(full)
			if len(list) == 0 {
				got[rel] = "/"
			}
			return err
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(full)
			got[rel] = "-> " + target
			return err
		case rel == stampsName:
			return nil
		}
		data, err := os.ReadFile(full)
		got[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// visible reads what a reader of the site can see.
func visible(t *testing.T, dir string) site {
	t.Helper()
	got := everything(t, dir)
	for p := range got {
		if p == ownName || strings.HasPrefix(p, ownName+"/") {
			delete(got, p)
		}
	}
	return got
}

func wantSite(t *testing.T, dir string, want site) {
	t.Helper()
	if diff := cmp.Diff(want, visible(t, dir)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", filepath.Base(dir), diff)
	}
}

// wantTidy checks that the folder's own folder holds the manifest, the stamps
// and nothing else, and that nothing is left beside the folder.
func wantTidy(t *testing.T, dir string) {
	t.Helper()
	for at, want := range map[string]string{filepath.Join(dir, ownName): "manifest.json stamps", filepath.Dir(dir): filepath.Base(dir)} {
		list, err := os.ReadDir(at)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range list {
			if !slices.Contains(strings.Split(want, " "), e.Name()) {
				t.Errorf("left behind: %s", filepath.Join(at, e.Name()))
			}
		}
	}
}

// modes runs a test for both ways to publish.
func modes(t *testing.T, test func(t *testing.T, dir string, opts Options)) {
	for name, opts := range map[string]Options{"files": {}, "atomic": {Atomic: true}, "in two": {Atomic: true, Files: openUnexchangeable}, "copies": {Atomic: true, Files: openUnlinkable}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, filepath.Join(t.TempDir(), "public"), opts)
		})
	}
}

// unexchangeable is a file system that can only rename.
type unexchangeable struct{ Files }

func (unexchangeable) Exchange(string, string) error { return errors.ErrUnsupported }

func openUnexchangeable(dir string) (Files, error) {
	f, err := OpenFiles(dir)
	return unexchangeable{f}, err
}

// unlinkableFiles is a file system without hard links.
type unlinkableFiles struct{ Files }

func (unlinkableFiles) Link(string, string) error { return syscall.EPERM }

func openUnlinkable(dir string) (Files, error) {
	f, err := OpenFiles(dir)
	return unlinkableFiles{f}, err
}

var first = site{
	"index.html": "<p>one</p>", "a.css": "a{}", "plans/2023/x.html": "x", "plans/2023/x/x.pdf": "%PDF", "feed.xml": "<feed/>",
}
