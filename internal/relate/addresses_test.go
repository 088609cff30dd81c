package relate

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"planpress/internal/attachment"
	"planpress/internal/diag"
	"planpress/internal/plan"
)

// TestRedirects has old addresses that can be had, as they are published, and
// those that would overwrite a page or a file.
func TestRedirects(t *testing.T) {
	for _, c := range []struct{ from, want string }{
		{"old/address/", "old/address/"},
		{"old", "old/"},
		{"old.html", "old.html"},
		{"tin-tuc/ke-hoach.aspx", "tin-tuc/ke-hoach.aspx/"},
		{"documents/123.html", "documents/123.html"},
		{"tin%20t%E1%BB%A9c/1.html", "tin tức/1.html"},
		{"gi%E1%BA%A3m-100%.html", "gi%E1%BA%A3m-100%.html"},
		{"%2E%2E/x.html", "%2E%2E/x.html"},
		{"index.html", ""},
		{"404.html", ""},
		{"feed.xml", ""},
		{"robots.txt", ""},
		{"sitemap-2.xml", ""},
		{"plans/a/index.html", ""},
		{"plans/A/", ""},
		{"plans/a/x.pdf", ""},
		{"documents/2/", ""},
		{"years/2023/", ""},
		{"assets/site.css", ""},
		{"plans.html/x", "plans.html/x/"},
	} {
		in := input(doc("plans/a.md", declare("x.pdf"), func(d *plan.Document) { d.RedirectFrom = []string{c.from} }))
		in.Files = []string{"content/plans/a/x.pdf"}
		in.Inspected = []*attachment.Info{{Path: in.Files[0], Format: attachment.FormatOf(in.Files[0])}}
		site, findings := Relate(in)
		switch {
		case c.want == "" && (len(findings) != 1 || findings[0].Rule != ruleURLTaken || findings[0].Hint.VI == ""):
			t.Errorf("%s is taken: findings %v", c.from, findings)
		case c.want != "" && (len(findings) > 0 || len(site.Redirects) != 1 || site.Redirects[0].From != c.want):
			t.Errorf("%s: redirects %v, findings %v", c.from, site.Redirects, findings)
		}
	}
}

func TestAFileIsNotWhereAFolderIs(t *testing.T) {
	for _, both := range [][]string{{"old.html", "old.html/x"}, {"old.html/x", "old.html"}} {
		_, findings := Relate(input(doc("plans/a.md", func(d *plan.Document) { d.RedirectFrom = both })))
		if len(findings) != 1 || findings[0].Rule != ruleURLTaken {
			t.Errorf("%q: findings %v", both, findings)
		}
	}
}

// TestWithdrawnPage: a page that was withdrawn keeps its address, and nothing
// else of it is left.
func TestWithdrawnPage(t *testing.T) {
	in := input(doc("pages/a.md", state(plan.Withdrawn, plan.Date{}), declare("x.pdf"), link("a/x.pdf", ""), func(d *plan.Document) { d.Kind = plan.KindPage }))
	in.Files = []string{"content/pages/a/x.pdf"}
	in.Inspected = []*attachment.Info{{Path: in.Files[0], Format: attachment.FormatOf(in.Files[0])}}
	site, findings := Relate(in)
	if len(findings) > 0 || len(site.Pages) > 0 || len(site.Menu) > 0 || len(site.Files()) > 0 || len(site.Withdrawn) != 1 {
		t.Errorf("pages %v, menu %v, files %v, withdrawn %v, findings %v", site.Pages, site.Menu, site.Files(), site.Withdrawn, findings)
	}
}

