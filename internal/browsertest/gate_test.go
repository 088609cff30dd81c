package browsertest

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// A gate looks at one page of a site that is being served, and gives what is
// wrong there in plain words. The same gates look at the project's own site,
// and at sites with a planted fault (bite_test.go).
type gate func(b tab, s *site, page string) []string

// gateScripts are what gates run in a page: each is an expression, mostly a
// function.
//
//go:embed testdata/*.js
var gateScripts embed.FS

// script gives a function of testdata, with what all of them share.
func script(name string) string {
	read := func(name string) string {
		data, err := gateScripts.ReadFile("testdata/" + name + ".js")
		if err != nil {
			panic(err) // the name is a constant of a gate
		}
		return string(data)
	}
	return "(() => {" + read("common") + "\nreturn (" + read(name) + "\n)})()"
}

// names lists pages in a fixed order.
func names(pages map[string]string) []string { return slices.Sorted(maps.Keys(pages)) }

// inFull skips, with -short, what takes minutes and finds nothing more under
// the race detector: the gates.
func inFull(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("the gates take minutes: skipped with -short")
	}
}

// holds runs a gate over pages, each in a tab of its own, several at a time.
func holds(t *testing.T, look gate, pages map[string]string) {
	t.Helper()
	inFull(t)
	s := serve(t)
	for _, name := range names(pages) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			find(t, look, s, pages[name])
		})
	}
}

// holdsOneByOne is holds for gates that take pictures: the browser makes none
// of a tab that stands behind another, and waits for ever.
func holdsOneByOne(t *testing.T, look gate, pages map[string]string) {
	t.Helper()
	inFull(t)
	s := serve(t)
	for _, name := range names(pages) {
		t.Run(name, func(t *testing.T) { find(t, look, s, pages[name]) })
	}
}

func find(t *testing.T, look gate, s *site, page string) {
	t.Helper()
	if faults := look(open(t), s, page); len(faults) > 0 {
		t.Errorf("%d faults:\n%s", len(faults), strings.Join(faults[:min(len(faults), 25)], "\n"))
	}
}

// faults collects what is wrong on a page, each once, with where it was seen.
type faults struct {
	texts  []string
	places map[string][]string
}

func (f *faults) add(where string, texts ...string) {
	if f.places == nil {
		f.places = map[string][]string{}
	}
	for _, text := range texts {
		if f.places[text] == nil {
			f.texts = append(f.texts, text)
		}
		if !slices.Contains(f.places[text], where) {
			f.places[text] = append(f.places[text], where)
		}
	}
}

func (f *faults) list() []string {
	out := make([]string, len(f.texts))
	for i, text := range f.texts {
		places := f.places[text]
		out[i] = fmt.Sprintf("%s (%s", text, strings.Join(places[:min(3, len(places))], "; "))
		if more := len(places) - 3; more > 0 {
			out[i] += fmt.Sprintf("; %d more", more)
		}
		out[i] += ")"
	}
	return out
}
