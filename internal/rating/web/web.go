// Package web answers readers who rate a document: a form that works without
// scripts, and the same as JSON for the script of the page. It knows nothing of a
// reader but what a request carries, and keeps none of that.
//
//	GET  total?document=plans/2023/x/   the total of a document
//	GET  form?document=…                the total, and what a form must carry
//	GET  rate?document=…                a page with the form
//	POST rate                           a vote: document, score, comment, token
package web

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"planpress/internal/rating"
	"planpress/internal/rating/guard"
)

// Options say what a service is for. Store and Catalog are needed.
type Options struct {
	Store   rating.Store
	Catalog func() *Catalog // what can be rated, as it is now; never nil
	Proxies guard.Proxies
	Pace    guard.Pace
	Log     *slog.Logger // nil: nothing is logged
	Now     func() time.Time
	Count   func(Event) // told of each answer, from several goroutines; may be nil
}

// Event is an answer, for figures about the service.
type Event struct {
	Route  string // "total", "form", "rate"
	Status int
	Took   time.Duration
	Stored bool   // a vote was stored
	Flag   string // of that vote
}

// Handler answers.
type Handler struct {
	opts   Options
	mux    *http.ServeMux
	bursts *guard.Bursts
	totals *totals

	mu    sync.Mutex
	forms *guard.Forms // nil until the store could be asked for the key
}

// New makes a handler.
func New(opts Options) *Handler {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	if opts.Pace == (guard.Pace{}) {
		opts.Pace = guard.DefaultPace
	}
	h := &Handler{opts: opts, mux: http.NewServeMux(), bursts: guard.NewBursts(opts.Pace), totals: newTotals(opts.Store)}
	h.handle("GET /total", "total", h.total)
	h.handle("GET /form", "form", h.form)
	h.handle("GET /rate", "rate", h.ask)
	h.handle("POST /rate", "rate", h.rate)
	for _, route := range []string{"total", "form", "rate"} {
		h.handle("OPTIONS /"+route, route, preflight)
	}
	return h
}

// maxBody is how long a form may be, in bytes.
const maxBody = 16 << 10

// ServeHTTP answers one request.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) { h.mux.ServeHTTP(w, r) }

// handle registers an answer, and what goes for all of them.
func (h *Handler) handle(pattern, route string, answer func(*request) outcome) {
	h.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		began := h.opts.Now()
		req := &request{Handler: h, w: w, r: r, catalog: h.opts.Catalog(), now: began}
		out := req.guarded(answer)
		if h.opts.Count != nil {
			h.opts.Count(Event{route, out.status, h.opts.Now().Sub(began), out.stored, out.flag})
		}
		if out.err != nil {
			h.opts.Log.Error("not answered", "route", route, "status", out.status, "error", out.err.Error())
		}
	})
}

// request is one request with what is known about it.
type request struct {
	*Handler
	w       http.ResponseWriter
	r       *http.Request
	catalog *Catalog
	now     time.Time
}

// outcome is what was answered.
type outcome struct {
	status int
	err    error // what the operator must know
	stored bool
	flag   string
}

// guarded answers, unless the request may not be answered.
func (q *request) guarded(answer func(*request) outcome) (out outcome) {
	defer func() {
		if v := recover(); v != nil {
			out = outcome{status: http.StatusInternalServerError, err: errors.New("a fault in the program")}
			http.Error(q.w, "a fault in the program", out.status)
		}
	}()
	head := q.w.Header()
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Referrer-Policy", "same-origin") // with no-referrer older browsers would send the form from an origin "null"
	head.Set("Cache-Control", "no-store")
	head.Add("Vary", "Origin, Accept")
	if origin := q.r.Header.Get("Origin"); origin != "" && origin == q.catalog.origin {
		head.Set("Access-Control-Allow-Origin", origin)
		head.Set("Access-Control-Expose-Headers", "Retry-After")
	}
	if err := q.catalog.crossOrigin.Check(q.r); err != nil {
		return q.refuse(http.StatusForbidden, "foreign", q.empty())
	}
	if wait, ok := q.bursts.Request(q.opts.Proxies.Client(q.r), q.now); !ok {
		q.retry(wait)
		return q.refuse(http.StatusTooManyRequests, "many", q.empty())
	}
	q.r.Body = http.MaxBytesReader(q.w, q.r.Body, maxBody)
	return answer(q)
}

