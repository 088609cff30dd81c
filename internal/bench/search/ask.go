package main

import (
	"context"
	"fmt"
	"mime"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// host serves a folder as a plain host does, compressing what is text, and counts
// the bytes of what is below some folders.
type host struct {
	root string
	mu   sync.Mutex
	sent map[string]int64 // by the first folder of the path
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	data, err := os.ReadFile(filepath.Join(h.root, filepath.FromSlash(name)))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	switch path.Ext(name) {
	case ".html", ".js", ".css", ".json", ".svg":
		data = zipped(data)
		w.Header().Set("Content-Encoding", "gzip")
	}
	h.mu.Lock()
	h.sent[kind(name)] += int64(len(data))
	h.mu.Unlock()
	w.Write(data)
}

// kind says what a file is counted as: code, pages, or what is in a folder.
func kind(name string) string {
	folder, _, _ := strings.Cut(name, "/")
	switch {
	case path.Ext(name) == ".js", strings.HasPrefix(path.Base(name), "wasm."):
		return "code"
	case path.Ext(name) == ".html" && folder != "plans":
		return "page"
	}
	return folder
}

// take gives what was sent of a folder since the last time.
func (h *host) take() map[string]int64 {
	h.mu.Lock()
	defer h.mu.Unlock()
	out := h.sent
	h.sent = map[string]int64{}
	return out
}

// ask puts all queries to an engine, each in a browser profile of its own.
func (m *measurement) ask(e *engine) error {
	say("asking %s", e.name)
	h := &host{root: e.root, sent: map[string]int64{}}
	server := httptest.NewUnstartedServer(h)
	server.EnableHTTP2 = true
	server.StartTLS()
	defer server.Close()
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.Flag("ignore-certificate-errors", true))
	allocator, stop := chromedp.NewExecAllocator(m.ctx, opts...)
	defer stop()
	browser, closeBrowser := chromedp.NewContext(allocator)
	defer closeBrowser()
	if err := chromedp.Do(browser); err != nil {
		return err
	}
	for _, q := range m.queries {
		a, urls, err := e.one(browser, server.URL, q.Text, h)
		if err != nil {
			return fmt.Errorf("%q: %w", q.Text, err)
		}
		a.kind, a.score = q.Kind, q.Score(urls)
		e.asked = append(e.asked, a)
	}
	return m.pace(e, browser, server.URL)
}

// prepare has pages note when they are done, and keep nothing for later: what is
// kept for reading without a network belongs to no query.
func prepare(ctx context.Context) error {
	_, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `
		Object.defineProperty(navigator, "connection", {value: {saveData: true}});
		new MutationObserver(() => { if (document.querySelector("[data-search=done]")) self.doneAt = self.doneAt || performance.now() }).observe(document, {attributes: true, subtree: true, attributeFilter: ["data-search"]})`})
	return err
}

const urlsOfOwn = `[...document.querySelectorAll("#_search-results .entry-title a")].map((a) => a.pathname.slice(1))`

// one asks one query with nothing in any cache.
func (e *engine) one(browser context.Context, server, query string, h *host) (a answer, urls []string, err error) {
	ctx, closeTab := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	defer closeTab()
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(360, 740)); err != nil {
		return a, nil, err
	}
	if err := prepare(ctx); err != nil {
		return a, nil, err
	}
	h.take()
	if err := chromedp.Do(ctx, chromedp.Navigate(server+"/"+e.page+"?q="+url.QueryEscape(query))); err != nil {
		return a, nil, err
	}
	if err := until(ctx, searched); err != nil {
		return a, nil, err
	}
	if e.name == "Pagefind" {
		return e.pagefindAnswer(ctx, h)
	}
	time.Sleep(300 * time.Millisecond) // excerpts of what is in sight
	urls, err = chromedp.Run(ctx, chromedp.Evaluate[[]string](urlsOfOwn))
	sent := h.take()
	a.bare = sent[e.index]
	a.quoted = a.bare + sent["plans"]
	return a, urls, err
}

