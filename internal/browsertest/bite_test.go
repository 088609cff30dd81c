package browsertest

import (
	"bytes"
	"os/exec"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
)

// fault is one mistake that somebody could make, planted into the site as it
// is served, and the gate that must catch it.
type fault struct {
	name   string
	gate   gate
	page   string // a name of pages; "" for the plan with tables
	change func(name string, data []byte) []byte
	says   string // part of what the gate must say
	alone  bool   // not beside others: the focus and pictures of a page need a browser of their own
}

// TestGatesBite plants faults one at a time: a gate that lets one pass is no
// gate. A fault that changes nothing fails as well.
func TestGatesBite(t *testing.T) {
	inFull(t)
	if len(plants) < 30 {
		t.Errorf("only %d faults are planted", len(plants))
	}
	for _, f := range plants {
		t.Run(f.name, func(t *testing.T) {
			if !f.alone {
				t.Parallel()
			}
			if _, err := exec.LookPath("pdftotext"); err != nil && f.name == "a number on the first sheet" {
				t.Skip("no pdftotext found")
			}
			if strings.HasPrefix(f.says, "axe ") {
				needsAxe(t)
			}
			b, s := open(t), serve(t)
			var planted atomic.Bool
			s.change = func(name string, data []byte) []byte {
				out := f.change(name, data)
				if !bytes.Equal(out, data) {
					planted.Store(true)
				}
				return out
			}
			page := f.page
			if page == "" {
				page = "plan with tables"
			}
			found := strings.Join(f.gate(b, s, pages[page]), "\n")
			if !planted.Load() {
				t.Fatal("the fault could not be planted: what it replaces is not there")
			}
			if !strings.Contains(found, f.says) {
				t.Errorf("not caught: want %q among:\n%.1500s", f.says, found)
			}
		})
	}
}

// style adds rules to the site's style sheet. They stand in no layer, and so
// win over all of the theme's.
func style(rules string) func(string, []byte) []byte {
	return func(name string, data []byte) []byte {
		if !strings.HasSuffix(name, ".css") {
			return data
		}
		return append(data, rules...)
	}
}

// markup replaces what a pattern matches in pages.
func markup(pattern, by string) func(string, []byte) []byte {
	re := regexp.MustCompile(pattern)
	return func(name string, data []byte) []byte {
		if !strings.HasSuffix(name, ".html") {
			return data
		}
		return re.ReplaceAll(data, []byte(by))
	}
}

// code adds to the page's own script.
func code(added string) func(string, []byte) []byte {
	return func(name string, data []byte) []byte {
		if !strings.HasSuffix(name, ".js") || strings.Contains(name, "redirect") {
			return data
		}
		return append(data, (";" + added)...)
	}
}

// axeOnce is axe on a page as it is shown first.
func axeOnce(b tab, s *site, page string) []string {
	b.visit(s.url + page)
	b.unfold()
	return b.axe(place{width: 1280})
}

// The site as it is passes every gate that a plant is for, or its catch
// would show nothing.
func TestCleanPagePassesThePlantsGates(t *testing.T) {
	needsAxe(t)
	b, s := open(t), serve(t)
	if faults := axeOnce(b, s, pages["plan with tables"]); len(faults) > 0 {
		t.Errorf("axe: %s", strings.Join(faults, "\n"))
	}
}
