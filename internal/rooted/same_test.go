package rooted

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// odd are the names at which a folder must do just what os.Root does: links
// within, out, up, absolute, in circles, in a long row, and names that are none.
var odd = map[string]string{
	"a/b/file":    "file",
	"a/within":    "-> b",
	"a/up":        "-> ../a/b",
	"a/direct":    "-> b/file",
	"a/far":       "-> ../deep/er",
	"deep/er":     "/",
	"a/out":       "-> ../../out",
	"a/secret":    "-> ../../out/secret",
	"a/etc":       "-> /etc",
	"a/circle":    "-> circle",
	"a/dangling":  "-> nowhere",
	"a/empty":     "/",
	"a/full/file": "x",
	"row9":        "-> row8", "row8": "-> row7", "row7": "-> row6", "row6": "-> row5", "row5": "-> row4",
	"row4": "-> row3", "row3": "-> row2", "row2": "-> row1", "row1": "-> a",
}

var oddNames = []string{
	"a/b/file", "a/b/missing", "missing/file", "a/b/file/below", "a/within/file", "a/within/new", "a/up/file", "a/up/new", "a/direct",
	"a/far/../new", "a/far/..", "a/out", "a/out/secret", "a/out/new", "a/secret", "a/etc/passwd", "a/circle", "a/circle/x", "a/dangling", "a/dangling/x",
	"a/empty", "a/full", "a/b", "row9/b/file", "row1/b/file", "a/new", "new",
	".", "", "/", "..", "../out/secret", "a/../../out/secret", "a/../a/b/file", "a//b/file", "a/b/", "a/b/file/", "./a/b/file", "a\x00b",
}

// calls are the methods that a Folder has of its own, beside those of os.Root
// that they stand for.
var calls = map[string]struct {
	own  func(*Folder, string) error
	root func(*os.Root, string) error
}{
	"open": {
		func(f *Folder, n string) error { return closed(f.Open(n)) },
		func(r *os.Root, n string) error { return closed(r.Open(n)) },
	},
	"create": {
		func(f *Folder, n string) error { return closed(f.Create(n, 0o644)) },
		func(r *os.Root, n string) error {
			return closed(r.OpenFile(n, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644))
		},
	},
	"mkdir": {
		func(f *Folder, n string) error { return f.Mkdir(n, 0o755) },
		func(r *os.Root, n string) error { return r.Mkdir(n, 0o755) },
	},
	"list": {
		func(f *Folder, n string) error { return named(f.ReadDir(n)) },
		func(r *os.Root, n string) error { return named(listedBy(r, n)) },
	},
	"remove": {(*Folder).Remove, (*os.Root).Remove},
	"rename to": {
		func(f *Folder, n string) error { return f.Rename("a/b/file", n) },
		func(r *os.Root, n string) error { return r.Rename("a/b/file", n) },
	},
	"rename from": {
		func(f *Folder, n string) error { return f.Rename(n, "a/moved") },
		func(r *os.Root, n string) error { return r.Rename(n, "a/moved") },
	},
	"rename a folder to": {
		func(f *Folder, n string) error { return f.Rename("a/full", n) },
		func(r *os.Root, n string) error { return r.Rename("a/full", n) },
	},
	"link from": {
		func(f *Folder, n string) error { return f.Link(n, "a/second") },
		func(r *os.Root, n string) error { return r.Link(n, "a/second") },
	},
	"link as": {
		func(f *Folder, n string) error { return f.Link("a/b/file", n) },
		func(r *os.Root, n string) error { return r.Link("a/b/file", n) },
	},
}

// named gives the names and the types of entries as an error, to compare them.
func named(entries []fs.DirEntry, err error) error {
	if at := (*fs.PathError)(nil); errors.As(err, &at) && filepath.IsAbs(at.Path) { // of a file that is no folder
		return fmt.Errorf("%s: %w", at.Op, at.Err)
	}
	if err != nil {
		return err
	}
	var out []string
	for _, e := range entries {
		out = append(out, fmt.Sprint(e.Name(), e.Type(), e.IsDir()))
	}
	slices.Sort(out)
	return errors.New(strings.Join(out, "\n"))
}

func listedBy(r *os.Root, name string) ([]fs.DirEntry, error) {
	dir, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	return dir.ReadDir(-1)
}

func closed(f *os.File, err error) error {
	if err != nil {
		return err
	}
	return f.Close()
}

func TestDoesWhatRootDoes(t *testing.T) {
	for what, call := range calls {
		t.Run(what, func(t *testing.T) {
			for _, name := range oddNames {
				mine, theirs := lay(t, odd), lay(t, odd)
				root, err := os.OpenRoot(theirs)
				if err != nil {
					t.Fatal(err)
				}
				defer root.Close()
				want, got := call.root(root, name), call.own(open(t, mine), name)
				if fmt.Sprint(got) != fmt.Sprint(want) {
					t.Errorf("%q: error %v, os.Root has %v", name, got, want)
				}
				if diff := cmp.Diff(everything(t, filepath.Dir(theirs)), everything(t, filepath.Dir(mine))); diff != "" {
					t.Errorf("%q: the files are not those after os.Root (-want +got):\n%s", name, diff)
				}
			}
		})
	}
}

// everything gives what is in a folder, with modes.
func everything(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		what := info.Mode().String()
		if e.Type().IsRegular() {
			data, err := os.ReadFile(p)
			if err != nil {
				return err
			}
			what += " " + string(data)
		}
		rel, err := filepath.Rel(dir, p)
		all[rel] = what
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
