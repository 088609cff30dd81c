package relate

import (
	"fmt"
	"strings"
	"testing"

	"planpress/internal/plan"
)

func on(month, day int) plan.Date { return plan.Date{Year: 2026, Month: int8(month), Day: int8(day)} }

func lasts(from, until plan.Date) func(*plan.Document) {
	return func(d *plan.Document) { d.Effective, d.Expires = from, until }
}

func onIssue(d *plan.Document) { d.EffectiveOnIssue = true }

func issued(date plan.Date) func(*plan.Document) {
	return func(d *plan.Document) { d.Issued, d.Issuer = date, "" }
}

func since(date plan.Date) func(*plan.Document) {
	return func(d *plan.Document) { d.Relations[len(d.Relations)-1].Date = date }
}

// TestEffect: what the page of plans/a says on 1 March 2026.
func TestEffect(t *testing.T) {
	never := plan.Date{}
	for _, c := range []struct {
		name string
		docs []*plan.Document
		want string
	}{
		{"says nothing", []*plan.Document{doc("plans/a.md")}, "unknown "},
		{"from its issue", []*plan.Document{doc("plans/a.md", onIssue)}, "in-force 2023-01-03"},
		{"from today", []*plan.Document{doc("plans/a.md", lasts(on(3, 1), never))}, "in-force 2026-03-01"},
		{"from tomorrow", []*plan.Document{doc("plans/a.md", lasts(on(3, 2), never))}, "not-yet 2026-03-02"},
		{"until today", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(3, 1)))}, "in-force 2026-01-01"},
		{"until yesterday", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(2, 28)))}, "expired 2026-02-28"},
		{"only its end is said, and over", []*plan.Document{doc("plans/a.md", lasts(never, on(2, 28)))}, "expired 2026-02-28"},
		{"only its end is said", []*plan.Document{doc("plans/a.md", lasts(never, on(4, 1)))}, "unknown "},
		{"the period is over", []*plan.Document{doc("plans/a.md", onIssue, func(d *plan.Document) { d.Period.To = plan.Date{Year: 2023} })}, "in-force 2023-01-03"},
		{"withdrawn", []*plan.Document{doc("plans/a.md", onIssue, state(plan.Withdrawn, on(2, 2)))}, "withdrawn 2026-02-02"},
		{"replaced", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", relation(plan.Replaces, "plans/a"), lasts(on(2, 1), never))}, "replaced 2026-02-01"},
		{"replaced, nobody says when", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", relation(plan.Replaces, "plans/a"))}, "replaced "},
		{"replaced on a day that is said", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", relation(plan.Replaces, "plans/a"), since(on(2, 9)))}, "replaced 2026-02-09"},
		{"replaced by two", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", relation(plan.Replaces, "plans/a"), since(on(2, 9))),
			doc("plans/c.md", relation(plan.Replaces, "plans/a"), since(on(2, 3)))}, "replaced 2026-02-03"},
		{"replaced tomorrow", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", relation(plan.Replaces, "plans/a"), lasts(on(3, 2), never))}, "in-force 2023-01-03"},
		{"replaced by what is issued tomorrow", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", issued(on(3, 2)), relation(plan.Replaces, "plans/a"))}, "in-force 2023-01-03"},
		{"replaced in part", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", part(plan.Replaces, "plans/a", "Mục I"), onIssue)}, "in-force 2023-01-03"},
		{"amended", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", relation(plan.Amends, "plans/a"), onIssue)}, "in-force 2023-01-03"},
		{"replaced by a draft", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", relation(plan.Replaces, "plans/a"), state(plan.Draft, never))}, "in-force 2023-01-03"},
		{"replaced by what was withdrawn", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", relation(plan.Replaces, "plans/a"), state(plan.Withdrawn, never))}, "in-force 2023-01-03"},
		{"expired before it was replaced", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(1, 31))), doc("plans/b.md", relation(plan.Replaces, "plans/a"), lasts(on(2, 5), never))}, "expired 2026-01-31"},
		{"replaced before it would have expired", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(2, 20))), doc("plans/b.md", relation(plan.Replaces, "plans/a"), lasts(on(2, 5), never))}, "replaced 2026-02-05"},
		{"repealed", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", relation(plan.Repeals, "plans/a"), lasts(on(2, 1), never))}, "expired 2026-01-31"},
		{"suspended", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", relation(plan.Suspends, "plans/a"), onIssue)}, "unknown "},
	} {
		in := input(c.docs...)
		in.Drafts = true
		r := newRelater(in)
		r.entries()
		r.references()
		r.effects()
		got := r.all["content/plans/a.md"].Effect
		if s := string(got.Kind) + " " + got.Date.String(); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

func TestListsByTypeAndEffect(t *testing.T) {
	typed := func(id string) func(*plan.Document) { return func(d *plan.Document) { d.Type = plan.TypeByID(id) } }
	site, _ := Relate(input(doc("plans/a.md", typed("quyet-dinh"), onIssue), doc("plans/b.md", typed("quyet-dinh-qppl")),
		doc("plans/c.md", typed("bao-cao"), lasts(plan.Date{}, on(1, 1)))))
	show := func(lists []*List) string {
		var out []string
		for _, l := range lists {
			out = append(out, fmt.Sprint(l.Name, " ", l.URL, " ", len(l.Documents)))
		}
		return strings.Join(out, ", ")
	}
	if got := show(site.Types); got != "Báo cáo types/bao-cao/ 1, Quyết định types/quyet-dinh/ 2" {
		t.Errorf("types: %s", got)
	}
	if got := show(site.Statuses); got != "in-force status/in-force/ 1, expired status/expired/ 1, unknown status/unknown/ 1" {
		t.Errorf("statuses: %s", got)
	}
}

// TestTypesWithOneAddress: types share a list only where readers call them by
// one name.
func TestTypesWithOneAddress(t *testing.T) {
	names := map[string]string{}
	for _, typ := range plan.Types() {
		url := typeURL(typ)
		if other, known := names[url]; known && other != typ.Name.VI || url == TypesURL+"/" {
			t.Errorf("%s and %s have the address %s", other, typ.Name.VI, url)
		}
		names[url] = typ.Name.VI
	}
}

func TestNoticesInForce(t *testing.T) {
	in := input(doc("pages/gioi-thieu.md"))
	for _, n := range []plan.Notice{{Text: "always", URL: "https://a.example/"}, {Text: "from today", From: today, To: plan.Ref{Target: "pages/gioi-thieu"}},
		{Text: "until today", Until: today}, {Text: "over", Until: on(2, 28)}, {Text: "to come", From: on(3, 2)}} {
		in = withNotice(in, n)
	}
	site, _ := Relate(in)
	var got []string
	for _, n := range site.Notices {
		got = append(got, n.Text+" "+n.URL)
	}
	if s := strings.Join(got, ", "); s != "always https://a.example/, from today pages/gioi-thieu/, until today " {
		t.Errorf("in force: %s", s)
	}
}
