package browsertest

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// notebook notes what a browser reports of a page. Its events come on another
// goroutine.
type notebook struct {
	mu    sync.Mutex
	notes []string
}

func (n *notebook) note(format string, args ...any) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.notes = append(n.notes, fmt.Sprintf(format, args...))
}

func (n *notebook) take() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	out := n.notes
	n.notes = nil
	return out
}

// heard notes messages, and requests that leave the site.
func (b tab) heard(s *site) *notebook {
	b.t.Helper()
	var n notebook
	listen := func(event any) {
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			n.note("console.%s is called", e.Type)
		case *runtime.EventExceptionThrown:
			n.note("an error: %s %s", e.ExceptionDetails.Text, e.ExceptionDetails.Exception.Description)
		case *log.EventEntryAdded:
			if !strings.Contains(e.Entry.Text, "status of 404") { // the page of that name
				n.note("a message: %s", e.Entry.Text)
			}
		case *network.EventRequestWillBeSent:
			url := e.Request.URL
			if !strings.HasPrefix(url, s.url) && !strings.HasSuffix(url, "/favicon.ico") {
				n.note("a request leaves the site: %s", url)
			}
		}
	}
	if err := chromedp.Listen(b.ctx, listen); err != nil {
		b.t.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	return &n
}

// watchPolicy notes every violation of the policy, the storage of the browser
// that is used, and makes copying and reading aloud possible without a person.
const watchPolicy = `window.broken_ = [];
	document.addEventListener("securitypolicyviolation", (e) => broken_.push(e.violatedDirective + " " + e.blockedURI + " " + e.sample));
	const voice = {lang: "vi-VN", name: "Thu", default: true, localService: true, voiceURI: "Thu"};
	window.said_ = [];
	Object.defineProperty(window, "SpeechSynthesisUtterance", {value: class { constructor(text) { this.text = text } }});
	Object.defineProperty(window, "speechSynthesis", {value: {getVoices: () => [voice], speak: (u) => said_.push(u.text), cancel() {}, pause() {}, resume() {},
		addEventListener() {}, removeEventListener() {}}});
	window.copied_ = [];
	if (navigator.clipboard) navigator.clipboard.writeText = async (text) => { copied_.push(text) };
	window.print = () => {};`

// workEverything presses every button and chooses every option of the page.
const workEverything = `(async () => {
	for (const button of document.querySelectorAll("main button, main summary")) if (button.checkVisibility() && !button.disabled) button.click();
	for (const link of document.querySelectorAll("a.self")) { link.click(); break; }
	for (const select of document.querySelectorAll("main select")) {
		select.selectedIndex = select.options.length - 1;
		for (const type of ["input", "change"]) select.dispatchEvent(new Event(type, {bubbles: true}));
	}
	for (const input of document.querySelectorAll("main input[type=search], main input[type=text]")) {
		input.value = "kế hoạch";
		for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, {bubbles: true}));
	}
	await new Promise((done) => setTimeout(done, 150));
	return true;
})()`

// policy loads and works a page under the policy of the site's own headers:
// nothing breaks it, nothing is written to the console, nothing leaves the
// site, no cookie is set. What the policy must say is asked as well.
func policy(b tab, s *site, page string) []string {
	var out faults
	out.add("the policy", policyItself(s.policy())...)
	heard := b.heard(s)
	b.before(watchPolicy)
	for _, stored := range []string{"", "size-large contrast-more mode-dark", `size-huge mode-"><script>`} {
		b.visit(s.url + page)
		eval[bool](b, fmt.Sprintf(`(localStorage.setItem("planpress", %q), true)`, stored))
		b.visit(s.url + page)
		where := "stored: " + stored
		if _, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](workEverything, chromedp.EvalAwaitPromise)); err != nil {
			out.add(where, "working the page fails: "+err.Error())
		}
		if got := eval[[]string](b, `[...document.documentElement.attributes].filter((a) => /^data-/.test(a.name) && a.value && !/^(small|large|largest|less|more|light|dark)$/.test(a.value)).map((a) => a.name + "=" + a.value)`); len(got) > 0 {
			out.add(where, fmt.Sprintf("a stored value that is not in the list is used: %q", got))
		}
		for _, v := range eval[[]string](b, `window.broken_ || []`) {
			out.add(where, "the policy is broken: "+v)
		}
		if eval[bool](b, `document.cookie !== "" || sessionStorage.length > 0`) {
			out.add(where, "a cookie or a session is kept")
		}
		cookies, err := chromedp.Call(b.ctx, network.GetCookies, network.GetCookiesParams{})
		if err != nil {
			b.t.Fatal(err)
		}
		if len(cookies.Cookies) > 0 {
			out.add(where, "a cookie is set: "+cookies.Cookies[0].Name)
		}
	}
	time.Sleep(50 * time.Millisecond) // for reports that are under way
	out.add("heard", heard.take()...)
	return out.list()
}

// policyItself asks that nothing is granted but what the pages need.
func policyItself(policy string) []string {
	var out []string
	for _, want := range []string{"default-src 'none'", "script-src 'self' 'sha256-", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
		"form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"} {
		if !strings.Contains(policy, want) {
			out = append(out, "the policy does not say: "+want)
		}
	}
	for _, loose := range []string{"unsafe", "*", "http:", "https:", "data:", "blob:"} {
		if strings.Contains(policy, loose) {
			out = append(out, "the policy allows "+loose)
		}
	}
	return out
}

func TestPolicy(t *testing.T) { holds(t, policy, pages) }
