package relate

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/citation"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// says gives a document a text, of which only the citations count.
func says(text string) func(*plan.Document) {
	return func(d *plan.Document) {
		for i, s := range citation.Find(nil, []byte(text)) {
			c := plan.Cited{Number: s.Number, Type: s.Type, Day: plan.Date{Year: int16(s.Day.Year), Month: int8(s.Day.Month), Day: int8(s.Day.Day)},
				Issuer: s.Issuer, Pos: source.Pos{File: d.Path, Line: 20 + i, Column: 1}}
			if s.Number.IsZero() {
				c.Name = strings.TrimSuffix(strings.TrimRight(text[s.Start:s.End], "0123456789 "), " năm")
			}
			d.Citations = append(d.Citations, c)
		}
	}
}

// of gives a document a body, a number and a date.
func of(body, n string, day plan.Date) func(*plan.Document) {
	return func(d *plan.Document) {
		d.Number, _ = citation.ParseNumber(n)
		d.Issuer, d.Issued = body, day
	}
}

// province is a site of several bodies that share numbers.
func province(docs ...*plan.Document) Input {
	in := input(docs...)
	in.Registry.Orgs = []*plan.Org{
		{ID: "tinh", Name: "Ủy ban nhân dân tỉnh Ví Dụ"},
		{ID: "a", Name: "Ủy ban nhân dân phường An Hòa", ShortName: "UBND phường An Hòa", Parent: "tinh"},
		{ID: "b", Name: "Ủy ban nhân dân phường Bình Minh", Parent: "tinh"},
		{ID: "du", Name: "Đảng ủy phường An Hòa", Kind: "dang"},
	}
	in.Registry.Externals = []*plan.External{
		{ID: "nd-30", Number: "30/2020/NĐ-CP", Issuer: "Chính phủ", Issued: plan.Date{Year: 2020, Month: 3, Day: 5}, URL: "https://vanban.example/30"},
		{ID: "qd-749", Number: "749/QĐ-TTg", Issuer: "Thủ tướng Chính phủ", Issued: plan.Date{Year: 2020, Month: 6, Day: 3}},
		{ID: "luat-dat-dai", Type: plan.TypeByID("luat"), Number: "31/2024/QH15", Issued: plan.Date{Year: 2024, Month: 1, Day: 18}, Title: "Luật Đất đai"},
		{ID: "kh-57", Number: "57/KH-UBND", Issuer: "UBND thị xã Mẫu Đơn", Issued: plan.Date{Year: 2025, Month: 3, Day: 31}},
		{ID: "ctr-10", Number: "10-CTr/TU", Issuer: "Tỉnh ủy Ví Dụ", Issued: plan.Date{Year: 2020, Month: 12, Day: 14}},
	}
	return in
}

// meaning is what the citations of a document mean: names, "" for unknown.
func meaning(e *Entry) string {
	var out []string
	for _, c := range e.Citations {
		switch {
		case c.Reference == Reference{}:
			out = append(out, "-")
		case c.Entry == e:
			out = append(out, "itself"+c.Frag)
		default:
			out = append(out, c.name()+c.Frag)
		}
	}
	return strings.Join(out, " ")
}

