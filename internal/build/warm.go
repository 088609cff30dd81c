package build

import (
	"crypto/sha256"
	"sync"
	"time"

	"planpress/internal/cache"
	"planpress/internal/codec"
	"planpress/internal/content"
	"planpress/internal/plan"
)

// Warm holds in memory what one build made of each file, for the next build of
// the same process: a preview builds after every edit, and most of its time would
// go into reading back what it knew a moment ago. The zero value is empty. One
// build uses it at a time.
type Warm struct {
	mu    sync.Mutex
	key   [sha256.Size]byte // of what texts are made of besides their files
	texts map[string]heldText

	shown *shown // of the last build that came to show pages; nil where this one's cannot be made of them
	next  *shown // of this build, before it shows any
}

// setting is what every text is made of besides its file.
type setting struct {
	Options  [sha256.Size]byte
	Registry plan.Registry
	AsOf     plan.Date
}

// begin prepares for a build. What was made with other settings is dropped.
func (w *Warm) begin(options [sha256.Size]byte, registry *plan.Registry, asOf plan.Date) error {
	c, err := codec.For[setting](typesByID, codec.ByName((*time.Location).String, nil))
	if err != nil {
		return err
	}
	key := sha256.Sum256(c.Append(nil, &setting{options, *registry, asOf}))
	if w.texts == nil || w.key != key {
		w.key, w.texts, w.shown = key, map[string]heldText{}, nil
	}
	return nil
}

// heldText is a text in memory, with the files that have a part in it.
type heldText struct {
	text
	beside []content.Item // in the order of Document.DataFiles; zero for one that is missing
}

// take gives the text of a file, where the cache knows that the file is still
// the one that it was made of, and the files beside it are as they were.
func (w *Warm) take(it content.Item, known cache.Text, data map[string]content.Item) (text, bool) {
	w.mu.Lock()
	t, ok := w.texts[it.Path]
	w.mu.Unlock()
	if !ok || t.body.sum != known.Sum {
		return text{}, false
	}
	for i, name := range t.Document.DataFiles() {
		if data[name] != t.beside[i] {
			return text{}, false
		}
	}
	t.body = body{item: it, sum: known.Sum, kept: true, part: known.Body}
	return t.text, true
}

// put takes a text, but for one beside which a file was changed so shortly before
// that its stamp proves nothing.
func (w *Warm) put(t text, data map[string]content.Item, store *cache.Cache) {
	held := heldText{text: t}
	held.body.held = nil
	settled := true
	for _, name := range t.Document.DataFiles() {
		it := data[name]
		held.beside = append(held.beside, it)
		settled = settled && (it.Path == "" || store.Settled(it.Stamp))
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if settled {
		w.texts[t.Document.Path] = held
	} else {
		delete(w.texts, t.Document.Path)
	}
}

// held gives the texts of unchanged files that are in memory, in the places of the
// files; and the files whose texts are not, with their places.
func (t *texts) held(warm *Warm, items []content.Item, data map[string]content.Item) (texts []text, missing []content.Item, places []int) {
	texts = make([]text, len(items))
	for i, it := range items {
		if warm != nil {
			if known, ok := t.unchanged(it); ok {
				if texts[i], ok = warm.take(it, known, data); ok {
					t.cache.KeepText(it.Path, known)
					continue
				}
			}
		}
		missing, places = append(missing, it), append(places, i)
	}
	return texts, missing, places
}

// keepOnly drops the texts of files that are gone.
func (w *Warm) keepOnly(items []content.Item) {
	if len(w.texts) <= len(items) {
		return
	}
	there := make(map[string]bool, len(items))
	for _, it := range items {
		there[it.Path] = true
	}
	for name := range w.texts {
		if !there[name] {
			delete(w.texts, name)
		}
	}
}
