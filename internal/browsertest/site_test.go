package browsertest

import (
	"bytes"
	"context"
	"fmt"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"planpress/internal/build"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/themes"
)

const basePath = "/cong/tam-quan/"

// pages are one page, or more, of each layout.
var pages = map[string]string{
	"home":             "",
	"seed":             "plans/2023/ke-hoach-cai-cach-hanh-chinh-phuong-tam-quan-2023/",
	"plan with tables": "plans/2026/ke-hoach-cai-cach-hanh-chinh-2026/",
	"decision":         "plans/2025/quyet-dinh-quy-che-trung-tam-hanh-chinh-cong/",
	"withdrawn":        "plans/2024/ke-hoach-sua-chua-nha-o-ho-ngheo-2024/",
	"scheduled":        "plans/2030/ke-hoach-tong-ket-cai-cach-hanh-chinh-2021-2030/",
	"in English":       "plans/2022/digital-transformation-plan-2022-2025/",
	"editors' guide":   "pages/huong-dan-bien-tap/",
	"list":             "documents/",
	"index":            "issuers/",
	"sitemap":          "sitemap/",
	"repealed":         "plans/2025/ke-hoach-tuyen-pho-di-bo-2025/",
	"body":             "issuers/ubnd-phuong-tam-quan-binh-dinh/",
	"tracked plan":     shortened, // of the whole plan, see tracker_test.go
	"progress":         "progress/",
	"what is due":      "progress/due/",
	"what is late":     "progress/late/",
	"a body's duties":  "issuers/van-phong-phuong-hoa-giay/",
	"search":           "search/?q=cai+cach+hanh+chinh",
	"not found":        "there/is/no/such/page",
}

// site is the project's own site on a server.
type site struct {
	*publish.Memory
	url    string
	mu     sync.Mutex
	delay  map[string]time.Duration                   // by file ending; guarded by mu
	change func(name string, data []byte) []byte      // made to every file as it is served; may be nil
	header func(name string, h http.Header)           // the same for its headers; may be nil
	extra  func(name string) (data []byte, isIt bool) // files beside those of the site; may be nil
	gone   atomic.Bool                                // there is no network to it
}

// built is the project's own content, built once for all tests: nothing that
// a page loads may depend on where the site stands.
var built = sync.OnceValues(func() (*publish.Memory, error) {
	m := new(publish.Memory)
	res, err := build.Run(context.Background(), os.DirFS("../.."), m, build.Options{
		Themes: themes.FS, BaseURL: "https://tam-quan.example" + basePath, AsOf: plan.Date{Year: 2026, Month: 6, Day: 1}, Drafts: true, Generator: "planpress test",
	})
	if err != nil {
		return nil, err
	}
	if res.Failed() {
		return nil, fmt.Errorf("the project's own content has findings: %v", res.Findings)
	}
	return m, nil
})

// serve puts the project's content on a server of its own, below the base path.
func serve(t *testing.T) *site {
	t.Helper()
	m, err := built()
	if err != nil {
		t.Fatal(err)
	}
	s := &site{Memory: m, delay: map[string]time.Duration{}}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	s.url = server.URL + basePath
	return s
}

// ServeHTTP does what a web server does that is set up as planpress says: the
// policy is that of the site's own file _headers.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.gone.Load() {
		panic(http.ErrAbortHandler)
	}
	name := strings.TrimPrefix(r.URL.Path, basePath)
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	time.Sleep(s.held(name))
	status := http.StatusOK
	data, err := s.read(name)
	if err != nil || !strings.HasPrefix(r.URL.Path, basePath) {
		status, name = http.StatusNotFound, "404.html"
		data, err = s.read(name)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if s.change != nil {
		data = s.change(name, bytes.Clone(data))
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	w.Header().Set("Content-Security-Policy", s.policy())
	if s.header != nil {
		s.header(name, w.Header())
	}
	w.WriteHeader(status)
	w.Write(data)
}

func (s *site) read(name string) ([]byte, error) {
	if name == shortened+"index.html" {
		return s.shorten(trackedPlan + "index.html")
	}
	if s.extra != nil {
		if data, ok := s.extra(name); ok {
			return data, nil
		}
	}
	file, ok := s.Find(name)
	if !ok {
		return nil, os.ErrNotExist
	}
	return file.Bytes()
}

// policy is what the site's file of headers says for its pages; "" where it
// says nothing.
func (s *site) policy() string {
	data, err := s.read("_headers")
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(data)) {
		if value, ok := strings.CutPrefix(strings.TrimSpace(line), "Content-Security-Policy: "); ok {
			return value
		}
	}
	return ""
}

// The pages above are there: a page that is moved must not make a test empty.
func TestPagesExist(t *testing.T) {
	s := serve(t)
	for name, p := range pages {
		p, _, _ = strings.Cut(p, "?")
		if _, err := s.read(p + "index.html"); err != nil && name != "not found" {
			t.Errorf("%s: the site has no %s", name, p)
		}
	}
}
