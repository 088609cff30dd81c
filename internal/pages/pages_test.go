package pages

import (
	"fmt"
	"strings"
	"testing"

	"planpress/internal/attachment"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/view"
)

func words(key string, args ...any) string { return strings.TrimSpace(key + " " + fmt.Sprint(args...)) }

func site(t *testing.T, n int, base string, change ...func(*relate.Input)) *relate.Site {
	t.Helper()
	in := relate.Input{AsOf: plan.Date{Year: 2026, Month: 3, Day: 1}, Registry: &plan.Registry{
		Settings: plan.Settings{Name: "Cổng", Lang: diag.VI, BaseURL: base, PageSize: 10},
		Orgs:     []*plan.Org{{ID: "ward", Name: "UBND phường"}},
	}}
	for i := range n {
		in.Documents = append(in.Documents, &plan.Document{Path: fmt.Sprintf("content/plans/2023/d%03d.md", i), Title: fmt.Sprint("Văn bản ", i),
			Issuer: "ward", Issued: plan.Date{Year: 2023, Month: 1, Day: 3}, Publication: plan.Publication{State: plan.Published}})
	}
	for _, f := range change {
		f(&in)
	}
	s, findings := relate.Relate(in)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return s
}

func find(t *testing.T, p *Planner, url string) (*Page, *view.Page) {
	t.Helper()
	for _, page := range p.Pages() {
		if page.URL == url {
			v := p.View(page)
			SetBody(v, "BODY", nil)
			return page, v
		}
	}
	t.Fatalf("there is no page %q", url)
	return nil, nil
}

func TestLinksAreRelative(t *testing.T) {
	p := New(site(t, 3, "https://example.org/xa/ke-hoach/"), Options{Words: words})
	page, v := find(t, p, "plans/2023/d001/")
	if page.File() != "plans/2023/d001/index.html" || v.Root != "../../../" || v.Site.Home != "../../../" {
		t.Errorf("file %q, root %q, home %q", page.File(), v.Root, v.Site.Home)
	}
	if v.Canonical != "https://example.org/xa/ke-hoach/plans/2023/d001/" {
		t.Errorf("canonical %q", v.Canonical)
	}
	if v.Document.Next == nil || v.Document.Next.URL != "../../../plans/2023/d000/" {
		t.Errorf("next %v", v.Document.Next)
	}
	if _, v = find(t, p, ""); v.Home.All != "./documents/" || v.Home.Newest[0].URL != "./plans/2023/d000/" {
		t.Errorf("home links %q %q", v.Home.All, v.Home.Newest[0].URL)
	}
	if _, v = find(t, p, NotFoundURL); v.NotFound.All != "/xa/ke-hoach/documents/" || v.Root != "/xa/ke-hoach/" {
		t.Errorf("a missing page is shown at any address: %q %q", v.NotFound.All, v.Root)
	}
}

func TestPortableLinksNameFiles(t *testing.T) {
	p := New(site(t, 1, ""), Options{Words: words, Portable: true})
	if _, v := find(t, p, ""); v.Home.All != "./documents/index.html" || v.Site.Home != "./index.html" {
		t.Errorf("portable links %q %q", v.Home.All, v.Site.Home)
	}
}

func TestListsHavePages(t *testing.T) {
	p := New(site(t, 95, ""), Options{Words: words})
	var got []string
	for _, page := range p.Pages() {
		if strings.HasPrefix(page.URL, "documents/") {
			got = append(got, page.URL)
		}
	}
	if len(got) != 10 || got[0] != "documents/" || got[9] != "documents/10/" {
		t.Fatalf("pages %q", got)
	}
	_, v := find(t, p, "documents/5/")
	var pager []string
	for _, n := range v.List.Pager.Numbers {
		text := n.Text
		if n.Current {
			text = "[" + text + "]"
		}
		pager = append(pager, text)
	}
	if s := strings.Join(pager, " "); s != "1  3 4 [5] 6 7  10" {
		t.Errorf("pager %q", s)
	}
	if v.List.First != 41 || len(v.List.Entries) != 10 || v.List.Total != 95 || v.List.Pager.Prev != "../../documents/4/" {
		t.Errorf("list %+v", v.List.Pager)
	}
	if _, v = find(t, p, "documents/10/"); len(v.List.Entries) != 5 || v.List.Pager.Next != "" {
		t.Error("the last page has the rest and no next")
	}
}

