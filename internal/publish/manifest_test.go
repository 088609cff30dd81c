package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func sampleManifest() manifest {
	return manifest{
		folders: []string{"plans", "văn-bản"},
		files: []entry{
			{"a \"quoted\" name", stamp{0, sha256.Sum256(nil)}},
			{"plans/<x>&.html", stamp{3, sha256.Sum256([]byte("abc"))}},
			{"văn-bản/đ.html", stamp{1 << 40, sha256.Sum256([]byte("đ"))}},
		},
	}
}

func TestManifestComesBack(t *testing.T) {
	for _, want := range []manifest{{}, sampleManifest(), {files: sampleManifest().files[:1]}, {folders: []string{"x"}}} {
		var b bytes.Buffer
		if err := want.writeTo(&b); err != nil {
			t.Fatal(err)
		}
		if sum, err := want.sum(); err != nil || sum != sha256.Sum256(b.Bytes()) {
			t.Errorf("the sum is not that of what was written (%v)", err)
		}
		got, sound, err := readManifest(&b)
		if err != nil || !sound {
			t.Errorf("sound %t, %v", sound, err)
		}
		if sum, err := got.sum(); err != nil || sum != want.written {
			t.Errorf("the sum differs behind reading (%v)", err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(manifest{}, entry{}, stamp{})); diff != "" {
			t.Error(diff)
		}
	}
}

func TestManifestForm(t *testing.T) {
	m := manifest{folders: []string{"p"}, files: []entry{{"p/x", stamp{3, sha256.Sum256([]byte("abc"))}}}}
	var b bytes.Buffer
	if err := m.writeTo(&b); err != nil {
		t.Fatal(err)
	}
	want := `{"version":1,
"folders":[
"p"
],
"files":[
{"path":"p/x","size":3,"sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
]}
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

// Of a damaged manifest every line that still says something is taken, and the
// damage is noticed.
func TestDamagedManifest(t *testing.T) {
	m := sampleManifest()
	var b bytes.Buffer
	if err := m.writeTo(&b); err != nil {
		t.Fatal(err)
	}
	whole := b.String()
	cases := []struct {
		name, text string
		files      int
	}{
		{"empty", "", 0},
		{"not ours", "<html>\n", 0},
		{"zeros", strings.Repeat("\x00", 4096), 0},
		{"cut in the middle of a line", whole[:len(whole)-120], 2},
		{"cut at a line", strings.TrimSuffix(whole, "]}\n"), 3},
		{"marks of a merge", strings.Replace(whole, `"files":[`, "<<<<<<< HEAD\n\"files\":[", 1), 3},
		{"a path that leads out", strings.Replace(whole, `plans/\u003c`, `../../\u003c`, 1), 2},
		{"a size below zero", strings.Replace(whole, `"size":3`, `"size":-3`, 1), 2},
		{"a short hash", strings.Replace(whole, `ba7816`, ``, 1), 2},
		{"no head", strings.TrimPrefix(whole, "{\"version\":1,\n"), 3},
		{"a line without end", whole + strings.Repeat("x", 1<<20), 3},
	}
	for _, c := range cases {
		got, sound, err := readManifest(strings.NewReader(c.text))
		if err != nil || sound || len(got.files) != c.files {
			t.Errorf("%s: %d files, want %d; sound %t; %v", c.name, len(got.files), c.files, sound, err)
		}
	}
	if _, _, err := readManifest(strings.NewReader(`{"version":2,` + "\n")); !errors.Is(err, ErrNewer) {
		t.Errorf("a later version: %v", err)
	}
}

func TestBuildWithADamagedManifest(t *testing.T) {
	second := site{"index.html": "two", "a.css": "a{}", "plans/2023/x.html": "x"}
	clean := filepath.Join(t.TempDir(), "public")
	mustPublish(t, clean, Options{}, second)
	damage := func(t *testing.T, dir string, change func(string) string) {
		name := filepath.Join(dir, manifestName)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lay(t, dir, site{manifestName: change(string(data))})
	}
	modes(t, func(t *testing.T, dir string, opts Options) {
		mustPublish(t, dir, opts, first)
		damage(t, dir, func(s string) string { return strings.TrimSuffix(s, "]}\n") })
		got := mustPublish(t, dir, opts, second)
		if !got.ManifestDamaged || got.Removed != 2 {
			t.Errorf("what is left of the manifest was not used: %+v", got)
		}
		if diff := cmp.Diff(everything(t, clean), everything(t, dir)); diff != "" {
			t.Errorf("after a cut: %s", diff)
		}

		// Nothing left of it: nothing can be proven, and nothing is lost.
		damage(t, dir, func(string) string { return "rubbish" })
		before := everything(t, dir)
		var occupied *OccupiedError
		if _, err := publishTo(dir, opts, first); !errors.As(err, &occupied) {
			t.Errorf("got %v, want an OccupiedError", err)
		}
		if diff := cmp.Diff(before, everything(t, dir)); diff != "" {
			t.Errorf("the folder changed: %s", diff)
		}
		if got := mustPublish(t, dir, opts, second); !got.ManifestDamaged || got.Unchanged != len(second) {
			t.Errorf("got %+v", got)
		}
		if diff := cmp.Diff(everything(t, clean), everything(t, dir)); diff != "" {
			t.Errorf("after the same site again: %s", diff)
		}
	})
}

// A manifest is no licence to remove what somebody else put at its paths.
func TestManifestProvesOnlyItsBytes(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		mustPublish(t, dir, opts, site{"index.html": "one", "sub/x": "x"})
		if err := os.RemoveAll(filepath.Join(dir, "sub")); err != nil {
			t.Fatal(err)
		}
		lay(t, dir, site{"theirs/x": "x", "sub": "-> theirs"})
		mustPublish(t, dir, opts, site{"index.html": "two"})
		wantSite(t, dir, site{"index.html": "two", "theirs/x": "x", "sub": "-> theirs"})
	})
}
