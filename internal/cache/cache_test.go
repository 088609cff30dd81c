package cache

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"planpress/internal/stamp"
)

var version = Version{1, 2, 3}

// settled is a stamp of long ago.
var settled = stamp.Stamp{Size: 3, MTime: 1, CTime: 1, Inode: 7}

// build keeps n texts and pages as a build does.
func build(t *testing.T, dir string, v Version, n int) {
	t.Helper()
	c := Open(dir, v)
	defer c.Close()
	if err := c.Fault(); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		meta, ok := c.Put(fmt.Appendf(nil, "meta %d", i))
		body, ok2 := c.Put(bytes.Repeat([]byte{byte(i)}, 1000+i))
		if !ok || !ok2 {
			t.Fatal("nothing is kept")
		}
		c.KeepText(fmt.Sprint("content/", i), Text{Stamp: settled, Sum: [32]byte{byte(i)}, Meta: meta, Body: body})
		c.KeepPage(fmt.Sprint(i, "/index.html"), Page{Print: Print{byte(i)}, Files: []File{{Name: "a", Sum: [32]byte{9}}}, Facts: meta})
	}
	c.SetNote([]byte("note"))
	c.Save(true)
	if err := c.Fault(); err != nil {
		t.Fatal(err)
	}
}

// sound reports how many texts a cache gives, all of which must be right.
func sound(t *testing.T, c *Cache, n int) (found int) {
	t.Helper()
	for i := range n {
		text, ok := c.Text(fmt.Sprint("content/", i))
		if !ok {
			continue
		}
		meta, ok := c.Get(nil, text.Meta)
		body, ok2 := c.Get(nil, text.Body)
		if !ok || !ok2 {
			continue
		}
		found++
		if string(meta) != fmt.Sprint("meta ", i) || !bytes.Equal(body, bytes.Repeat([]byte{byte(i)}, 1000+i)) {
			t.Fatalf("text %d is not what was kept", i)
		}
	}
	return found
}

func TestTheNextBuildFindsWhatThisOneLeft(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "cache")
	build(t, dir, version, 10)
	c := Open(dir, version)
	defer c.Close()
	if n := sound(t, c, 10); n != 10 {
		t.Errorf("%d of 10 texts", n)
	}
	p, ok := c.Page("3/index.html")
	if !ok || p.Print != (Print{3}) || len(p.Files) != 1 || p.Files[0].Name != "a" || p.Files[0].Sum != [32]byte{9} {
		t.Errorf("page %+v", p)
	}
	if string(c.Note()) != "note" {
		t.Errorf("note %q", c.Note())
	}
	if text, _ := c.Text("content/3"); !text.Stamp.Same(settled) {
		t.Errorf("stamp %+v", text.Stamp)
	}
}

func TestAStampThatProvesNothingIsNotKept(t *testing.T) {
	dir := t.TempDir()
	c := Open(dir, version)
	defer c.Close()
	now := time.Now().UnixNano() + 1
	c.KeepText("a", Text{Stamp: stamp.Stamp{Size: 1, MTime: now, CTime: now, Inode: 1}})
	c.Save(true)
	again := Open(dir, version)
	defer again.Close()
	if text, ok := again.Text("a"); !ok || !text.Stamp.IsZero() {
		t.Errorf("%+v, %v", text, ok)
	}
}

func TestABuildThatEndedEarlyLosesNothing(t *testing.T) {
	dir := t.TempDir()
	build(t, dir, version, 5)
	c := Open(dir, version)
	text, _ := c.Text("content/1")
	text.Sum = [32]byte{77}
	c.KeepText("content/1", text)
	c.Save(false)
	c.KeepText("content/1", Text{}) // a straggler
	c.Close()
	c = Open(dir, version)
	defer c.Close()
	if n := sound(t, c, 5); n != 5 || len(c.Pages()) != 5 || string(c.Note()) != "note" {
		t.Errorf("%d texts, %d pages, note %q", n, len(c.Pages()), c.Note())
	}
	if text, _ := c.Text("content/1"); text.Sum != [32]byte{77} {
		t.Error("what the build did make is lost")
	}
}

func TestAnotherVersionIsAnEmptyCache(t *testing.T) {
	dir := t.TempDir()
	build(t, dir, version, 5)
	c := Open(dir, Version{9})
	if n := sound(t, c, 5); n != 0 || c.Fault() != nil {
		t.Errorf("%d texts, fault %v", n, c.Fault())
	}
	c.Close()
	build(t, dir, Version{9}, 2)
	entries, _ := filepath.Glob(filepath.Join(dir, packPrefix+"*"))
	if len(entries) != 1 {
		t.Errorf("old packs stay: %v", entries)
	}
}

