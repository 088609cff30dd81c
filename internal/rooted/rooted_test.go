package rooted

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"testing/fstest"

	"golang.org/x/sys/unix"
)

// lay makes files, folders ("/") and symbolic links ("-> target") in a new
// folder "site", beside a folder "out" that nothing may reach.
func lay(t *testing.T, names map[string]string) (site string) {
	t.Helper()
	home := t.TempDir()
	site = filepath.Join(home, "site")
	for name, data := range map[string]string{"site": "/", "out/secret": "secret"} {
		put(t, filepath.Join(home, name), data)
	}
	for name, data := range names {
		put(t, filepath.Join(site, name), data)
	}
	return site
}

func put(t *testing.T, name, data string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	switch target, isLink := cutLink(data); {
	case err != nil:
	case data == "/":
		err = os.MkdirAll(name, 0o755)
	case isLink:
		err = os.Symlink(target, name)
	default:
		err = os.WriteFile(name, []byte(data), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func cutLink(data string) (string, bool) {
	if len(data) > 3 && data[:3] == "-> " {
		return data[3:], true
	}
	return "", false
}

func open(t *testing.T, dir string) *Folder {
	t.Helper()
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// read gives what a file holds, or the error.
func read(f *Folder, name string) string {
	file, err := f.FS().Open(name)
	if err != nil {
		return err.Error()
	}
	defer file.Close()
	data, err := io.ReadAll(file)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

func TestNothingLeavesTheFolder(t *testing.T) {
	f := open(t, lay(t, odd))
	for _, name := range []string{"a/out/secret", "a/secret", "a/etc/passwd", "../out/secret", "a/../../out/secret"} {
		if file, err := f.Open(name); err == nil {
			file.Close()
			t.Errorf("%s was opened", name)
		}
	}
	if err := f.Rename("a/b/file", "a/out/file"); err == nil {
		t.Error("a file was moved out")
	}
	if err := f.Remove("a/out/secret"); err == nil {
		t.Error("a file outside was removed")
	}
}

// The walk in one call is what the package is for; without it the others would
// pass too.
func TestWalksInOneCall(t *testing.T) {
	f := open(t, lay(t, odd))
	fd, err := f.walk("a/b/file", unix.O_RDONLY, 0)
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EPERM) {
		t.Skip("this system has no openat2")
	}
	if err != nil {
		t.Fatal(err)
	}
	unix.Close(fd)
	if fd, err := f.walk("a/within/file", unix.O_RDONLY, 0); err == nil {
		unix.Close(fd)
		t.Error("a symbolic link was followed without asking os.Root")
	}
}

func TestModesWhateverTheUmask(t *testing.T) {
	for _, mask := range []int{0, 0o022, 0o077, 0o777} {
		f := open(t, lay(t, map[string]string{"in/deep": "/"}))
		t.Run(fmt.Sprintf("%03o", mask), func(t *testing.T) {
			defer syscall.Umask(syscall.Umask(mask))
			for _, dir := range []string{"", "in/", "in/deep/"} {
				if err := closed(f.Create(dir+"file", 0o644)); err != nil {
					t.Fatal(err)
				}
				if err := f.Mkdir(dir+"folder", 0o755); err != nil {
					t.Fatal(err)
				}
				wantMode(t, f, dir+"file", 0o644)
				wantMode(t, f, dir+"folder", fs.ModeDir|0o755)
			}
		})
	}
}

func TestGroupBitIsHandedDown(t *testing.T) {
	dir := lay(t, map[string]string{"in": "/"})
	if err := os.Chmod(filepath.Join(dir, "in"), fs.ModeSetgid|0o755); err != nil {
		t.Fatal(err)
	}
	defer syscall.Umask(syscall.Umask(0o077))
	f := open(t, dir)
	if err := f.Mkdir("in/folder", 0o755); err != nil {
		t.Fatal(err)
	}
	wantMode(t, f, "in/folder", fs.ModeDir|fs.ModeSetgid|0o755)
}

func wantMode(t *testing.T, f *Folder, name string, want fs.FileMode) {
	t.Helper()
	info, err := f.Lstat(name)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode() != want {
		t.Errorf("%s has mode %v, not %v", name, info.Mode(), want)
	}
}

func TestFolderReplacedDuringUse(t *testing.T) {
	dir := lay(t, map[string]string{"plans/2026/x.md": "old", "next/2026/x.md": "new"})
	f := open(t, dir)
	if got := read(f, "plans/2026/x.md"); got != "old" {
		t.Fatal(got)
	}
	// As an editor does it, behind our back.
	if err := os.Rename(filepath.Join(dir, "plans"), filepath.Join(dir, "before")); err != nil {
		t.Fatal(err)
	}
	if err := closed(f.Create("plans/2026/y.md", 0o644)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file was made in a folder that is gone: %v", err)
	}
	if err := f.Rename("next", "plans"); err != nil {
		t.Fatal(err)
	}
	if got := read(f, "plans/2026/x.md"); got != "new" {
		t.Errorf("read %q from the folder that was replaced", got)
	}
	if got := read(f, "before/2026/x.md"); got != "old" {
		t.Errorf("read %q from the folder that was renamed", got)
	}
	if err := os.Rename(filepath.Join(dir, "plans"), filepath.Join(dir, "..", "away")); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "plans"), "-> ../away")
	if file, err := f.Open("plans/2026/x.md"); err == nil {
		file.Close()
		t.Error("a folder that became a link out was entered")
	}
}

// One goroutine keeps exchanging a folder for a link that leads out, while
// others read through it. They must see the file inside or none.
func TestLinkPutInPlaceOfAFolder(t *testing.T) {
	dir := lay(t, map[string]string{"docs/secret": "mine", "link": "-> ../out"})
	f := open(t, dir)
	done := make(chan struct{})
	var swapping, reading sync.WaitGroup
	swapping.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
			}
			err := f.Control(func(fd int) error { return unix.Renameat2(fd, "docs", fd, "link", unix.RENAME_EXCHANGE) })
			if err != nil {
				t.Errorf("exchange: %v", err)
				return
			}
		}
	})
	for range 4 {
		reading.Go(func() {
			for range 500 {
				if got := read(f, "docs/secret"); got == "secret" {
					t.Errorf("read %q", got)
					return
				}
			}
		})
	}
	reading.Wait()
	close(done)
	swapping.Wait()
}

