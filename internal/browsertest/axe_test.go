package browsertest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"planpress/internal/npmtool"
)

// axeSource is the text of axe-core, the program that most accessibility
// checkers are made of. It is installed from npm when it is first needed.
var axeSource = sync.OnceValues(func() (string, error) {
	folder, err := npmtool.Folder()
	if err != nil {
		return "", err
	}
	data, err := os.ReadFile(filepath.Join(folder, "node_modules", "axe-core", "axe.min.js"))
	return string(data), err
})

// needsAxe skips a test where axe cannot be had, but not under CI.
func needsAxe(t *testing.T) {
	t.Helper()
	_, err := axeSource()
	if err == nil {
		return
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("CI needs axe-core: %v", err)
	}
	if errors.Is(err, npmtool.ErrMissing) {
		t.Skip("no Node.js and npm found: skipped what axe-core checks")
	}
	t.Skipf("axe-core cannot be installed, skipped what it checks: %v", err)
}

// offInForcedColours are the rules that read colours from the style sheet,
// which the system has replaced: the contrast gate measures there instead.
var offInForcedColours = []string{"color-contrast", "color-contrast-enhanced", "link-in-text-block"}

// seen is one thing that axe says of an element.
type seen struct {
	Rule, Target, Why, HTML string
	Review                  bool // axe cannot tell: somebody must look
}

// place is where a page is looked at: how it is shown, and how wide in CSS pixels.
type place struct {
	env   environment
	width int64
}

// axe runs axe on the page as it is shown now.
func (b tab) axe(at place, off ...string) []string {
	b.t.Helper()
	if !eval[bool](b, `typeof axe === "object"`) {
		source, err := axeSource()
		if err != nil {
			b.t.Fatal(err)
		}
		eval[chromedp.Void](b, source)
	}
	list := make([]string, len(off))
	for i, rule := range off {
		list[i] = strconv.Quote(rule)
	}
	type answer struct {
		Found  []seen
		Passed int
	}
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[answer](script("axe")+"(["+strings.Join(list, ",")+"])", chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatal(err)
	}
	if got.Passed < 5 {
		return []string{fmt.Sprintf("axe found only %d rules to apply: did the page load?", got.Passed)}
	}
	return judged(at, got.Found)
}

// judged leaves out what was looked at by a person and found good.
func judged(at place, all []seen) []string {
	var out []string
	for _, f := range all {
		if f.Review && reviewed(at, f) {
			continue
		}
		kind := "violation"
		if f.Review {
			kind = "not reviewed"
		}
		out = append(out, fmt.Sprintf("axe %s, %s: %s: %s: %s", f.Rule, kind, f.Target, f.Why, f.HTML))
	}
	return out
}

// review is something that axe cannot tell, and a person has looked at.
type review struct {
	rule   string
	where  func(place) bool
	target *regexp.Regexp // of the selector that axe gives
	why    *regexp.Regexp // of what axe says, and the HTML that it shows
	reason string
}

func reviewed(at place, f seen) bool {
	for _, r := range reviews {
		if r.rule == f.Rule && r.where(at) && r.target.MatchString(f.Target) && r.why.MatchString(f.Why+" "+f.HTML) {
			return true
		}
	}
	return false
}

// screens are a small phone and a desk.
var screens = [][2]int64{{320, 640}, {1280, 800}}

// axeEverywhere looks at a page on both screens, in every environment.
func axeEverywhere(b tab, s *site, page string) []string {
	var out faults
	for i, e := range environments {
		b.in(e)
		if i == 0 || e.noScript != environments[i-1].noScript { // colours change under the page that is there
			b.visit(s.url + page)
			b.scripts(true) // axe itself needs them; the page was loaded without
			b.unfold()
		}
		var off []string
		if e.has(forced) {
			off = offInForcedColours
		}
		for _, screen := range screens {
			b.size(screen[0], screen[1])
			out.add(fmt.Sprintf("%s, %d px", e.name, screen[0]), b.axe(place{e, screen[0]}, off...)...)
		}
	}
	return out.list()
}

// axeInStates looks at a page in settings of the controls, on both screens in turn.
func axeInStates(list []state) gate {
	return func(b tab, s *site, page string) []string {
		b.visit(s.url + page)
		b.unfold()
		var out faults
		for i, st := range list {
			screen := screens[i%2]
			b.size(screen[0], screen[1])
			b.choose(st...)
			out.add(fmt.Sprintf("%s, %d px", st, screen[0]), b.axe(place{width: screen[0]})...)
		}
		return out.list()
	}
}

func TestAxe(t *testing.T) {
	needsAxe(t)
	holds(t, axeEverywhere, pages)
}

// A page that leads on is looked at while it stands still.
func TestAxeOnRedirect(t *testing.T) {
	needsAxe(t)
	s := serve(t)
	s.change = func(name string, data []byte) []byte {
		return regexp.MustCompile(`<meta http-equiv="refresh"[^>]*>|<script[^>]*redirect[^>]*></script>`).ReplaceAll(data, nil)
	}
	page := "van-ban/cchc-2026/"
	if _, ok := s.Find(page + "index.html"); !ok {
		t.Fatalf("the site has no %s", page)
	}
	find(t, axeEverywhere, s, page)
}

func TestAxeInEveryState(t *testing.T) {
	needsAxe(t)
	t.Run("all sizes", func(t *testing.T) {
		holds(t, axeInStates(states(sizes...)), map[string]string{"plan with tables": pages["plan with tables"]})
	})
	t.Run("all colours", func(t *testing.T) { holds(t, axeInStates(states("default")), pages) })
}

// Everything that is listed as looked at is still there, and has a reason.
func TestReviewsHaveReasons(t *testing.T) {
	for _, r := range reviews {
		if len(r.reason) < 20 {
			t.Errorf("%s, %s: no reason", r.rule, r.target)
		}
	}
}
