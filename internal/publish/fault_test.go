package publish

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// trap counts the calls of Files and springs at one of them.
type trap struct {
	at     int   // the call, from 1
	err    error // what it gives; nil: only writes count, and it is a short one
	dead   bool  // every call after it fails too, as if the process had ended
	kill   bool  // the process ends at it
	mu     sync.Mutex
	calls  int
	sprung bool
	locks  []io.Closer
}

// step counts a call. A call that fails has no effect.
func (t *trap) step() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.err == nil && !t.kill {
		return nil
	}
	t.calls++
	if t.dead && t.sprung {
		return t.err
	}
	if t.calls != t.at {
		return nil
	}
	t.sprung = true
	if t.kill {
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	}
	return t.err
}

func (t *trap) open(open func(string) (Files, error)) func(string) (Files, error) {
	return func(dir string) (Files, error) {
		if err := t.step(); err != nil {
			return nil, err
		}
		f, err := open(dir)
		if err != nil {
			return nil, err
		}
		return &trapped{f, t}, nil
	}
}

// trapped is Files with a trap before every call.
type trapped struct {
	Files
	t *trap
}

func (f *trapped) Lstat(name string) (fs.FileInfo, error) {
	if err := f.t.step(); err != nil {
		return nil, err
	}
	return f.Files.Lstat(name)
}

func (f *trapped) Open(name string) (io.ReadCloser, error) {
	if err := f.t.step(); err != nil {
		return nil, err
	}
	r, err := f.Files.Open(name)
	return &trappedReader{r, f.t}, err
}

func (f *trapped) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := f.t.step(); err != nil {
		return nil, err
	}
	return f.Files.ReadDir(name)
}

func (f *trapped) Readlink(name string) (string, error) {
	if err := f.t.step(); err != nil {
		return "", err
	}
	return f.Files.Readlink(name)
}

func (f *trapped) Create(name string) (io.WriteCloser, error) {
	if err := f.t.step(); err != nil {
		return nil, err
	}
	w, err := f.Files.Create(name)
	return &trappedWriter{w, f.t}, err
}

func (f *trapped) Lock(name string, note []byte) (io.Closer, error) {
	if err := f.t.step(); err != nil {
		return nil, err
	}
	l, err := f.Files.Lock(name, note)
	if err == nil {
		f.t.locks = append(f.t.locks, l)
	}
	return l, err
}

func (f *trapped) do(call func() error) error {
	if err := f.t.step(); err != nil {
		return err
	}
	return call()
}

func (f *trapped) Mkdir(name string) error { return f.do(func() error { return f.Files.Mkdir(name) }) }
func (f *trapped) Link(name, as string) error {
	return f.do(func() error { return f.Files.Link(name, as) })
}
func (f *trapped) Symlink(to, name string) error {
	return f.do(func() error { return f.Files.Symlink(to, name) })
}
func (f *trapped) Chmod(name string, mode fs.FileMode) error {
	return f.do(func() error { return f.Files.Chmod(name, mode) })
}
func (f *trapped) Chown(name string, uid, gid int) error {
	return f.do(func() error { return f.Files.Chown(name, uid, gid) })
}
func (f *trapped) Chtimes(name string, at time.Time) error {
	return f.do(func() error { return f.Files.Chtimes(name, at) })
}
func (f *trapped) Rename(from, to string) error {
	return f.do(func() error { return f.Files.Rename(from, to) })
}
func (f *trapped) Exchange(a, b string) error {
	return f.do(func() error { return f.Files.Exchange(a, b) })
}
func (f *trapped) Remove(name string) error {
	return f.do(func() error { return f.Files.Remove(name) })
}
func (f *trapped) Writable(dir string) error {
	return f.do(func() error { return f.Files.Writable(dir) })
}
func (f *trapped) Sync() error { return f.do(func() error { return nil }) }

type trappedReader struct {
	io.ReadCloser
	t *trap
}

