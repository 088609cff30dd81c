// Package browsertest holds no code: its tests look at the project's own site
// in a real browser, for what only a browser shows. Are the controls reached
// and worked with the keyboard, and is what was chosen kept? Does every text
// have its contrast in every state? Does a narrow screen need no sideways
// scrolling?
//
// The site is served below a base path, as on a portal. Where there is no
// Chromium the tests are skipped, but not under CI.
package browsertest

import (
	"context"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// patience is how long one test may take before its browser counts as stuck.
const patience = 5 * time.Minute

// browser is started once for all tests by TestMain.
var browser context.Context

func TestMain(m *testing.M) {
	os.Exit(withBrowser(m.Run))
}

func withBrowser(run func() int) int {
	path := chromium()
	if path == "" {
		return run()
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	defer stop()
	ctx, cancel := chromedp.NewContext(allocator)
	defer cancel()
	browser = ctx
	return run()
}

func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// tab is one tab of a browser profile of its own.
type tab struct {
	t   *testing.T
	ctx context.Context
}

// started starts the browser, once, when the first test needs it.
var started = sync.OnceValue(func() error { return chromedp.Do(browser) })

// open gives a tab with an empty storage.
func open(t *testing.T) tab {
	t.Helper()
	if browser == nil {
		if os.Getenv("CI") != "" {
			t.Fatal("no Chromium found, and CI needs one")
		}
		t.Skip("no Chromium found: skipped what only a browser shows")
	}
	if err := started(); err != nil {
		t.Fatal(err)
	}
	return newTab(t, browser, chromedp.WithNewBrowserContext())
}

// beside gives another tab of the same profile.
func (b tab) beside() tab { return newTab(b.t, b.ctx) }

func newTab(t *testing.T, parent context.Context, opts ...chromedp.ContextOption) tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(parent, opts...)
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, patience)
	t.Cleanup(stop)
	b := tab{t, ctx}
	b.size(1280, 800)
	// Several tabs are open at a time: each believes to be the one in front.
	call(b, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return b
}

func (b tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

func (b tab) size(width, height int64) { b.t.Helper(); b.do(chromedp.EmulateViewport(width, height)) }

func (b tab) visit(url string) { b.t.Helper(); b.do(chromedp.Navigate(url)) }

func (b tab) keys(keys string) { b.t.Helper(); b.do(chromedp.KeyEvent(keys)) }

// before runs a script in every later page before the page's own.
func (b tab) before(script string) {
	b.t.Helper()
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

// eval gives the value of an expression in the page.
func eval[T any](b tab, expression string) T {
	b.t.Helper()
	value, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		b.t.Fatalf("%v\nin: %s", err, expression)
	}
	return value
}

// await waits until an expression holds in the page, also across navigations.
func (b tab) await(condition string) {
	b.t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if holds, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](condition)); err == nil && holds {
			return
		}
	}
	b.t.Fatalf("waited in vain for: %s\non: %s", condition, eval[string](b, "location.href"))
}

func call[P, R any](b tab, command cdp.Command[P, R], params P) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, command, params); err != nil {
		b.t.Fatal(err)
	}
}
