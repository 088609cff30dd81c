package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestForeignFilesStay(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		foreign := site{
			".gitignore": "*\n", "plans/mine.txt": "mine", "empty": "/", "deep/er/f": "f",
			"link": "-> plans/mine.txt", "out": "-> /etc", "gone": "-> nowhere",
		}
		lay(t, dir, foreign)
		want := func(s site) site {
			all := site{}
			for _, m := range []site{foreign, s} {
				for p, data := range m {
					all[p] = data
				}
			}
			return all
		}
		if err := os.Chmod(filepath.Join(dir, "deep"), 0o750); err != nil {
			t.Fatal(err)
		}
		mustPublish(t, dir, opts, first)
		wantSite(t, dir, want(first))
		second := site{"index.html": "two"}
		got := mustPublish(t, dir, opts, second)
		wantSite(t, dir, want(second))
		list := []string{".gitignore", "deep/er/f", "gone", "link", "out", "plans/mine.txt"}
		if diff := cmp.Diff(list, got.Foreign); diff != "" {
			t.Errorf("Foreign: %s", diff)
		}
		if info, err := os.Stat(filepath.Join(dir, "deep")); err != nil || info.Mode().Perm() != 0o750 {
			t.Errorf("a foreign folder's mode changed: %v, %v", info.Mode(), err)
		}
		wantTidy(t, dir)
	})
}

func TestForeignThingInTheWay(t *testing.T) {
	cases := []struct {
		name    string
		foreign site
		want    []Occupant
	}{
		{"a file", site{"index.html": "mine"}, []Occupant{{"index.html", "index.html", "file"}}},
		{"a link", site{"index.html": "-> a.css", "a.css": "a{}"}, []Occupant{{"index.html", "index.html", "symbolic link"}}},
		{"an empty folder", site{"a.css": "/"}, []Occupant{{"a.css", "a.css", "folder"}}},
		{"a full folder", site{"a.css/x": "mine"}, []Occupant{{"a.css", "a.css", "folder"}}},
		{"a file for a folder", site{"plans/2023": "mine"}, []Occupant{{"plans/2023", "plans/2023/x.html", "file"}, {"plans/2023", "plans/2023/x/x.pdf", "file"}}},
		{"a link for a folder", site{"plans": "-> other", "other": "/"}, []Occupant{{"plans", "plans/2023/x.html", "symbolic link"}, {"plans", "plans/2023/x/x.pdf", "symbolic link"}}},
		{"a link that leads out", site{"plans": "-> ../.."}, []Occupant{{"plans", "plans/2023/x.html", "symbolic link"}, {"plans", "plans/2023/x/x.pdf", "symbolic link"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			modes(t, func(t *testing.T, dir string, opts Options) {
				lay(t, dir, c.foreign)
				_, err := publishTo(dir, opts, first)
				var occupied *OccupiedError
				if !errors.As(err, &occupied) {
					t.Fatalf("got %v, want an OccupiedError", err)
				}
				if diff := cmp.Diff(c.want, occupied.Occupants); diff != "" {
					t.Error(diff)
				}
				if !strings.Contains(err.Error(), filepath.Join(dir, c.want[0].Path)) {
					t.Errorf("the message does not name the place: %v", err)
				}
				if diff := cmp.Diff(c.foreign, everything(t, dir)); diff != "" {
					t.Errorf("the folder changed: %s", diff)
				}
			})
		})
	}
}

// What somebody puts in the way while the site is being made is theirs, too.
func TestForeignThingThatCameInTheWay(t *testing.T) {
	for _, foreign := range []site{{"index.html": "mine"}, {"index.html/x": "mine"}, {"plans/2023/x.html": "-> ../x"}, {"plans": "mine"}} {
		modes(t, func(t *testing.T, dir string, opts Options) {
			before := site{"old.html": "old"}
			mustPublish(t, dir, opts, before)
			s, err := Open(context.Background(), dir, opts)
			if err != nil {
				t.Fatal(err)
			}
			for p, data := range first {
				if err := s.Put(outputOf(p, data)); err != nil {
					t.Fatal(err)
				}
			}
			lay(t, dir, foreign)
			var occupied *OccupiedError
			if _, err := s.Commit(context.Background()); !errors.As(err, &occupied) {
				t.Errorf("got %v, want an OccupiedError", err)
			}
			wantSite(t, dir, together(before, foreign))
		})
	}
}

// A folder that somebody makes meanwhile is in nobody's way.
func TestForeignFolderThatCameWithAFile(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		s, err := Open(context.Background(), dir, opts)
		if err != nil {
			t.Fatal(err)
		}
		for p, data := range first {
			if err := s.Put(outputOf(p, data)); err != nil {
				t.Fatal(err)
			}
		}
		lay(t, dir, site{"plans/2023/mine": "mine"})
		if _, err := s.Commit(context.Background()); err != nil {
			t.Error(err)
		}
		wantSite(t, dir, together(first, site{"plans/2023/mine": "mine"}))
		wantTidy(t, dir)
	})
}

