package main

import (
	"encoding/xml"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/bench/floor"
)

// TestMain makes the test binary the floor's program where it is started as
// that, as the command itself is.
func TestMain(m *testing.M) {
	if len(os.Args) == 5 && os.Args[1] == "floor" {
		exit(floor.Run(os.Args[2], os.Args[3], os.Args[4]))
		return
	}
	os.Exit(m.Run())
}

func TestComparesSmallSites(t *testing.T) {
	if !installed() {
		t.Skip("Hugo " + hugoVersion + " is not on the PATH: go install github.com/gohugoio/hugo@" + hugoVersion)
	}
	c := comparison{ctx: t.Context(), dir: t.TempDir(), runs: 1, cases: cases, hugo: "hugo", hugoUpTo: 20}
	var err error
	if c.self, err = os.Executable(); err != nil {
		t.Fatal(err)
	}
	if c.planpress, err = built(t.Context(), c.dir); err != nil {
		t.Fatal(err)
	}
	all, err := c.size(20)
	if err != nil {
		t.Fatal(err)
	}
	own, other := must(t, all, cold, "planpress"), must(t, all, cold, "hugo")
	if own.pages < 60 || other.pages < 60 {
		t.Errorf("%d and %d pages: 20 documents, 40 bodies and lists make more", own.pages, other.pages)
	}
	if slices.ContainsFunc(c.programs(c.dir, 21), func(p program) bool { return p.name == "hugo" }) {
		t.Error("Hugo is measured with more documents than was asked for")
	}
	if f := must(t, all, cold, "floor"); f.files != own.files || f.bytes != own.bytes {
		t.Errorf("the floor wrote %d files of %d bytes, planpress %d of %d", f.files, f.bytes, own.files, own.bytes)
	}
	if same, layout := must(t, all, same, "planpress"), must(t, all, layout, "planpress"); same.wrote >= layout.wrote {
		t.Errorf("without a change %d bytes were written, with another layout %d", same.wrote, layout.wrote)
	}
}

func must(t *testing.T, all []result, what, program string) result {
	t.Helper()
	r, ok := find(all, 20, what, program)
	if !ok {
		t.Fatalf("%s of %s was not measured", what, program)
	}
	return r
}

func measured() []result {
	return []result{
		{n: 10_000, what: cold, program: "planpress", wall: 2 * time.Second, cpu: 8 * time.Second, peak: 100 << 10},
		{n: 10_000, what: cold, program: "hugo", wall: 10 * time.Second, cpu: 16 * time.Second, peak: 2000 << 10},
	}
}

func TestWhatFallsShortIsFirst(t *testing.T) {
	var got []verdict
	for _, g := range goals(measured()) {
		got = append(got, g.verdict)
	}
	want := []verdict{missed, unmeasured, unmeasured, unmeasured, unmeasured, unmeasured, unmeasured, unmeasured, met, met}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	text := string(page("about", measured()))
	if !strings.Contains(text, "| cold, 10,000, against Hugo: at least 4 times less processor time | 2 times | **missed** |") {
		t.Errorf("the page does not say what was missed:\n%s", text)
	}
}

func TestPictureCanBeReadAloud(t *testing.T) {
	var svg struct {
		Role  string `xml:"role,attr"`
		By    string `xml:"aria-labelledby,attr"`
		Title string `xml:"title"`
		Desc  string `xml:"desc"`
	}
	if err := xml.Unmarshal(picture(measured()), &svg); err != nil {
		t.Fatal(err)
	}
	if svg.Role != "img" || svg.By != "t d" || svg.Title == "" {
		t.Errorf("the picture has no name: %+v", svg)
	}
	if !strings.Contains(svg.Desc, "hugo, 10000 documents: 10.000 s.") {
		t.Errorf("the description has not the figures: %s", svg.Desc)
	}
}

func TestMedianOfEachMeasure(t *testing.T) {
	got := median([]result{{wall: 3, cpu: 10, peak: 5}, {wall: 1, cpu: 30, peak: 4}, {wall: 2, cpu: 20, peak: 9}})
	if got.wall != 2 || got.cpu != 20 || got.peak != 5 {
		t.Errorf("got %+v", got)
	}
}
