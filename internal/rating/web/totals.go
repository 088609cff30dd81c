package web

import (
	"context"
	"sync"
	"time"

	"planpress/internal/rating"
)

// A total that was read may be shown for so long, though others vote meanwhile
// through another program.
const fresh = time.Second

// totals remembers totals for a moment: a page that many read asks the store for
// little.
type totals struct {
	store rating.Store
	mu    sync.RWMutex
	known map[string]knownTotal // as many as there are documents at the most
}

type knownTotal struct {
	total rating.Total
	at    time.Time
}

func newTotals(store rating.Store) *totals {
	return &totals{store: store, known: map[string]knownTotal{}}
}

// of gives a document's total.
func (t *totals) of(ctx context.Context, d rating.Document, now time.Time) (rating.Total, error) {
	t.mu.RLock()
	k, ok := t.known[d.URL]
	t.mu.RUnlock()
	if age := now.Sub(k.at); ok && 0 <= age && age < fresh {
		return k.total, nil
	}
	total, err := t.store.Total(ctx, append([]string{d.URL}, d.Was...)...)
	if err != nil {
		return total, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.known[d.URL] = knownTotal{total, now}
	return total, nil
}

// forget has the total of a document read anew.
func (t *totals) forget(d rating.Document) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.known, d.URL)
}
