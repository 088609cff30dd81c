package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

func TestTwoBuildsAtOnceAreRefused(t *testing.T) {
	for _, first := range []bool{false, true} {
		for _, second := range []bool{false, true} {
			t.Run(fmt.Sprintf("atomic %t and %t", first, second), func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "public")
				mustPublish(t, dir, Options{}, site{"index.html": "one"})
				s, err := Open(context.Background(), dir, Options{Atomic: first})
				if err != nil {
					t.Fatal(err)
				}
				_, err = Open(context.Background(), dir, Options{Atomic: second})
				var locked *LockedError
				if !errors.As(err, &locked) {
					t.Fatalf("got %v, want a LockedError", err)
				}
				host, _ := os.Hostname()
				if locked.PID != os.Getpid() || locked.Host != host || locked.Since.IsZero() {
					t.Errorf("got %+v", locked)
				}
				if !strings.Contains(err.Error(), fmt.Sprintf("process %d on %s) since ", os.Getpid(), host)) {
					t.Errorf("the message does not name the other build: %v", err)
				}
				if err := s.Put(outputOf("index.html", "two")); err != nil {
					t.Fatal(err)
				}
				if _, err := s.Commit(context.Background()); err != nil {
					t.Errorf("the first build was disturbed: %v", err)
				}
				mustPublish(t, dir, Options{Atomic: second}, site{"index.html": "three"})
				wantTidy(t, dir)
			})
		}
	}
}

// A build that makes the folder must not be overtaken by another one.
func TestTwoFirstBuildsAreRefused(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	s, err := Open(context.Background(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Abort()
	var locked *LockedError
	if _, err := Open(context.Background(), dir, Options{Atomic: true}); !errors.As(err, &locked) {
		t.Errorf("got %v, want a LockedError", err)
	}
}

func TestLockFileLeftByAKilledBuild(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		lay(t, dir, site{lockName: `{"pid":1,"host":"elsewhere"}`})
		lay(t, filepath.Dir(dir), site{".public.planpress-lock": "not even JSON"})
		mustPublish(t, dir, opts, first)
		wantSite(t, dir, first)
		if opts.Atomic {
			wantTidy(t, dir)
		}
	})
}

// Nothing may be written through a link that stands where the lock should.
func TestLockIsNoLink(t *testing.T) {
	modes(t, func(t *testing.T, dir string, opts Options) {
		lay(t, dir, site{"mine": "mine", lockName: "-> ../mine"})
		if _, err := Open(context.Background(), dir, opts); !errors.Is(err, errUnknown) {
			t.Errorf("got %v", err)
		}
		if got := everything(t, dir)["mine"]; got != "mine" {
			t.Errorf("the file behind the link is now %q", got)
		}
	})
}

// Many builds that come and go at once: never two inside.
func TestLockHasOneHolder(t *testing.T) {
	dir := t.TempDir()
	var inside, most atomic.Int32
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			f, err := OpenFiles(dir)
			if err != nil {
				t.Error(err)
				return
			}
			defer f.Close()
			for range 300 {
				l, err := f.Lock("lock", nil)
				if err != nil {
					continue // held, or the holder just changed
				}
				if n := inside.Add(1); n > most.Load() {
					most.Store(n)
				}
				runtime.Gosched()
				inside.Add(-1)
				_ = f.Remove("lock")
				l.Close()
			}
		})
	}
	wg.Wait()
	if most.Load() != 1 {
		t.Errorf("%d at once", most.Load())
	}
}

// late is Files that lets something happen before the first lock is taken.
type late struct {
	Files
	once func()
}

func (l late) Lock(name string, note []byte) (io.Closer, error) {
	l.once()
	return l.Files.Lock(name, note)
}

// A build that found the folder, and took its lock only after another build
// had exchanged it, must not write into the folder of before.
func TestFolderExchangedBeforeItWasLocked(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, Options{}, first)
	once := sync.OnceFunc(func() { mustPublish(t, dir, Options{Atomic: true}, site{"a.html": "a", "b.html": "b"}) })
	open := func(dir string) (Files, error) {
		f, err := OpenFiles(dir)
		return late{f, once}, err
	}
	got := mustPublish(t, dir, Options{Files: open}, site{"a.html": "a", "c.html": "c"})
	if got.Unchanged != 1 || got.Removed != 1 {
		t.Errorf("got %+v", got)
	}
	wantSite(t, dir, site{"a.html": "a", "c.html": "c"})
	wantTidy(t, dir)
}

// atTheEnd is Files that lets something happen when an atomic publication has
// done all but let go of its locks.
type atTheEnd struct {
	Files
	happen func()
}

func (e atTheEnd) Remove(name string) error {
	err := e.Files.Remove(name)
	if err == nil && strings.HasSuffix(name, markName) {
		e.happen()
	}
	return err
}

// The lock of a build that exchanged the folder went away with the old one. In
// the new one there may be the lock of somebody else by then.
func TestLockOfTheNextBuildStays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, Options{}, first)
	var next *Session
	begin := func() {
		var err error
		if next, err = Open(context.Background(), dir, Options{}); err != nil {
			t.Error(err)
		}
	}
	open := func(dir string) (Files, error) {
		f, err := OpenFiles(dir)
		return atTheEnd{f, begin}, err
	}
	mustPublish(t, dir, Options{Atomic: true, Files: open}, site{"index.html": "two"})
	if next == nil {
		t.Fatal("the next build did not begin")
	}
	defer next.Abort()
	var locked *LockedError
	if s, err := Open(context.Background(), dir, Options{}); !errors.As(err, &locked) {
		_ = s.Abort()
		t.Errorf("a third build began beside it: %v", err)
	}
}
