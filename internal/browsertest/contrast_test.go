package browsertest

import (
	"fmt"
	"testing"
)

// contrast measures every text of a page in every state of the controls and
// in every environment. WCAG 2.2, 1.4.6 and 1.4.11: 7:1 for every text in
// every state, 15:1 where more was asked for, 3:1 for borders that show what
// can be used. There, links are underlined as well.
func contrast(b tab, s *site, page string) []string {
	var out faults
	measure := func(where string, more bool) {
		least := "7"
		if more {
			least = "15"
		}
		out.add(where, eval[[]string](b, script("contrast")+"("+least+")")...)
		if where == "print" {
			return // on paper no link can be followed
		}
		out.add(where, eval[[]string](b, fmt.Sprintf("%s(%t)", script("links"), more))...)
	}
	for _, e := range environments {
		b.in(e)
		b.visit(s.url + page)
		b.scripts(true)
		b.unfold()
		measure(e.name, e.has(more) && !e.has(forced))
	}
	b.in(environment{})
	b.visit(s.url + page)
	b.unfold()
	for _, st := range states("default") {
		b.choose(st...)
		measure(st.String(), st.has("contrast-more"))
	}
	return out.list()
}

func TestContrast(t *testing.T) { holds(t, contrast, pages) }

// What the system asks for holds until the reader chooses on the site, and
// forced colours hold over all.
func TestSystemWishes(t *testing.T) {
	b, s := open(t), serve(t)
	b.in(environment{features: []string{more, dark}})
	b.visit(s.url + pages["plan with tables"])
	if got := b.look(); got.Ink != "rgb(255, 255, 255)" || got.Paper != "rgb(0, 0, 0)" {
		t.Errorf("dark and more contrast are wished for; the page shows %s on %s", got.Ink, got.Paper)
	}
	wished := b.look()
	b.choose("mode-light", "contrast-less")
	if got := b.look(); got.Paper == wished.Paper || got.Ink == wished.Ink {
		t.Errorf("the reader chose light and less contrast; the page still shows %s on %s", got.Ink, got.Paper)
	}
	b.in(environment{features: []string{forced, dark}})
	if got := b.look(); got.Paper != eval[string](b, `(() => { const e = document.body.appendChild(document.createElement("i"));
		e.style.backgroundColor = "Canvas"; return getComputedStyle(e).backgroundColor; })()`) {
		t.Errorf("with forced colours the page still shows its own %s", got.Paper)
	}
}