// TestDamageIsNeverTrusted cuts and changes each file of the cache at random
// places: what is found then must be right, and the next build whole.
func TestDamageIsNeverTrusted(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 150 {
		dir := t.TempDir()
		build(t, dir, version, 8)
		files, _ := filepath.Glob(filepath.Join(dir, "planpress-*"))
		name := files[r.IntN(len(files))]
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		switch at := r.IntN(len(data) + 1); r.IntN(4) {
		case 0:
			data = data[:at]
		case 1:
			data = append(data, "more"...)
		case 2:
			data = append(append(append([]byte{}, data[at:]...), "x"...), data[:at]...)
		default:
			data[min(at, len(data)-1)] ^= byte(1 + r.IntN(255))
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
		c := Open(dir, version)
		sound(t, c, 8)
		c.Close()
		build(t, dir, version, 8)
		c = Open(dir, version)
		if n := sound(t, c, 8); n != 8 {
			t.Fatalf("%s: %d of 8 texts after the next build", filepath.Base(name), n)
		}
		c.Close()
	}
}

func TestTheSecondOfTwoOnlyReads(t *testing.T) {
	dir := t.TempDir()
	build(t, dir, version, 5)
	first, second := Open(dir, version), Open(dir, version)
	defer first.Close()
	defer second.Close()
	if n := sound(t, second, 5); n != 5 || second.Fault() != nil {
		t.Errorf("%d texts, fault %v", n, second.Fault())
	}
	if _, ok := second.Put([]byte("x")); ok {
		t.Error("two write at a time")
	}
	second.Save(true)
	if !first.Clear() || second.Prune() || second.Clear() {
		t.Error("only the first may change the folder")
	}
	if n := sound(t, second, 5); n != 5 {
		t.Errorf("a reader loses %d texts when the cache is cleared", 5-n)
	}
}

func TestPruneKeepsWhatIsNeeded(t *testing.T) {
	dir := t.TempDir()
	build(t, dir, version, 50)
	build(t, dir, version, 50) // the first fifty are nobody's now
	c := Open(dir, version)
	size := c.Size()
	if size.Bytes*2 < size.InUse*3 {
		t.Fatalf("nothing to prune: %+v", size)
	}
	if !c.Prune() {
		t.Fatal(c.Fault())
	}
	c.Close()
	c = Open(dir, version)
	defer c.Close()
	if now := c.Size(); now.Bytes != size.InUse || now.Texts != 50 || sound(t, c, 50) != 50 || string(c.Note()) != "note" {
		t.Errorf("%+v, then %+v", size, now)
	}
}

func TestAFolderThatCannotBeUsedFailsNothing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{file, filepath.Join(file, "below"), "/proc/nowhere"} {
		c := Open(dir, version)
		if c.Fault() == nil {
			t.Errorf("%s: the fault is not told", dir)
		}
		_, put := c.Put([]byte("x"))
		c.KeepText("a", Text{})
		c.Save(true)
		_, ok := c.Text("a")
		if put || ok || c.Size() != (Size{}) || c.Prune() || c.Clear() || c.Close() != nil {
			t.Errorf("%s: it seems to work", dir)
		}
	}
}

// TestPipesAreNotWaitedFor puts a pipe in the place of the folder and of each of
// its files.
func TestPipesAreNotWaitedFor(t *testing.T) {
	for name, told := range map[string]bool{".": true, lockName: true, indexName: true, lastName: false, indexName + newSuffix: false} {
		dir := filepath.Join(t.TempDir(), "cache")
		if name != "." {
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Fatal(err)
		}
		c := Open(dir, version)
		c.KeepText("a", Text{})
		c.Save(true)
		c.SetLast([]byte("x"))
		c.Last()
		if told != (c.Fault() != nil) {
			t.Errorf("%s: fault %v", name, c.Fault())
		}
		c.Close()
	}
}

func TestFilesOfOthersStay(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "index")
	if err := os.WriteFile(mine, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	build(t, dir, version, 1)
	c := Open(dir, version)
	c.Clear()
	c.Close()
	if data, _ := os.ReadFile(mine); string(data) != "mine" {
		t.Errorf("%q", data)
	}
	if _, err := os.Stat(filepath.Join(dir, ".gitignore")); err == nil {
		t.Error("a folder that was there gets a .gitignore")
	}
}

func TestTheProgramsVersion(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	a, err := VersionOf(self)
	if err != nil || a == (Version{}) {
		t.Fatal(a, err)
	}
	if b, _ := VersionOf(self); a != b {
		t.Error("it changes")
	}
	other := filepath.Join(t.TempDir(), "script")
	if err := os.WriteFile(other, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	if b, err := VersionOf(other); err != nil || a == b || b == (Version{}) {
		t.Error(b, err)
	}
}