func (r *trappedReader) Read(p []byte) (int, error) {
	if err := r.t.step(); err != nil {
		return 0, err
	}
	return r.ReadCloser.Read(p)
}

type trappedWriter struct {
	io.WriteCloser
	t *trap
}

// Write takes a half of the bytes before it fails, as a full disk does.
func (w *trappedWriter) Write(p []byte) (int, error) {
	half := func() int {
		n, _ := w.WriteCloser.Write(p[:len(p)/2])
		return n
	}
	if w.t.err == nil && !w.t.kill {
		if w.t.calls++; w.t.calls == w.t.at {
			w.t.sprung = true
			return half(), nil
		}
	} else if w.t.kill && w.t.calls+1 == w.t.at {
		half()
	}
	if err := w.t.step(); err != nil {
		return half(), err
	}
	return w.WriteCloser.Write(p)
}

// Close that fails loses what was written, as a network file system may.
func (w *trappedWriter) Close() error {
	err := w.t.step()
	if f, ok := w.WriteCloser.(*os.File); ok && err != nil && !w.t.dead {
		_ = f.Truncate(0)
	}
	if e := w.WriteCloser.Close(); err == nil {
		err = e
	}
	return err
}

// The sites of the fault tests: between them files stay, change, come, go,
// become folders, leave folders empty. The last differs from both everywhere.
var (
	faultOld = site{"index.html": "old", "same.css": "same", "doc.pdf": "%PDF", "gone/a/b.html": "b", "turn": "file", "fold/x.html": "x", "feed.xml": "1"}
	faultNew = site{"index.html": "new!", "same.css": "same", "doc.pdf": "%PDF2", "come/a/c.html": "c", "turn/in.html": "folder", "fold": "file", "feed.xml": "2"}
	faultFar = site{"index.html": "far", "same.css": "far", "doc.pdf": "far", "come/a/c.html": "far", "turn": "far", "fold/x.html": "far"}
	faultAny = site{".gitignore": "*", "gone/mine.txt": "mine", "empty": "/", "link": "-> same.css"}
)

// sequential publishes like publishTo, but always with the same order of calls.
func sequential(dir string, opts Options, files site) (Report, error) {
	s, err := Open(context.Background(), dir, opts)
	if err != nil {
		return Report{}, err
	}
	defer s.Abort()
	for _, p := range []string{"feed.xml", "index.html", "same.css", "doc.pdf", "gone/a/b.html", "come/a/c.html", "turn", "turn/in.html", "fold", "fold/x.html"} {
		if data, ok := files[p]; ok {
			if err := s.Put(outputOf(p, data)); err != nil {
				return Report{}, err
			}
		}
	}
	return s.Commit(context.Background())
}

type faultMode struct {
	name string
	opts Options
	open func(string) (Files, error)
}

var faultModes = []faultMode{
	{"files", Options{}, OpenFiles},
	{"atomic", Options{Atomic: true}, OpenFiles},
	{"in two", Options{Atomic: true}, openUnexchangeable},
	{"copies", Options{Atomic: true}, openUnlinkable},
}

func TestEveryCallFails(t *testing.T) {
	faults := []struct {
		name string
		err  error
		dead bool
		then []site // what is built after the fault; more than one where it may matter
	}{
		{"no space", syscall.ENOSPC, false, []site{faultNew}},
		{"fault of the disk", syscall.EIO, false, []site{faultNew, faultFar}},
		{"forbidden", syscall.EACCES, false, []site{faultFar}},
		{"short write", nil, false, []site{faultNew}},
		{"end of the process", syscall.EIO, true, []site{faultNew, faultFar}},
	}
	before := layOut(t, faultOld)
	for _, m := range faultModes {
		for _, f := range faults {
			t.Run(m.name+"/"+f.name, func(t *testing.T) {
				t.Parallel()
				for _, then := range f.then {
					after := layOut(t, faultOld, then)
					n := 1
					for ; !t.Failed(); n++ {
						tr := &trap{at: n, err: f.err, dead: f.dead}
						if !failAt(t, m, tr, before, then, after) {
							break
						}
					}
					t.Logf("failed at each of %d calls", n-1)
				}
			})
		}
	}
}

