package relate

import (
	"fmt"
	"strings"
	"testing"

	"planpress/internal/citation"
	"planpress/internal/plan"
	"planpress/internal/source"
)

func on(month, day int) plan.Date { return plan.Date{Year: 2026, Month: int8(month), Day: int8(day)} }

func lasts(from, until plan.Date) func(*plan.Document) {
	return func(d *plan.Document) { d.Effective, d.Expires = from, until }
}

func onIssue(d *plan.Document) { d.EffectiveOnIssue = true }

func issued(date plan.Date) func(*plan.Document) {
	return func(d *plan.Document) { d.Issued, d.Issuer = date, "" }
}

func until(date plan.Date) func(*plan.Document) {
	return func(d *plan.Document) { d.Relations[len(d.Relations)-1].Until = date }
}

func typed(kind plan.EffectKind, date plan.Date) func(*plan.Document) {
	return func(d *plan.Document) {
		d.Effect = plan.TypedEffect{Kind: kind, Reason: "vì sao", Date: date, Pos: source.Pos{File: d.Path, Line: 8}}
	}
}

func kind(id string) func(*plan.Document) {
	return func(d *plan.Document) { d.Type = plan.TypeByID(id) }
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
		{"says nothing", []*plan.Document{doc("plans/a.md")}, "in-force 2023-01-03 assumed"},
		{"says nothing, and is normative", []*plan.Document{doc("plans/a.md", kind("quyet-dinh-qppl"))}, "unknown "},
		{"says nothing, and its number has a year", []*plan.Document{doc("plans/a.md", number(citation.Number{Text: "1/2023/QĐ-UBND", Year: 2023}, ""))}, "unknown "},
		{"from its issue", []*plan.Document{doc("plans/a.md", onIssue)}, "in-force 2023-01-03"},
		{"issued tomorrow", []*plan.Document{doc("plans/a.md", issued(on(3, 2)))}, "not-yet 2026-03-02 assumed"},
		{"from today", []*plan.Document{doc("plans/a.md", lasts(on(3, 1), never))}, "in-force 2026-03-01"},
		{"from tomorrow", []*plan.Document{doc("plans/a.md", lasts(on(3, 2), never))}, "not-yet 2026-03-02"},
		{"until today", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(3, 1)))}, "in-force 2026-01-01"},
		{"until yesterday", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(2, 28)))}, "expired 2026-02-28"},
		{"only its end is said, and over", []*plan.Document{doc("plans/a.md", lasts(never, on(2, 28)))}, "expired 2026-02-28"},
		{"the period is over", []*plan.Document{doc("plans/a.md", onIssue, func(d *plan.Document) { d.Period.To = plan.Date{Year: 2025} })}, "in-force 2023-01-03 period over"},
		{"the period ends this year", []*plan.Document{doc("plans/a.md", onIssue, func(d *plan.Document) { d.Period.To = plan.Date{Year: 2026} })}, "in-force 2023-01-03"},
		{"period and force are over", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(2, 28)), func(d *plan.Document) { d.Period.To = plan.Date{Year: 2025} })}, "expired 2026-02-28"},
		{"withdrawn", []*plan.Document{doc("plans/a.md", onIssue, state(plan.Withdrawn, on(2, 2)))}, "withdrawn 2026-02-02"},

		{"replaced", with(plan.Replaces, lasts(on(2, 1), never)), "replaced 2026-02-01 by b"},
		{"replaced by what says no day", with(plan.Replaces), "replaced 2023-01-03 by b"},
		{"replaced by a norm, nobody says when", with(plan.Replaces, kind("quyet-dinh-qppl")), "unknown "},
		{"replaced by a norm from a day that is said", with(plan.Replaces, kind("quyet-dinh-qppl"), since(on(2, 9))), "replaced 2026-02-09 by b"},
		{"replaced on a day that is said", with(plan.Replaces, since(on(2, 9))), "replaced 2026-02-09 by b"},
		{"replaced on a day before that is in force", with(plan.Replaces, since(on(1, 9)), lasts(on(2, 1), never)), "replaced 2026-02-01 by b"},
		{"replaced by two", append(with(plan.Replaces, since(on(2, 9))), doc("plans/c.md", relation(plan.Replaces, "plans/a"), since(on(2, 3)))), "replaced 2026-02-03 by c"},
		{"replaced by two on one day", append(with(plan.Repeals, since(on(2, 3))), doc("plans/c.md", relation(plan.Replaces, "plans/a"), since(on(2, 3)))), "replaced 2026-02-03 by c b"},
		{"replaced tomorrow", with(plan.Replaces, lasts(on(3, 2), never)), "in-force 2023-01-03"},
		{"replaced by what is issued tomorrow", with(plan.Replaces, issued(on(3, 2))), "in-force 2023-01-03"},
		{"replaced before it took effect", []*plan.Document{doc("plans/a.md", lasts(on(4, 1), never)), doc("plans/b.md", relation(plan.Replaces, "plans/a"), lasts(on(2, 1), never))}, "replaced 2026-02-01 by b"},
		{"replaced by a draft", with(plan.Replaces, state(plan.Draft, never)), "in-force 2023-01-03"},
		{"replaced by what was withdrawn", with(plan.Replaces, state(plan.Withdrawn, never)), "in-force 2023-01-03"},
		{"expired before it was replaced", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(1, 31))), doc("plans/b.md", relation(plan.Replaces, "plans/a"), lasts(on(2, 5), never))}, "expired 2026-01-31 by b"},
		{"replaced before it would have expired", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(2, 20))), doc("plans/b.md", relation(plan.Replaces, "plans/a"), lasts(on(2, 5), never))}, "replaced 2026-02-05 by b"},
		{"repealed", with(plan.Repeals, lasts(on(2, 1), never)), "repealed 2026-02-01 by b"},
		{"recalled", with(plan.Recalls, lasts(on(2, 1), never)), "recalled 2026-02-01 by b"},

		{"its replacement was repealed before it took effect", append(with(plan.Replaces, lasts(on(2, 9), never)),
			doc("plans/c.md", issued(on(1, 5)), relation(plan.Repeals, "plans/b"))), "in-force 2023-01-03"},
		{"its replacement was repealed on the day on which it took effect", append(with(plan.Replaces, lasts(on(2, 9), never)),
			doc("plans/c.md", issued(on(1, 5)), relation(plan.Repeals, "plans/b"), since(on(2, 9)))), "in-force 2023-01-03"},
		{"its replacement was repealed later", append(with(plan.Replaces, lasts(on(2, 9), never)),
			doc("plans/c.md", issued(on(2, 10)), relation(plan.Repeals, "plans/b"))), "replaced 2026-02-09 by b"},
		{"its replacement expired before", with(plan.Replaces, lasts(on(1, 1), on(1, 31)), since(on(2, 9))), "in-force 2023-01-03"},
		{"its replacement is suspended", append(with(plan.Replaces, lasts(on(2, 1), never)),
			doc("plans/c.md", issued(on(1, 5)), relation(plan.Suspends, "plans/b"))), "in-force 2023-01-03"},
		{"its replacement was suspended for a time", append(with(plan.Replaces, lasts(on(2, 1), never)),
			doc("plans/c.md", issued(on(1, 5)), relation(plan.Suspends, "plans/b"), until(on(2, 19)))), "replaced 2026-02-20 by b"},
		{"two replace each other", []*plan.Document{doc("plans/a.md", onIssue, relation(plan.Replaces, "plans/b")), doc("plans/b.md", issued(on(2, 1)), relation(plan.Replaces, "plans/a"))}, "in-force 2023-01-03"},
		{"two replace each other, the later one first", []*plan.Document{doc("plans/a.md", relation(plan.Replaces, "plans/b"), since(on(2, 1))),
			doc("plans/b.md", issued(on(2, 1)), relation(plan.Replaces, "plans/a"))}, "replaced 2026-02-01 by b"},

		{"suspended", with(plan.Suspends), "suspended 2023-01-03 by b"},
		{"suspended until today", with(plan.Suspends, until(on(3, 1))), "suspended 2023-01-03 until 2026-03-01 by b"},
		{"suspended until yesterday", with(plan.Suspends, until(on(2, 28))), "in-force 2023-01-03"},
		{"suspended by what was repealed", append(with(plan.Suspends), doc("plans/c.md", issued(on(2, 10)), relation(plan.Repeals, "plans/b"))), "in-force 2023-01-03"},
		{"suspended by what has expired", with(plan.Suspends, lasts(on(1, 1), on(2, 28))), "in-force 2023-01-03"},
		{"suspended in part", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", part(plan.Suspends, "plans/a", "Mục I"), issued(on(1, 9)))}, "partly 2026-01-09 by b"},
		{"suspended in part until yesterday", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", part(plan.Suspends, "plans/a", "Mục I"), until(on(2, 28)))}, "in-force 2023-01-03"},

		{"replaced in part", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", part(plan.Replaces, "plans/a", "Mục I"), issued(on(2, 2)))}, "partly 2026-02-02 by b"},
		{"amended in part by two", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", part(plan.Amends, "plans/a", "Mục I"), issued(on(2, 2))),
			doc("plans/c.md", part(plan.Repeals, "plans/a", "Mục II"), issued(on(2, 9)))}, "partly 2026-02-02 by b c"},
		{"amended in part tomorrow", []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", part(plan.Amends, "plans/a", "Mục I"), issued(on(3, 2)))}, "in-force 2023-01-03"},
		{"amended", with(plan.Amends), "in-force 2023-01-03 changed by b"},
		{"corrected", with(plan.Corrects), "in-force 2023-01-03 changed by b"},
		{"implemented", with(plan.Implements), "in-force 2023-01-03"},

		{"extended", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(2, 20))), doc("plans/b.md", relation(plan.Extends, "plans/a"), until(on(6, 30)))}, "in-force 2026-01-01 changed by b"},
		{"extended, and over", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(1, 20))), doc("plans/b.md", relation(plan.Extends, "plans/a"), until(on(2, 20)))}, "expired 2026-02-20"},
		{"extended, nobody says until when", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(2, 20))), doc("plans/b.md", relation(plan.Extends, "plans/a"))}, "unknown "},
		{"extended before it ends, nobody says until when", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(3, 20))), doc("plans/b.md", relation(plan.Extends, "plans/a"))}, "in-force 2026-01-01 changed by b"},
		{"extended twice", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(1, 20))), doc("plans/b.md", issued(on(1, 19)), relation(plan.Extends, "plans/a"), until(on(2, 20))),
			doc("plans/c.md", issued(on(2, 21)), relation(plan.Extends, "plans/a"), until(on(3, 20)))}, "in-force 2026-01-01 changed by b c"},
		{"extended when it was over", []*plan.Document{doc("plans/a.md", lasts(on(1, 1), on(1, 20))), doc("plans/b.md", issued(on(2, 10)), relation(plan.Extends, "plans/a"), until(on(6, 30)))}, "expired 2026-01-20"},

		{"typed", []*plan.Document{doc("plans/a.md", typed(plan.Repealed, on(1, 2)))}, "repealed 2026-01-02 typed"},
		{"typed as it is", append([]*plan.Document{doc("plans/a.md", typed(plan.Replaced, never))}, with(plan.Replaces, issued(on(2, 1)))[1:]...), "replaced 2026-02-01 by b typed"},
		{"a version in another language is replaced", []*plan.Document{doc("plans/a.md", number(kh1, "en")), doc("plans/a-vi.md", number(kh1, "vi")),
			doc("plans/b.md", issued(on(2, 1)), relation(plan.Replaces, "plans/a-vi"))}, "replaced 2026-02-01 by b"},
		{"replaced by a document in two languages", []*plan.Document{doc("plans/a.md"), doc("plans/b-en.md", number(kh1, "en"), relation(plan.Replaces, "plans/a")),
			doc("plans/b.md", number(kh1, "vi"), relation(plan.Replaces, "plans/a"))}, "replaced 2023-01-03 by b"},
	} {
		in := input(c.docs...)
		in.Drafts = true
		r := newRelater(in)
		r.entries()
		r.references()
		r.effects()
		if got := show(r.at("content/plans/a.md").Effect); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// with is plans/a, and plans/b that does something to all of it.
func with(kind plan.RelationKind, change ...func(*plan.Document)) []*plan.Document {
	return []*plan.Document{doc("plans/a.md", onIssue), doc("plans/b.md", append([]func(*plan.Document){relation(kind, "plans/a")}, change...)...)}
}

// show says all of an effect in one line.
func show(e Effect) string {
	out := string(e.Kind) + " " + e.Date.String()
	if !e.Until.IsZero() {
		out += " until " + e.Until.String()
	}
	for i, list := range [][]Relation{e.By, e.Changed} {
		if len(list) > 0 {
			out += [...]string{" by", " changed by"}[i]
		}
		for _, r := range list {
			out += " " + strings.TrimSuffix(strings.TrimPrefix(r.Other.name(), "plans/"), "/")
		}
	}
	for _, mark := range []struct {
		word string
		on   bool
	}{{" typed", e.Typed != ""}, {" period over", e.PeriodOver}, {" assumed", e.Assumed}} {
		if mark.on {
			out += mark.word
		}
	}
	return out
}

func TestListsByTypeAndEffect(t *testing.T) {
	site, _ := Relate(input(doc("plans/a.md", kind("quyet-dinh"), onIssue), doc("plans/b.md", kind("quyet-dinh-qppl")),
		doc("plans/c.md", kind("bao-cao"), lasts(plan.Date{}, on(1, 1)))))
	names := func(lists []*List) string {
		var out []string
		for _, l := range lists {
			out = append(out, fmt.Sprint(l.Name, " ", l.URL, " ", len(l.Documents)))
		}
		return strings.Join(out, ", ")
	}
	if got := names(site.Types); got != "Báo cáo types/bao-cao/ 1, Quyết định types/quyet-dinh/ 2" {
		t.Errorf("types: %s", got)
	}
	if got := names(site.Statuses); got != "in-force status/in-force/ 1, expired status/expired/ 1, unknown status/unknown/ 1" {
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
