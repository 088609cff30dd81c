// Package conformance holds no code: its tests ask programs that know nothing
// of planpress what they think of the project's own site. The Nu HTML checker
// and html-validate read every page, Lighthouse measures a page of each
// layout as on a phone, Firefox uses the controls, and the bytes of a page
// are counted as a slow network would.
//
// The programs come from npm (see npmtool) and from the system: Node.js, a
// Java runtime, Chromium, Firefox. Where one is missing its tests are skipped
// with a line that names it, but not under CI. Each gate is also shown a page
// with faults and must find them: a checker that did not run says nothing
// either.
package conformance

import (
	"compress/gzip"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"planpress/internal/build"
	"planpress/internal/npmtool"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/themes"
)

// pages are a page of each layout.
var pages = map[string]string{
	"home":          "",
	"document":      "plans/2026/ke-hoach-cai-cach-hanh-chinh-2026/",
	"real plan":     "plans/2023/ke-hoach-cai-cach-hanh-chinh-phuong-tam-quan-2023/",
	"list":          "documents/",
	"index":         "issuers/",
	"page":          "pages/tro-nang/",
	"not found":     "404.html",
	"in English":    "plans/2022/digital-transformation-plan-2022-2025/",
	"with a figure": "plans/2023/ke-hoach-phong-chong-thien-tai-2023/",
}

// themesToCheck are those of the program: the contract is not the default
// theme's alone.
func themesToCheck(t *testing.T) []string {
	t.Helper()
	entries, err := themes.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// publishSite builds the project's content with a theme into a new folder.
func publishSite(t *testing.T, theme, baseURL string) (public string) {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(filepath.Join(root, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	settings := filepath.Join(root, "content", "site.yaml")
	text, err := os.ReadFile(settings)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "theme: default") {
		t.Fatal("content/site.yaml does not name its theme: the theme cannot be changed")
	}
	text = []byte(strings.Replace(string(text), "theme: default", "theme: "+theme, 1))
	if err := os.WriteFile(settings, text, 0o644); err != nil {
		t.Fatal(err)
	}
	return publishFolder(t, root, baseURL)
}

// publishFolder builds the site in a folder into a new folder.
func publishFolder(t *testing.T, root, baseURL string) (public string) {
	t.Helper()
	public = t.TempDir()
	session, err := publish.Open(context.Background(), public, publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer session.Abort()
	res, err := build.Run(context.Background(), os.DirFS(root), session, build.Options{
		Themes: themes.FS, BaseURL: baseURL, AsOf: plan.Date{Year: 2026, Month: 6, Day: 1}, Drafts: true, Generator: "planpress test",
	})
	if err != nil {
		t.Fatal(err)
	}
	if res.Failed() {
		t.Fatalf("the site has findings: %v", res.Findings)
	}
	if _, err := session.Commit(context.Background()); err != nil {
		t.Fatal(err)
	}
	return public
}

// serve publishes the site with a theme and serves it at the root of an
// address as most web servers do: compressed with gzip, and with the headers
// that the site's own file _headers asks for.
func serve(t *testing.T, theme string) (url string) {
	t.Helper()
	var files http.Handler
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { files.ServeHTTP(w, r) }))
	t.Cleanup(server.Close)
	public := publishSite(t, theme, server.URL+"/")
	files = headed(t, public, zipped(http.FileServer(http.Dir(public))))
	return server.URL + "/"
}

// headed adds the headers of a site's file _headers: a line with the beginning
// of addresses, and below it, indented, the headers of those.
func headed(t *testing.T, public string, next http.Handler) http.Handler {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(public, "_headers"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		applies := false
		for _, line := range lines {
			name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			if !strings.HasPrefix(line, " ") {
				applies = strings.HasPrefix(r.URL.Path, strings.TrimSuffix(line, "*"))
			} else if applies {
				w.Header().Set(name, value)
			}
		}
		next.ServeHTTP(w, r)
	})
}

// zipped compresses what is text.
func zipped(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch path.Ext(r.URL.Path) {
		case "", ".html", ".css", ".js", ".svg", ".json", ".xml", ".txt":
			r.Header.Del("Range")
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			defer z.Close()
			next.ServeHTTP(zippedWriter{w, z}, r)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

type zippedWriter struct {
	http.ResponseWriter
	z *gzip.Writer
}

func (w zippedWriter) Write(p []byte) (int, error) { return w.z.Write(p) }

func (w zippedWriter) WriteHeader(status int) {
	w.Header().Del("Content-Length")
	w.ResponseWriter.WriteHeader(status)
}

// program gives the path of the first of some programs that is installed.
func program(t *testing.T, what string, names ...string) string {
	t.Helper()
	for _, name := range names {
		if file, err := exec.LookPath(name); err == nil {
			return file
		}
	}
	lacking(t, what)
	return ""
}

func chromium(t *testing.T) string {
	t.Helper()
	return program(t, "Chromium", "chromium", "chromium-browser", "google-chrome")
}

func lacking(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("no %s found, and CI needs it", what)
	}
	t.Skipf("no %s found: skipped", what)
}

// modules gives the folder with the programs from npm.
func modules(t *testing.T) string {
	t.Helper()
	folder, err := npmtool.Folder()
	switch {
	case err == nil:
		return filepath.Join(folder, "node_modules")
	case os.Getenv("CI") != "":
		t.Fatal(err)
	default:
		t.Skipf("skipped: %v", err)
	}
	return ""
}

// htmlFiles lists the pages below a folder, and fails where there are few.
func htmlFiles(t *testing.T, public string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(public, func(file string, e os.DirEntry, err error) error {
		if err == nil && filepath.Ext(file) == ".html" {
			files = append(files, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 30 {
		t.Fatalf("only %d pages in %s", len(files), public)
	}
	return files
}