// layOut publishes sites one after the other, without faults, beside foreign
// files, and gives all that is in the folder.
func layOut(t *testing.T, sites ...site) site {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	lay(t, dir, faultAny)
	for _, s := range sites {
		if _, err := sequential(dir, Options{NoSync: true}, s); err != nil {
			t.Fatal(err)
		}
	}
	return everything(t, dir)
}

// failAt publishes with one failing call into a folder with the given contents,
// then without into the same; false if there were not so many calls.
func failAt(t *testing.T, m faultMode, tr *trap, before, then, after site) bool {
	t.Helper()
	dir, remove := quickDir(t)
	defer remove()
	lay(t, dir, before)
	opts := m.opts
	opts.Files = tr.open(m.open)
	_, err := sequential(dir, opts, faultNew)
	for _, l := range tr.locks {
		l.Close() // as the end of the process would
	}
	if !tr.sprung {
		return false
	}
	wantAfterFault(t, m, dir, err, tr)
	opts.Files, opts.NoSync = m.open, true
	if _, err := sequential(dir, opts, then); err != nil {
		t.Errorf("call %d: the next build: %v", tr.at, err)
	}
	// Exactly that site, as if there had been no fault.
	if diff := cmp.Diff(after, everything(t, dir)); diff != "" {
		t.Errorf("call %d: the next build (-want +got):\n%s", tr.at, diff)
	}
	wantTidy(t, dir)
	return true
}

// quickDir names a folder to publish into, in memory where the system has
// such a file system: the fault tests make some thousands of them.
func quickDir(t *testing.T) (dir string, remove func()) {
	t.Helper()
	home, err := os.MkdirTemp("/dev/shm", "planpress")
	if err != nil {
		home, err = os.MkdirTemp("", "planpress")
	}
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(home, "public"), func() { os.RemoveAll(home) }
}

func together(sites ...site) site {
	all := site{}
	for _, s := range sites {
		maps.Copy(all, s)
	}
	return all
}

// wantAfterFault checks that what is visible is what the error says.
func wantAfterFault(t *testing.T, m faultMode, dir string, err error, tr *trap) {
	t.Helper()
	extent := Whole
	if err != nil {
		var e *Error
		if !errors.As(err, &e) {
			t.Fatalf("not an *Error: %v", err)
		}
		extent = e.Extent
		if tr.err != nil && !errors.Is(err, tr.err) || e.Path == "" || e.Remedy == "" || !strings.Contains(err.Error(), e.Extent.String()) {
			t.Errorf("the error says too little: %v", err)
		}
	}
	if _, lost := os.Lstat(dir); lost != nil && m.name == "in two" && extent == Partly && tr.dead {
		return // between two renames; the next build gives the name back
	}
	got, old, fresh := visible(t, dir), together(faultAny, faultOld), together(faultAny, faultNew)
	switch {
	case extent == Nothing:
		if diff := cmp.Diff(old, got); diff != "" {
			t.Errorf("not the old site, after %v\n%s", err, diff)
		}
	case extent == Whole:
		if diff := cmp.Diff(fresh, got); diff != "" {
			t.Errorf("not the new site, after %v\n%s", err, diff)
		}
	case m.opts.Atomic:
		t.Errorf("partly published: %v", err)
	default:
		wantOldOrNew(t, got, old, fresh)
	}
}

// wantOldOrNew checks that every file is whole, the old one or the new one.
func wantOldOrNew(t *testing.T, got, old, fresh site) {
	t.Helper()
	for p, data := range got {
		if data != old[p] && data != fresh[p] && data != "/" {
			t.Errorf("%s is neither old nor new: %q", p, data)
		}
	}
	for p, data := range old {
		if fresh[p] == data && got[p] != data {
			t.Errorf("%s, in both sites, became %q", p, got[p])
		}
	}
}
