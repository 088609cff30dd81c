package build_test

import (
	"bytes"
	"context"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/build"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/themes"
)

var day = plan.Date{Year: 2026, Month: 6, Day: 1}

func run(t *testing.T, site fs.FS, change ...func(*build.Options)) (*publish.Memory, *build.Result) {
	t.Helper()
	opts := build.Options{Themes: themes.FS, AsOf: day, Generator: "planpress test"}
	for _, f := range change {
		f(&opts)
	}
	m := &publish.Memory{}
	res, err := build.Run(context.Background(), site, m, opts)
	if err != nil {
		t.Fatal(err)
	}
	return m, res
}

// bytesOf gives a file that a build made, and nil where it made none.
func bytesOf(t *testing.T, m *publish.Memory, path string) []byte {
	t.Helper()
	o, _ := m.Find(path)
	data, err := o.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// own is the project's own site.
func own(t *testing.T) fs.FS {
	t.Helper()
	root, err := os.OpenRoot("../..")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root.FS()
}

func TestTheProjectsOwnSiteHasNoFinding(t *testing.T) {
	for _, drafts := range []bool{false, true} {
		_, res := run(t, own(t), func(o *build.Options) { o.Drafts = drafts })
		for _, f := range res.Findings {
			t.Errorf("drafts=%v: %s: %s: %s [%s]", drafts, f.Pos, f.Rule.Severity, f.Message.EN, f.Rule.Code)
		}
		if res.Documents < 10 {
			t.Errorf("only %d documents", res.Documents)
		}
	}
}

// shuffled gives directory entries in another order.
type shuffled struct{ fs.FS }

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	rand.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

func (s shuffled) Stat(name string) (fs.FileInfo, error) { return fs.Stat(s.FS, name) }

func TestSameInputSameBytes(t *testing.T) {
	site := own(t)
	want, _ := run(t, site, func(o *build.Options) { o.Jobs = 1 })
	for name, change := range map[string]func(*build.Options){
		"16 workers":      func(o *build.Options) { o.Jobs = 16 },
		"another clock":   func(o *build.Options) { o.Now = time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC) },
		"with a progress": func(o *build.Options) { o.Progress = func(int, int) {} },
	} {
		got, _ := run(t, shuffled{site}, change)
		for _, path := range want.Paths() {
			if !bytes.Equal(bytesOf(t, got, path), bytesOf(t, want, path)) {
				t.Errorf("%s: %s differs", name, path)
			}
		}
		if diff := cmp.Diff(want.Paths(), got.Paths()); diff != "" {
			t.Errorf("%s: other files (-want +got):\n%s", name, diff)
		}
	}
}

func TestTheDayIsThatOfTheSitesZone(t *testing.T) {
	site := fstest.MapFS{
		"content/site.yaml":  &fstest.MapFile{Data: []byte("name: X\ntime_zone: Asia/Ho_Chi_Minh\n")},
		"content/pages/a.md": &fstest.MapFile{Data: []byte("---\ntitle: Trang\npublication: {state: scheduled, date: 2026-03-02}\n---\nMột hai ba.\n")},
	}
	for now, shown := range map[string]bool{"2026-03-01T16:59:59Z": false, "2026-03-01T17:00:00Z": true} {
		at, err := time.Parse(time.RFC3339, now)
		if err != nil {
			t.Fatal(err)
		}
		m, _ := run(t, site, func(o *build.Options) { o.AsOf, o.Now = plan.Date{}, at })
		if _, ok := m.Find("pages/a/index.html"); ok != shown {
			t.Errorf("at %s the page is shown: %v, want %v", now, ok, shown)
		}
	}
}

func TestErrorsGiveNoPages(t *testing.T) {
	m, res := run(t, fstest.MapFS{
		"content/site.yaml":  &fstest.MapFile{Data: []byte("name: X\n")},
		"content/pages/a.md": &fstest.MapFile{Data: []byte("---\ntitle: A\npublication: published\n---\n[x](b.md)\n")},
	})
	if !res.Failed() || len(m.Paths()) > 0 {
		t.Errorf("failed %v, files %q", res.Failed(), m.Paths())
	}
}

