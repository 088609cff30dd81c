package incremental

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// medium is a site that is in two states, and what each looks like.
type medium struct {
	sites, public []files
}

func newMedium(t *testing.T) medium {
	t.Helper()
	first := generated(200)
	other := first.replaced("0003.md", "title: ", "title: Sửa đổi ").replaced("0110.md", "publication: published", "publication: draft")
	m := medium{sites: []files{first, other}}
	for _, site := range m.sites {
		dir := t.TempDir()
		put(t, dir, site)
		m.public = append(m.public, m.built(t, dir, t.TempDir(), filepath.Join(t.TempDir(), "cache")))
	}
	return m
}

// built builds a site in this process.
func (m medium) built(t *testing.T, site, public, cache string, flags ...string) files {
	t.Helper()
	if got := build(site, public, cache, append(flags, "--as-of", "2026-06-15")...); got.Status != 0 {
		t.Fatalf("exit status %d: %s%s", got.Status, got.Said, got.Findings)
	}
	return tree(t, public)
}

func TestSameBytes(t *testing.T) {
	m := newMedium(t)
	t.Run("any number of workers", func(t *testing.T) {
		site, public, cache := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "cache")
		put(t, site, m.sites[1])
		for i, jobs := range []string{"1", "16", "16", "1"} {
			turn(t, site, m.sites[1-i%2], m.sites[i%2])
			m.check(t, i%2, m.built(t, site, public, cache, "--jobs", jobs))
			m.check(t, i%2, m.built(t, site, t.TempDir(), filepath.Join(t.TempDir(), "cache"), "--jobs", jobs))
		}
	})
	t.Run("two file systems", func(t *testing.T) {
		one, other := t.TempDir(), otherDevice(t)
		for i := range 4 {
			a, b := []string{one, other}[i%2], []string{one, other}[i/2]
			site := filepath.Join(a, fmt.Sprint("site", i))
			put(t, site, m.sites[0])
			for range 2 {
				m.check(t, 0, m.built(t, site, filepath.Join(b, fmt.Sprint("public", i)), filepath.Join(a, fmt.Sprint("cache", i))))
			}
		}
	})
	t.Run("a damaged cache", func(t *testing.T) {
		for i := range runtime.GOMAXPROCS(0) {
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				t.Parallel()
				m.damage(t, rand.New(rand.NewPCG(*firstSeed, uint64(i))), 100/runtime.GOMAXPROCS(0)+1)
			})
		}
	})
}

// TestSameBytesWithAnyCache takes the cache and the folder of different builds.
func TestSameBytesWithAnyCache(t *testing.T) {
	m := newMedium(t)
	site := t.TempDir()
	put(t, site, m.sites[0])
	t.Run("an empty cache beside a full folder", func(t *testing.T) {
		public := t.TempDir()
		for range 2 {
			m.check(t, 0, m.built(t, site, public, filepath.Join(t.TempDir(), "cache")))
		}
	})
	t.Run("a full cache beside an empty folder", func(t *testing.T) {
		cache := filepath.Join(t.TempDir(), "cache")
		for range 2 {
			m.check(t, 0, m.built(t, site, t.TempDir(), cache))
		}
	})
	t.Run("the cache of another program", func(t *testing.T) {
		public, cache := t.TempDir(), filepath.Join(t.TempDir(), "cache")
		succeeds(t, newProgram(t).build(site, public, cache))
		turn(t, site, m.sites[0], m.sites[1])
		m.check(t, 1, m.built(t, site, public, cache))
	})
}

// check wants a folder to be that of one of the states.
func (m medium) check(t *testing.T, state int, got files) {
	t.Helper()
	if err := sameFiles(got, m.public[state], nil); err != nil {
		t.Error(err)
	}
}

// damage turns the site from one state to the other again and again, with the
// cache cut short or a bit of it flipped before each build.
func (m medium) damage(t *testing.T, r *rand.Rand, times int) {
	w := newWorld(t, t.TempDir(), m.sites[0])
	for i := range times {
		how := harms()[1+i/2%2] // shortened, or a bit flipped
		done := "(nothing yet)"
		if i > 0 {
			turn(t, w.site, m.sites[1-i%2], m.sites[i%2])
			done = spoil(w, r, w.cache, how)
		}
		if err := sameFiles(m.built(t, w.site, w.public, w.cache), m.public[i%2], nil); err != nil {
			t.Fatalf("%s: %v", done, err)
		}
	}
}

// otherDevice is a folder on another file system than the folder for temporary
// files.
func otherDevice(t *testing.T) string {
	t.Helper()
	for _, parent := range []string{".", "/var/tmp", "/dev/shm", "/tmp"} {
		if _, err := os.Stat(parent); err != nil || device(t, parent) == device(t, t.TempDir()) {
			continue
		}
		if dir, err := os.MkdirTemp(parent, ".planpress-test-"); err == nil {
			t.Cleanup(func() { os.RemoveAll(dir) })
			return dir
		}
	}
	t.Skip("there is only one file system to write to")
	return ""
}
