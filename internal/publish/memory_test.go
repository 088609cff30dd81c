package publish

import (
	"errors"
	"io"
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMemory(t *testing.T) {
	var m Memory
	data := []byte("<p>one</p>")
	if err := m.Put(Output{Path: "index.html", Kind: Page, Data: data}); err != nil {
		t.Fatal(err)
	}
	copy(data, "!!!!") // the caller's own again
	for _, o := range []Output{outputOf("a.pdf", "%PDF"), {Path: "b.pdf", Open: func() (io.ReadCloser, error) { return nil, fs.ErrPermission }}} {
		if err := m.Put(o); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{"a.pdf", "b.pdf", "index.html"}, m.Paths()); diff != "" {
		t.Error(diff)
	}
	for path, want := range map[string]string{"index.html": "<p>one</p>", "a.pdf": "%PDF"} {
		o, ok := m.Find(path)
		if got, err := o.Bytes(); !ok || err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", path, got, err)
		}
	}
	unreadable, _ := m.Find("b.pdf")
	if _, err := unreadable.Bytes(); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("b.pdf: %v", err)
	}
	if _, ok := m.Find("none"); ok {
		t.Error("there is a file that nobody put")
	}
}
