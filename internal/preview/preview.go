// Package preview shows a site while it is written: it makes the pages that are
// asked for, watches the folders that editors change, and tells open browsers to
// reload. Findings appear in front of the last good page.
//
// A change is shown as soon as it is known what every page shows. The build goes
// on behind it, for the findings of all pages; a newer change ends it.
//
// The site that is published is never touched. A preview shows drafts, and a
// half-written sentence must not reach the public folder.
package preview

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"planpress/internal/diag"
	"planpress/internal/publish"
)

// Options say how a preview runs. Listener, Build and Log are needed.
type Options struct {
	Listener net.Listener
	AnyHost  bool // answer requests for any host, not for this machine's own names only
	// Build builds the whole site into the snapshot and gives what it found.
	// Changed are the files that changed since the last call, as far as only
	// these did; nil where that is not known.
	Build   func(ctx context.Context, n *Snapshot, changed []string) ([]diag.Finding, error)
	Folders []string     // watched with all below them; those that are missing are waited for
	Poll    bool         // look for changes by time, without the system's events
	Ratings http.Handler // answers below RatingsPath; nil: nobody does
	Lang    diag.Lang
	Log     func(diag.Text)
}

// Serve runs a preview until ctx ends, which is no error.
func Serve(ctx context.Context, opts Options) error {
	s := &server{opts: opts, hub: newHub(), first: make(chan struct{})}
	web := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute,
		MaxHeaderBytes: 64 << 10, BaseContext: func(net.Listener) context.Context { return ctx }}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	watched := make(chan error, 1)
	go func() { watched <- s.follow(ctx) }()
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(opts.Listener) }()
	var err error
	select {
	case <-ctx.Done():
	case err = <-failed:
		stop()
	}
	s.hub.close()
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	if web.Shutdown(grace) != nil {
		web.Close()
	}
	<-watched
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving the preview: %w", err)
	}
	return nil
}

// follow builds, and anew after each change of the watched folders. A build that
// is still at work then is ended.
func (s *server) follow(ctx context.Context) error {
	changes := watch(ctx, s.opts.Folders, s.opts.Poll, s.opts.Log)
	var changed change
	for more := true; more; {
		building, stop := context.WithCancel(ctx)
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			s.rebuild(building, changed)
		}()
		var next change
		next, more = <-changes
		stop()
		<-ended
		changed = next
	}
	return ctx.Err()
}

// rebuild makes the site anew. A build that cannot show its pages leaves the
// last good site in place and shows why in front of it.
func (s *server) rebuild(ctx context.Context, changed change) {
	defer s.once.Do(func() { close(s.first) })
	shown := false
	snapshot := NewSnapshot(Calls{
		Edited: func(shelf publish.Shelf) {
			if n := s.site.Load(); n != nil {
				n.shelf.Store(&shelf)
				s.reload(ctx)
			}
		},
		Ready: func(n *Snapshot, found []diag.Finding, news bool) {
			shown = true
			s.show(n, found)
			if news {
				s.reload(ctx)
			}
		},
	})
	findings, err := s.build(ctx, snapshot, changed)
	close(snapshot.built)
	switch {
	case ctx.Err() != nil:
		return
	case err != nil:
		s.opts.Log(diag.T("không dựng được trang: %v", "the site was not built: %v", err))
		s.hub.show(overlayOf(nil, err, shown, s.opts.Lang))
	default:
		s.hub.show(overlayOf(findings, nil, shown, s.opts.Lang))
	}
}

// show makes a snapshot the one that is shown.
func (s *server) show(n *Snapshot, found []diag.Finding) {
	s.site.Store(n)
	s.once.Do(func() { close(s.first) })
	s.hub.show(overlayOf(found, nil, true, s.opts.Lang))
}

// reload has the pages that are open loaded again, and waits for them.
func (s *server) reload(ctx context.Context) {
	s.hub.reload()
	if s.hub.watched() {
		s.traffic.pass(ctx)
	}
}

// build keeps a panic within the build that caused it: a later edit may mend
// what it fell over.
func (s *server) build(ctx context.Context, n *Snapshot, changed change) (findings []diag.Finding, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("a fault in the program: %v", v)
		}
	}()
	return s.opts.Build(ctx, n, changed)
}