func TestWhatCitationsMean(t *testing.T) {
	d2025, d2026 := plan.Date{Year: 2025, Month: 1, Day: 6}, on(1, 5)
	for _, c := range []struct{ name, text, want string }{
		{"a decree", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ", "nd-30"},
		{"a decree in short", "Nghị định số 30/2020/NĐ-CP", "nd-30"},
		{"a decree on a wrong day is meant none the less", "Nghị định số 30/2020/NĐ-CP ngày 15/3/2020", "nd-30"},
		{"the symbol says the issuer", "Quyết định số 749/QĐ-TTg", "qd-749"},
		{"the number of another year", "Quyết định số 749/QĐ-TTg ngày 03/6/2021", "-"},
		{"a law by its name", "Luật Đất đai năm 2024 và Luật Đất đai năm 2013", "luat-dat-dai -"},
		{"a law by its number", "Luật Đất đai số 31/2024/QH15", "luat-dat-dai"},

		{"a plan of a named body", "Kế hoạch số 01/KH-UBND ngày 05/01/2026 của UBND phường Bình Minh", "plans/b26/"},
		{"of a named body, without the day: of two years", "Kế hoạch số 01/KH-UBND của UBND phường Bình Minh", "-"},
		{"of a named body in a year", "Kế hoạch số 02/KH-UBND của Ủy ban nhân dân phường Bình Minh", "plans/b2/"},
		{"a day that two bodies have, one of them the same", "Kế hoạch số 01/KH-UBND ngày 05/01/2026", "plans/a26/"},
		{"a day that one body has", "Kế hoạch số 02/KH-UBND ngày 05/01/2026", "plans/b2/"},
		{"another day", "Kế hoạch số 02/KH-UBND ngày 06/01/2026", "-"},
		{"nothing but the number, of another body", "Kế hoạch số 02/KH-UBND", "-"},
		{"nothing but the number, of the same body", "Kế hoạch số 03/KH-UBND", "plans/a3/"},
		{"in short behind the full one", "Kế hoạch số 02/KH-UBND ngày 05/01/2026 của UBND phường Bình Minh. Theo Kế hoạch số 02/KH-UBND", "plans/b2/ plans/b2/"},
		{"the body above", "Kế hoạch số 07/KH-UBND của UBND tỉnh", "plans/t7/"},
		{"some town", "Kế hoạch số 57/KH-UBND của UBND thị xã", "-"},
		{"some town, on the day", "Kế hoạch số 57/KH-UBND ngày 31/3/2025 của UBND thị xã", "kh-57"},
		{"another body's", "Kế hoạch số 57/KH-UBND ngày 31/3/2025 của UBND phường Bình Minh", "-"},
		{"the Party", "Chương trình số 10-CTr/TU ngày 14/12/2020", "ctr-10"},
		{"the Party in the other form", "Chương trình số 10/CTr-TU ngày 14/12/2020", "ctr-10"},
		{"the basis in short", "Kế hoạch số 08/KH-UBND", "plans/b8/"},
		{"what is not published", "Kế hoạch số 09/KH-UBND ngày 05/01/2026 của UBND phường Bình Minh", "-"},
		{"the document itself", "Kèm theo Kế hoạch số 05/KH-UBND ngày 10/02/2026 của UBND phường An Hòa", "itself"},
	} {
		in := province(
			doc("plans/a25.md", of("a", "01/KH-UBND", d2025)), doc("plans/a26.md", of("a", "01/KH-UBND", d2026)),
			doc("plans/b25.md", of("b", "01/KH-UBND", d2025)), doc("plans/b26.md", of("b", "01/KH-UBND", d2026)),
			doc("plans/b2.md", of("b", "02/KH-UBND", d2026)), doc("plans/a3.md", of("a", "03/KH-UBND", d2026)), doc("plans/b3.md", of("b", "03/KH-UBND", d2026)),
			doc("plans/t7.md", of("tinh", "07/KH-UBND", d2026)), doc("plans/b7.md", of("b", "07/KH-UBND", d2026)), doc("plans/b8.md", of("b", "08/KH-UBND", d2026)),
			doc("plans/b9.md", of("b", "09/KH-UBND", d2026), state(plan.Draft, plan.Date{})),
			doc("plans/z.md", of("a", "05/KH-UBND", on(2, 10)), basis("plans/b8"), says(c.text)))
		site, _ := Relate(in)
		if got := meaning(entry(site, "plans/z/")); got != c.want {
			t.Errorf("%s: %q means %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func entry(site *Site, url string) *Entry {
	i := slices.IndexFunc(site.Documents, func(e *Entry) bool { return e.URL == url })
	return site.Documents[i]
}

// A place in the text, or in a document that is cited, is the nearest that has
// an anchor, and none where two parts of a document count articles.
func TestPlacesInTexts(t *testing.T) {
	anchors := func(ids ...string) func(*plan.Document) {
		return func(d *plan.Document) { d.Anchors = plan.AnchorsOf(ids...) }
	}
	place := func(id string) func(*plan.Document) {
		return func(d *plan.Document) { d.Citations = append(d.Citations, plan.Cited{Anchor: id}) }
	}
	other := says("Quyết định số 07/QĐ-UBND ngày 05/01/2026")
	target := func(d *plan.Document) { d.Citations[len(d.Citations)-1].Anchor = "dieu-2-k1" }
	site, _ := Relate(province(
		doc("plans/a.md", anchors("dieu-1", "dieu-7", "dieu-7-k1", "dieu-12"), place("dieu-7-k1"), place("dieu-7-k9-a"), place("dieu-1-k2"), place("dieu-8"), other, target),
		doc("plans/b.md", anchors("dieu-7", "dieu-7-2", "dieu-7-2-k1"), place("dieu-7-2-k1"), place("dieu-7-2-k9"), other, target),
		doc("plans/c.md", of("a", "07/QĐ-UBND", on(1, 5)), anchors("dieu-1", "dieu-2", "dieu-2-k1")),
		doc("plans/d.md", says("Quyết định số 08/QĐ-UBND ngày 05/01/2026"), target),
		doc("plans/e.md", of("a", "08/QĐ-UBND", on(1, 5)), anchors("dieu-2", "dieu-2-k1", "dieu-2-2"))))
	if got, want := meaning(entry(site, "plans/a/")), "itselfdieu-7-k1 itselfdieu-7 itselfdieu-1 - plans/c/dieu-2-k1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := meaning(entry(site, "plans/b/")), "itselfdieu-7-2-k1 itselfdieu-7-2 plans/c/dieu-2-k1"; got != want {
		t.Errorf("the second article of a number: got %q, want %q", got, want)
	}
	if got, want := meaning(entry(site, "plans/d/")), "plans/e/"; got != want {
		t.Errorf("two articles of one number elsewhere: got %q, want %q", got, want)
	}
}

func TestCitesAndCitedBy(t *testing.T) {
	plan7 := "Kế hoạch số 07/KH-UBND ngày 05/01/2026 của UBND tỉnh, Nghị định số 30/2020/NĐ-CP, "
	site, _ := Relate(province(
		doc("pages/about.md", says(plan7), func(d *plan.Document) { d.Kind = plan.KindPage }),
		doc("plans/a.md", issued(on(2, 1)), says(plan7+plan7)),
		doc("plans/b.md", issued(on(2, 3)), basis("plans/t7"), says(plan7)),
		doc("plans/c.md", issued(on(2, 2)), basis("plans/t7")),
		doc("plans/draft.md", says(plan7), state(plan.Draft, plan.Date{})),
		doc("plans/gone.md", says(plan7), state(plan.Withdrawn, plan.Date{})),
		doc("plans/t7.md", of("tinh", "07/KH-UBND", on(1, 5)))))
	var by, cites []string
	for _, e := range entry(site, "plans/t7/").CitedBy {
		by = append(by, e.URL)
	}
	for _, ref := range entry(site, "plans/a/").Cites {
		cites = append(cites, ref.name())
	}
	if diff := cmp.Diff([]string{"plans/b/", "plans/c/", "plans/a/"}, by); diff != "" {
		t.Errorf("cited by (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"plans/t7/", "nd-30"}, cites); diff != "" {
		t.Errorf("cites (-want +got):\n%s", diff)
	}
	if n := len(site.Pages[0].Cites); n != 0 || meaning(site.Pages[0]) != "plans/t7/ nd-30" {
		t.Errorf("a page has links and cites nobody: %d, %q", n, meaning(site.Pages[0]))
	}
}