func TestForeignFileInOurFolderThatMustGo(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		mustPublish(t, dir, opts, site{"x/y.html": "y"})
		lay(t, dir, site{"x/mine": "mine"})
		before := everything(t, dir)
		_, err := publishTo(dir, opts, site{"x": "now a file"})
		var occupied *OccupiedError
		if !errors.As(err, &occupied) {
			t.Fatalf("got %v, want an OccupiedError", err)
		}
		if diff := cmp.Diff([]Occupant{{"x/mine", "x", "file"}}, occupied.Occupants); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(before, everything(t, dir)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestForeignFileWithTheSameBytesIsAdopted(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		lay(t, dir, site{"a.css": "a{}"})
		if got := mustPublish(t, dir, opts, first); got.Unchanged != 1 || got.Written != 4 {
			t.Errorf("got %+v", got)
		}
		mustPublish(t, dir, opts, site{"index.html": "two"})
		wantSite(t, dir, site{"index.html": "two"})
	})
}

func TestFilesAndFoldersChangePlaces(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		a := site{"x": "file", "y/a/b": "b", "y/c": "c", "z.html": "z"}
		b := site{"x/deep/er": "now a folder", "y": "now a file", "z.html": "z"}
		mustPublish(t, dir, opts, a)
		mustPublish(t, dir, opts, b)
		wantSite(t, dir, b)
		mustPublish(t, dir, opts, a)
		wantSite(t, dir, a)
		wantTidy(t, dir)
	})
}

func TestFoldersThatSomebodyElseMadeStay(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		lay(t, dir, site{"theirs": "/"})
		mustPublish(t, dir, opts, site{"theirs/x.html": "x", "ours/x.html": "x"})
		mustPublish(t, dir, opts, site{"index.html": "i"})
		wantSite(t, dir, site{"theirs": "/", "index.html": "i"})
	})
}

func TestFileThatSomebodyChangedIsNotRemoved(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		mustPublish(t, dir, opts, first)
		lay(t, dir, site{"plans/2023/x.html": "edited by hand"})
		got := mustPublish(t, dir, opts, site{"index.html": "two"})
		if diff := cmp.Diff([]string{"plans/2023/x.html"}, got.Kept); diff != "" {
			t.Errorf("Kept: %s", diff)
		}
		wantSite(t, dir, site{"index.html": "two", "plans/2023/x.html": "edited by hand"})
		before, err := os.Stat(filepath.Join(dir, manifestName))
		if err != nil {
			t.Fatal(err)
		}
		mustPublish(t, dir, opts, site{"index.html": "two"})
		if after, err := os.Stat(filepath.Join(dir, manifestName)); err != nil || !os.SameFile(before, after) {
			t.Errorf("the folder that must stay is not left alone (%v)", err)
		}
	})
}
