package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// contrastScript gives the texts that a reader sees whose contrast is below
// least, and the borders of the controls below 3, as "ratio: text".
const contrastScript = `(least) => {
	const parse = (c) => c.match(/[\d.]+/g).map(Number);
	const lum = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
		.reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
	const ratio = (a, b) => { const [x, y] = [lum(a), lum(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
	const ground = (e) => {
		for (; e; e = e.parentElement) {
			const c = parse(getComputedStyle(e).backgroundColor);
			if (c.length < 4 || c[3] === 1) return c;
			if (c[3] > 0) throw new Error("half transparent: " + e.className);
		}
		return parse("255 255 255");
	};
	const bad = [];
	let seen = 0;
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let n; (n = walker.nextNode());) {
		const e = n.parentElement;
		if (!n.data.trim() || !e.checkVisibility({opacityProperty: true}) || e.closest(".hidden, script")) continue;
		seen++;
		const r = ratio(parse(getComputedStyle(e).color), ground(e));
		if (r < least) bad.push(r.toFixed(2) + ": " + n.data.trim().slice(0, 40));
	}
	for (const e of document.querySelectorAll(".choices label, .button, .pager a")) {
		if (!e.checkVisibility()) continue;
		const r = ratio(parse(getComputedStyle(e).borderTopColor), ground(e.parentElement));
		if (r < 3) bad.push(r.toFixed(2) + ": border of " + e.textContent.trim());
	}
	if (seen < 10) bad.push("only " + seen + " texts seen");
	return bad;
}`

func (b tab) wantContrast(state, least string) {
	b.t.Helper()
	if bad := eval[[]string](b, "("+contrastScript+")("+least+")"); len(bad) > 0 {
		b.t.Errorf("%s: contrast below %s:\n%s", state, least, strings.Join(bad, "\n"))
	}
}

// WCAG 2.2, 1.4.6 and 1.4.11: 7:1 for every text in every state, 15:1 where
// more was asked for, 3:1 for borders that show what can be used.
func TestContrast(t *testing.T) {
	b, s := open(t), serve(t)
	for name, p := range pages {
		b.visit(s.url + p)
		eval[chromedp.Void](b, `document.querySelectorAll("details").forEach((d) => { d.open = true })`)
		for _, mode := range []string{"light", "dark"} {
			for contrast, least := range map[string]string{"less": "7", "default": "7", "more": "15"} {
				eval[chromedp.Void](b, `for (const id of ["_mode-`+mode+`", "_contrast-`+contrast+`"]) document.getElementById(id).click()`)
				b.wantContrast(name+", "+mode+", "+contrast, least)
			}
		}
	}
}

func TestMoreContrastUnderlinesLinks(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url + pages["plan with tables"])
	eval[chromedp.Void](b, `document.getElementById("_contrast-more").click()`)
	got := eval[[]string](b, `[...document.querySelectorAll("main a")].filter((a) =>
		!getComputedStyle(a).textDecorationLine.includes("underline") && !a.matches(".button")).map((a) => a.textContent)`)
	if len(got) > 0 {
		t.Errorf("links without a line: %q", got)
	}
}

// What the system asks for holds until the reader chooses on the site.
func TestSystemWishes(t *testing.T) {
	b, s := open(t), serve(t)
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-contrast", Value: "more"}, {Name: "prefers-color-scheme", Value: "dark"}}})
	b.visit(s.url + pages["plan with tables"])
	if got := b.look(); got.Ink != "rgb(255, 255, 255)" || got.Paper != "rgb(0, 0, 0)" {
		t.Errorf("dark and more contrast are wished for; the page shows %s on %s", got.Ink, got.Paper)
	}
	b.wantContrast("system wishes", "15")
	eval[chromedp.Void](b, `document.getElementById("_mode-light").click(); document.getElementById("_contrast-less").click()`)
	if got := b.look(); got.Ink != "rgb(56, 51, 44)" || got.Paper != "rgb(244, 239, 228)" {
		t.Errorf("the reader chose light and less contrast; the page shows %s on %s", got.Ink, got.Paper)
	}
}
