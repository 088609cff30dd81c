// Package preview shows a site while it is written: it builds into memory,
// serves what was built, watches the folders that editors change, and tells
// open browsers to reload. Findings appear in front of the last good page.
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
)

// Options say how a preview runs. Listener, Build and Log are needed.
type Options struct {
	Listener net.Listener
	AnyHost  bool                                     // answer requests for any host, not for this machine's own names only
	Build    func(context.Context) (*Snapshot, error) // makes the whole site anew
	Folders  []string                                 // watched with all below them; those that are missing are waited for
	Poll     bool                                     // look for changes by time, without the system's events
	Lang     diag.Lang
	Log      func(diag.Text)
}

// Serve runs a preview until ctx ends, which is no error.
func Serve(ctx context.Context, opts Options) error {
	s := &server{opts: opts, hub: newHub()}
	s.rebuild(ctx)
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

// follow rebuilds after each change of the watched folders.
func (s *server) follow(ctx context.Context) error {
	changes := watch(ctx, s.opts.Folders, s.opts.Poll, s.opts.Log)
	for range changes {
		s.rebuild(ctx)
	}
	return ctx.Err()
}

// rebuild makes the site anew. A build that fails leaves the last good site in
// place and shows why in front of it.
func (s *server) rebuild(ctx context.Context) {
	snapshot, err := s.build(ctx)
	switch {
	case ctx.Err() != nil:
		return
	case err != nil:
		s.opts.Log(diag.T("không dựng được trang: %v", "the site was not built: %v", err))
		s.hub.show(overlayOf(nil, err, s.opts.Lang))
		return
	}
	failed := diag.CountOf(snapshot.Findings).Errors > 0
	if !failed || s.site.Load() == nil {
		s.site.Store(snapshot)
	}
	s.hub.show(overlayOf(snapshot.Findings, nil, s.opts.Lang))
	if !failed {
		s.hub.reload()
	}
}

// build keeps a panic within the build that caused it: a later edit may mend
// what it fell over.
func (s *server) build(ctx context.Context) (snapshot *Snapshot, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("a fault in the program: %v", v)
		}
	}()
	return s.opts.Build(ctx)
}