func TestSilence(t *testing.T) {
	page := func(silence string) fs.FS {
		return fstest.MapFS{
			"content/site.yaml":  &fstest.MapFile{Data: []byte("name: X\nbase_url: https://example.org/\n")},
			"content/pages/a.md": &fstest.MapFile{Data: []byte("---\ntitle: A\npublication: published\n" + silence + "---\nQUYẾT ÐỊNH\n")},
		}
	}
	for _, c := range []struct{ silence, want string }{
		{"", "P112"},
		{"silence: [{code: P112, reason: trích nguyên văn}]\n", ""},
		{"silence: [{code: P113, reason: không còn}]\n", "P112 P230"},
		{"silence: [{code: P998, reason: nhầm}]\n", "P112 P231"},
		{"silence: [{code: P205, reason: không được}]\n", "P112 P232"},
	} {
		_, res := run(t, page(c.silence))
		var got []string
		for _, f := range res.Findings {
			got = append(got, f.Rule.Code)
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: findings %q, want %q", c.silence, s, c.want)
		}
	}
}

// TestSilenceOfARunThatEndedEarly: where the site was not made, nobody knows
// whether a warning about its pages still occurs.
func TestSilenceOfARunThatEndedEarly(t *testing.T) {
	_, res := run(t, fstest.MapFS{
		"content/site.yaml":  &fstest.MapFile{Data: []byte("name: X\nbase_url: https://example.org/\n")},
		"content/pages/a.md": &fstest.MapFile{Data: []byte("---\ntitle: A\nsilence: [{code: P303, reason: như bản gốc}]\n---\n[x](b.md)\n")},
	})
	for _, f := range res.Findings {
		if f.Rule.Code == "P230" {
			t.Errorf("%s: %s", f.Pos, f.Message.EN)
		}
	}
}

// TestWhatTheAuditFindsIsInTheSource: a finding about a finished page names
// the file that an author can mend, and can be silenced there.
func TestWhatTheAuditFindsIsInTheSource(t *testing.T) {
	page := func(silence string) fs.FS {
		return fstest.MapFS{
			"content/site.yaml":  &fstest.MapFile{Data: []byte("name: X\nbase_url: https://example.org/\n")},
			"content/pages/a.md": &fstest.MapFile{Data: []byte("---\ntitle: A\n" + silence + "---\n###### Sâu\n\nMột.\n")},
		}
	}
	_, res := run(t, page(""))
	var audited []diag.Finding
	for _, f := range res.Findings {
		if f.Rule.Code == "P303" {
			audited = append(audited, f)
		}
	}
	if len(audited) != 1 || audited[0].Pos.File != "content/pages/a.md" || !strings.Contains(audited[0].Message.VI, "pages/a/index.html:") {
		t.Fatalf("findings %v", res.Findings)
	}
	_, res = run(t, page("silence: [{code: P303, reason: như bản gốc}, {code: P121, reason: như bản gốc}]\n"))
	if len(res.Findings) > 0 {
		t.Errorf("after the silence: %v", res.Findings)
	}
}

// TestABadAddressGivesOneFinding: one mistake in site.yaml gives one finding.
func TestABadAddressGivesOneFinding(t *testing.T) {
	_, res := run(t, fstest.MapFS{"content/site.yaml": &fstest.MapFile{Data: []byte("name: X\nbase_url: example.org\n")}})
	if len(res.Findings) != 1 || res.Findings[0].Rule.Code == "P108" {
		t.Errorf("findings %v", res.Findings)
	}
}

func TestTheCatalogueIsWhole(t *testing.T) {
	codes, names := map[string]bool{}, map[string]bool{}
	for _, r := range build.Rules() {
		if codes[r.Code] || names[r.Name] {
			t.Errorf("%s %s is there twice", r.Code, r.Name)
		}
		codes[r.Code], names[r.Name] = true, true
		for what, text := range map[string]diag.Text{"title": r.Title, "why": r.Why} {
			if text.VI == "" || text.EN == "" || text.VI == text.EN {
				t.Errorf("%s: its %s is not there in both languages", r.Code, what)
			}
		}
	}
	if len(codes) < 80 {
		t.Errorf("only %d rules", len(codes))
	}
}
