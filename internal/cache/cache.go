// Package cache keeps between builds what is expensive to make, in a folder
// that may be lost at any time.
//
// It knows nothing of documents. It keeps three kinds of records under names:
//
//   - a text: what was made of a source file, in two parts, with the file's
//     stamp and the hash of its bytes;
//   - a page: the fingerprint of all that it was made of, the hash of its bytes,
//     and what is known of it;
//   - a note: a few bytes about the last build as a whole; and, apart from
//     these, what is known of it once its site is published.
//
// # The folder
//
// The index names all records; it is read as a whole and replaced as a whole,
// by a rename, when a build ends. The parts are in a pack, a file that is only
// appended to; what the index does not name is nobody's. When half of a large
// pack is nobody's, the rest moves to a new one: so the folder stays below
// twice what is in use, and some. Builds that run at the same time share it:
// the first may write, the others read and keep nothing.
//
// # Nothing in it is trusted
//
// The index carries the version of the program, down to its bytes, and a
// checksum; each part has one as well. What is damaged, truncated, of another
// version or of another program is as if it were not there. No fault of the
// folder, not even a full disk, is an error of a build: Fault gives it to whoever
// wants to know. The checksums guard against accidents; who can write to the
// folder can write to the site.
package cache

import (
	"crypto/sha256"
	"errors"
	"os"
	"sync"
	"sync/atomic"

	"planpress/internal/rooted"
	"planpress/internal/stamp"
)

// Version names the program that wrote a cache.
type Version [sha256.Size]byte

// Text is what is kept of one source file.
type Text struct {
	Stamp stamp.Stamp // zero: not to be recognised by it
	Sum   [sha256.Size]byte
	Meta  Part
	Body  Part
}

// Print is the fingerprint of what a page is made of.
type Print [16]byte

// File is a file that was made, with the SHA-256 of its bytes.
type File struct {
	Name string
	Sum  [sha256.Size]byte
}

// Page is what is kept of one page.
type Page struct {
	Inputs Print  // of what it could show; zero where that is not known
	Print  Print  // of what it shows
	Files  []File // the page itself, and what was made with it
	Facts  Part
	Found  bool // it has findings, which are among the facts
}

// Cache is an open cache. Its methods may be called from several goroutines,
// but for Save, SetLast, Prune and Clear.
type Cache struct {
	dir     string
	version Version
	folder  *rooted.Folder // nil where the folder cannot be used
	lock    *os.File       // nil where this cache only reads
	loading sync.Once      // of all that follows
	writes  atomic.Bool    // it has the lock, and a pack
	now     int64          // of the file system's clock, when the cache was opened

	old  index
	pack *os.File // of old, and of what is put; nil where there is none
	end  atomic.Int64

	mu    sync.Mutex
	next  index
	saved bool // next is settled: what comes late is dropped
	// Something in next is not as in old; what is missing shows in the numbers.
	changed bool
	fault   error
}

// Open opens the cache in a folder, which is made if it is missing. It always
// gives a cache; of one that cannot be used nothing is found and nothing kept.
func Open(dir string, version Version) *Cache {
	c := &Cache{dir: dir, version: version, next: newIndex()}
	c.old = newIndex()
	if err := c.open(); err != nil {
		c.note(err)
	}
	return c
}

func (c *Cache) open() error {
	folder, err := folderAt(c.dir)
	if err != nil {
		return err
	}
	c.folder = folder
	return c.takeLock()
}

// loaded reads the index once it is needed: a build that has nothing to do does
// without.
func (c *Cache) loaded() *Cache {
	c.loading.Do(func() {
		if c.folder == nil {
			return
		}
		if err := c.load(); err != nil {
			c.note(err)
		}
		c.writes.Store(c.lock != nil && c.pack != nil)
	})
	return c
}

// Fault gives the first thing that kept the cache from working, which no build
// fails of; nil where all is well.
func (c *Cache) Fault() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.fault
}

func (c *Cache) note(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.fault == nil {
		c.fault = err
	}
}

// Release lets another build write; this cache only reads from now on.
func (c *Cache) Release() error {
	c.loaded().writes.Store(false)
	if c.lock == nil {
		return nil
	}
	err := c.lock.Close()
	c.lock = nil
	return err
}

// Close lets go of the folder. From then on nothing is found.
func (c *Cache) Close() error {
	c.loading.Do(func() {}) // too late for that
	err := c.Release()
	if c.pack != nil {
		err = errors.Join(err, c.pack.Close())
	}
	if c.folder != nil {
		err = errors.Join(err, c.folder.Close())
	}
	return err
}

// Text gives what is kept of a source file.
func (c *Cache) Text(name string) (Text, bool) {
	t, ok := c.loaded().old.texts[name]
	return t, ok
}

// Page gives what is kept of a page.
func (c *Cache) Page(name string) (Page, bool) {
	p, ok := c.loaded().old.pages[name]
	return p, ok
}

// Pages gives all pages that are kept. The map must not be changed.
func (c *Cache) Pages() map[string]Page { return c.loaded().old.pages }

// Note gives what the last whole build left.
func (c *Cache) Note() []byte { return c.loaded().old.note }

// Settled reports whether a stamp that was taken after the cache was opened
// proves that a file is unchanged.
func (c *Cache) Settled(s stamp.Stamp) bool { return s.Settled(c.now) }

// KeepText keeps a text. Its stamp is dropped unless it is settled.
func (c *Cache) KeepText(name string, t Text) {
	if !c.Settled(t.Stamp) {
		t.Stamp = stamp.Stamp{}
	}
	c.loaded().mu.Lock()
	defer c.mu.Unlock()
	if c.saved {
		return
	}
	c.next.texts[name] = t
	c.changed = c.changed || c.old.texts[name] != t
}

// KeepPage keeps a page.
func (c *Cache) KeepPage(name string, p Page) {
	c.loaded().mu.Lock()
	defer c.mu.Unlock()
	if c.saved {
		return
	}
	c.next.pages[name] = p
	old := c.old.pages[name]
	c.changed = c.changed || old.Print != p.Print || old.Inputs != p.Inputs || old.Facts != p.Facts
}

// SetNote leaves a note.
func (c *Cache) SetNote(note []byte) { c.loaded().next.note = note }
