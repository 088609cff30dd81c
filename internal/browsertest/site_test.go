package browsertest

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"strings"
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
	"not found":        "there/is/no/such/page",
}

// site is the project's own site on a server.
type site struct {
	publish.Memory
	url   string
	delay map[string]time.Duration // by file ending
}

// serve builds the project's content and serves it below the base path.
func serve(t *testing.T) *site {
	t.Helper()
	s := &site{delay: map[string]time.Duration{}}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	s.url = server.URL + basePath
	res, err := build.Run(context.Background(), os.DirFS("../.."), s, build.Options{
		Themes: themes.FS, BaseURL: s.url, AsOf: plan.Date{Year: 2026, Month: 6, Day: 1}, Drafts: true, Generator: "planpress test",
	})
	if err != nil {
		t.Fatal(err)
	}
	if res.Failed() {
		t.Fatalf("the project's own content has findings: %v", res.Findings)
	}
	return s
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, basePath)
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	time.Sleep(s.delay[path.Ext(name)])
	file, ok := s.Find(name)
	if !ok || !strings.HasPrefix(r.URL.Path, basePath) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		missing, _ := s.Find("404.html")
		w.Write(missing.Data)
		return
	}
	data, err := file.Bytes()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
}

// The pages above are there: a page that is moved must not make a test empty.
func TestPagesExist(t *testing.T) {
	s := serve(t)
	for name, p := range pages {
		if _, ok := s.Find(p + "index.html"); !ok && name != "not found" {
			t.Errorf("%s: the site has no %s", name, p)
		}
	}
}
