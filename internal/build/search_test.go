package build_test

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"planpress/internal/build"
	"planpress/internal/cache"
	"planpress/internal/publish"
	"planpress/internal/search"
)

// searchFor gives the addresses of what a site's index finds.
func searchFor(t *testing.T, m *publish.Memory, query string) []string {
	t.Helper()
	x, err := search.Open(func(name string) ([]byte, error) {
		o, ok := m.Find("search/" + name)
		if !ok {
			return nil, fs.ErrNotExist
		}
		return o.Bytes()
	})
	if err != nil {
		t.Fatal(err)
	}
	out, err := x.Search(search.Query{Text: query, Count: 50})
	if err != nil {
		t.Fatal(err)
	}
	var urls []string
	for _, r := range out.Results {
		urls = append(urls, r.URL)
	}
	return urls
}

// searchSite is a site of enough documents for an index of several segments.
func searchSite() fstest.MapFS {
	site := fstest.MapFS{
		"content/site.yaml": {Data: []byte("name: Cổng kế hoạch\nlang: vi\npublisher: UBND phường Ví Dụ\ncontact: {email: a@vidu.example}\n")},
		"content/orgs.yaml": {Data: []byte("- id: ubnd-vi-du\n  name: Ủy ban nhân dân phường Ví Dụ\n  kind: ubnd\n  level: xa\n  place: Ví Dụ\n  fictional: true\n")},
	}
	for i := range 600 {
		site["content/plans/2025/"+nameOf(i)+".md"] = &fstest.MapFile{Data: []byte(pigeon(i, "published", ""))}
	}
	return site
}

func nameOf(i int) string {
	return "ke-hoach-" + string(rune('a'+i/26)) + string(rune('a'+i%26))
}

func pigeon(i int, publication, more string) string {
	return "---\ntitle: Kế hoạch " + nameOf(i) + "\ntype: ke-hoach\nnumber: " + strconv.Itoa(i+1) + "/KH-UBND\nissuer: ubnd-vi-du\nissued: 2025-03-09\npublication: " + publication + "\n" + more + "---\n\nChim bồ câu " + nameOf(i) + ".\n"
}

// What is not public is in no file of the index, whatever the index was before.
func TestTheIndexKeepsNoSecrets(t *testing.T) {
	site, dir := searchSite(), t.TempDir()
	build := func() *publish.Memory {
		m, res := run(t, site, func(o *build.Options) { o.Cache = cache.Open(dir, cache.Version{1}) })
		if res.Failed() {
			t.Fatal(res.Findings[0])
		}
		return m
	}
	m := build()
	if got := searchFor(t, m, "bo cau"); len(got) < 50 {
		t.Fatalf("%d documents are found", len(got))
	}
	const secret = "Thương lượng giá đền bù hồ Đồng Mẫu"
	for _, c := range []struct{ what, publication string }{
		{"a draft", "draft"},
		{"what comes later", "{state: scheduled, date: 2030-01-01}"},
		{"what was withdrawn", "{state: withdrawn, date: 2026-05-01, reason: Đăng nhầm}"},
	} {
		for _, i := range []int{3, 300} {
			text := strings.Replace(pigeon(i, c.publication, ""), "Chim", secret+". Chim", 1)
			site["content/plans/2025/"+nameOf(i)+".md"] = &fstest.MapFile{Data: []byte(text)}
			m := build()
			if got := searchFor(t, m, "thuong luong gia den bu"); len(got) > 0 {
				t.Errorf("%s is found: %q", c.what, got)
			}
			if got := searchFor(t, m, "bo cau "+nameOf(i)); slices.Contains(got, "plans/2025/"+nameOf(i)+"/") {
				t.Errorf("%s is still found", c.what)
			}
			site["content/plans/2025/"+nameOf(i)+".md"] = &fstest.MapFile{Data: []byte(pigeon(i, "published", ""))}
			build()
		}
	}
}

// The text of a PDF that comes with a document finds the document, where
// pdftotext is there; where it is not, the title of the PDF does.
func TestTheTextOfPDFs(t *testing.T) {
	site := searchSite()
	maps.DeleteFunc(site, func(path string, _ *fstest.MapFile) bool {
		return strings.HasPrefix(path, "content/plans/") && path != "content/plans/2025/"+nameOf(5)+".md"
	})
	site["content/plans/2025/"+nameOf(5)+"/phu-luc.pdf"] = &fstest.MapFile{Data: pdfSaying("bicycle")}
	site["content/plans/2025/"+nameOf(5)+".md"] = &fstest.MapFile{Data: []byte(pigeon(5, "published", "attachments:\n  - {file: phu-luc.pdf, title: Sơ đồ đường đạp, kind: annex, lang: vi}\n"))}
	want := []string{"plans/2025/" + nameOf(5) + "/"}
	m, res := run(t, site)
	if res.Failed() {
		t.Fatal(res.Findings[0])
	}
	if got := searchFor(t, m, "so do duong dap"); !slices.Equal(got, want) {
		t.Errorf("the title of the PDF finds %q", got)
	}
	if res.Search.Unread == 0 {
		if got := searchFor(t, m, "bicycle"); !slices.Equal(got, want) {
			t.Errorf("the text of the PDF finds %q", got)
		}
	}
	t.Setenv("PATH", t.TempDir())
	m, res = run(t, site)
	if got := searchFor(t, m, "bicycle"); len(got) > 0 {
		t.Errorf("without pdftotext the text is found: %q", got)
	}
	if res.Search.Unread != 1 {
		t.Errorf("%d PDFs are said to be unread, want 1", res.Search.Unread)
	}
}

// pdfSaying is a PDF with one line of text.
func pdfSaying(text string) []byte {
	page := "BT /F1 12 Tf 72 720 Td (" + text + ") Tj ET"
	return fmt.Appendf(nil, "%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"+
		"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"+
		"4 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"+
		"trailer\n<< /Root 1 0 R >>\n%%%%EOF\n", len(page), page)
}