func TestPagerAtTheEnds(t *testing.T) {
	for _, c := range []struct {
		n, total int
		want     string
	}{
		{1, 2, "1 2"}, {1, 4, "1 2 3 4"}, {1, 5, "1 2 3  5"}, {5, 5, "1  3 4 5"}, {4, 7, "1 2 3 4 5 6 7"}, {99, 100, "1  97 98 99 100"},
	} {
		var got []string
		for _, link := range pager(linker{root: "./"}, func(n int) string { return numbered("documents/", n) }, c.n, c.total).Numbers {
			got = append(got, link.Text)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("page %d of %d: %q, want %q", c.n, c.total, s, c.want)
		}
	}
}

// A document of which one part is replaced must not look replaced as a whole.
func TestRelationsSayWhatTheyConcern(t *testing.T) {
	s := site(t, 2, "")
	e, other := s.Documents[0], s.Documents[1]
	replaces := func(r relate.Relation) relate.Relation {
		r.Kind, r.Other = plan.Replaces, relate.Reference{Entry: other}
		return r
	}
	e.Inverse = []relate.Relation{replaces(relate.Relation{Provision: "Mục II", Date: plan.Date{Year: 2024, Month: 2, Day: 1}}), replaces(relate.Relation{})}
	_, v := find(t, New(s, Options{Words: words}), e.URL)
	got := strings.ReplaceAll(fmt.Sprint(v.Document.Relations), "\u00a0", " ")
	title := "ngày 03/01/2023 của UBND phường"
	if !strings.Contains(got, title+" (đối với Mục II, từ 01/02/2024) Văn bản 1") || !strings.Contains(got, title+" Văn bản 1") {
		t.Errorf("relations %s", got)
	}
}

func TestFill(t *testing.T) {
	s := site(t, 2, "")
	e := s.Documents[0]
	e.Document.Links = []plan.Link{{}, {}, {Image: true}, {}}
	e.Links = []relate.Target{{URL: "plans/2023/d001/", Frag: "muc-1"}, {URL: e.URL, Frag: "dieu-7"},
		{URL: e.URL + "sơ đồ.png", File: &attachment.Info{Width: 40, Height: 30}}, {URL: e.URL + "a?#%.pdf"}}
	p := New(s, Options{Words: words})
	page, _ := find(t, p, e.URL)
	fill := p.Fill(page).Address
	for i, want := range []string{"../../../plans/2023/d001/#muc-1", "#dieu-7",
		`../../../plans/2023/d000/s%C6%A1%20%C4%91%E1%BB%93.png" width="40" height="30`,
		"../../../plans/2023/d000/a%3F%23%25.pdf"} {
		if got := fill(i); got != want {
			t.Errorf("hole %d: %q, want %q", i, got, want)
		}
	}
}

func TestWithdrawnShowsNoBody(t *testing.T) {
	s := site(t, 2, "")
	s.Documents[0].State = plan.Withdrawn
	s.Documents[0].Document.Publication = plan.Publication{State: plan.Withdrawn, Reason: "ban hành nhầm"}
	p := New(s, Options{Words: words})
	_, v := find(t, p, s.Documents[0].URL)
	if v.Document.Body != "" || v.Document.StateReason != "ban hành nhầm" || !v.NoIndex {
		t.Errorf("withdrawn: body %q, reason %q", v.Document.Body, v.Document.StateReason)
	}
}

func TestContents(t *testing.T) {
	h := func(level int, id string) plan.Heading { return plan.Heading{Level: level, ID: id, Text: id} }
	got := contents([]plan.Heading{h(2, "a"), h(3, "a1"), h(4, "a1x"), h(2, "b")})
	if len(got) != 2 || len(got[0].Children) != 1 || got[0].Children[0].URL != "#a1" {
		t.Errorf("got %+v", got)
	}
	if contents([]plan.Heading{h(2, "a"), h(2, "b")}) != nil {
		t.Error("two headings need no table of contents")
	}
}

func TestCitation(t *testing.T) {
	c := cited{kind: &plan.Type{Name: diag.T("Kế hoạch", "Plan")}, number: "01/KH-UBND", issuer: "UBND phường Tam Quan",
		issued: plan.Date{Year: 2023, Month: 1, Day: 3}}
	plain := strings.NewReplacer("\u00a0", " ")
	if got := plain.Replace(c.title(diag.VI, "")); got != "Kế hoạch số 01/KH-UBND ngày 03/01/2023 của UBND phường Tam Quan" {
		t.Errorf("got %q", got)
	}
	if got := plain.Replace(c.title(diag.EN, "")); got != "Plan No. 01/KH-UBND of 3 January 2023 issued by UBND phường Tam Quan" {
		t.Errorf("got %q", got)
	}
	if got := (cited{}).title(diag.VI, "Luật An ninh mạng"); got != "Luật An ninh mạng" {
		t.Errorf("got %q", got)
	}
}
