package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"sync"
	"time"

	"planpress/internal/diag"
)

// overlay is what browsers show in front of the page; empty hides it.
type overlay struct {
	Title    string          `json:"title"`
	Findings []overlayRecord `json:"findings"`
}

type overlayRecord struct {
	Severity string `json:"severity"`
	Place    string `json:"place"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
	Code     string `json:"code"`
}

// maxShown bounds an overlay; the terminal has them all.
const maxShown = 100

// overlayOf words what a build found. Shown says that its pages are the ones
// behind the overlay, and not those of an earlier build.
func overlayOf(findings []diag.Finding, err error, shown bool, lang diag.Lang) overlay {
	o := overlay{Findings: []overlayRecord{}}
	if err != nil {
		o.Title = diag.T("Không dựng được trang", "The site was not built").In(lang)
		o.Findings = append(o.Findings, overlayRecord{Severity: "error", Message: err.Error()})
		return o
	}
	n := diag.CountOf(findings)
	switch {
	case n.Errors > 0 && shown:
		o.Title = diag.T("%d lỗi, %d cảnh báo: trang này chưa công bố được", "errors: %d, warnings: %d; this cannot be published yet", n.Errors, n.Warnings).In(lang)
	case n.Errors > 0:
		o.Title = diag.T("%d lỗi, %d cảnh báo: đây là trang tốt cuối cùng", "errors: %d, warnings: %d; this is the last good page", n.Errors, n.Warnings).In(lang)
	case n.Warnings > 0:
		o.Title = diag.T("%d cảnh báo", "warnings: %d", n.Warnings).In(lang)
	default:
		return o
	}
	for _, f := range findings {
		if f.Rule.Severity == diag.Note || len(o.Findings) == maxShown {
			continue
		}
		o.Findings = append(o.Findings, overlayRecord{f.Rule.Severity.String(), f.Pos.String(),
			f.Message.In(lang), f.Hint.In(lang), f.Rule.Code})
	}
	return o
}

// hub sends server-sent events to the open pages.
type hub struct {
	mu      sync.Mutex
	clients map[chan event]bool
	last    overlay
	build   int // counts the good builds, so that a page that slept reloads once
	done    chan struct{}
	once    sync.Once
}

type event struct{ name, data string }

func newHub() *hub { return &hub{clients: map[chan event]bool{}, done: make(chan struct{})} }

// show has open pages show findings, unless they do already.
func (h *hub) show(o overlay) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if reflect.DeepEqual(h.last, o) {
		return
	}
	h.last = o
	h.send(h.overlayEvent())
}

func (h *hub) reload() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.build++
	h.send(h.buildEvent())
}

// watched reports whether somebody has a page open.
func (h *hub) watched() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.clients) > 0
}

// number is that of the last good build.
func (h *hub) number() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.build
}

func (h *hub) overlayEvent() event {
	data, err := json.Marshal(h.last)
	if err != nil { // strings only: cannot happen
		return event{"findings", `{"title":"","findings":[]}`}
	}
	return event{"findings", string(data)}
}

func (h *hub) buildEvent() event { return event{"build", fmt.Sprint(h.build)} }

// send drops an event for a page that does not read; the next one, or its
// reconnection, brings it up to date.
func (h *hub) send(e event) {
	for c := range h.clients {
		select {
		case c <- e:
		default:
		}
	}
}

func (h *hub) close() { h.once.Do(func() { close(h.done) }) }

// ServeHTTP holds one page's stream of events.
func (h *hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c := make(chan event, 8)
	h.mu.Lock()
	h.clients[c] = true
	c <- h.buildEvent()
	c <- h.overlayEvent()
	h.mu.Unlock()
	defer func() {
		h.mu.Lock()
		delete(h.clients, c)
		h.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	flush := http.NewResponseController(w)
	alive := time.NewTicker(20 * time.Second)
	defer alive.Stop()
	for {
		var err error
		select {
		case e := <-c:
			_, err = fmt.Fprintf(w, "event: %s\ndata: %s\n\n", e.name, e.data)
		case <-alive.C:
			_, err = fmt.Fprint(w, ": alive\n\n")
		case <-r.Context().Done():
			return
		case <-h.done:
			return
		}
		if err != nil || flush.Flush() != nil {
			return
		}
	}
}