func (e *engine) pagefindAnswer(ctx context.Context, h *host) (a answer, urls []string, err error) {
	a.bare = h.take()["pagefind"]
	script := `self.urls = null, Promise.all(self.found.results.slice(0, 10).map((r) => r.data())).then((d) => { self.urls = d.map((x) => x.url.replace(/^\//, "")) })`
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[any](`(`+script+`, 0)`)); err != nil {
		return a, nil, err
	}
	if err := until(ctx, `!!self.urls`); err != nil {
		return a, nil, err
	}
	urls, err = chromedp.Run(ctx, chromedp.Evaluate[[]string](`self.urls`))
	a.quoted = a.bare + h.take()["pagefind"]
	return a, urls, err
}

// searched says that the answer stands there.
const searched = `!!document.querySelector("[data-search=done]")`

func until(ctx context.Context, condition string) error {
	for {
		holds, err := chromedp.Run(ctx, chromedp.Evaluate[bool](condition))
		if ctx.Err() != nil {
			return fmt.Errorf("waited in vain for %s", condition)
		}
		if err == nil && holds {
			return nil
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// pace measures how soon the first results stand there on a slow line, and how
// long one search takes a slow processor. Medians of five queries.
func (m *measurement) pace(e *engine, browser context.Context, server string) error {
	var line, slow []time.Duration
	for _, q := range m.queries[:min(5, len(m.queries))] {
		took, err := e.paced(browser, server, q.Text, false)
		if err != nil {
			return err
		}
		line = append(line, took)
		if took, err = e.paced(browser, server, q.Text, true); err != nil {
			return err
		}
		slow = append(slow, took)
	}
	slices.Sort(line)
	slices.Sort(slow)
	if len(line) > 0 {
		e.first, e.slowed = line[len(line)/2], slow[len(slow)/2]
	}
	return nil
}

// paced gives the time from the beginning of the page to the answer on a slow line
// with a cold cache; or, with the processor slowed, of a second search on the page.
func (e *engine) paced(browser context.Context, server, query string, processor bool) (time.Duration, error) {
	ctx, closeTab := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	defer closeTab()
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if err := prepare(ctx); err != nil {
		return 0, err
	}
	if processor {
		if _, err := chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 6}); err != nil {
			return 0, err
		}
	} else {
		if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
			return 0, err
		}
		rate := 1.6e6 / 8
		line := []*network.Conditions{{Latency: 150, DownloadThroughput: rate, UploadThroughput: rate}}
		if _, err := chromedp.Call(ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: line}); err != nil {
			return 0, err
		}
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(server+"/"+e.page+"?q="+url.QueryEscape(query))); err != nil {
		return 0, err
	}
	if err := until(ctx, searched); err != nil {
		return 0, err
	}
	if !processor {
		at, err := chromedp.Run(ctx, chromedp.Evaluate[float64](`self.doneAt`))
		return time.Duration(at * float64(time.Millisecond)), err
	}
	const again = `(self.doneAt = 0, self.began = performance.now(), 0)`
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[any](again)); err != nil {
		return 0, err
	}
	start := `document.getElementById("_search").requestSubmit()`
	if e.name == "Pagefind" {
		start = `document.documentElement.dataset.search = "busy", import("/pagefind/pagefind.js").then((p) => p.search(new URLSearchParams(location.search).get("q"))).then(() => { document.documentElement.dataset.search = "done" }), 0`
	}
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[any](`(`+start+`, 0)`)); err != nil {
		return 0, err
	}
	if err := until(ctx, `!!self.doneAt`); err != nil {
		return 0, err
	}
	at, err := chromedp.Run(ctx, chromedp.Evaluate[float64](`self.doneAt - self.began`))
	return time.Duration(at * float64(time.Millisecond)), err
}