// preflight answers a browser that asks before it sends what forms cannot.
func preflight(q *request) outcome {
	q.w.Header().Set("Access-Control-Allow-Methods", "GET, POST")
	q.w.Header().Set("Access-Control-Allow-Headers", "Content-Type")
	q.w.WriteHeader(http.StatusNoContent)
	return outcome{status: http.StatusNoContent}
}

// json reports whether the page's script asks.
func (q *request) json() bool { return strings.Contains(q.r.Header.Get("Accept"), "application/json") }

// total answers with a document's total.
func (h *Handler) total(q *request) outcome {
	d, ok := q.catalog.find(q.r.URL.Query().Get("document"))
	if !ok {
		return q.say(http.StatusNotFound, reply{Error: "unknown", Text: q.text("unknown")})
	}
	t, err := h.totals.of(q.r.Context(), d, q.now)
	if err != nil {
		return q.failed(err, q.empty())
	}
	return q.say(http.StatusOK, reply{Total: &t})
}

// form answers with what a form for a document must carry.
func (h *Handler) form(q *request) outcome {
	d, ok := q.catalog.find(q.r.URL.Query().Get("document"))
	if !ok {
		return q.say(http.StatusNotFound, reply{Error: "unknown", Text: q.text("unknown")})
	}
	forms, err := h.signed(q.r.Context())
	if err != nil {
		return q.failed(err, q.empty())
	}
	t, err := h.totals.of(q.r.Context(), d, q.now)
	if err != nil {
		return q.failed(err, q.empty())
	}
	return q.say(http.StatusOK, reply{Total: &t, Token: forms.Token(d.URL, q.now)})
}

// signed gives what makes and checks forms.
func (h *Handler) signed(ctx context.Context) (*guard.Forms, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.forms == nil {
		key, err := h.opts.Store.Key(ctx)
		if err != nil {
			return nil, err
		}
		h.forms = guard.NewForms(key)
	}
	return h.forms, nil
}

// Catalog is what can be rated, and where its pages are.
type Catalog struct {
	site, lang  string
	base        string // address of the site, with a slash at the end
	origin      string // of that; "" where the site is where the service is
	documents   map[string]rating.Document
	crossOrigin *http.CrossOriginProtection
}

// NewCatalog makes the catalog of a site. Base is the site's address: absolute, or
// a path where the service is on the same host.
func NewCatalog(d *rating.Documents, base string) (*Catalog, error) {
	if !strings.HasSuffix(base, "/") {
		base += "/"
	}
	u, err := url.Parse(base)
	if err != nil {
		return nil, err
	}
	c := &Catalog{site: d.Site, lang: d.Lang, base: base, documents: make(map[string]rating.Document, len(d.List)),
		crossOrigin: http.NewCrossOriginProtection()}
	if u.Host != "" {
		c.origin = u.Scheme + "://" + u.Host
		if err := c.crossOrigin.AddTrustedOrigin(c.origin); err != nil {
			return nil, err
		}
	}
	for _, doc := range d.List {
		c.documents[doc.URL] = doc
	}
	return c, nil
}

func (c *Catalog) find(document string) (rating.Document, bool) {
	d, ok := c.documents[document]
	return d, ok
}

// page gives the address of a document's page, at a place in it.
func (c *Catalog) page(d rating.Document, place string) string {
	return c.base + (&url.URL{Path: d.URL}).EscapedPath() + place
}
