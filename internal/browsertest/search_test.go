package browsertest

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"planpress/internal/search"
)

const (
	searched = `document.querySelector("form.search").dataset.search === "done"`
	titles   = `[...document.querySelectorAll("#_search-results > li .entry-title")].map((e) => e.textContent)`
	said     = `document.getElementById("_search-status").textContent`
)

// A citizen types without marks, hears how many there are, follows the first
// result, and finds the results again on the way back.
func TestSearch(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url + "search/")
	b.await(searched)
	eval[chromedp.Void](b, `document.getElementById("_q").focus()`)
	b.keys("chinh trang via he")
	b.await(`location.search === "?q=chinh+trang+via+he" && ` + searched)
	found := eval[[]string](b, titles)
	if len(found) == 0 || !strings.HasPrefix(found[0], "Kế hoạch chỉnh trang vỉa hè") {
		t.Fatalf("found %q", found)
	}
	if got := eval[string](b, said); !strings.HasSuffix(got, "kết quả.") {
		t.Errorf("announced: %q", got)
	}
	if got := eval[string](b, `[...document.querySelectorAll("#_search-results > li:first-child .entry-title mark")].map((e) => e.textContent).join(" ")`); got != "chỉnh trang vỉa hè" {
		t.Errorf("marked: %q", got)
	}
	eval[chromedp.Void](b, `document.querySelector("#_search-results a").focus()`)
	b.keys(kb.Enter)
	b.await(`document.querySelector("h1") && /chỉnh trang vỉa hè/i.test(document.querySelector("h1").textContent)`)
	eval[chromedp.Void](b, `history.back()`)
	b.await(`document.querySelectorAll("#_search-results > li").length > 0 && ` + searched)
	if got := eval[[]string](b, titles); strings.Join(got, "|") != strings.Join(found, "|") {
		t.Errorf("after Back %q, before %q", got, found)
	}
}

// What stands in the text of a document is shown with its surroundings, and the
// link leads to the section it stands in.
func TestSearchLeadsToTheSection(t *testing.T) {
	b, s := open(t), serve(t)
	b.size(800, 2400) // excerpts come to what is in sight
	b.visit(s.url + "search/?q=giai+quyet+thu+tuc+hanh+chinh")
	b.await(searched)
	b.await(`[...document.querySelectorAll("#_search-results a")].some((a) => a.hash)`)
	if got := eval[string](b, `[...document.querySelectorAll("#_search-results a")].find((a) => a.hash).closest("li").querySelector("p:last-child mark").textContent`); got == "" {
		t.Error("no word is marked where the text is quoted")
	}
}

// A number is found however it is written.
func TestSearchForNumbers(t *testing.T) {
	b, s := open(t), serve(t)
	var first string
	for _, q := range []string{"01/KH-UBND Tam Quan 2023", "1/KH tam quan 2023", "01 kh ubnd tam quan 2023", "số 1/KH-UBND tam quan 2023", "01/2023/KH-UBND tam quan", "01 KH-UBND tam quan 2023"} {
		b.visit(s.url + "search/?q=" + strings.ReplaceAll(q, " ", "+"))
		b.await(searched)
		got := eval[[]string](b, titles)
		if len(got) == 0 {
			t.Errorf("%q finds nothing", q)
			continue
		}
		if first == "" {
			first = got[0]
		}
		if got[0] != first || !strings.Contains(got[0], "2023") {
			t.Errorf("%q finds %q first, not %q", q, got[0], first)
		}
	}
}

// The box of every page is a combobox: what it suggests is chosen with arrows.
func TestSearchBox(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url)
	eval[chromedp.Void](b, `document.querySelector("[name=q]").focus()`)
	b.await(`document.querySelector("[name=q]").getAttribute("role") === "combobox"`)
	b.keys("via he")
	b.await(`document.querySelectorAll("#_search-list [role=option]").length > 0 && ` + searched)
	if got := eval[string](b, `document.querySelector("[name=q]").getAttribute("aria-expanded") + " " + document.querySelector(".search [role=status]").textContent`); !strings.HasPrefix(got, "true ") || !strings.Contains(got, "kết quả") {
		t.Errorf("the list is not announced: %q", got)
	}
	b.keys(kb.ArrowDown)
	if got := eval[bool](b, `document.getElementById(document.querySelector("[name=q]").getAttribute("aria-activedescendant")).getAttribute("aria-selected") === "true"`); !got {
		t.Error("the arrow chooses nothing")
	}
	b.keys(kb.Escape)
	if !eval[bool](b, `document.getElementById("_search-list").hidden`) {
		t.Error("Escape leaves the list open")
	}
	b.keys(kb.ArrowDown)
	b.keys(kb.Enter)
	b.await(`document.querySelector("h1") && /vỉa hè/.test(document.querySelector("h1").textContent)`)
}

