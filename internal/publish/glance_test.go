package publish

import (
	"context"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestAFolderBehindALinkIsNotKept has the very files in another place, with a
// link to them where they were: the stamps are the same, the site is not.
func TestAFolderBehindALinkIsNotKept(t *testing.T) {
	dir := t.TempDir()
	rested(t, dir, Options{NoSync: true}, three)
	away := filepath.Join(t.TempDir(), "c")
	if err := os.Rename(filepath.Join(dir, "a/c"), away); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(away, filepath.Join(dir, "a/c")); err != nil {
		t.Fatal(err)
	}
	if got := kept(t, dir, site{"a/c/d.css": three["a/c/d.css"]}); got != nil {
		t.Errorf("kept %v", got)
	}
	if got := kept(t, dir, three); len(got) != 2 {
		t.Errorf("of the others, kept %v", got)
	}
}

// TestKeepingAsksTheDiskOnce sees that a file that is still as it was is not
// looked at again when its turn comes.
func TestKeepingAsksTheDiskOnce(t *testing.T) {
	dir := t.TempDir()
	rested(t, dir, Options{NoSync: true}, three)
	tr := &trap{err: errors.ErrUnsupported} // it counts, and never springs
	s, err := Open(context.Background(), dir, Options{NoSync: true, Files: tr.open(OpenFiles)})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Abort()
	before := tr.calls
	for name, text := range three {
		if !s.Keep(name, Page, sha256.Sum256([]byte(text))) {
			t.Errorf("%s is not kept", name)
		}
	}
	if tr.calls != before {
		t.Errorf("%d more questions", tr.calls-before)
	}
}
