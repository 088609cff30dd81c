package pages

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/view"
)

// big is a site of a year for each document, of as many fields, and of two
// types.
func big(t *testing.T, n int, change ...func(i int, d *plan.Document)) *relate.Site {
	t.Helper()
	in := relate.Input{AsOf: plan.Date{Year: 2026, Month: 3, Day: 1}, Registry: &plan.Registry{
		Settings: plan.Settings{Name: "Cổng", Lang: diag.VI, PageSize: 10}}}
	kinds := []string{"ke-hoach", "bao-cao"}
	for i := range n {
		d := &plan.Document{Path: fmt.Sprintf("content/plans/d%04d.md", i), Title: fmt.Sprint("Văn bản ", i), Type: plan.TypeByID(kinds[i%2]),
			Issued: plan.Date{Year: int16(2026 - i%100), Month: 1, Day: 3}, EffectiveOnIssue: true,
			Fields: []string{fmt.Sprint("Lĩnh vực ", i)}, Publication: plan.Publication{State: plan.Published}}
		if i%2 == 1 {
			d.Expires = plan.Date{Year: 2026, Month: 2, Day: 1}
		}
		for _, f := range change {
			f(i, d)
		}
		in.Documents = append(in.Documents, d)
	}
	s, findings := relate.Relate(in)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return s
}

func filterOf(t *testing.T, v *view.Page, key string) view.Filter {
	t.Helper()
	for _, f := range v.List.Filters {
		if f.Key == key {
			return f
		}
	}
	t.Fatalf("%s has no %s", v.Title, key)
	return view.Filter{}
}

func TestFiltersAreShortAndNameWhatIsShown(t *testing.T) {
	p := New(big(t, 40), Options{Words: words})
	_, v := find(t, p, "documents/")
	years := filterOf(t, v, "filter.year")
	if len(years.Options) != 12 || years.Options[0] != (view.Count{Text: "2026", URL: "../years/2026/", N: 1}) || years.All != "../years/" || years.Current != "" {
		t.Errorf("years %+v", years)
	}
	types := filterOf(t, v, "filter.type")
	if len(types.Options) != 2 || types.All != "" || types.Options[1].Text != "Kế hoạch" || types.Options[1].N != 20 {
		t.Errorf("types %+v", types)
	}
	_, v = find(t, p, "years/1990/")
	years = filterOf(t, v, "filter.year")
	if years.Current != "1990" || len(years.Options) != 13 || years.Options[12].URL != "../../years/1990/" {
		t.Errorf("an old year is among the options of its own list: %+v", years)
	}
	if _, v = find(t, p, "types/ke-hoach/2/"); filterOf(t, v, "filter.type").Current != "Kế hoạch" || filterOf(t, v, "filter.year").Options[0].URL != "../../../years/2026/" {
		t.Errorf("filters of a second page %+v", v.List.Filters)
	}
	if _, v = find(t, p, "documents/2/"); len(filterOf(t, v, "filter.year").Options) != 12 {
		t.Error("one list's own option has come to another list")
	}
	if _, v = find(t, p, "status/in-force/"); filterOf(t, v, "filter.status").Current != "effect.in-force" {
		t.Errorf("status %+v", v.List.Filters)
	}
}

func TestNothingToChooseFromIsNoFilter(t *testing.T) {
	_, v := find(t, New(site(t, 3, ""), Options{Words: words}), "documents/")
	if len(v.List.Filters) != 0 {
		t.Errorf("filters %+v", v.List.Filters)
	}
}

func TestFiltersOfTheBusiest(t *testing.T) {
	s := big(t, 40, func(i int, d *plan.Document) {
		if i >= 30 {
			d.Fields = []string{"Y tế", fmt.Sprint("Lĩnh vực ", i)}
		}
	})
	_, v := find(t, New(s, Options{Words: words}), "documents/")
	f := filterOf(t, v, "filter.field")
	if last := f.Options[len(f.Options)-1]; last.Text != "Y tế" || last.N != 10 {
		t.Errorf("the field with the most documents, the last by name, is not offered: %+v", f.Options)
	}
}

func TestHomeIsShort(t *testing.T) {
	_, v := find(t, New(big(t, 300), Options{Words: words}), "")
	if len(v.Home.Groups) != 2 {
		t.Fatalf("groups %+v", v.Home.Groups)
	}
	if _, few := find(t, New(big(t, 5), Options{Words: words}), ""); few.Home.Groups[0].More != "" {
		t.Error("where all are shown, nothing leads to the rest")
	}
	for _, g := range v.Home.Groups {
		if len(g.Lists) != 12 || g.Total < 100 || g.More == "" || g.More != g.URL {
			t.Errorf("%s: %d of %d, the rest at %q", g.Key, len(g.Lists), g.Total, g.URL)
		}
	}
}

