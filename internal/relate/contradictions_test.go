package relate

import (
	"fmt"
	"strings"
	"testing"

	"planpress/internal/plan"
	"planpress/internal/source"
)

// does makes an entry of documents.yaml that does something.
func does(in Input, kind plan.RelationKind, target string, date plan.Date) Input {
	in.Registry.Externals = append(in.Registry.Externals, &plan.External{ID: "qd-9", Issued: on(1, 15), Type: plan.TypeByID("quyet-dinh"), Relations: []plan.Relation{
		{Kind: kind, To: plan.Ref{Target: target, Pos: source.Pos{File: "content/documents.yaml", Line: 4}}, Date: date}}})
	return in
}

// TestContradictions has, for each rule on what documents do to one another,
// what breaks it and what does not.
func TestContradictions(t *testing.T) {
	never := plan.Date{}
	at := func(month, day int) func(*plan.Document) { return issued(on(month, day)) }
	a := func(change ...func(*plan.Document)) *plan.Document { return doc("plans/a.md", change...) }
	b := func(change ...func(*plan.Document)) *plan.Document { return doc("plans/b.md", change...) }
	c := func(change ...func(*plan.Document)) *plan.Document { return doc("plans/c.md", change...) }
	for _, x := range []struct {
		name string
		in   Input
		want string // codes, and a part of the first message
	}{
		{"an edition follows another", input(a(), b(at(1, 2), relation(plan.Continues, "plans/a"), basis("plans/a"))), ""},
		{"two editions follow each other", input(a(relation(plan.Continues, "plans/b")), b(relation(plan.Continues, "plans/a"))), "P240 continues to content/plans/a.md"},
		{"a basis rests on what rests on it", input(a(basis("plans/b")), b(relation(plan.Amends, "plans/c")), c(relation(plan.BasedOn, "plans/a"))), "P240 based_on"},
		{"a circle of kinds that may be one", input(a(relation(plan.Implements, "plans/b")), b(relation(plan.ReportsOn, "plans/a"))), ""},
		{"parts of each other are amended", input(a(part(plan.Amends, "plans/b", "Mục I")), b(part(plan.Amends, "plans/a", "Mục I"))), ""},

		{"what came later is replaced", input(a(at(1, 2)), b(relation(plan.Replaces, "plans/a"))), "P241 content/plans/a.md only on 2026-01-02"},
		{"what came the same day is replaced", input(a(at(1, 2)), b(at(1, 2), relation(plan.Replaces, "plans/a"))), ""},
		{"what comes later is implemented", input(a(at(1, 2)), b(relation(plan.Implements, "plans/a"))), ""},
		{"what came later is repealed from elsewhere", does(input(a(at(1, 20))), plan.Repeals, "plans/a", never), "P241"},

		{"replaced by two", input(a(), b(at(1, 2), relation(plan.Replaces, "plans/a")), c(at(1, 9), relation(plan.Replaces, "plans/a"))),
			"P242 by content/plans/b.md, and now by content/plans/c.md"},
		{"replaced by a chain", input(a(), b(at(1, 2), relation(plan.Replaces, "plans/a")), c(at(1, 9), relation(plan.Replaces, "plans/b"))), ""},
		{"parts replaced by two", input(a(), b(part(plan.Replaces, "plans/a", "Mục I")), c(relation(plan.Replaces, "plans/a"))), ""},
		{"replaced by two versions", input(a(), b(number(kh1, "vi"), relation(plan.Replaces, "plans/a")), c(number(kh1, "en"), relation(plan.Replaces, "plans/a"))), ""},
		{"replaced anew, for the first never took effect", input(a(), b(lasts(on(6, 1), never), relation(plan.Replaces, "plans/a")),
			c(at(1, 9), relation(plan.Repeals, "plans/b"), relation(plan.Replaces, "plans/a"))), ""},
		{"replaced by two in times to come", input(a(), b(lasts(on(6, 1), never), relation(plan.Replaces, "plans/a")), c(lasts(on(7, 1), never), relation(plan.Replaces, "plans/a"))), "P242"},

		{"typed as in force, and replaced", input(a(typed(plan.InForce, never)), b(at(1, 2), relation(plan.Replaces, "plans/a"))), "P243 in-force is typed, but replaced is computed because of plans/b/"},
		{"typed as expired, and in force", input(a(typed(plan.Expired, on(2, 1)))), "P243 expired is typed, but in-force is computed"},
		{"typed as replaced, and replaced", input(a(typed(plan.Replaced, never)), b(at(1, 2), relation(plan.Replaces, "plans/a"))), ""},
		{"typed where nothing is known", input(a(kind("quyet-dinh-qppl"), typed(plan.InForce, never))), ""},

		{"extended when it was over", input(a(lasts(never, on(1, 31))), b(at(2, 15), relation(plan.Extends, "plans/a"), until(on(6, 30)))), "P244 extended from 2026-02-15"},
		{"extended on its last day", input(a(lasts(never, on(1, 31))), b(at(1, 31), relation(plan.Extends, "plans/a"), until(on(6, 30)))), ""},
		{"extended to what it had", input(a(lasts(never, on(6, 30))), b(at(1, 31), relation(plan.Extends, "plans/a"), until(on(6, 30)))), "P244 until 2026-06-30"},

		{"before its own issue", input(a(), b(at(1, 8), relation(plan.Replaces, "plans/a"), since(plan.Date{Year: 2025, Month: 1, Day: 8}))), "P245 from 2025-01-08"},
		{"on its own issue", input(a(), b(at(1, 8), relation(plan.Replaces, "plans/a"), since(on(1, 8)))), ""},

		{"an extension without end", input(a(lasts(never, on(6, 30))), b(at(1, 8), relation(plan.Extends, "plans/a"))), "P246 an extension"},
		{"a suspension without end", input(a(), b(at(1, 8), relation(plan.Suspends, "plans/a"))), ""},
		{"a suspension that ends before it begins", input(a(), b(at(1, 8), relation(plan.Suspends, "plans/a"), until(on(1, 7)))), "P246 until 2026-01-07, but only from 2026-01-08"},
		{"a suspension of one day", input(a(), b(at(1, 8), relation(plan.Suspends, "plans/a"), until(on(1, 8)))), ""},
		{"repealed until a day", input(a(), b(at(1, 8), relation(plan.Repeals, "plans/a"), until(on(6, 8)))), "P246 repeals"},

		{"before its own issue, in documents.yaml", does(input(a()), plan.Repeals, "plans/a", on(1, 8)), "P245 from 2026-01-08"},
		{"an extension without end, in documents.yaml", does(input(a(lasts(never, on(6, 30)))), plan.Extends, "plans/a", never), "P246 an extension"},
		{"unknown in documents.yaml", does(input(a()), plan.Repeals, "plans/x", never), "P204 plans/x"},
		{"itself in documents.yaml", does(input(a()), plan.Repeals, "qd-9", never), "P224 qd-9"},
		{"another of documents.yaml", does(input(a()), plan.Repeals, "10-ctr-tu-2020", never), ""},
		{"a draft, in documents.yaml", does(input(a(state(plan.Draft, never))), plan.Repeals, "plans/a", never), ""},
	} {
		_, findings := Relate(x.in)
		code, message, _ := strings.Cut(x.want, " ")
		var got []string
		for _, f := range findings {
			got = append(got, f.Rule.Code)
			if f.Pos.File == "" || f.Message.VI == "" || f.Message.EN == "" || f.Hint.VI == "" || f.Hint.EN == "" {
				t.Errorf("%s: %s lacks a place, a language or a hint: %+v", x.name, f.Rule.Code, f)
			}
		}
		if strings.Join(got, " ") != code || code != "" && !strings.Contains(findings[0].Message.EN, message) {
			t.Errorf("%s: findings %v, want %q", x.name, findings, x.want)
		}
	}
}

