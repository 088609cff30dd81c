package conformance

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"testing"
)

// firefoxJob is what testdata/firefox.mjs is told to do.
type firefoxJob struct {
	Modules string            `json:"modules"` // the folder node_modules
	Firefox string            `json:"firefox"` // the browser's path
	URL     string            `json:"url"`
	Pages   map[string]string `json:"pages"`
	Tags    []string          `json:"tags"`    // of axe's rules
	Largest string            `json:"largest"` // the label of the largest text
	More    string            `json:"more"`    // the label of the increased contrast; "": the controls are not looked at
}

// axeTags are all of WCAG 2.0 to 2.2, and what axe's makers add to it.
var axeTags = []string{"wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa", "wcag22a", "wcag22aa", "wcag22aaa", "best-practice", "experimental"}

// firefoxReasons are what the checks in Firefox say and is no fault.
var firefoxReasons = []reason{}

// TestFirefox looks at a page of each layout in Firefox, wide and narrow, and
// works the controls with mouse and keyboard, with JavaScript and without.
func TestFirefox(t *testing.T) {
	for _, theme := range themesToCheck(t) {
		t.Run(theme, func(t *testing.T) {
			job := firefoxJob{URL: serve(t, theme), Pages: pages}
			if theme == "default" { // a theme may do without controls
				job.Largest, job.More = "A++ Rất lớn", "Tăng tương phản"
			}
			judge(t, firefox(t, job), firefoxReasons)
		})
	}
}

func TestFirefoxBites(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", "img-src 'none'")
		w.Header().Set("Set-Cookie", "a=b")
		fmt.Fprint(w, `<!DOCTYPE html><title>Trang</title><h1>Trang</h1><p>Chữ <a href="#">một</a></p><img src="x.png">
			<p style="width: 900px; color: #999">Rộng</p><script src="none.js"></script><script>console.warn("lỗi")</script>`)
	}))
	defer server.Close()
	found := firefox(t, firefoxJob{URL: server.URL + "/", Pages: map[string]string{"home": ""}})
	wantFound(t, found, "console: warn: lỗi", "network: ", "policy: img-src", "policy header: ", "cookie: a=b", "sideways: 320 px", "html-has-lang", "image-alt", "color-contrast")
}

func firefox(t *testing.T, job firefoxJob) []message {
	t.Helper()
	job.Modules, job.Tags = modules(t), axeTags
	job.Firefox = program(t, "Firefox", "firefox-esr", "firefox")
	argument, err := json.Marshal(job)
	if err != nil {
		t.Fatal(err)
	}
	out, complaints := run(t, exec.Command(program(t, "Node.js", "node"), "testdata/firefox.mjs", string(argument)))
	var faults []struct{ Page, Check, Detail string }
	if err := json.Unmarshal(out, &faults); err != nil {
		t.Fatalf("Firefox was not looked into: %v\n%s%s", err, out, complaints)
	}
	var messages []message
	for _, f := range faults {
		messages = append(messages, message{page: f.Page, rule: f.Check, text: strings.TrimSpace(f.Detail)})
	}
	return messages
}