func TestIndexesHavePages(t *testing.T) {
	p := New(big(t, 450), Options{Words: words})
	var got []string
	for _, page := range p.Pages() {
		if page.Layout == "index" && strings.HasPrefix(page.URL, "fields/") {
			_, v := find(t, p, page.URL)
			got = append(got, fmt.Sprint(page.URL, " ", len(v.Index.Lists), " of ", v.Index.Total, " next ", v.Index.Pager.Next))
		}
	}
	want := "fields/ 200 of 450 next ../fields/-2/, fields/-2/ 200 of 450 next ../../fields/-3/, fields/-3/ 50 of 450 next "
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got %s", s)
	}
}

// TestNoTwoPagesShareAnAddress: also where a field is called like a page number.
func TestNoTwoPagesShareAnAddress(t *testing.T) {
	p := New(big(t, 450, func(i int, d *plan.Document) {
		if i == 7 {
			d.Fields = []string{"2"}
		}
	}), Options{Words: words})
	seen := map[string]bool{}
	for _, page := range p.Pages() {
		if seen[page.File()] {
			t.Errorf("%s twice", page.File())
		}
		seen[page.File()] = true
	}
}

func TestIndexOfDocuments(t *testing.T) {
	s := big(t, 3, func(i int, d *plan.Document) {
		if i == 1 {
			d.Title, d.Lang = `</script> & "x"`, "en"
		}
	})
	p := New(s, Options{Words: words})
	data, err := p.Index()
	if err != nil {
		t.Fatal(err)
	}
	var got []struct {
		Title, URL, Lang, Type, Effect string
		Year                           int
		Fields                         []string
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || got[0].Year != 2026 || got[0].Type != "Kế hoạch" || got[0].Fields[0] != "Lĩnh vực 0" || got[0].URL != "plans/d0000/" {
		t.Errorf("%+v", got)
	}
	if got[1].Title != `</script> & "x"` || got[1].Lang != "en" || strings.Contains(string(data), "</script>") {
		t.Errorf("%s", data)
	}
	if u, err := url.Parse(got[0].URL); err != nil || u.IsAbs() || strings.HasPrefix(got[0].URL, "/") {
		t.Errorf("%q must work under any base path", got[0].URL)
	}
	_, v := find(t, p, "years/2026/")
	if v.List.Index != "../../documents.json" {
		t.Errorf("the list names %q", v.List.Index)
	}
	if want := filterOf(t, v, "filter.type").Options[1].Text; got[0].Type != want {
		t.Errorf("the filter says %q, documents.json %q", want, got[0].Type)
	}
	if want := filterOf(t, v, "filter.status").Options[0].Text; got[0].Effect != want {
		t.Errorf("the filter says %q, documents.json %q", want, got[0].Effect)
	}
}

func TestNoIndexWhereItWouldNotHelp(t *testing.T) {
	few := big(t, 2)
	many := *few
	for len(many.Documents) <= MaxIndexed {
		many.Documents = append(many.Documents, few.Documents[0])
	}
	for name, p := range map[string]*Planner{
		"too many": New(&many, Options{Words: words}),
		"portable": New(few, Options{Words: words, Portable: true}),
		"none":     New(&relate.Site{Registry: few.Registry}, Options{Words: words}),
	} {
		data, err := p.Index()
		first := p.list(listed{url: "documents/", entries: p.site.Documents})[0]
		if v := p.View(first); data != nil || err != nil || v.List.Index != "" {
			t.Errorf("%s: %d bytes, %v, the list names %q", name, len(data), err, v.List.Index)
		}
	}
}

func TestSitemapForPeople(t *testing.T) {
	s := big(t, 60, func(i int, d *plan.Document) { d.Issued.Year = int16(2026 - i%25) })
	for i := range 40 {
		d := *s.Documents[0].Document
		d.Path = fmt.Sprintf("content/plans/e%04d.md", i)
		s.Years[0].Documents = append(s.Years[0].Documents, &relate.Entry{Document: &d, URL: "plans/e/"})
	}
	_, v := find(t, New(s, Options{Words: words}), "sitemap/")
	links := 0
	for _, g := range v.Map.Groups {
		links += len(g.Links)
		if len(g.Links) > 25 || (g.Total > len(g.Links)) != (g.More != "") || g.Total == 0 {
			t.Errorf("%s: %d links of %d, the rest at %q", g.Title, len(g.Links), g.Total, g.More)
		}
	}
	if first := v.Map.Groups[0]; first.Total != 43 || first.More != "../years/2026/" {
		t.Errorf("the newest year %+v", first)
	}
	if links > 500 {
		t.Errorf("%d links are too many for a page", links)
	}
}

func TestNotFoundHelps(t *testing.T) {
	_, v := find(t, New(site(t, 9, "https://example.org/xa/"), Options{Words: words}), NotFoundURL)
	n := v.NotFound
	if n.Home != "/xa/" || n.All != "/xa/documents/" || n.Map != "/xa/sitemap/" || len(n.Newest) != 3 || !strings.HasPrefix(n.Newest[0].URL, "/xa/plans/") {
		t.Errorf("%+v", n)
	}
}

func TestEveryPageHasADescription(t *testing.T) {
	p := New(big(t, 3), Options{Words: words})
	for _, page := range p.Pages() {
		if v := p.View(page); v.Description == "" {
			t.Errorf("%s has no description", page.URL)
		}
	}
}

func TestSiteLinks(t *testing.T) {
	about := func(name, lang string) *relate.Entry {
		return &relate.Entry{URL: "pages/" + name + "/", State: plan.Published, Document: &plan.Document{Path: "content/pages/" + name + ".md", Kind: plan.KindPage, Title: name, Lang: lang}}
	}
	s := site(t, 1, "https://example.org/")
	s.Pages = []*relate.Entry{about("about", "en"), about("gioi-thieu", "")}
	s.Notices = []relate.Notice{{Notice: plan.Notice{Text: "a", Kind: "warning", To: plan.Ref{Target: "pages/about"}}, URL: "pages/about/"},
		{Notice: plan.Notice{Text: "b", URL: "https://b.example/"}, URL: "https://b.example/"}, {Notice: plan.Notice{Text: "c"}}}
	_, v := find(t, New(s, Options{Words: words}), "documents/")
	if v.Site.MapURL != "../sitemap/" || v.Site.About != "../pages/gioi-thieu/" {
		t.Errorf("map %q, about %q", v.Site.MapURL, v.Site.About)
	}
	var urls []string
	for _, n := range v.Site.Notices {
		urls = append(urls, n.URL)
	}
	if got := strings.Join(urls, " "); got != "../pages/about/ https://b.example/ " {
		t.Errorf("notices lead to %q", got)
	}
	s.Registry.Settings.Lang = diag.EN
	if _, v = find(t, New(s, Options{Words: words}), "documents/"); v.Site.About != "../pages/about/" {
		t.Errorf("on an English site the page about it is %q", v.Site.About)
	}
}

// TestEveryDocumentSaysItsEffect: a theme asks for a message by it, and a page
// that was withdrawn is shown as a document.
func TestEveryDocumentSaysItsEffect(t *testing.T) {
	s := big(t, 3, func(i int, d *plan.Document) {
		if i > 0 {
			d.Publication.State = plan.Withdrawn
		}
		if i == 2 {
			d.Kind = plan.KindPage
		}
	})
	p := New(s, Options{Words: words})
	for url, want := range map[string]string{"plans/d0000/": "effect.in-force", "plans/d0001/": "effect.withdrawn", "plans/d0002/": "effect.withdrawn"} {
		if _, v := find(t, p, url); v.Document.Effect != want {
			t.Errorf("%s: %q, want %q", url, v.Document.Effect, want)
		}
	}
}

func TestOtherLanguagesAreNamed(t *testing.T) {
	s := big(t, 2, func(i int, d *plan.Document) {
		if i == 0 {
			d.Lang = "en"
		} else {
			d.Lang = "vi"
		}
	})
	_, v := find(t, New(s, Options{Words: words}), "documents/")
	if v.List.Entries[0].Lang != "en" || v.List.Entries[1].Lang != "" {
		t.Errorf("languages %q %q", v.List.Entries[0].Lang, v.List.Entries[1].Lang)
	}
}

func TestEffectOfADocument(t *testing.T) {
	_, v := find(t, New(big(t, 2), Options{Words: words}), "plans/d0000/")
	if v.Document.Effect != "effect.in-force" || v.Document.EffectDate != (plan.Date{Year: 2026, Month: 1, Day: 3}) || v.Document.EffectURL != "../../status/in-force/" {
		t.Errorf("%q %v %q", v.Document.Effect, v.Document.EffectDate, v.Document.EffectURL)
	}
}

// Who cannot search finds a number in a list by number: 2 before 10, and of one
// number the newest first. Without search there is no such list.
func TestListByNumber(t *testing.T) {
	numbers := []string{"10/KH-UBND", "02/KH-UBND", "2/BC-UBND", "02/KH-UBND", ""}
	site := big(t, len(numbers), func(i int, d *plan.Document) {
		if numbers[i] != "" {
			d.Number, _ = citation.ParseNumber(numbers[i])
		}
	})
	if p := New(site, Options{Words: words}); slices.ContainsFunc(p.Pages(), func(page *Page) bool { return page.URL == relate.NumbersURL }) {
		t.Error("without search there is a list by number")
	}
	site.Registry.Settings.Search = true
	_, v := find(t, New(site, Options{Words: words}), relate.NumbersURL)
	var got []string
	for _, e := range v.List.Entries {
		got = append(got, fmt.Sprint(e.Number, " ", e.Issued.Year))
	}
	if want := "2/BC-UBND 2024, 02/KH-UBND 2025, 02/KH-UBND 2023, 10/KH-UBND 2026"; strings.Join(got, ", ") != want {
		t.Errorf("%q, not %q", got, want)
	}
}
