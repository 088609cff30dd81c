package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// diary is Files that notes visible changes and the sync before them.
type diary struct {
	Files
	notes *[]string
}

func (d diary) note(s string) {
	if !strings.Contains(s, ownName+"/") {
		*d.notes = append(*d.notes, s)
	}
}

func (d diary) Rename(from, to string) error { d.note("write " + to); return d.Files.Rename(from, to) }
func (d diary) Remove(name string) error     { d.note("remove " + name); return d.Files.Remove(name) }
func (d diary) Sync() error                  { d.note("sync"); return d.Files.Sync() }

// No page may name what is not there yet, and nothing goes while a page may
// still name it.
func TestOrderOfChanges(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, Options{}, site{"a-gone/x.css": "x", "index.html": "old"})
	var notes []string
	open := func(dir string) (Files, error) {
		f, err := OpenFiles(dir)
		return diary{f, &notes}, err
	}
	_, err := publishTo(dir, Options{Files: open}, site{"z.css": "z", "b.png": "b", "index.html": "new", "a.html": "a", "a.xml": "a"})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"sync", "write b.png", "write z.css", "write a.html", "write index.html", "write a.xml", "remove a-gone/x.css", "remove a-gone"}
	if diff := cmp.Diff(want, notes); diff != "" {
		t.Error(diff)
	}
}

// moment is Files that lets something happen right before the exchange and
// right after it.
type moment struct {
	Files
	before, after func()
}

func (m moment) Exchange(a, b string) error {
	m.before()
	err := m.Files.Exchange(a, b)
	m.after()
	return err
}

func atTheExchange(before, after func()) func(string) (Files, error) {
	return func(dir string) (Files, error) {
		f, err := OpenFiles(dir)
		return moment{f, before, after}, err
	}
}

// Readers see the old site, whole, until the exchange, and the new one, whole,
// from then on; with all that is foreign.
func TestNoReaderSeesAMixture(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	foreign := site{".gitignore": "*", "theirs/f": "f", "empty": "/", "link": "-> index.html"}
	lay(t, dir, foreign)
	mustPublish(t, dir, Options{}, first)
	second := site{"index.html": "two", "a.css": "a{}", "come/x.html": "x", "feed.xml": "<new/>"}
	before := func() { wantSite(t, dir, together(foreign, first)) }
	after := func() { wantSite(t, dir, together(foreign, second)) }
	if _, err := publishTo(dir, Options{Atomic: true, Files: atTheExchange(before, after)}, second); err != nil {
		t.Fatal(err)
	}
	after()
	wantTidy(t, dir)
}

// What others put into the folder after it was looked through is not lost.
func TestChangesWhileTheNewSiteIsMade(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	lay(t, dir, site{"mine.txt": "mine", "log": "1"})
	mustPublish(t, dir, Options{}, first)
	happen := func() {
		if err := os.Remove(filepath.Join(dir, "mine.txt")); err != nil { // as an editor saves
			t.Error(err)
		}
		lay(t, dir, site{"mine.txt": "mine, changed", "log": "1 2", "plans/note": "n", "theirs/new/f": "f", "theirs/none": "/"})
	}
	_, err := publishTo(dir, Options{Atomic: true, Files: atTheExchange(happen, func() {})}, site{"index.html": "two"})
	if err != nil {
		t.Fatal(err)
	}
	wantSite(t, dir, site{
		"index.html": "two", "mine.txt": "mine, changed", "log": "1 2", "plans/note": "n", "theirs/new/f": "f", "theirs/none": "/",
	})
	wantTidy(t, dir)
}

// A file that came meanwhile to a place that the new site has taken can have
// no place in it. It must not be thrown away.
func TestFileThatCameToATakenPlace(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, Options{}, site{"index.html": "one"})
	second := site{"index.html": "two", "new.html": "new"}
	happen := func() { lay(t, dir, site{"new.html": "somebody else's"}) }
	_, err := publishTo(dir, Options{Atomic: true, Files: atTheExchange(happen, func() {})}, second)
	var e *Error
	if !errors.As(err, &e) || e.Extent != Whole || !strings.Contains(err.Error(), "new.html") {
		t.Errorf("got %v", err)
	}
	wantSite(t, dir, second)
	kept := filepath.Join(filepath.Dir(dir), ".public.planpress-next", "new.html")
	if data, err := os.ReadFile(kept); string(data) != "somebody else's" {
		t.Fatalf("%s: %q, %v", kept, data, err)
	}
	if _, err := Open(context.Background(), dir, Options{}); err == nil || !strings.Contains(err.Error(), "new.html") {
		t.Errorf("the next build does not say so: %v", err)
	}
	if err := os.Remove(kept); err != nil {
		t.Fatal(err)
	}
	mustPublish(t, dir, Options{}, second)
	wantTidy(t, dir)
}

