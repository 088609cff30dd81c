package browsertest

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

var sizes = []string{"small", "default", "large", "largest"}

// spacing is what WCAG 2.2, 1.4.12, lets a reader set.
const spacing = `(() => { const sheet = new CSSStyleSheet();
	sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
	document.adoptedStyleSheets = [sheet]; })()`

// reflow looks for sideways scrolling and for texts that are cut off or lie
// over each other: narrow screens, zoom, large text of the page's own, of the
// browser, and of the phone, and wide spacing. WCAG 2.2: 1.4.4, 1.4.10, 1.4.12.
func reflow(b tab, s *site, page string) []string {
	var out faults
	look := func(where string) { out.add(where, eval[[]string](b, script("reflow")+"()")...) }
	b.visit(s.url + page)
	b.unfold()
	for _, width := range []int64{256, 320, 640, 768, 1280} { // 640 and 320 are 1280 at 200 and 400 %
		b.size(width, 640)
		for _, size := range sizes {
			b.choose("size-" + size)
			look(fmt.Sprintf("%d px, size %s", width, size))
		}
	}
	b.choose("size-default")
	b.size(320, 640)
	for _, scale := range []float64{2, 3} { // 2: a browser's text of 32 px; 3: a phone's largest
		call(b, emulation.SetEmulatedOSTextScale, emulation.SetEmulatedOSTextScaleParams{Scale: scale})
		look(fmt.Sprintf("320 px, the system's text %v times as large", scale))
	}
	call(b, emulation.SetEmulatedOSTextScale, emulation.SetEmulatedOSTextScaleParams{Scale: 1})
	eval[chromedp.Void](b, spacing)
	for _, screen := range screens {
		b.size(screen[0], screen[1])
		look(fmt.Sprintf("%d px, wide spacing", screen[0]))
	}
	return out.list()
}

func TestReflow(t *testing.T) { holds(t, reflow, pages) }

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
