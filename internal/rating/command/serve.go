package command

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/netutil"

	"planpress/internal/rating/guard"
	"planpress/internal/rating/store"
	"planpress/internal/rating/web"
)

type serveCmd struct {
	database
	Documents   string         `default:"public/ratings/documents.json" placeholder:"FILE" help:"What can be rated: ratings/documents.json of the site that was built."`
	Site        string         `placeholder:"URL" help:"Address of the site, where it is not the base_url that the site was built with."`
	Listen      string         `default:"127.0.0.1:8090" placeholder:"ADDRESS" help:"Where readers' requests come in, from a reverse proxy."`
	Ops         string         `default:"127.0.0.1:8091" placeholder:"ADDRESS" help:"Where /metrics and /healthz are answered, for nobody else; \"\" for nowhere."`
	Proxy       []netip.Prefix `placeholder:"PREFIX" help:"Addresses of reverse proxies whose X-Forwarded-For is believed, such as 127.0.0.1/32."`
	Connections int            `default:"4096" placeholder:"N" help:"Connections at a time; more wait. Each takes some 20 KB."`
	Notable     int            `default:"${notable}" placeholder:"N" help:"More ratings a minute from one address are flagged."`
	Most        int            `default:"${most}" placeholder:"N" help:"More requests a minute from one address are refused."`
	Verbose     bool           `help:"Log every answer."`
}

// grace is how long requests may go on that are being answered when the service
// is to stop.
const grace = 15 * time.Second

// Run answers until the program is interrupted.
func (c *serveCmd) Run(a *app) (err error) {
	if c.Connections < 1 || c.Notable < 1 || c.Most < 1 {
		return usageError{"--connections, --notable and --most take numbers from 1"}
	}
	logger := slog.New(slog.NewJSONHandler(a.env.Stderr, &slog.HandlerOptions{Level: c.level()}))
	catalog, err := openCatalog(c.Documents, c.Site, logger)
	if err != nil {
		return err
	}
	votes, err := store.Create(a.ctx, c.DB)
	if err != nil {
		return fmt.Errorf("opening the database: %w", err)
	}
	defer func() { err = errors.Join(err, votes.Close()) }() // after everything is answered
	if err := votes.Tidy(a.ctx, time.Now()); err != nil {
		return err
	}
	figures := newFigures()
	handler := web.New(web.Options{Store: votes, Catalog: catalog.get, Proxies: c.Proxy, Pace: guard.Pace{Notable: c.Notable, Most: c.Most},
		Log: logger, Count: func(e web.Event) {
			figures.count(e)
			logger.Debug("answered", "route", e.Route, "status", e.Status, "took", e.Took)
		}})
	ctx, stop := context.WithCancel(a.ctx)
	defer stop()
	go catalog.follow(ctx)
	go tidy(ctx, votes, logger)
	return c.listen(ctx, logger, handler, votes, figures)
}

func (c *serveCmd) level() slog.Level {
	if c.Verbose {
		return slog.LevelDebug
	}
	return slog.LevelInfo
}

// listen answers readers and operators.
func (c *serveCmd) listen(ctx context.Context, logger *slog.Logger, handler http.Handler, votes *store.Store, figures *figures) error {
	health := healthOf(votes)
	public := http.NewServeMux()
	public.Handle("/", handler)
	public.Handle("GET /healthz", health)
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("--listen: %w", err)
	}
	servers := []*http.Server{server(public, logger)}
	listeners := []net.Listener{netutil.LimitListener(listener, c.Connections)}
	if c.Ops != "" {
		ops := http.NewServeMux()
		ops.Handle("GET /metrics", figures.handler())
		ops.Handle("GET /healthz", health)
		l, err := net.Listen("tcp", c.Ops)
		if err != nil {
			return errors.Join(fmt.Errorf("--ops: %w", err), listener.Close())
		}
		servers, listeners = append(servers, server(ops, logger)), append(listeners, netutil.LimitListener(l, 64))
	}
	logger.Info("listening", "address", listener.Addr().String())
	return run(ctx, servers, listeners, logger)
}

// server is one with limits on everything that a client could draw out.
func server(h http.Handler, logger *slog.Logger) *http.Server {
	return &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 15 * time.Second,
		IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10, ErrorLog: log.New(scrubbed{logger}, "", 0)}
}

// run serves until ctx ends or a server fails; what is being answered then is
// answered to the end.
func run(ctx context.Context, servers []*http.Server, listeners []net.Listener, logger *slog.Logger) error {
	failed := make(chan error, len(servers))
	for i, s := range servers {
		go func() { failed <- s.Serve(listeners[i]) }()
	}
	var err error
	select {
	case <-ctx.Done():
		logger.Info("stopping")
	case err = <-failed:
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	for _, s := range servers {
		err = errors.Join(err, s.Shutdown(last))
	}
	logger.Info("stopped")
	return err
}

// tidy destroys every minute what has had its time.
func tidy(ctx context.Context, votes *store.Store, logger *slog.Logger) {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-tick.C:
			if err := votes.Tidy(ctx, now); err != nil && ctx.Err() == nil {
				logger.Error("old salts and forms could not be deleted", "error", err.Error())
			}
		}
	}
}

// scrubbed logs what net/http has to say, without addresses of readers.
type scrubbed struct{ to *slog.Logger }

func (s scrubbed) Write(line []byte) (int, error) {
	s.to.Warn("connection", "error", scrub(strings.TrimSpace(string(line))))
	return len(line), nil
}

// address is an IP address with a port, as net/http writes those of connections.
var address = regexp.MustCompile(`(\[[0-9a-fA-F:.]+(%\w+)?\]|\d+\.\d+\.\d+\.\d+):\d+`)

func scrub(line string) string { return address.ReplaceAllString(line, "(address)") }