// Filters narrow down, and stand in the address.
func TestSearchFilters(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url + "search/?year=2026&sort=date")
	b.await(searched + ` && document.querySelectorAll("#_search-results > li").length > 1`)
	days := eval[[]string](b, `[...document.querySelectorAll("#_search-results time")].map((e) => e.dateTime)`)
	for i, d := range days {
		if !strings.HasPrefix(d, "2026") || i > 0 && d > days[i-1] {
			t.Errorf("days %q", days)
			break
		}
	}
	if !eval[bool](b, `document.querySelector("#_search details").open && document.querySelector("[name=year]").value === "2026"`) {
		t.Error("the filters do not show what the address says")
	}
}

// A browser without DecompressionStream finds the same.
func TestSearchWithoutDecompressionStream(t *testing.T) {
	b, s := open(t), serve(t)
	b.before(`delete self.DecompressionStream`)
	b.visit(s.url + "search/?q=chinh+trang+via+he")
	b.await(searched)
	if got := eval[[]string](b, titles); len(got) == 0 || !strings.HasPrefix(got[0], "Kế hoạch chỉnh trang vỉa hè") {
		t.Errorf("found %q", got)
	}
}

// Without a network what was visited once still answers for titles and numbers.
func TestSearchOffline(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url + "search/")
	b.await(searched)
	b.await(`caches.open("planpress-search").then((c) => c.keys()).then((k) => { self.kept = k.length }), self.kept > 5`)
	b.visit(s.url + "search/")
	b.await(`!!navigator.serviceWorker.controller && ` + searched)
	s.gone.Store(true)
	b.visit(s.url + "search/?q=v%E1%BB%89a+h%C3%A8")
	b.await(searched)
	if got := eval[string](b, said); !strings.Contains(got, "không có mạng") {
		t.Errorf("announced: %q", got)
	}
	if got := eval[[]string](b, titles); len(got) == 0 || !strings.Contains(got[0], "vỉa hè") {
		t.Errorf("found %q", got)
	}
}

// Where the index cannot be loaded the page says so and offers the lists.
func TestSearchFails(t *testing.T) {
	b, s := open(t), serve(t)
	s.change = func(name string, data []byte) []byte {
		if name == "search/index.bin" {
			return []byte("no index")
		}
		return data
	}
	b.visit(s.url + "search/?q=a")
	b.await(searched)
	if got := eval[string](b, said); !strings.Contains(got, "danh mục") {
		t.Errorf("announced: %q", got)
	}
	if got := eval[int](b, `document.querySelectorAll(".search-lists a").length`); got < 4 {
		t.Errorf("%d lists are offered", got)
	}
}

// The browser and the program answer alike.
func TestSearchAnswersAlike(t *testing.T) {
	b, s := open(t), serve(t)
	index, err := search.Open(func(name string) ([]byte, error) { return s.read("search/" + name) })
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{"kế hoạch", "ke hoach 2026", "cải cách hành chính", "cai cach hanh chinh quy i", "CCHC", "ubnd hoa giay", "đường phố", "duong pho",
		"đương phô", "thủ tục hành chính một cửa", `"thủ tục hành chính"`, "02/KH-UBND", "2 kh ubnd 2026", "cia cach hanh chinh", "vỉa h", "khao sat y kien nguoi dan",
		"nước", "y tế", "2025", "hoà bình", "kĩ năng", "tuyên truyền lịch sửa đổi", "không có từ nào như thế này xyzzy", "<script>", "chỉ tiêu nhiệm vụ cơ quan chủ trì"} {
		want, err := index.Search(search.Query{Text: q, Count: 10})
		if err != nil {
			t.Fatal(err)
		}
		b.visit(s.url + "search/?q=" + url.QueryEscape(q))
		b.await(searched)
		got := eval[[]string](b, `[...document.querySelectorAll("#_search-results .entry-title a")].map((a) => a.pathname)`)
		for i, r := range want.Results {
			if i >= len(got) || got[i] != basePath+r.URL {
				t.Errorf("%q: the browser finds %q, the program as number %d %q", q, got, i+1, r.URL)
				break
			}
		}
		if len(got) != len(want.Results) {
			t.Errorf("%q: %d results in the browser, %d of the program", q, len(got), len(want.Results))
		}
	}
}
