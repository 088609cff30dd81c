package preview

import (
	"bytes"
	_ "embed"
	"fmt"
	"html"
	"io"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// The addresses that a preview adds to the site.
const (
	ownPrefix  = "/_planpress/"
	scriptPath = ownPrefix + "preview.js"
	eventsPath = ownPrefix + "events"
)

// RatingsPath is where a preview takes ratings.
const RatingsPath = ownPrefix + "ratings/"

//go:embed preview.js
var script []byte

// inject is written before the end of every HTML page. It names the build that
// the page is of, lest one that was overtaken while it was loaded stays.
const inject = `<script src="` + scriptPath + `" data-build="%d" defer></script>`

type server struct {
	opts Options
	site atomic.Pointer[Snapshot]
	hub  *hub

	traffic traffic // of pages and what they load

	first chan struct{} // closed when there is something to show, or it is known why not
	once  sync.Once
}

// ServeHTTP answers one request. A preview shows drafts, so it answers only
// requests for this machine's own names: a page elsewhere could otherwise
// point a name of its own here and read them.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	switch {
	case !s.opts.AnyHost && !ownHost(r.Host):
		http.Error(w, "planpress serve answers only for localhost; use --bind to open it to others", http.StatusMisdirectedRequest)
	case s.opts.Ratings != nil && strings.HasPrefix(r.URL.Path, RatingsPath):
		http.StripPrefix(strings.TrimSuffix(RatingsPath, "/"), s.opts.Ratings).ServeHTTP(w, r)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
	case r.URL.Path == eventsPath:
		s.hub.ServeHTTP(w, r)
	case r.URL.Path == scriptPath:
		serve(w, r, scriptPath, script)
	default:
		s.traffic.during(func() { s.page(w, r) })
	}
}

func (s *server) page(w http.ResponseWriter, r *http.Request) {
	select {
	case <-s.first:
	case <-r.Context().Done():
		return
	}
	build := s.hub.number() // before the site: a page too new reloads once, one too old would stay
	site := s.site.Load()
	if site == nil {
		s.notFound(w, r, nil, build) // nothing could be built yet: the overlay says why
		return
	}
	f, redirect, ok, err := site.find(r.Context(), r.URL.Path)
	switch {
	case err != nil:
		s.failed(w, r, err, build)
	case redirect:
		http.Redirect(w, r, path.Base(r.URL.Path)+"/", http.StatusFound)
	case ok && f.Open != nil:
		serveOpened(w, r, f.Path, f.Open)
	case ok:
		serve(w, r, f.Path, withScript(f.Path, f.Data, build))
	default:
		s.notFound(w, r, site, build)
	}
}

// failed answers for a page that cannot be made, such as one whose source was
// changed this very moment: the next build reloads it.
func (s *server) failed(w http.ResponseWriter, r *http.Request, err error, build int) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusInternalServerError)
	if r.Method != http.MethodHead {
		page := "<!doctype html><html lang=\"en\"><title>planpress</title><body><p>This page could not be made: " + html.EscapeString(err.Error()) + "</p></body></html>"
		w.Write(withScript("500.html", []byte(page), build))
	}
}

// notFound answers with the site's own page for addresses that are not there.
// Before the first good build it still loads the overlay.
func (s *server) notFound(w http.ResponseWriter, r *http.Request, site *Snapshot, build int) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	if r.Method == http.MethodHead {
		return
	}
	data := []byte("<!doctype html><html lang=\"en\"><title>planpress</title><body></body></html>")
	if site != nil {
		if f, ok, err := site.file("404.html"); ok && err == nil {
			data = f.Data
		}
	}
	w.Write(withScript("404.html", data, build))
}

func withScript(name string, data []byte, build int) []byte {
	if !strings.HasSuffix(name, ".html") {
		return data
	}
	at := bytes.LastIndex(data, []byte("</body>"))
	if at < 0 {
		at = len(data)
	}
	return bytes.Join([][]byte{data[:at], fmt.Appendf(nil, inject, build), data[at:]}, nil)
}

func serve(w http.ResponseWriter, r *http.Request, name string, data []byte) {
	w.Header().Set("Content-Type", contentType(name))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

func serveOpened(w http.ResponseWriter, r *http.Request, name string, open func() (io.ReadCloser, error)) {
	f, err := open()
	if err != nil {
		http.Error(w, "the file cannot be read", http.StatusInternalServerError)
		return
	}
	defer f.Close()
	w.Header().Set("Content-Type", contentType(name))
	if seeker, ok := f.(io.ReadSeeker); ok {
		http.ServeContent(w, r, "", time.Time{}, seeker)
		return
	}
	io.Copy(w, f)
}

// ownHost reports whether a Host header names this machine.
func ownHost(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.Trim(name, "[]")
	if strings.EqualFold(name, "localhost") {
		return true
	}
	ip := net.ParseIP(name)
	return ip != nil && ip.IsLoopback()
}

// contentTypes are those of the files that a site consists of. They are not
// taken from the system's tables, which differ from machine to machine.
var contentTypes = map[string]string{
	".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".gif": "image/gif",
	".html": "text/html; charset=utf-8", ".jpeg": "image/jpeg", ".jpg": "image/jpeg",
	".js": "text/javascript; charset=utf-8", ".json": "application/json", ".pdf": "application/pdf",
	".png": "image/png", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".webp": "image/webp",
	".xml": "application/xml; charset=utf-8",
}

func contentType(name string) string {
	if t := contentTypes[strings.ToLower(path.Ext(name))]; t != "" {
		return t
	}
	return "application/octet-stream"
}
