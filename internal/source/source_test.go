package source

import (
	"strings"
	"testing"
)

func TestAtCountsCharacters(t *testing.T) {
	f := New("content/x.md", []byte("số 01\nKế hoạch\n\ncuối"))
	for _, c := range []struct {
		offset int
		want   string
	}{
		{0, "content/x.md:1:1"},
		{len("số "), "content/x.md:1:4"},
		{len("số 01\nKế "), "content/x.md:2:4"},
		{len("số 01\nKế hoạch\n"), "content/x.md:3:1"},
		{len("số 01\nKế hoạch\n\ncuối"), "content/x.md:4:5"},
		{-5, "content/x.md:1:1"},
		{1000, "content/x.md:4:5"},
	} {
		if got := f.At(c.offset).String(); got != c.want {
			t.Errorf("At(%d) = %s, want %s", c.offset, got, c.want)
		}
	}
}

// Near the beginning and far from it, places are found in two ways.
func TestAtIsTheSameFarFromTheBeginning(t *testing.T) {
	line := "Kế hoạch số 01\n"
	f := New("a.md", []byte(strings.Repeat(line, 2*counted/len(line))))
	for i := range len(f.Data) / len(line) {
		if got, want := f.At(i*len(line)+len("Kế ")), (Pos{"a.md", i + 1, 4}); got != want {
			t.Fatalf("%v, want %v", got, want)
		}
	}
}

func TestPosString(t *testing.T) {
	for want, p := range map[string]Pos{"": {}, "a.md": {File: "a.md"}, "a.md:3": {File: "a.md", Line: 3}} {
		if got := p.String(); got != want {
			t.Errorf("%#v prints %q, want %q", p, got, want)
		}
	}
}
