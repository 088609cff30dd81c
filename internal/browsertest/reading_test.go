package browsertest

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// reading looks at what makes a page easy to read and to use: lines, units,
// targets, motion. WCAG 2.2: 1.4.4, 1.4.8, 2.2.2, 2.3.3, 2.5.5, 2.5.8.
func reading(b tab, s *site, page string) []string {
	var out faults
	b.visit(s.url + page)
	for _, screen := range screens {
		b.size(screen[0], screen[1])
		for _, size := range sizes {
			b.choose("size-" + size)
			out.add(fmt.Sprintf("%d px, size %s", screen[0], size), eval[[]string](b, script("reading")+"()")...)
		}
	}
	b.choose("size-default")
	b.in(environment{features: []string{"prefers-reduced-motion: reduce"}})
	out.add("reduced motion", eval[[]string](b, script("motion")+"()")...)
	return append(out.list(), browserText(b)...)
}

// browserText looks whether the page's text is as large as the browser's
// setting says: the root follows it in per cent.
func browserText(b tab) []string {
	const rootSize = `parseFloat(getComputedStyle(document.documentElement).fontSize)`
	before := eval[float64](b, rootSize)
	call(b, emulation.SetEmulatedOSTextScale, emulation.SetEmulatedOSTextScaleParams{Scale: 3})
	defer call(b, emulation.SetEmulatedOSTextScale, emulation.SetEmulatedOSTextScaleParams{Scale: 1})
	eval[chromedp.Void](b, `document.body.offsetWidth`)
	if after := eval[float64](b, rootSize); after < 1.5*before {
		return []string{fmt.Sprintf("the phone asks for text three times as large; the root's goes from %v to %v px", before, after)}
	}
	return nil
}

func TestReading(t *testing.T) { holds(t, reading, pages) }
