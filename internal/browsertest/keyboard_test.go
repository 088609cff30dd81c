package browsertest

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// keyboard goes through a page with the Tab key, and then looks at the focus
// ring of every kind of stop. WCAG 2.2: 2.1.1, 2.4.3, 2.4.7, 2.4.11, 2.4.13.
func keyboard(b tab, s *site, page string) []string {
	var out faults
	for _, screen := range screens {
		b.size(screen[0], screen[1])
		b.visit(s.url + page)
		b.await(`!document.querySelector("#_search") || ` + searched) // results are stops
		b.unfold()
		n := eval[int](b, script("stops")+"()")
		if n < 5 {
			return []string{fmt.Sprintf("only %d stops", n)}
		}
		for range n {
			b.keys(kb.Tab)
		}
		out.add(fmt.Sprintf("%d px", screen[0]), eval[[]string](b, script("order")+"()")...)
	}
	for _, e := range environments {
		if e.media == "print" || e.noScript || e.name == "reduced motion" {
			continue
		}
		b.in(e)
		out.add(e.name, b.rings()...)
	}
	b.size(320, 640)
	b.in(environment{})
	eval[int](b, script("stops")+"()") // a phone shows other links
	out.add("phone", b.rings()...)
	return out.list()
}

// stop is an element that has the focus, and the place on the page where its
// ring is looked for, in CSS pixels.
type stop struct {
	What                string
	X, Y, Width, Height float64
	Area                float64 // of a line of 2 px around it
	Top                 bool    // nothing lies over it
}

// rings looks at one stop of each kind, by comparing the pixels with and
// without focus.
func (b tab) rings() []string {
	b.t.Helper()
	eval[chromedp.Void](b, `window.kinds_ = null`)
	var out []string
	for {
		st, err := chromedp.Run(b.ctx, chromedp.Evaluate[*stop](script("focus")+"()", chromedp.EvalAwaitPromise))
		if err != nil {
			b.t.Fatal(err)
		}
		if st == nil {
			return out
		}
		if !st.Top {
			out = append(out, "something lies over what has the focus: "+st.What)
		}
		with := b.picture(st)
		eval[chromedp.Void](b, `here_.blur()`)
		changed := changedPixels(b.picture(st), with)
		if changed < .95*st.Area {
			out = append(out, fmt.Sprintf("the focus changes %.0f %% of the area that it must: %s", 100*changed/st.Area, st.What))
		}
	}
}

func (b tab) picture(st *stop) image.Image {
	b.t.Helper()
	got, err := chromedp.Call(b.ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Clip: &page.Viewport{X: st.X, Y: st.Y, Width: st.Width, Height: st.Height, Scale: 1}})
	if err != nil {
		b.t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(got.Data))
	if err != nil {
		b.t.Fatal(err)
	}
	return img
}

// changedPixels counts the pixels that differ by 3:1 or more.
func changedPixels(a, b image.Image) float64 {
	n := 0.0
	area := a.Bounds().Intersect(b.Bounds())
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			p, q := luminance(a.At(x, y)), luminance(b.At(x, y))
			if (max(p, q)+.05)/(min(p, q)+.05) >= 3 {
				n++
			}
		}
	}
	return n
}

// luminance is WCAG's relative luminance.
func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= .04045 {
			return f / 12.92
		}
		return math.Pow((f+.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return .2126*linear(r) + .7152*linear(g) + .0722*linear(b)
}

func TestKeyboard(t *testing.T) { holdsOneByOne(t, keyboard, pages) }