func TestRelationsOfDocumentsElsewhere(t *testing.T) {
	in := does(input(doc("plans/a.md")), plan.Repeals, "plans/a", on(2, 1))
	site, _ := Relate(in)
	e := site.Documents[0]
	if got := show(e.Effect); got != "repealed 2026-02-01 by qd-9" {
		t.Errorf("effect %q", got)
	}
	if len(e.Inverse) != 1 || e.Inverse[0].Other.External.ID != "qd-9" {
		t.Errorf("inverse %+v", e.Inverse)
	}
}

// TestALongChainComesToAnEnd: each replaces the one before it, and the last is
// replaced by the first.
func TestALongChainComesToAnEnd(t *testing.T) {
	const n = 20000
	in := input()
	for i := range n {
		in.Documents = append(in.Documents, doc(fmt.Sprintf("plans/d%05d.md", i), relation(plan.Replaces, fmt.Sprintf("plans/d%05d", (i+n-1)%n))))
	}
	site, findings := Relate(in)
	if len(findings) != 1 || findings[0].Rule != ruleReplaceCycle {
		t.Errorf("%d findings", len(findings))
	}
	for _, e := range site.Documents {
		if e.Effect.Kind == "" {
			t.Fatalf("%s has no effect", e.URL)
		}
	}
}