// A build that was killed may have announced files that it never wrote. What
// somebody else has put at their places since is not ours.
func TestAnnouncedFileThatSomebodyElseWrote(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		mustPublish(t, dir, opts, site{"index.html": "one"})
		announced := manifest{files: []entry{{"a.html", stamp{size: 9}}, {"b.html", stamp{size: 9}}}}
		var b strings.Builder
		if err := announced.writeTo(&b); err != nil {
			t.Fatal(err)
		}
		lay(t, dir, site{journalName: b.String(), "a.html": "mine, too", "b.html": "mine, too"})
		var occupied *OccupiedError
		if _, err := publishTo(dir, opts, site{"index.html": "two", "b.html": "b"}); !errors.As(err, &occupied) {
			t.Errorf("got %v, want an OccupiedError", err)
		}
		mustPublish(t, dir, opts, site{"index.html": "two"})
		wantSite(t, dir, site{"index.html": "two", "a.html": "mine, too", "b.html": "mine, too"})
		wantTidy(t, dir)
	})
}

// Two builds are killed one after the other, each with a site of its own; the
// third knows the files of both.
func TestTwoKilledBuildsInARow(t *testing.T) {
	sites := []site{{"a.html": "one", "b.html": "one"}, {"a.html": "two", "c.html": "two"}, {"b.html": "three", "d.html": "three"}}
	clean := filepath.Join(t.TempDir(), "public")
	mustPublish(t, clean, Options{}, sites[2])
	killed := func(dir string, s site, at string) {
		tr := &trap{err: syscall.EIO, dead: true}
		open := func(dir string) (Files, error) {
			f, err := tr.open(OpenFiles)(dir)
			return endless{f, tr, at}, err
		}
		if _, err := publishTo(dir, Options{Files: open}, s); err == nil {
			t.Fatal("the build was not killed")
		}
		for _, l := range tr.locks {
			l.Close()
		}
	}
	dir := filepath.Join(t.TempDir(), "public")
	killed(dir, sites[0], manifestName)
	wantSite(t, dir, sites[0])
	killed(dir, sites[1], "a.html")
	mustPublish(t, dir, Options{}, sites[2])
	if diff := cmp.Diff(everything(t, clean), everything(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// endless is Files of a build that is killed when it comes to a certain name.
type endless struct {
	Files
	t  *trap
	at string
}

func (e endless) Rename(from, to string) error {
	if to == e.at {
		e.t.sprung = true // every call fails from now on
	}
	return e.Files.Rename(from, to)
}

// A build killed between two renames leaves no folder of that name; merely to
// open it again gives it back, with the new site.
func TestFolderThatLostItsName(t *testing.T) {
	home := t.TempDir()
	dir := filepath.Join(home, "public")
	mustPublish(t, dir, Options{}, first)
	lay(t, dir, site{"mine": "mine"})
	lay(t, home, site{".public.planpress-next/" + markName: markText, ".public.planpress-next/index.html": "new", ".public.planpress-next/mine": "mine"})
	if err := os.Rename(dir, filepath.Join(home, ".public.planpress-old")); err != nil {
		t.Fatal(err)
	}
	s, err := Open(context.Background(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Abort(); err != nil {
		t.Fatal(err)
	}
	wantSite(t, dir, site{"index.html": "new", "mine": "mine"})
	if list, err := os.ReadDir(home); err != nil || len(list) != 1 {
		t.Errorf("left behind: %v, %v", list, err)
	}
}

// asUser is Files that holds to the modes of folders, as the kernel does for
// everybody but root.
type asUser struct{ Files }

func (u asUser) Remove(name string) error {
	if err := u.Writable(path.Dir(name)); err != nil {
		return err
	}
	return u.Files.Remove(name)
}

func (u asUser) Rename(from, to string) error {
	if err := u.Writable(path.Dir(to)); err != nil {
		return err
	}
	return u.Files.Rename(from, to)
}

func (u asUser) Writable(dir string) error {
	info, err := u.Files.Lstat(dir)
	if err == nil && info.Mode().Perm()&0o200 == 0 {
		err = &fs.PathError{Op: "access", Path: dir, Err: syscall.EACCES}
	}
	return err
}

// One folder that forbids writing must not leave the rest half changed.
func TestOneFolderThatForbidsWriting(t *testing.T) {
	second := site{"index.html": "two", "a.css": "b{}", "come/x.html": "x", "plans/2023/x.html": "two", "feed.xml": "<new/>"}
	for _, closed := range []string{".", "plans/2023", "plans/2023/x"} { // of the last, a file is to be removed
		dir := filepath.Join(t.TempDir(), "public")
		mustPublish(t, dir, Options{}, first)
		before := everything(t, dir)
		if err := os.Chmod(filepath.Join(dir, closed), 0o555); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(filepath.Join(dir, closed), 0o755) // for whoever clears up
		open := func(dir string) (Files, error) {
			f, err := OpenFiles(dir)
			return asUser{f}, err
		}
		_, err := publishTo(dir, Options{Files: open}, second)
		var e *Error
		if !errors.As(err, &e) || e.Extent != Nothing || e.Path != filepath.Join(dir, closed) || !errors.Is(err, fs.ErrPermission) {
			t.Errorf("%s: got %v", closed, err)
		}
		if diff := cmp.Diff(before, everything(t, dir)); diff != "" {
			t.Errorf("%s: the folder changed: %s", closed, diff)
		}
	}
}

type noSync struct{ Files }

func (noSync) Sync() error { return syscall.EIO }

// A foreign folder that forbids writing is kept as it is, and does not keep
// the old site from being removed.
func TestForeignFolderThatForbidsWriting(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	lay(t, dir, site{"theirs/in/f": "f"})
	if err := os.Chmod(filepath.Join(dir, "theirs/in"), 0o555); err != nil {
		t.Fatal(err)
	}
	open := func(dir string) (Files, error) {
		f, err := OpenFiles(dir)
		return asUser{f}, err
	}
	for _, s := range []site{{"index.html": "one"}, {"index.html": "two"}} {
		unsynced := func(dir string) (Files, error) {
			f, err := open(dir)
			return noSync{f}, err
		}
		if _, err := publishTo(dir, Options{Atomic: true, Files: unsynced}, s); !errors.Is(err, syscall.EIO) {
			t.Errorf("got %v", err)
		}
		if list, err := os.ReadDir(filepath.Dir(dir)); err != nil || len(list) != 1 {
			t.Errorf("left behind: %v, %v", list, err)
		}
		mustPublish(t, dir, Options{Atomic: true, Files: open}, s)
		wantSite(t, dir, together(s, site{"theirs/in/f": "f"}))
		wantTidy(t, dir)
	}
	if info, err := os.Stat(filepath.Join(dir, "theirs/in")); err != nil || info.Mode().Perm() != 0o555 {
		t.Errorf("its mode is now %v (%v)", info.Mode(), err)
	}
	if err := os.Chmod(filepath.Join(dir, "theirs/in"), 0o755); err != nil { // for whoever clears up
		t.Fatal(err)
	}
}

// Whoever has a file of the old site open, or a link to it, keeps its bytes.
func TestNothingIsWrittenThroughALink(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		mustPublish(t, dir, opts, site{"index.html": "one", "same.css": "s"})
		mine := filepath.Join(filepath.Dir(dir), "mine.html")
		if err := os.Link(filepath.Join(dir, "index.html"), mine); err != nil {
			t.Fatal(err)
		}
		mustPublish(t, dir, opts, site{"index.html": "two", "same.css": "s"})
		if data, err := os.ReadFile(mine); string(data) != "one" {
			t.Errorf("the linked file became %q (%v)", data, err)
		}
	})
}

// A folder beside the site that is not known to be ours stays.
func TestUnknownFolderBeside(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		mustPublish(t, dir, opts, first)
		beside := site{".public.planpress-next/precious": "p"}
		lay(t, filepath.Dir(dir), beside)
		_, err := publishTo(dir, opts, first)
		if !errors.Is(err, errUnknown) || !strings.Contains(err.Error(), ".public.planpress-next") {
			t.Errorf("got %v", err)
		}
		if got := everything(t, filepath.Join(filepath.Dir(dir), ".public.planpress-next")); got["precious"] != "p" {
			t.Errorf("got %v", got)
		}
	})
}

// What the file system says about rights reaches the reader with a remedy.
func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere; TestEveryCallFails makes the calls fail instead")
	}
	modes(t, func(t *testing.T, dir string, opts Options) {
		mustPublish(t, dir, opts, first)
		before := everything(t, dir)
		for _, d := range []string{dir, filepath.Dir(dir), filepath.Join(dir, ownName)} {
			if err := os.Chmod(d, 0o555); err != nil {
				t.Fatal(err)
			}
			defer os.Chmod(d, 0o755)
		}
		_, err := publishTo(dir, opts, site{"index.html": "two"})
		if !errors.Is(err, os.ErrPermission) || !strings.Contains(err.Error(), "the right to write") {
			t.Errorf("got %v", err)
		}
		if diff := cmp.Diff(before, everything(t, dir)); diff != "" {
			t.Error(diff)
		}
	})
}
