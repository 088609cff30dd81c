package cli

import (
	"fmt"
	"sync"
	"time"
)

// patience is how long a build may take before a terminal gets a progress
// line, and how often the line is written anew.
const (
	patience = time.Second
	beat     = 200 * time.Millisecond
)

// progress writes one line over and over to a terminal's standard error.
type progress struct {
	a     *app
	on    bool
	mu    sync.Mutex
	next  time.Time
	shown bool
}

func (a *app) progress(f *siteFlags) *progress {
	return &progress{a: a, on: a.env.ErrTerminal && !f.Quiet && a.env.Getenv("TERM") != "dumb", next: a.env.Now().Add(patience)}
}

func (p *progress) step(done, total int) {
	if !p.on {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.a.env.Now()
	if now.Before(p.next) {
		return
	}
	p.next, p.shown = now.Add(beat), true
	fmt.Fprintf(p.a.env.Stderr, "\r%d / %d", done, total)
}

func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.a.env.Stderr, "\r\x1b[K")
	}
}
