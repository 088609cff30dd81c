package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"

	"planpress/internal/build"
	"planpress/internal/diag"
	"planpress/internal/preview"
)

type serveCmd struct {
	siteFlags
	cacheFlags
	Port int    `default:"8080" placeholder:"N" help:"Port; another free one if it is taken."`
	Bind string `placeholder:"ADDRESS" help:"Address to listen on, for other machines too; drafts are then visible to them."`
	Poll bool   `help:"Look for changes by time, without the system's events."`

	closeLast func() // lets go of the cache of the snapshot that is shown
	ratings   *ratings
}

func (serveCmd) Example() string { return "planpress serve --drafts" }

// Run shows the site until it is interrupted.
func (c *serveCmd) Run(a *app) error {
	if c.BaseURL != "" {
		return usageError{"serve shows the site at its own address; --base-url is for build and check"}
	}
	if c.Port < 0 || c.Port > 65535 {
		return usageError{fmt.Sprintf("--port takes a number up to 65535, not %d", c.Port)}
	}
	opts, err := c.options(a)
	if err != nil {
		return err
	}
	site, closeSite, err := a.openSite()
	if err != nil {
		return err
	}
	defer closeSite()
	listener, err := c.listen(a)
	if err != nil {
		return err
	}
	opts.Warm = new(build.Warm)
	opts.BaseURL = "http://" + listener.Addr().String() + "/"
	a.say(diag.T("%s – đang đọc và kiểm tra trang…", "%s – reading and checking the site…", opts.BaseURL))
	c.closeLast = func() {}
	defer func() { c.closeLast() }()
	c.ratings = a.openRatings()
	show := preview.Options{
		Listener: listener, AnyHost: c.Bind != "", Poll: c.Poll, Lang: a.lang, Log: a.say,
		Folders: []string{filepath.Join(a.dir, "content"), filepath.Join(a.dir, "themes")},
		Build: func(ctx context.Context, n *preview.Snapshot, changed []string) ([]diag.Finding, error) {
			opts.Changed = a.inSite(changed)
			return c.build(ctx, a, site, opts, n)
		},
	}
	opts.Ratings = c.ratings.offer(&show)
	err = errors.Join(preview.Serve(a.ctx, show), c.ratings.close())
	if err == nil {
		a.say(diag.T("đã dừng", "stopped"))
	}
	return err
}

// build makes one snapshot and prints its findings. The cache stays open for the
// pages that are asked for, until the next snapshot takes its place.
func (c *serveCmd) build(ctx context.Context, a *app, site fs.FS, opts build.Options, n *preview.Snapshot) ([]diag.Finding, error) {
	start := a.env.Now()
	opts.Now = start
	if opts.Jobs == 0 {
		opts.Jobs = max(1, runtime.GOMAXPROCS(0)-1) // one for what is asked for meanwhile
	}
	closeCache, err := c.open(a, &opts)
	if err != nil {
		return nil, err
	}
	res, err := build.Run(ctx, site, n, opts)
	if opts.Cache != nil {
		err = errors.Join(err, opts.Cache.Release())
	}
	if n.Shown() {
		c.closeLast()
		c.closeLast = closeCache
	} else {
		closeCache()
	}
	if err != nil {
		return nil, err
	}
	if err := c.ratings.show(res.Rated); err != nil {
		return nil, err
	}
	if err := a.print(&c.siteFlags, res); err != nil && !errors.Is(err, errFindings) {
		return nil, err
	}
	found, took := counts(res), rounded(a.env.Now().Sub(start))
	a.summary(&c.siteFlags, diag.Text{
		VI: fmt.Sprintf("%s  %d văn bản, %d trang; %s; %s  (Ctrl-C để dừng)", opts.BaseURL, res.Documents, res.Pages, found.VI, took),
		EN: fmt.Sprintf("%s  %s, %s; %s; %s  (Ctrl-C stops)", opts.BaseURL, plural(res.Documents, "document"), plural(res.Pages, "page"), found.EN, took),
	})
	return res.Findings, nil
}

// inSite gives files by their paths in the site.
func (a *app) inSite(files []string) []string {
	var out []string
	for _, name := range files {
		if rel, err := filepath.Rel(a.dir, name); err == nil {
			name = filepath.ToSlash(rel)
		}
		out = append(out, name)
	}
	return out
}

// listen takes the port asked for, or a free one if it is taken.
func (c *serveCmd) listen(a *app) (net.Listener, error) {
	host := "127.0.0.1"
	if c.Bind != "" {
		host = c.Bind
	}
	l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(c.Port)))
	if !errors.Is(err, syscall.EADDRINUSE) {
		if err != nil {
			return nil, fmt.Errorf("opening port %d: %w", c.Port, err)
		}
		return l, nil
	}
	if l, err = net.Listen("tcp", net.JoinHostPort(host, "0")); err != nil {
		return nil, fmt.Errorf("opening a free port: %w", err)
	}
	a.say(diag.T("cổng %d đang bận, dùng cổng khác", "port %d is taken, using another", c.Port))
	return l, nil
}
