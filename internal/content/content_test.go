package content

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

func codes(fs []diag.Finding) string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Rule.Code+"@"+f.Pos.String())
	}
	return strings.Join(out, " ")
}

func TestNormalise(t *testing.T) {
	for _, c := range []struct{ name, in, want, findings string }{
		{"as it is", "Kế hoạch\n", "Kế hoạch\n", ""},
		{"byte order mark and CRLF", "\xEF\xBB\xBFmột\r\nhai\rba", "một\nhai\nba", ""},
		{"decomposed", "Ke\u0302\u0301 hoa\u0323ch", "Kế hoạch", ""},
		{"half composed", "Ê\u0323", "Ệ", ""},
		{"eth", "QUYẾT ÐỊNH", "QUYẾT ÐỊNH", "P112@x.md:1:7"},
		{"zero width", "kế\u200Bhoạch", "kếhoạch", "P113@x.md:1:3"},
		{"not UTF-8", "một\nh\xE0i", "", "P110@x.md:2:2"},
		{"UTF-16", "\xFF\xFEa\x00", "", "P110@x.md"},
		{"NUL", "a\n\x00", "", "P110@x.md:2:1"},
		{"TCVN3", "ñy ban nh©n d©n, NghÞ ®Þnh cña ChÝnh phñ, §iÒu 1. Uû ban nh©n d©n", "", "P111"},
	} {
		f, findings := Normalise("x.md", []byte(c.in))
		if string(f.Data) != c.want {
			t.Errorf("%s: text %q, want %q", c.name, f.Data, c.want)
		}
		if got := codes(findings); got != c.findings && !(c.findings == "P111" && strings.HasPrefix(got, "P111@")) {
			t.Errorf("%s: findings %q, want %q", c.name, got, c.findings)
		}
	}
}

func TestManyCharactersAreSummedUp(t *testing.T) {
	_, findings := Normalise("x.md", []byte(strings.Repeat("Ð ", 500)))
	if len(findings) != maxPerRule+1 {
		t.Fatalf("%d findings, want %d", len(findings), maxPerRule+1)
	}
	if last := findings[maxPerRule].Message.EN; !strings.Contains(last, "480 more") {
		t.Errorf("the last one does not count the rest: %s", last)
	}
}

func TestScanSortsAndLeavesOut(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{"content/site.yaml", "content/plans/2023/b.md", "content/plans/2023/a.md",
		"content/pages/about.md", "content/plans/2023/a/x.pdf", "content/plans/.hidden.md", "content/plans/a.md~",
		"content/plans/~$b.docx", "content/.git/config", "content/Thumbs.db", "content/plans/2023/Ke\u0302 hoach.md", "other/x.md"} {
		fsys[name] = &fstest.MapFile{Data: []byte("x")}
	}
	tree, findings, err := Scan(context.Background(), fsys)
	if err != nil || len(findings) > 0 {
		t.Fatal(err, codes(findings))
	}
	var got []string
	for _, it := range slices.Concat(tree.Documents, tree.Files, tree.Registry) {
		got = append(got, it.Path)
	}
	want := []string{"content/pages/about.md", "content/plans/2023/Kê hoach.md", "content/plans/2023/a.md",
		"content/plans/2023/b.md", "content/plans/2023/a/x.pdf", "content/site.yaml"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if tree.Documents[0].Kind != plan.KindPage || tree.Documents[1].Kind != plan.KindDocument {
		t.Error("only files of content/pages are pages")
	}
}

func TestLinksOutAndLoopsAreFindings(t *testing.T) {
	dir := t.TempDir()
	site := filepath.Join(dir, "site")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.MkdirAll(filepath.Join(site, "content/plans"), 0o755))
	must(os.WriteFile(filepath.Join(dir, "secret"), []byte("x"), 0o644))
	must(os.WriteFile(filepath.Join(site, "content/real.md"), []byte("x"), 0o644))
	must(os.Symlink("../../../secret", filepath.Join(site, "content/plans/out.md")))
	must(os.Symlink("..", filepath.Join(site, "content/plans/loop")))
	must(os.Symlink("self", filepath.Join(site, "content/plans/self")))
	must(os.Symlink("../real.md", filepath.Join(site, "content/plans/in.md")))
	root, err := os.OpenRoot(site)
	must(err)
	defer root.Close()
	tree, findings, err := Scan(context.Background(), root.FS())
	must(err)
	want := "P102@content/plans/loop P102@content/plans/out.md P102@content/plans/self"
	if got := codes(findings); got != want {
		t.Errorf("findings %q, want %q", got, want)
	}
	if len(tree.Documents) != 2 || tree.Documents[0].Path != "content/plans/in.md" {
		t.Errorf("a link within the site is read: got %v", tree.Documents)
	}
}

