package browsertest

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"
)

// look is how a page is shown.
type look struct {
	Size       string // of the text of the root
	Ink, Paper string
	Chosen     []string // ids of the chosen buttons
}

const lookScript = `(() => {
	const root = getComputedStyle(document.documentElement), body = getComputedStyle(document.body);
	return {Size: root.fontSize, Ink: body.color, Paper: body.backgroundColor,
		Chosen: [...document.querySelectorAll("input:checked")].map((i) => i.id)};
})()`

func (b tab) look() look { b.t.Helper(); return eval[look](b, lookScript) }

func (b tab) wantLook(when string, want look) {
	b.t.Helper()
	if diff := cmp.Diff(want, b.look()); diff != "" {
		b.t.Errorf("%s (-want +got):\n%s", when, diff)
	}
}

var (
	plainLook = look{"16px", "rgb(30, 27, 24)", "rgb(255, 255, 255)", []string{"_size-default", "_contrast-default", "_mode-default"}}
	largeMore = look{"22px", "rgb(0, 0, 0)", "rgb(255, 255, 255)", []string{"_size-large", "_contrast-more", "_mode-default"}}
)

func TestControlsWithTheKeyboard(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url + pages["seed"])
	b.wantLook("at first", plainLook)

	b.keys(kb.Tab)
	if got := eval[string](b, `document.activeElement.getAttribute("href")`); got != "#_main" {
		t.Errorf("the first Tab stop is %q, not the skip link", got)
	}
	b.keys(kb.Tab + kb.ArrowRight) // A+
	b.keys(kb.Tab + kb.ArrowRight) // more contrast
	b.wantLook("after A+ and more contrast", largeMore)
	b.keys(kb.Tab)
	if got := eval[string](b, `document.activeElement.id`); got != "_mode-default" {
		t.Errorf("a third Tab leads to %q: a group must be one stop", got)
	}

	b.visit(s.url)
	b.wantLook("on another page", largeMore)
	b.do(chromedp.Reload())
	b.wantLook("after a reload", largeMore)
	b.keys(kb.Tab + kb.Tab + kb.ArrowRight)
	if got := b.look().Size; got != "32px" {
		t.Errorf("A++ gives a text size of %s, not 200 %%", got)
	}
	eval[chromedp.Void](b, `history.back()`) // the browser may keep the page as it was, and tells of no loading then
	b.await(`location.pathname.endsWith("tam-quan-2023/") && document.readyState === "complete"`)
	if got := b.look(); got.Size != "32px" || got.Chosen[0] != "_size-largest" {
		t.Errorf("after Back the page shows %+v, not what was chosen since", got)
	}
	eval[chromedp.Void](b, `document.querySelector(".reset").focus()`)
	b.keys(kb.Enter)
	b.wantLook("after the reset", plainLook)
	b.do(chromedp.Reload())
	b.wantLook("after the reset and a reload", plainLook)
	if got := eval[string](b, `document.cookie`); got != "" {
		t.Errorf("a cookie was set: %q", got)
	}
}

func TestControlsWithoutScripts(t *testing.T) {
	b, s := open(t), serve(t)
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.visit(s.url + pages["seed"])
	b.wantLook("at first", plainLook)
	b.keys(kb.Tab + kb.Tab + kb.ArrowRight + kb.Tab + kb.ArrowRight)
	b.wantLook("after A+ and more contrast", largeMore)
	b.keys(kb.Tab + kb.ArrowRight + kb.ArrowRight)
	dark := look{"22px", "rgb(255, 255, 255)", "rgb(0, 0, 0)", []string{"_size-large", "_contrast-more", "_mode-dark"}}
	b.wantLook("after dark", dark)
	b.keys(kb.Tab + kb.Enter)
	b.wantLook("after the reset", plainLook)
	if eval[bool](b, `document.querySelector(".print").checkVisibility()`) {
		t.Error("the print button shows although it cannot work")
	}
}

func TestChoicesReachOtherTabs(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url + pages["seed"])
	other := b.beside()
	other.visit(s.url + pages["list"])
	b.keys(kb.Tab + kb.Tab + kb.ArrowRight + kb.Tab + kb.ArrowRight)
	other.await(`document.documentElement.dataset.contrast === "more"`)
	other.wantLook("in the other tab", largeMore)
}

// A page that the browser kept as it was shows what was chosen meanwhile.
func TestKeptPageIsBroughtUpToDate(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url + pages["seed"])
	eval[chromedp.Void](b, `localStorage.setItem("planpress", "size-large contrast-more");
		dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}))`)
	b.wantLook("when it is shown again", largeMore)
}

// A held arrow key would make the page flash.
func TestHeldKeyChangesOnce(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url + pages["seed"])
	b.keys(kb.Tab + kb.Tab + kb.Tab)
	press := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Key: "ArrowRight", Code: "ArrowRight", WindowsVirtualKeyCode: 39}
	call(b, input.DispatchKeyEvent, press)
	auto := true
	press.AutoRepeat = &auto
	for range 10 {
		call(b, input.DispatchKeyEvent, press)
	}
	if got := b.look().Chosen[1]; got != "_contrast-more" {
		t.Errorf("holding the key chose %s", got)
	}
}

func TestRefusedStorageIsQuiet(t *testing.T) {
	b, s := open(t), serve(t)
	b.before(`Object.defineProperty(window, "localStorage", {get() { throw new DOMException("refused", "SecurityError") }});
		window.troubles = []; addEventListener("error", (e) => troubles.push(e.message));`)
	b.visit(s.url + pages["seed"])
	b.keys(kb.Tab + kb.Tab + kb.ArrowRight + kb.Tab + kb.ArrowRight)
	b.wantLook("after A+ and more contrast", largeMore)
	if got := eval[[]string](b, `troubles`); len(got) > 0 {
		t.Errorf("errors: %v", got)
	}
}

func TestOnlyKnownChoicesCount(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url)
	eval[chromedp.Void](b, `localStorage.setItem("planpress", "size-huge contrast-more\"><script> mode-dark mode-x")`)
	b.do(chromedp.Reload())
	want := look{"16px", "rgb(236, 232, 225)", "rgb(23, 24, 27)", []string{"_size-default", "_contrast-default", "_mode-dark"}}
	b.wantLook("with nonsense in the storage", want)
}

func TestRedirectKeepsTheFragment(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url + "ke-hoach/cds-2022.html#muc-tieu")
	want := s.url + "plans/2022/ke-hoach-chuyen-doi-so-2022-2025/#muc-tieu"
	b.await(`location.href === "` + want + `"`)
}
