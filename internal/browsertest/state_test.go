package browsertest

import (
	"strings"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// environment is what a reader's system asks for.
type environment struct {
	name     string
	media    string   // "" or "print"
	features []string // "prefers-contrast: more"
	noScript bool
}

var (
	dark   = "prefers-color-scheme: dark"
	more   = "prefers-contrast: more"
	forced = "forced-colors: active"

	environments = []environment{
		{name: "default"},
		{name: "dark", features: []string{dark}},
		{name: "forced colours", features: []string{forced}},
		{name: "forced colours, dark", features: []string{forced, dark}},
		{name: "more contrast", features: []string{more}},
		{name: "more contrast, dark", features: []string{more, dark}},
		{name: "more contrast, forced colours", features: []string{more, forced}},
		{name: "reduced motion", features: []string{"prefers-reduced-motion: reduce"}},
		{name: "no scripts", noScript: true},
		{name: "print", media: "print"},
	}
)

func (e environment) has(feature string) bool {
	return strings.Contains(strings.Join(e.features, " "), feature)
}

// in shows pages as an environment asks, from the next visit on in all.
func (b tab) in(e environment) {
	b.t.Helper()
	features := make([]*emulation.MediaFeature, len(e.features))
	for i, f := range e.features {
		name, value, _ := strings.Cut(f, ": ")
		features[i] = &emulation.MediaFeature{Name: name, Value: value}
	}
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: e.media, Features: features})
	b.scripts(!e.noScript)
}

// scripts switches the page's own scripts on or off.
func (b tab) scripts(on bool) {
	b.t.Helper()
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
}

// state is one setting of all controls: the ids of what is chosen, without
// their underscore.
type state []string

func (s state) String() string { return strings.Join(s, " ") }

func (s state) has(id string) bool { return strings.Contains(s.String(), id) }

// states lists every setting of the controls, or with one size every setting
// of the colours.
func states(sizes ...string) []state {
	var out []state
	for _, mode := range []string{"light", "dark", "default"} {
		for _, contrast := range []string{"less", "more", "default"} {
			for _, size := range sizes {
				out = append(out, state{"size-" + size, "contrast-" + contrast, "mode-" + mode})
			}
		}
	}
	return out
}

// choose sets the controls as a click does.
func (b tab) choose(ids ...string) {
	b.t.Helper()
	eval[chromedp.Void](b, `for (const id of "`+strings.Join(ids, " ")+`".split(" ")) document.getElementById("_" + id).click()`)
}

// unfold opens everything that is folded, so that its texts are seen as well.
func (b tab) unfold() {
	b.t.Helper()
	eval[chromedp.Void](b, `document.querySelectorAll("details").forEach((d) => { d.open = true })`)
}