func TestSameNameAfterNormalisation(t *testing.T) {
	_, findings, err := Scan(context.Background(), fstest.MapFS{
		"content/ê.md": &fstest.MapFile{}, "content/e\u0302.md": &fstest.MapFile{}})
	if err != nil || codes(findings) != "P104@content/ê.md" {
		t.Errorf("findings %q, error %v", codes(findings), err)
	}
}

func TestNamesThatCannotBeUsed(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a\nb.md", "\u202Egpj.md", "\xff\xfe.md", "\x1b[31m.md", "tốt đẹp (1).md"} {
		path := filepath.Join(dir, "content", name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte("x"), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	tree, findings, err := Scan(context.Background(), root.FS())
	if err != nil {
		t.Fatal(err)
	}
	if got := codes(findings); got != "P109@content P109@content P109@content P109@content" {
		t.Errorf("findings %q", got)
	}
	for _, f := range findings {
		if strings.ContainsAny(f.Message.EN, "\n\x1b\u202E") {
			t.Errorf("the message repeats what is wrong: %q", f.Message.EN)
		}
	}
	if len(tree.Documents) != 1 {
		t.Errorf("documents %v", tree.Documents)
	}
}

// restless is a file system whose files grow while they are read, or cannot
// be read at all.
type restless struct {
	fstest.MapFS
	grows  int // how many more times a file changes
	denied bool
}

func (r *restless) Open(name string) (fs.File, error) {
	if r.denied {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	f, err := r.MapFS.Open(name)
	return &restlessFile{f, r}, err
}

type restlessFile struct {
	fs.File
	r *restless
}

func (f *restlessFile) Stat() (fs.FileInfo, error) {
	info, err := f.File.Stat()
	if f.r.grows > 0 {
		f.r.grows--
		return changed{info, f.r.grows}, err
	}
	return info, err
}

type changed struct {
	fs.FileInfo
	n int
}

func (c changed) ModTime() time.Time { return time.Unix(int64(c.n), 0) }

func TestAFileThatChangesWhileItIsRead(t *testing.T) {
	files := fstest.MapFS{"content/a.md": &fstest.MapFile{Data: []byte("x")}}
	it := Item{Path: "content/a.md", Disk: "content/a.md", Size: 1}
	f, findings, err := Read(&restless{MapFS: files, grows: 2}, it)
	if err != nil || len(findings) > 0 || string(f.Data) != "x" {
		t.Errorf("a file that comes to rest is read: %q, %v, %v", f.Data, findings, err)
	}
	if _, findings, err = Read(&restless{MapFS: files, grows: 1000}, it); err != nil || codes(findings) != "P106@content/a.md" {
		t.Errorf("a file that never rests is a finding: %v, %v", codes(findings), err)
	}
}

func TestAnUnreadableFileIsAnErrorThatNamesIt(t *testing.T) {
	_, _, err := Read(&restless{denied: true}, Item{Path: "content/a.md", Disk: "content/a.md"})
	if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "content/a.md") {
		t.Errorf("error %v", err)
	}
}