func TestManyAtATime(t *testing.T) {
	f := open(t, lay(t, map[string]string{"stage": "/"}))
	var group sync.WaitGroup
	for worker := range 8 {
		group.Go(func() {
			for i := range 100 {
				dir := fmt.Sprintf("w%d-%d", worker, i)
				if err := writeAndMove(f, dir); err != nil {
					t.Errorf("%s: %v", dir, err)
				}
			}
		})
	}
	group.Wait()
	if left, err := fs.ReadDir(f.FS(), "."); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// writeAndMove makes a file, moves it into a new folder, reads it there, and
// takes all away.
func writeAndMove(f *Folder, dir string) error {
	staged, name := "stage/"+dir, dir+"/file"
	file, err := f.Create(staged, 0o644)
	if err != nil {
		return err
	}
	_, err = io.WriteString(file, dir)
	if err := errors.Join(err, file.Close(), f.Mkdir(dir, 0o755), f.Rename(staged, name)); err != nil {
		return err
	}
	if got := read(f, name); got != dir {
		return fmt.Errorf("read %q", got)
	}
	return errors.Join(f.Remove(name), f.Remove(dir))
}

func TestNoHandlesGather(t *testing.T) {
	names := map[string]string{"stage": "/", "a/within": "-> ../b", "b/file": "x"}
	for i := range 200 {
		names[fmt.Sprintf("d%d/e/file", i)] = "x"
	}
	dir := lay(t, names)
	before := handles(t)
	f := open(t, dir)
	opened := handles(t)
	for i := range 200 {
		for _, name := range []string{fmt.Sprintf("d%d/e/file", i), "a/within/file", "missing/file", "b"} {
			read(f, name)
		}
		if err := writeAndMove(f, fmt.Sprint("new", i)); err != nil {
			t.Fatal(err)
		}
	}
	if now := handles(t); now != opened {
		t.Errorf("%d handles are open, not %d", now, opened)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if now := handles(t); now != before {
		t.Errorf("%d handles are open after Close, not %d", now, before)
	}
}

func handles(t *testing.T) int {
	t.Helper()
	list, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip("this system does not list open files")
	}
	return len(list)
}

func TestClosed(t *testing.T) {
	f := open(t, lay(t, odd))
	file, err := f.Open("a/b/file")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if data, err := io.ReadAll(file); err != nil || string(data) != "file" {
		t.Errorf("a file opened before Close gives %q, %v", data, err)
	}
	for what, call := range calls {
		if err := call.own(f, "a/new"); !errors.Is(err, fs.ErrClosed) {
			t.Errorf("%s after Close: %v", what, err)
		}
	}
}

func TestIsAFileSystem(t *testing.T) {
	f := open(t, lay(t, map[string]string{"a/b/file": "file", "a/within": "-> b/file", "c": "", "empty": "/"}))
	if err := fstest.TestFS(f.FS(), "a/b/file", "a/within", "c", "empty"); err != nil {
		t.Error(err)
	}
}

// What a folder lists is described without going back to the disk by a path
// that may by then lead elsewhere.
func TestEntriesDescribeThemselves(t *testing.T) {
	dir := lay(t, map[string]string{"a/file": "1234"})
	f := open(t, dir)
	opened, err := f.Open("a")
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	entries, err := opened.ReadDir(-1)
	if err != nil || len(entries) != 1 {
		t.Fatal(entries, err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "a")); err != nil {
		t.Fatal(err)
	}
	if info, err := entries[0].Info(); err != nil || info.Size() != 4 {
		t.Errorf("%v, %v", info, err)
	}
}
