package browsertest

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
	"time"
)

// watchFrames notes how the page looks in every frame, from the first on, and
// every shift of its layout.
const watchFrames = `window.frames_ = []; window.shifts_ = 0; window.painted_ = 0;
	new PerformanceObserver((list) => { for (const e of list.getEntries()) shifts_ += e.value }).observe({type: "layout-shift", buffered: true});
	new PerformanceObserver((list) => { painted_ = list.getEntries()[0].startTime }).observe({type: "paint", buffered: true});
	requestAnimationFrame(function frame() {
		if (document.body && document.styleSheets.length) {
			const s = getComputedStyle(document.documentElement), b = getComputedStyle(document.body);
			const all = [...document.querySelectorAll(".choices input:checked")].map((i) => i.id).filter((id) => !id.endsWith("-default")).sort().join(" ");
			frames_.push([s.fontSize, b.color, b.backgroundColor, document.querySelectorAll(".choices").length < 3 ? "-" : all].join("|"));
		}
		requestAnimationFrame(frame);
	})`

// flash stores choices, loads a page whose script is held back, and looks for
// frames that show something else. In the end state everything is as chosen.
func flash(b tab, s *site, page string) []string {
	var out faults
	held := 300 * time.Millisecond
	s.hold(".js", held)
	b.before(watchFrames)
	for _, choice := range []string{"size-large contrast-more", "size-largest mode-dark", "contrast-less mode-dark", "size-small mode-light contrast-less"} {
		b.visit(s.url)
		eval[bool](b, fmt.Sprintf(`(localStorage.setItem("planpress", %q), true)`, choice))
		started := time.Now()
		b.visit(s.url + page)
		b.await(`frames_.length > 3 && painted_ > 0`)
		if time.Since(started) < held {
			out.add(choice, "the page's script was not held back: the test shows nothing")
		}
		frames := eval[[]string](b, `frames_`)
		last := frames[len(frames)-1]
		wrong := 0
		for _, f := range frames {
			// While the page is being read, not all buttons are there yet.
			if f != last && strings.TrimSuffix(f, "|-") != last[:strings.LastIndex(last, "|")] {
				wrong++
			}
		}
		if wrong > 0 {
			out.add(choice, fmt.Sprintf("%d of %d frames show something else than was chosen: %s, in the end %s", wrong, len(frames), frames[0], last))
		}
		if shift := eval[float64](b, `shifts_`); shift > 0 {
			out.add(choice, fmt.Sprintf("the layout shifts by %.3f", shift))
		}
		if painted := eval[float64](b, `painted_`); painted > 280 {
			out.add(choice, fmt.Sprintf("the first paint waits for a script: %.0f ms", painted))
		}
		if got := eval[string](b, `[...document.querySelectorAll(".choices input:checked")].map((i) => i.id.slice(1)).filter((id) => !id.endsWith("-default")).sort().join(" ")`); got != inOrder(choice) {
			out.add(choice, "in the end the controls show "+got)
		}
	}
	return out.list()
}

func inOrder(words string) string {
	list := strings.Fields(words)
	slices.Sort(list)
	return strings.Join(list, " ")
}

// hold delays the files with an ending.
func (s *site) hold(ending string, by time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.delay[ending] = by
}

func (s *site) held(name string) time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.delay[path.Ext(name)]
}

func TestFlash(t *testing.T) {
	holds(t, flash, map[string]string{"plan with tables": pages["plan with tables"], "list": pages["list"]})
}
