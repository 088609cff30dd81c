package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

var sizes = []string{"small", "default", "large", "largest"}

func (b tab) choose(id string) {
	b.t.Helper()
	eval[chromedp.Void](b, `document.getElementById("_`+id+`").click()`)
}

// WCAG 2.2, 1.4.10: no sideways scrolling, down to 256 px and with the largest
// text. Tables scroll inside their own region.
func TestNarrowScreens(t *testing.T) {
	b, s := open(t), serve(t)
	for name, p := range pages {
		b.visit(s.url + p)
		for _, width := range []int64{256, 320, 768} {
			b.size(width, 640)
			for _, size := range sizes {
				b.choose("size-" + size)
				wide := eval[[]string](b, `document.documentElement.scrollWidth <= innerWidth ? [] :
					[...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".table-scroll, pre, .hidden"))
						.map((e) => e.tagName + "." + e.className + " " + e.textContent.trim().slice(0, 40)).concat("page")`)
				if len(wide) > 0 {
					t.Errorf("%s at %d px, size %s, needs sideways scrolling for:\n%s", name, width, size, strings.Join(wide[:min(5, len(wide))], "\n"))
				}
			}
		}
	}
}

// WCAG 2.2, 2.5.5: what is clicked and does not stand in a line of text is at
// least 44 px high, and the small text size changes nothing of that.
func TestTargets(t *testing.T) {
	b, s := open(t), serve(t)
	for _, width := range []int64{320, 1280} {
		b.size(width, 640)
		for name, p := range pages {
			b.visit(s.url + p)
			for _, size := range sizes {
				b.choose("size-" + size)
				small := eval[[]string](b, `[...document.querySelectorAll("input, button, summary, .menu a, .site-name a, .to-menu, .crumbs a, .footer a, .pager a, .entry-title a, .counts a, .contents a")]
					.filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.9).map((e) => (e.id || e.textContent.trim()) + " " + e.getBoundingClientRect().height)`)
				if len(small) > 0 {
					t.Errorf("%s at %d px, size %s: %q", name, width, size, small)
				}
			}
		}
	}
}

// The bar of controls stays where it is whatever size is chosen. Browsers
// round the widths of letters, so two pixels are no move.
func TestBarStaysUnderTheFinger(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url + pages["seed"])
	for _, width := range []int64{320, 1280} {
		b.size(width, 640)
		b.choose("size-default")
		eval[chromedp.Void](b, `window.places = () => [...document.querySelectorAll(".choices label")].map((e) => e.getBoundingClientRect());
			window.first = places()`)
		for _, size := range sizes {
			b.choose("size-" + size)
			moved := eval[float64](b, `Math.max(...places().map((r, i) => Math.max(Math.abs(r.x - first[i].x), Math.abs(r.y - first[i].y))))`)
			if moved > 2 {
				t.Errorf("at %d px, size %s moves the buttons by %v px", width, size, moved)
			}
		}
	}
}

func TestTitleIsOnTheFirstScreen(t *testing.T) {
	b, s := open(t), serve(t)
	b.size(320, 640)
	b.visit(s.url + pages["seed"])
	if bottom := eval[float64](b, `document.querySelector("h1").getBoundingClientRect().bottom`); bottom > 640 {
		t.Errorf("on a screen of 320 by 640 px the title ends at %v px", bottom)
	}
}

// Lines of running text are at most 80 characters long and 1.5 high, because
// Vietnamese stacks marks, and are not justified.
func TestLines(t *testing.T) {
	b, s := open(t), serve(t)
	b.size(1440, 900)
	b.visit(s.url + pages["seed"])
	longest := eval[int](b, `Math.max(...[...document.querySelectorAll(".prose p, .summary")].map((p) => {
		const range = document.createRange(), text = p.firstChild;
		const lines = new Map();
		for (let i = 0; i < text.length; i++) {
			range.setStart(text, i); range.setEnd(text, i + 1);
			const y = Math.round(range.getBoundingClientRect().top);
			lines.set(y, (lines.get(y) || 0) + 1);
		}
		return Math.max(...lines.values());
	}))`)
	if longest > 80 || longest < 30 {
		t.Errorf("the longest line has %d characters", longest)
	}
	for name, p := range pages {
		b.visit(s.url + p)
		bad := eval[[]string](b, `[...document.querySelectorAll("body *")].filter((e) => {
			const s = getComputedStyle(e);
			return e.checkVisibility() && !e.matches("sup, sup *") && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) &&
				(parseFloat(s.lineHeight) < 1.5 * parseFloat(s.fontSize) - .1 || s.textAlign === "justify");
		}).map((e) => e.tagName + "." + e.className + " " + getComputedStyle(e).lineHeight + "/" + getComputedStyle(e).fontSize)`)
		if len(bad) > 0 {
			t.Errorf("%s: %s", name, fmt.Sprint(bad[:min(5, len(bad))]))
		}
	}
}