func TestTranslations(t *testing.T) {
	in := func(lang string) func(*plan.Document) { return func(d *plan.Document) { d.Lang = lang } }
	site := input(doc("plans/a.md", func(d *plan.Document) {
		d.Translations = []plan.Translation{{Lang: "en", Path: "plans/a-en"}, {Lang: "fr", Path: "plans/a-fr"}, {Lang: "zh", Path: "plans/a-zh"}, {Lang: "ko", Path: "plans/none"}}
		d.Places = plan.PlacesOf([]plan.Place{{Field: "translations.ko", Line: 9, Column: 5}})
	}), doc("plans/a-en.md", in("en")), doc("plans/a-fr.md", in("fr"), state(plan.Withdrawn, plan.Date{})), doc("plans/a-zh.md", in("zh"), state(plan.Draft, plan.Date{})))
	_, findings := Relate(site)
	if len(findings) != 1 || findings[0].Rule != ruleTranslation || findings[0].Pos.Line != 9 {
		t.Errorf("findings %v", findings)
	}
	r := newRelater(site)
	r.entries()
	r.references()
	if e := r.at("content/plans/a.md"); len(e.Translations) != 1 || e.Translations[0].URL != "plans/a-en/" {
		t.Errorf("only what can be read is offered as a translation: %v", e.Translations)
	}
}

func TestTheMenuOfManyPagesIsCut(t *testing.T) {
	in := input()
	for i := range 100 {
		in.Documents = append(in.Documents, doc(fmt.Sprintf("pages/p%03d.md", i), func(d *plan.Document) { d.Kind = plan.KindPage }))
	}
	site, findings := Relate(in)
	if len(site.Menu) != maxMenu || len(findings) != 1 || findings[0].Rule != ruleMenuLong {
		t.Errorf("%d entries, findings %v", len(site.Menu), findings)
	}
}

// TestEveryMistakeHasARemedy: with and without a near name, and also where so
// many mistakes came before that no near name is looked for.
func TestEveryMistakeHasARemedy(t *testing.T) {
	in := input()
	for i := range 3 * maxSuggestions {
		in.Documents = append(in.Documents, doc(fmt.Sprintf("plans/d%03d.md", i), link("d9999.md", ""), basis("xyz"), declare("q.pdf"),
			link("", "khong-co"), link("./", ""), func(d *plan.Document) { d.Issuer = "???" }))
	}
	in.Registry.Orgs = append(in.Registry.Orgs, &plan.Org{ID: "a", Parent: "a"}, &plan.Org{ID: "b", Parent: "?????"})
	in.Registry.Settings.Menu = []plan.MenuItem{{To: plan.Ref{Target: "nowhere"}}}
	_, findings := Relate(in)
	for _, f := range findings {
		if f.Hint.VI == "" || f.Hint.EN == "" {
			t.Errorf("%s: %s: no remedy", f.Pos, f.Message.EN)
		}
	}
	if len(findings) < 5*len(in.Documents) {
		t.Errorf("only %d findings", len(findings))
	}
}

func TestCyclesNameTheirMembersOnly(t *testing.T) {
	in := input()
	in.Registry.Orgs = []*plan.Org{{ID: "below", Parent: "a"}, {ID: "a", Parent: "b"}, {ID: "b", Parent: "c"}, {ID: "c", Parent: "a"},
		{ID: "self", Parent: "self"}, {ID: "top"}, {ID: "fine", Parent: "top"}}
	_, findings := Relate(in)
	var got []string
	for _, f := range findings {
		if f.Rule == ruleOrgCycle {
			got = append(got, strings.Split(f.Message.EN, `"`)[1])
		}
	}
	slices.Sort(got)
	if s := strings.Join(got, " "); s != "a b c self" {
		t.Errorf("above themselves: %s", s)
	}
}

// TestLinksAsBrowsersShowThem: what an editor copies from the address line is
// answered with what belongs there.
func TestLinksAsBrowsersShowThem(t *testing.T) {
	_, findings := Relate(input(doc("plans/Kế hoạch.md"), doc("plans/b.md", link("/plans/ke-hoach/", ""), link("Kế hoạch", ""))))
	want := []diag.Text{diag.T("có phải là %q?", "did you mean %q?", "/plans/Kế hoạch.md"), diag.T("có phải là %q?", "did you mean %q?", "Kế hoạch.md")}
	for _, f := range findings {
		if !slices.Contains(want, f.Hint) {
			t.Errorf("%s: hint %q", f.Message.EN, f.Hint.EN)
		}
	}
	if len(findings) != 2 {
		t.Errorf("%d findings", len(findings))
	}
}
