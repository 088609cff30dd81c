package relate

import (
	"slices"
	"strings"
	"testing"

	"planpress/internal/attachment"
	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var today = plan.Date{Year: 2026, Month: 3, Day: 1}

// doc makes a published document of the ward.
func doc(path string, change ...func(*plan.Document)) *plan.Document {
	d := &plan.Document{Path: "content/" + path, Title: path, Issuer: "ward", Issued: plan.Date{Year: 2023, Month: 1, Day: 3},
		Publication: plan.Publication{State: plan.Published}}
	for _, f := range change {
		f(d)
	}
	return d
}

func input(docs ...*plan.Document) Input {
	return Input{Documents: docs, AsOf: today, Registry: &plan.Registry{
		Settings:  plan.Settings{Lang: diag.VI},
		Orgs:      []*plan.Org{{ID: "ward", Name: "UBND phường", To: plan.Date{Year: 2025, Month: 6, Day: 30}}},
		Externals: []*plan.External{{ID: "10-ctr-tu-2020", Number: "10-CTr/TU"}},
	}}
}

func link(dest, frag string) func(*plan.Document) {
	return func(d *plan.Document) {
		d.Links = append(d.Links, plan.Link{Dest: dest, Frag: frag, Pos: source.Pos{File: d.Path, Line: 9, Column: 1}})
	}
}

func state(s plan.State, date plan.Date) func(*plan.Document) {
	return func(d *plan.Document) { d.Publication = plan.Publication{State: s, Date: date} }
}

func basis(target string) func(*plan.Document) {
	return func(d *plan.Document) {
		d.LegalBasis = append(d.LegalBasis, plan.Ref{Target: target, Pos: source.Pos{File: d.Path, Line: 5, Column: 5}})
	}
}

func relation(kind plan.RelationKind, target string) func(*plan.Document) {
	return func(d *plan.Document) {
		d.Relations = append(d.Relations, plan.Relation{Kind: kind, To: plan.Ref{Target: target, Pos: source.Pos{File: d.Path, Line: 6, Column: 5}}})
	}
}

func part(kind plan.RelationKind, target, provision string) func(*plan.Document) {
	return func(d *plan.Document) {
		relation(kind, target)(d)
		d.Relations[len(d.Relations)-1].Provision = provision
	}
}

func number(n citation.Number, lang string) func(*plan.Document) {
	return func(d *plan.Document) { d.Number, d.Lang = n, lang }
}

func withMenu(in Input, targets ...string) Input {
	for i, to := range targets {
		in.Registry.Settings.Menu = append(in.Registry.Settings.Menu,
			plan.MenuItem{Label: to, To: plan.Ref{Target: to, Pos: source.Pos{File: "content/site.yaml", Line: i + 1}}})
	}
	return in
}

func declare(files ...string) func(*plan.Document) {
	return func(d *plan.Document) {
		for _, f := range files {
			d.Attachments = append(d.Attachments, plan.Attachment{File: f})
		}
	}
}

func translated(lang, path string) func(*plan.Document) {
	return func(d *plan.Document) { d.Translations = []plan.Translation{{Lang: lang, Path: path}} }
}

func fields(names ...string) func(*plan.Document) {
	return func(d *plan.Document) { d.Fields = names }
}

func withNotice(in Input, n plan.Notice) Input {
	in.Registry.Settings.Notices = append(in.Registry.Settings.Notices, n)
	return in
}

var kh1 = citation.Number{Text: "01/KH-UBND", Form: citation.State, Ordinal: 1, Type: "KH", Body: "UBND"}

// TestRules has, for each rule, what breaks it and what does not.
func TestRules(t *testing.T) {
	withFiles := func(in Input, used bool, files ...string) Input {
		for _, f := range files {
			in.Files = append(in.Files, f)
			if used {
				in.Inspected = append(in.Inspected, &attachment.Info{Path: f, Format: attachment.FormatOf(f), Width: 4, Height: 3})
			}
		}
		return in
	}
	declares := declare("x.pdf")
	for _, c := range []struct {
		name string
		in   Input
		want string
	}{
		{"nothing wrong", input(doc("plans/a.md"), doc("plans/b.md", basis("plans/a"), basis("10-ctr-tu-2020"), link("a.md", ""))), ""},
		{"unknown issuer", input(doc("plans/a.md", func(d *plan.Document) { d.Issuer = "wrad" })), "P014"},
		{"issuer had ended", input(doc("plans/a.md", func(d *plan.Document) { d.Issued.Year = 2026 })), "P214"},
		{"same address after folding", input(doc("plans/Kế hoạch.md"), doc("plans/ke-hoach.md")), "P200"},
		{"address of a list", input(doc("years.md")), "P200"},
		{"slug sets them apart", input(doc("plans/Kế hoạch.md", func(d *plan.Document) { d.Slug = "khac" }), doc("plans/ke-hoach.md")), ""},
		{"no address", input(doc("plans/年.md")), "P201"},
		{"number twice", input(doc("plans/a.md", number(kh1, "")), doc("plans/b.md", number(kh1, ""))), "P203"},
		{"number of a translation", input(doc("plans/a.md", number(kh1, "vi")), doc("plans/b.md", number(kh1, "en"))), ""},
		{"number of another year", input(doc("plans/a.md", number(kh1, "")),
			doc("plans/b.md", number(kh1, ""), func(d *plan.Document) { d.Issued.Year = 2024 })), ""},
		{"unknown basis", input(doc("plans/a.md", basis("10-ctr-tu-202"))), "P204"},
		{"basis is itself", input(doc("plans/a.md", basis("plans/a"))), "P224"},
		{"section of a withdrawn document", input(doc("plans/a.md", state(plan.Withdrawn, plan.Date{}), func(d *plan.Document) { d.Anchors = plan.AnchorsOf("muc-1") }),
			doc("plans/b.md", link("a.md", "muc-1"))), "P206"},
		{"two replace each other", input(doc("plans/a.md", relation(plan.Replaces, "plans/b")), doc("plans/b.md", relation(plan.Replaces, "plans/a"))), "P208"},
		{"two replace parts of each other", input(doc("plans/a.md", part(plan.Replaces, "plans/b", "Mục I")), doc("plans/b.md", part(plan.Replaces, "plans/a", "Mục II"))), ""},
		{"two amend each other", input(doc("plans/a.md", relation(plan.Amends, "plans/b")), doc("plans/b.md", relation(plan.Amends, "plans/a"))), "P240"},
		{"three replace each other", input(doc("plans/a.md", relation(plan.Replaces, "plans/b")), doc("plans/b.md", relation(plan.Replaces, "plans/c")),
			doc("plans/c.md", relation(plan.Replaces, "10-ctr-tu-2020"), relation(plan.Replaces, "plans/a"))), "P208"},
		{"two replace one, one of them both", input(doc("plans/a.md", relation(plan.Replaces, "plans/b"), relation(plan.Replaces, "plans/c")),
			doc("plans/b.md", relation(plan.Replaces, "plans/c")), doc("plans/c.md")), ""},
		{"broken link", input(doc("plans/a.md", link("b.md", ""))), "P205"},
		{"link out of content", input(doc("plans/a.md", link("../../secret.md", ""))), "P205"},
		{"link to a list", input(doc("plans/a.md", link("/documents/", ""))), ""},
		{"link to how plans stand, without a plan that has tasks", input(doc("plans/a.md", link("/progress/", ""))), "P205"},
		{"link to how plans stand", input(doc("plans/a.md", link("/progress/", ""), func(d *plan.Document) { d.Tasks = []plan.Task{{ID: "nv-1"}} })), ""},
		{"missing section", input(doc("plans/a.md"), doc("plans/b.md", link("a.md", "muc-9"))), "P206"},
		{"section of itself", input(doc("plans/a.md", link("", "muc-1"), func(d *plan.Document) { d.Anchors = plan.AnchorsOf("muc-1") })), ""},
		{"link to a draft", input(doc("plans/a.md", state(plan.Draft, plan.Date{})), doc("plans/b.md", link("a.md", ""))), "P207"},
		{"draft links to a draft", input(doc("plans/a.md", state(plan.Draft, plan.Date{})),
			doc("plans/b.md", state(plan.Draft, plan.Date{}), link("a.md", ""))), ""},
		{"attachment missing", input(doc("plans/a.md", declares)), "P215"},
		{"attachment there", withFiles(input(doc("plans/a.md", declares)), true, "content/plans/a/x.pdf"), ""},
		{"file unused", withFiles(input(doc("plans/a.md")), false, "content/plans/a/x.pdf"), "P216"},
		{"file of nobody", withFiles(input(doc("plans/a.md")), false, "content/plans/x.pdf"), "P218"},
		{"image is no image", withFiles(input(doc("plans/a.md", func(d *plan.Document) {
			d.Links = []plan.Link{{Image: true, Dest: "a/x.pdf", Pos: source.Pos{File: d.Path, Line: 2}}}
		})), true, "content/plans/a/x.pdf"), "P220"},
		{"address below a list", input(doc("documents/2.md")), "P200"},
		{"files of two documents at one address", withFiles(input(
			doc("plans/a.md", declare("sub/x.pdf"), func(d *plan.Document) { d.Slug = "c" }),
			doc("plans/c.md", func(d *plan.Document) { d.Slug = "d" }), doc("plans/c/sub.md", declare("x.pdf"))),
			true, "content/plans/a/sub/x.pdf", "content/plans/c/sub/x.pdf"), "P200"},
		{"files that differ in case", withFiles(input(doc("plans/a.md", declare("x.pdf", "X.pdf"))), true,
			"content/plans/a/X.pdf", "content/plans/a/x.pdf"), "P200"},
		{"one file twice", withFiles(input(doc("plans/a.md", declare("x.pdf"), link("a/x.pdf", ""), link("a/x.pdf", ""))), true,
			"content/plans/a/x.pdf"), ""},
		{"link to a year", input(doc("plans/a.md", link("/years/2023/", ""), link("../years/", ""), link("/issuers/ward/", ""), link("/documents", ""))), ""},
		{"link to a year without documents", input(doc("plans/a.md", link("/years/1999/", ""))), "P205"},
		{"link to a list as if it were beside", input(doc("plans/a.md", link("years/", ""))), "P205"},
		{"link home", input(doc("plans/a.md", link("/", ""))), ""},
		{"file of a withdrawn document", withFiles(input(doc("plans/a.md", declare("x.pdf"), state(plan.Withdrawn, plan.Date{})),
			doc("plans/b.md", link("a/x.pdf", ""))), true, "content/plans/a/x.pdf"), "P207"},
		{"menu names a draft", withMenu(input(doc("pages/a.md", state(plan.Draft, plan.Date{}))), "pages/a"), "P207"},
		{"menu names a year and a file", withMenu(input(doc("plans/a.md"), doc("pages/b.md")), "years/2023", "pages/b.md", "plans/a"), ""},
		{"menu names a year without documents", withMenu(input(doc("plans/a.md")), "years/1999"), "P213"},
		{"redirect takes a page", input(doc("plans/a.md"), doc("plans/b.md", func(d *plan.Document) { d.RedirectFrom = []string{"plans/a/"} })), "P200"},
		{"translation missing", input(doc("plans/a.md", func(d *plan.Document) {
			d.Translations = []plan.Translation{{Lang: "en", Path: "plans/b"}}
		})), "P212"},
		{"translation is itself", input(doc("plans/a.md", translated("vi", "plans/a"))), "P224"},
		{"translation in the site's language", input(doc("plans/a.md", translated("en", "plans/b")), doc("plans/b.md")), "P226"},
		{"translation in another language", input(doc("plans/a.md", translated("en", "plans/b")), doc("plans/b.md", number(citation.Number{}, "fr"))), "P226"},
		{"translation in its language", input(doc("plans/a.md", translated("en", "plans/b")), doc("plans/b.md", number(citation.Number{}, "en"))), ""},
		{"two fields with one address", input(doc("plans/a.md", fields("Lương")), doc("plans/b.md", fields("Lượng")), doc("plans/c.md", fields("Lượng"))), "P225"},
		{"one field twice", input(doc("plans/a.md", fields("Lương", "Lương")), doc("plans/b.md", fields("Lương", "Y tế"))), ""},
		{"notice leads nowhere", withNotice(input(), plan.Notice{To: plan.Ref{Target: "pages/none", Pos: source.Pos{File: "content/site.yaml", Line: 3}}}), "P213"},
		{"notice of last year leads nowhere", withNotice(input(), plan.Notice{Until: plan.Date{Year: 2025, Month: 1, Day: 1},
			To: plan.Ref{Target: "pages/none", Pos: source.Pos{File: "content/site.yaml", Line: 3}}}), "P213"},
		{"notice leads to a list", withNotice(input(), plan.Notice{To: plan.Ref{Target: "types"}}), ""},
		{"old address among the lists", input(doc("plans/a.md", func(d *plan.Document) { d.RedirectFrom = []string{"status/cu/"} })), "P200"},
	} {
		_, findings := Relate(c.in)
		var got []string
		for _, f := range findings {
			got = append(got, f.Rule.Code)
			if f.Pos.File == "" {
				t.Errorf("%s: %s has no place", c.name, f.Rule.Code)
			}
			if f.Message.VI == "" || f.Message.EN == "" {
				t.Errorf("%s: %s is not said in both languages", c.name, f.Rule.Code)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: findings %q, want %q", c.name, s, c.want)
		}
	}
}

func TestRegistryRules(t *testing.T) {
	in := input()
	in.Registry.Orgs = []*plan.Org{{ID: "a", Parent: "b"}, {ID: "b", Parent: "a"}, {ID: "c", Successors: []string{"d"}}}
	in.Registry.Settings.Menu = []plan.MenuItem{{To: plan.Ref{Target: "pages/none"}}, {To: plan.Ref{Target: "years"}}}
	_, findings := Relate(in)
	got := map[string]int{}
	for _, f := range findings {
		got[f.Rule.Code]++
	}
	for code, want := range map[string]int{"P209": 1, "P210": 2, "P213": 1} {
		if got[code] != want {
			t.Errorf("%s: %d findings, want %d", code, got[code], want)
		}
	}
}

func TestSuggestions(t *testing.T) {
	in := input(doc("plans/2023/a.md"), doc("plans/2023/b.md", basis("10-ctr-tu-202"), link("aa.md", "")))
	in.Files = []string{"content/plans/2023/b/so-do.png"}
	in.Documents[1].Links = append(in.Documents[1].Links, plan.Link{Image: true, Dest: "so-do.png"})
	_, findings := Relate(in)
	var hints []string
	for _, f := range findings {
		hints = append(hints, f.Hint.EN)
	}
	for _, want := range []string{`did you mean "10-ctr-tu-2020"?`, `did you mean "a.md"?`, `did you mean "b/so-do.png"?`} {
		if !slices.Contains(hints, want) {
			t.Errorf("no hint %q among %q", want, hints)
		}
	}
}

func TestShownAndHeldBack(t *testing.T) {
	docs := []*plan.Document{
		doc("plans/draft.md", state(plan.Draft, plan.Date{})),
		doc("plans/due.md", state(plan.Scheduled, today)),
		doc("plans/gone.md", state(plan.Withdrawn, plan.Date{})),
		doc("plans/later.md", state(plan.Scheduled, plan.Date{Year: 2026, Month: 3, Day: 2})),
		doc("plans/public.md"),
	}
	names := func(entries []*Entry) string {
		var out []string
		for _, e := range entries {
			out = append(out, e.URL)
		}
		return strings.Join(out, " ")
	}
	site, _ := Relate(input(docs...))
	if got := names(site.Documents); got != "plans/due/ plans/public/" {
		t.Errorf("listed: %s", got)
	}
	if got := names(site.Withdrawn); got != "plans/gone/" {
		t.Errorf("withdrawn: %s", got)
	}
	if len(site.HeldBack) != 2 {
		t.Errorf("%d held back, want 2", len(site.HeldBack))
	}
	in := input(docs...)
	in.Drafts = true
	if site, _ = Relate(in); len(site.HeldBack) != 0 || len(site.Documents) != 4 {
		t.Errorf("with drafts: %d listed, %d held back", len(site.Documents), len(site.HeldBack))
	}
}

func TestInverseRelations(t *testing.T) {
	twice := relation(plan.Replaces, "plans/old")
	site, _ := Relate(input(doc("plans/new.md", twice, twice), doc("plans/old.md"),
		doc("plans/secret.md", state(plan.Draft, plan.Date{}), relation(plan.Amends, "plans/old"))))
	var old *Entry
	for _, e := range site.Documents {
		if e.URL == "plans/old/" {
			old = e
		}
	}
	if len(old.Inverse) != 1 || old.Inverse[0].Other.Entry.URL != "plans/new/" || old.Inverse[0].Kind != plan.Replaces {
		t.Errorf("the replaced document must name its successor once, and no draft: %+v", old.Inverse)
	}
}

func TestOrderAndNeighbours(t *testing.T) {
	dated := func(year, month, day int) func(*plan.Document) {
		return func(d *plan.Document) { d.Issued = plan.Date{Year: int16(year), Month: int8(month), Day: int8(day)} }
	}
	site, _ := Relate(input(doc("plans/a.md", dated(2022, 5, 1)), doc("plans/b.md", dated(2024, 1, 1)), doc("plans/c.md", dated(2023, 7, 9))))
	if site.Documents[0].URL != "plans/b/" || site.Documents[2].URL != "plans/a/" {
		t.Fatal("the newest document comes first")
	}
	c := site.Documents[1]
	if c.Prev == nil || c.Prev.URL != "plans/a/" || c.Next == nil || c.Next.URL != "plans/b/" {
		t.Errorf("previous is the older, next the newer: %v %v", c.Prev, c.Next)
	}
	var years []string
	for _, l := range site.Years {
		years = append(years, l.Name)
	}
	if !slices.Equal(years, []string{"2024", "2023", "2022"}) {
		t.Errorf("years %v", years)
	}
}
