// Package bench makes sites of any size for measuring, from a seed: documents
// like the real plan, of 600 to 1,200 words and now and then of 50 pages, with
// lists, a table, footnotes, citations of one another, targets, tasks and
// attachments. The same seed gives the same bytes.
package bench

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

// File is one file of a generated site.
type File struct {
	Path string // from the site's folder
	Data []byte
}

// Site makes a site of n documents, all of it at once. Write is for large ones.
func Site(seed uint64, n int) []File {
	files := settings()
	for i := range n {
		files = append(files, Document(seed, i)...)
	}
	return files
}

// Write writes a site of n documents into a folder, on all processors and
// without holding more than the documents in work.
func Write(dir string, seed uint64, n int) error {
	if err := Put(dir, settings()); err != nil {
		return err
	}
	return Each(n, func(i int) error { return Put(dir, Document(seed, i)) })
}

// Put writes files below a folder.
func Put(dir string, files []File) error {
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// Each calls do for 0 to n-1 on all processors, until one call fails.
func Each(n int, do func(i int) error) error {
	var next atomic.Int64
	var wg sync.WaitGroup
	failed := make(chan error, runtime.GOMAXPROCS(0))
	for range cap(failed) {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(n) && len(failed) == 0; i = next.Add(1) - 1 {
				if err := do(int(i)); err != nil {
					failed <- err
					return
				}
			}
		})
	}
	wg.Wait()
	close(failed)
	return <-failed
}

func settings() []File {
	var b strings.Builder
	for i := range wards {
		fmt.Fprintf(&b, "- id: %s\n  name: %s\n  kind: ubnd\n  level: xa\n  place: Ví Dụ %d\n  fictional: true\n", WardID(i), Ward(i), i)
	}
	return []File{
		{"content/site.yaml", []byte("name: Cổng kế hoạch thử nghiệm\nbase_url: https://bench.example/\nlang: vi\npublisher: Ban thử nghiệm\ncontact: {email: ban@bench.example}\n")},
		{"content/orgs.yaml", []byte(b.String())},
		{"content/documents.yaml", []byte("- id: 10-ctr-tu-2020\n  type: chuong-trinh\n  number: 10-CTr/TU\n  issuer: Thị ủy Ví Dụ\n  issued: 2015-12-14\n  title: Đẩy mạnh cải cách hành chính\n")},
	}
}

// Document makes the files of the i-th document of a site, itself first.
func Document(seed uint64, i int) []File {
	d := Make(seed, i)
	folder := fmt.Sprintf("content/plans/%d/%s", d.Year, d.Name)
	files := []File{{folder + ".md", []byte(front(d) + d.Text)}}
	for _, f := range d.Files {
		files = append(files, File{folder + "/" + f.Path, f.Data})
	}
	return files
}

func front(d Doc) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s\ntype: ke-hoach\nnumber: %s\nissuer: %s\nissued: %s\n", d.Title, d.Number, WardID(d.Body), d.Issued)
	fmt.Fprintf(&b, "period: {from: %d, to: %d}\nsummary: %s\nfields: [%s]\n", d.Year, d.Year+1, d.Summary, strings.Join(d.Fields, ", "))
	b.WriteString("legal_basis: [10-ctr-tu-2020]\npublication: published\nsigner: {name: Nguyễn Văn A, position: Chủ tịch, authority: TM}\n")
	if len(d.Files) > 0 {
		b.WriteString("attachments:\n")
	}
	for _, f := range d.Files {
		fmt.Fprintf(&b, "  - {file: %s, title: Phụ lục (%s), kind: annex, lang: vi}\n", f.Path, strings.TrimPrefix(filepath.Ext(f.Path), "."))
	}
	if len(d.Targets) > 0 {
		b.WriteString("targets:\n")
	}
	for _, t := range d.Targets {
		fmt.Fprintf(&b, "  - {id: %s, name: %s, unit: %q, value: %q}\n", t.ID, t.Name, t.Unit, t.Value)
	}
	if len(d.Tasks) > 0 {
		b.WriteString("tasks:\n")
	}
	for _, t := range d.Tasks {
		fmt.Fprintf(&b, "  - {id: %s, name: %s, lead: %s, deliverable: %s, deadline: %s, serves: [%s]}\n",
			t.ID, t.Name, WardID(t.Lead), t.Deliverable, t.Deadline, t.Serves)
	}
	b.WriteString("---\n\n")
	return b.String()
}
