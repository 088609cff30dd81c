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
	texts map[string]text
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
		w.key, w.texts = key, map[string]text{}
	}
	return nil
}

// take gives the text of a file, where the cache knows that the file is still
// the one that it was made of.
func (w *Warm) take(it content.Item, known cache.Text) (text, bool) {
	w.mu.Lock()
	t, ok := w.texts[it.Path]
	w.mu.Unlock()
	if !ok || t.body.sum != known.Sum {
		return text{}, false
	}
	t.body = body{item: it, sum: known.Sum, kept: true, part: known.Body}
	return t, true
}

// put takes a text, but for one that other files have a part in.
func (w *Warm) put(it content.Item, t text) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(t.Document.DataFiles()) > 0 {
		delete(w.texts, it.Path)
		return
	}
	t.body.held = plan.Body{}
	w.texts[it.Path] = t
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
