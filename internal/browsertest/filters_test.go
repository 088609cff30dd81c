package browsertest

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// shown is what the reader of a list finds under the filters: the titles, and
// the words that say how many there are.
const shown = `[document.querySelector(".filter-count").textContent, ...[...document.querySelectorAll(".entries .entry-title")].filter((e) => e.checkVisibility()).map((e) => e.textContent.trim())].join("\n")`

func TestFilters(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url + "documents/")
	all := eval[string](b, shown)
	if got := eval[[]string](b, `[...document.querySelectorAll(".filters select")].filter((s) => s.options.length < 3).map((s) => s.name)`); len(got) > 0 {
		t.Errorf("nothing to choose from in %q", got)
	}

	eval[chromedp.Void](b, `document.querySelector(".filters summary").focus()`)
	b.keys(kb.Enter)
	b.keys(kb.Tab + "chinh trang via")
	b.await(`document.querySelector(".filter-count").textContent !== ""`)
	if got, want := eval[string](b, shown), "Tìm thấy 1 văn bản.\nKế hoạch chỉnh trang vỉa hè"; len(got) < len(want) || got[:len(want)] != want {
		t.Errorf("without marks “chinh trang via” finds %q", got)
	}
	b.keys(kb.Enter)
	if got := eval[string](b, `location.search`); got != "?q=chinh+trang+via" {
		t.Errorf("the address says %q", got)
	}
	found := eval[string](b, shown)

	b.visit(s.url)
	eval[chromedp.Void](b, `history.back()`)
	b.await(`document.querySelector(".filter-count") && document.querySelector(".filter-count").textContent !== ""`)
	if got := eval[string](b, shown); got != found {
		t.Errorf("after Back: %q, not %q", got, found)
	}
	eval[chromedp.Void](b, `history.back()`)
	b.await(`document.querySelector(".filter-count").textContent === ""`)
	if got := eval[string](b, shown); got != all {
		t.Errorf("back at the beginning: %q, not %q", got, all)
	}
}

// On a page that is a list by year, the year is chosen already, and goes with
// what else is asked for.
func TestFiltersKeepTheListsOwn(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url + "years/2026/")
	eval[chromedp.Void](b, `document.querySelector("[name='filter.type']").value = "Kế hoạch"`)
	eval[chromedp.Void](b, `document.querySelector("[name='filter.type']").dispatchEvent(new Event("change", {bubbles: true}))`)
	b.await(`document.querySelector(".filter-count").textContent !== ""`)
	if got := eval[string](b, `decodeURIComponent(location.search)`); got != "?year=2026&type=Kế+hoạch" && got != "?type=Kế+hoạch&year=2026" {
		t.Errorf("the address says %q", got)
	}
	if got := eval[[]string](b, `[...document.querySelectorAll(".entries .entry-facts")].filter((e) => e.checkVisibility() && !/Kế hoạch.*2026/.test(e.textContent)).map((e) => e.textContent)`); len(got) > 0 {
		t.Errorf("found besides: %q", got)
	}
}

func TestFiltersWithoutTheirIndex(t *testing.T) {
	b, s := open(t), serve(t)
	s.change = func(name string, data []byte) []byte {
		if name == "documents.json" {
			return nil
		}
		return data
	}
	b.visit(s.url + "documents/?type=x")
	b.await(`document.querySelector(".filter-count").textContent !== ""`)
	if got := eval[bool](b, `document.querySelectorAll(".filter-count ~ .entries .entry").length > 3 && /liên kết/.test(document.querySelector(".filter-count").textContent)`); !got {
		t.Error(eval[string](b, shown))
	}
}
