package browsertest

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"planpress/internal/build"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/internal/rating"
	"planpress/internal/rating/store"
	"planpress/internal/rating/web"
	"planpress/themes"
)

// rated is the project's content with ratings, and the service on another origin.
type rated struct {
	*site
	service *httptest.Server
	votes   *store.Store
}

func serveRated(t *testing.T) *rated {
	t.Helper()
	r := &rated{site: &site{Memory: new(publish.Memory)}}
	pages := httptest.NewServer(r.site)
	t.Cleanup(pages.Close)
	r.url = pages.URL + basePath
	var err error
	if r.votes, err = store.Create(t.Context(), filepath.Join(t.TempDir(), "ratings.db")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.votes.Close() })
	var catalog atomic.Pointer[web.Catalog]
	r.service = httptest.NewServer(web.New(web.Options{Store: r.votes, Catalog: catalog.Load}))
	t.Cleanup(r.service.Close)
	res, err := build.Run(context.Background(), os.DirFS("../.."), r.Memory, build.Options{Themes: themes.FS, BaseURL: r.url,
		AsOf: plan.Date{Year: 2026, Month: 6, Day: 1}, Ratings: r.service.URL + "/", Generator: "planpress test"})
	if err != nil {
		t.Fatal(err)
	}
	c, err := web.NewCatalog(res.Rated, res.Rated.Base)
	if err != nil {
		t.Fatal(err)
	}
	catalog.Store(c)
	return r
}

func (r *rated) want(t *testing.T, want rating.Total) {
	t.Helper()
	if got, err := r.votes.Total(t.Context(), pages["seed"]); err != nil || got != want {
		t.Errorf("stored: %+v, %v; want %+v", got, err, want)
	}
}

const ratingText = `document.querySelector(".rating-total").textContent`

// TestRatingWithTheKeyboard rates the real plan without a mouse, thinks again, and
// finds the total after loading the page anew.
func TestRatingWithTheKeyboard(t *testing.T) {
	r, b := serveRated(t), open(t)
	b.visit(r.url + pages["seed"])
	b.await(ratingText + `.includes("0 trong 0 đánh giá")`)
	b.focusOn(`document.activeElement.name === "score"`)
	for range 3 { // the first star has the focus
		b.keys(kb.ArrowDown)
	}
	b.keys(kb.Tab)
	b.keys("Rõ ràng, dễ theo dõi.")
	b.keys(kb.Tab)
	b.keys(kb.Enter)
	b.await(`document.querySelector(".rating-said").textContent.includes("Cảm ơn")`)
	b.await(ratingText + `.includes("4 trong 1 đánh giá. Trung bình 4,0 trên 5 sao")`)
	r.want(t, rating.Total{Count: 1, Sum: 4})
	if !eval[bool](b, `document.activeElement.type === "submit"`) {
		t.Error("the focus is not where it was")
	}
	b.visit(r.url + pages["seed"])
	eval[bool](b, `(document.querySelector(".rating").scrollIntoView(), true)`)
	b.await(ratingText + `.includes("4 trong 1 đánh giá")`)
}

// TestRatingWithoutScripts: the form leads to the service, and back to a thank-you
// on the page.
func TestRatingWithoutScripts(t *testing.T) {
	r, b := serveRated(t), open(t)
	b.scripts(false)
	b.visit(r.url + pages["seed"])
	b.focusOn(`document.activeElement.name === "score"`)
	b.keys(" ")
	b.keys(kb.Tab)
	b.keys("Không có <script>.")
	b.keys(kb.Tab)
	b.keys(kb.Enter)
	b.await(`location.href.startsWith("` + r.service.URL + `") && document.querySelector("textarea").value === "Không có <script>."`)
	b.focusOn(`document.activeElement.tagName === "BUTTON"`)
	b.keys(kb.Enter)
	b.await(`location.href === "` + r.url + pages["seed"] + `#_rated"`)
	if !eval[bool](b, `document.querySelector("#_rated").checkVisibility()`) {
		t.Error("nobody says thank you")
	}
	r.want(t, rating.Total{Count: 1, Sum: 1})
}

// TestRatingWithoutService: the page says so, works, and keeps what was written.
func TestRatingWithoutService(t *testing.T) {
	r, b := serveRated(t), open(t)
	r.service.Config.Handler = http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	b.visit(r.url + pages["seed"])
	b.focusOn(`document.activeElement.name === "score"`)
	b.keys(" ")
	b.keys(kb.Tab)
	b.keys("còn đây")
	b.keys(kb.Tab)
	b.keys(kb.Enter)
	b.await(`document.querySelector(".rating-said").textContent.includes("không trả lời")`)
	if !eval[bool](b, `document.querySelector("#_comment").value === "còn đây" && document.querySelector("[name=score]").checked && `+ratingText+`.includes("0 trong 0")`) {
		t.Error("something was lost")
	}
}

// TestRatingGates has the gates of all other pages look at one with ratings.
func TestRatingGates(t *testing.T) {
	inFull(t)
	r := serveRated(t)
	for name, look := range map[string]gate{"axe": axeEverywhere, "contrast": contrast, "reading": reading, "reflow": reflow, "keyboard": keyboard} {
		t.Run(name, func(t *testing.T) { find(t, look, r.site, pages["seed"]) })
	}
}

// TestPagesWithoutRatings: a site that names no service has nothing of it.
func TestPagesWithoutRatings(t *testing.T) {
	s := serve(t)
	data, err := s.read(pages["seed"] + "index.html")
	if err != nil || strings.Contains(string(data), "rating") {
		t.Errorf("the page speaks of ratings, %v", err)
	}
}
