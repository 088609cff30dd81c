package cache

import (
	"maps"
	"os"
)

// A pack that is larger than this and half of which nobody needs is written
// anew.
const roomy = 64 << 20

// Save ends a build: what was kept in it takes the place of what was there.
// After a build that was not whole, what it did not come to stays.
func (c *Cache) Save(whole bool) {
	c.loaded().mu.Lock()
	c.saved = true
	c.mu.Unlock()
	if !c.writes.Load() {
		return
	}
	if !whole {
		c.next.pages, c.next.note = c.old.pages, c.old.note
		for name, t := range c.old.texts {
			if _, ok := c.next.texts[name]; !ok {
				c.next.texts[name] = t
			}
		}
	}
	if end := c.end.Load(); end > roomy && c.next.inUse() < end/2 {
		if err := c.repack(); err != nil {
			c.note(err)
			return
		}
	}
	if !c.changed && len(c.next.texts) == len(c.old.texts) && len(c.next.pages) == len(c.old.pages) && string(c.next.note) == string(c.old.note) {
		return
	}
	if err := c.writeIndex(); err != nil {
		c.note(err)
		return
	}
	c.tidy(c.next.pack)
}

func (c *Cache) writeIndex() error { return c.replace(indexName, c.next.bytes(c.version)) }

// repack moves what the next index names to a new pack. What cannot be read is
// left out.
func (c *Cache) repack() error {
	from := Cache{pack: c.pack} // it has no folder to load from
	from.end.Store(c.end.Load())
	if err := c.newPack(); err != nil {
		return err
	}
	defer from.pack.Close()
	var buf []byte
	move := func(p Part) (Part, bool) {
		var ok bool
		if buf, ok = from.Get(buf[:0], p); !ok {
			return Part{}, false
		}
		return c.Put(buf)
	}
	texts, pages := map[string]Text{}, map[string]Page{}
	for name, t := range c.next.texts {
		var a, b bool
		t.Meta, a = move(t.Meta)
		t.Body, b = move(t.Body)
		if a && b {
			texts[name] = t
		}
	}
	for name, p := range c.next.pages {
		var ok bool
		if p.Facts, ok = move(p.Facts); ok {
			pages[name] = p
		}
	}
	c.next.texts, c.next.pages = texts, pages
	c.old, c.changed = index{}, true // its parts are not in this pack
	return nil
}

// Size says what a cache holds.
type Size struct {
	Texts, Pages int
	InUse, Bytes int64 // of the pack: what the index names, and all
}

// Size says what the cache held when it was opened.
func (c *Cache) Size() Size {
	c.loaded()
	return Size{len(c.old.texts), len(c.old.pages), c.old.inUse(), c.end.Load()}
}

// Prune makes the folder as small as it can be without losing anything, and
// reports whether it could: another build may be at work.
func (c *Cache) Prune() bool {
	if !c.loaded().writes.Load() {
		return false
	}
	c.next.texts, c.next.pages, c.next.note = maps.Clone(c.old.texts), maps.Clone(c.old.pages), c.old.note
	if err := c.repack(); err != nil {
		c.note(err)
		return false
	}
	if err := c.writeIndex(); err != nil {
		c.note(err)
		return false
	}
	c.tidy(c.next.pack)
	return true
}

// Clear removes all that is kept, and reports whether it could.
func (c *Cache) Clear() bool {
	if c.loaded().lock == nil {
		return false
	}
	for _, name := range [...]string{indexName, lastName} {
		if err := c.folder.Remove(name); err != nil && !os.IsNotExist(err) {
			c.note(err)
			return false
		}
	}
	c.tidy("")
	return true
}
