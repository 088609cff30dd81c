package theme

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func override(t *testing.T, site fstest.MapFS) []string {
	t.Helper()
	found, err := Overrides([]Layer{{Name: "built-in/default", FS: fs.FS(small())}, {Name: "themes/default", FS: site, Site: true}})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range found {
		out = append(out, f.Rule.Code+" "+f.Pos.String()+": "+f.Message.EN)
		if strings.Contains(f.Message.VI+f.Message.EN+f.Hint.VI+f.Hint.EN, "%!") {
			t.Errorf("badly worded: %q %q", f.Message, f.Hint)
		}
	}
	return out
}

// A site is told which of its copies the theme has left behind, and nothing of
// those that are as they should be.
func TestOverrides(t *testing.T) {
	put := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	now := Hash(small()["components/footer/footer.css"].Data)
	got := override(t, fstest.MapFS{
		"theme.yaml": put("from:\n  components/footer/footer.html: {version: 0.0.9, hash: 0123456789abcdef}\n" +
			"  components/footer/footer.css: {version: 0.1.0, hash: \"" + now + "\"}\n" +
			"  layouts/list.html: {version: 0.1.0, hash: abc}\n  components/old/old.html: {version: 0.0.1, hash: abc}\n"),
		"components/footer/footer.html": put("<footer>mine"),
		"components/footer/footer.css":  put("footer{color:red}"),
		"components/footer/footer.js":   put("mine()"),
		"components/old/old.html":       put("old"),
		"components/own/own.html":       put("{{message \"own.words\"}}"),
		"scripts/boot.js":               put("boot()"),
		"fonts/a.woff2":                 put("x"),
		"images/arms.svg":               put("<svg/>"),
		"messages/vi.yaml":              put("state.draft: Nháp\nstate.drafft: Nháp\nown.words: Chữ\n"),
		"README.md":                     put("text"),
	})
	want := []string{
		`P404 themes/default/components/footer/footer.html: built-in/default/components/footer/footer.html has changed since version 0.0.9, of which this is a copy`,
		`P406 themes/default/components/footer/footer.js: it is not recorded of which built-in/default/components/footer/footer.js this is a copy`,
		`P409 themes/default/components/old/old.html: components/old/old.html is no longer in the theme below since version 0.0.1`,
		`P405 themes/default/fonts/a.woff2: nothing of a theme uses this file`,
		`P408 themes/default/messages/vi.yaml: no template asks for the words "state.drafft"`,
		`P407 themes/default/scripts/boot.js: is the same as built-in/default/scripts/boot.js`,
		`P410 themes/default/theme.yaml: from names layouts/list.html, but the theme has no such file`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := override(t, fstest.MapFS{"messages/en.yaml": put("state.draft: Sketch\n")}); got != nil {
		t.Errorf("a theme in order: %q", got)
	}
}

// What people wrote into theme.yaml stays, and the record can be read back.
func TestRecord(t *testing.T) {
	from := Origin{Version: "0.1.0", Hash: "0123456789abcdef"}
	const entry = "  \"layouts/home.html\": {version: \"0.1.0\", hash: \"0123456789abcdef\"}\n"
	for before, want := range map[string]string{
		"":                 "from:\n" + entry,
		"extends: default": "extends: default\nfrom:\n" + entry,
		"# ours\nfrom:\n  a.css: {version: x, hash: y}\nextends: default\n": "# ours\nfrom:\n" + entry + "  a.css: {version: x, hash: y}\nextends: default\n",
	} {
		got, err := Record([]byte(before), "layouts/home.html", from)
		if err != nil || string(got) != want {
			t.Errorf("%q\ngot  %q, %v\nwant %q", before, got, err, want)
		}
	}
	for _, odd := range []string{"from: {}\n", "from:   # copies\n  a.css: {version: x, hash: y}\n", "from:\n    a.css: {version: x, hash: y}\n"} {
		if got, err := Record([]byte(odd), "layouts/home.html", from); err == nil || !strings.Contains(err.Error(), strings.TrimSpace(entry)) {
			t.Errorf("%q becomes %q, %v; the line to add is to be told", odd, got, err)
		}
	}
}
