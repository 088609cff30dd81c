package relate

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

// TestCitationRules has, for each rule on citations, what breaks it and what
// does not.
func TestCitationRules(t *testing.T) {
	a := func(text string) *plan.Document { return doc("plans/a.md", issued(on(2, 1)), says(text)) }
	b := func(text string) *plan.Document { return doc("plans/b.md", issued(on(2, 1)), says(text)) }
	c := func(text string) *plan.Document { return doc("plans/c.md", issued(on(2, 1)), says(text)) }
	replaced := func(in Input, since plan.Date) Input {
		in.Registry.Externals = append(in.Registry.Externals,
			&plan.External{ID: "qd-old", Issued: plan.Date{Year: 2020, Month: 1, Day: 1}, Expires: plan.Date{Year: 2030, Month: 1, Day: 1}},
			&plan.External{ID: "qd-new", Issued: since, Relations: []plan.Relation{{Kind: plan.Replaces, To: plan.Ref{Target: "qd-old"}}}})
		return in
	}
	rests := doc("plans/a.md", issued(on(2, 1)), basis("qd-old"))
	party := func(path, n string, day plan.Date) *plan.Document { return doc(path, of("du", n, day)) }
	unlisted := func(d *plan.Document) Input {
		in := province(d)
		in.Registry.Externals = nil
		return in
	}
	for _, x := range []struct {
		name  string
		in    Input
		codes string
		says  string // a part of a message
	}{
		{"the date of the document", province(a("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020")), "", ""},
		{"another date", province(a("Nghị định số 30/2020/NĐ-CP ngày 15/3/2020")), "P233", "Nghị định 30/2020/NĐ-CP has the date 2020-03-15 here, and 2020-03-05 at"},
		{"a date in another year, which has a rule of its own", province(a("Nghị định số 30/2020/NĐ-CP ngày 05/3/2021")), "", ""},
		{"only a year", province(a("Nghị định số 30/2020/NĐ-CP năm 2020")), "", ""},
		{"two dates of what nobody has", province(a("Nghị quyết số 9/NQ-CP ngày 02/3/2020"), b("Nghị quyết số 9/NQ-CP ngày 12/3/2020"), c("Nghị quyết số 9/NQ-CP ngày 12/3/2020")),
			"P233 P236", "9/NQ-CP has the date 2020-03-02 here, and 2020-03-12 at content/plans/b.md"},
		{"two years of what nobody has", province(a("Nghị quyết số 9/NQ-CP ngày 02/3/2020"), b("Nghị quyết số 9/NQ-CP ngày 12/3/2021")), "P236", "2 cited"},
		{"two dates of two bodies", province(a("Kế hoạch số 9/KH-UBND ngày 02/3/2020 của UBND huyện Xa"), b("Kế hoạch số 9/KH-UBND ngày 12/3/2020 của UBND huyện Gần")), "P236", ""},
		{"two dates, and nobody knows of whom", province(a("Kế hoạch số 9/KH-UBND ngày 02/3/2020"), b("Kế hoạch số 9/KH-UBND ngày 12/3/2020")), "P236", ""},

		{"the Party's number in the state's form", province(a("Chương trình số 10/CTr-TU ngày 14/12/2020")), "P234", "10/CTr-TU is in the form of the other side; it should read 10-CTr/TU"},
		{"the same of what nobody has", province(a("Chương trình số 11/CTr-TU ngày 14/12/2020")), "P234 P236", "it should read 11-CTr/TU"},
		{"as the original has it", province(party("plans/du.md", "02/CTr-ĐU", on(1, 9)), a("Chương trình số 02/CTr-ĐU ngày 09/01/2026")), "", ""},
		{"the state's number in the Party's form", province(a("Kế hoạch số 12-KH/UBND ngày 14/12/2020")), "P234 P236", "it should read 12/KH-UBND"},
		{"the Party's number, said to be the state's", province(a("Kế hoạch số 12-KH/TU ngày 14/12/2020 của UBND tỉnh Ví Dụ")), "P234 P236", "12-KH/TU is a number of the Party, and the text says it is of UBND tỉnh"},
		{"the state's number, said to be the Party's", province(a("Kế hoạch số 12/KH-UBND ngày 14/12/2020 của Tỉnh ủy Ví Dụ")), "P234 P236", "12/KH-UBND is a number of the state, and the text says it is of Tỉnh ủy"},
		{"each of its own", province(a("Kế hoạch số 12-KH/TU ngày 14/12/2020 của Ban Thường vụ Tỉnh ủy Ví Dụ, Kế hoạch số 12/KH-UBND ngày 14/12/2020 của UBND tỉnh Ví Dụ")), "P236", ""},
		{"an old number", province(a("Nghị định số 111-HĐBT ngày 14/12/1989")), "P236", ""},

		{"a basis that was replaced before", replaced(province(rests), on(1, 31)), "P235", "qd-old was in force until 2026-01-30"},
		{"a basis that was replaced on the day", replaced(province(rests), on(2, 1)), "", ""},
		{"a basis that was replaced later", replaced(province(rests), on(2, 2)), "", ""},
		{"a basis that had expired", province(doc("plans/a.md", issued(on(2, 1)), relation(plan.BasedOn, "plans/x")), doc("plans/x.md", lasts(plan.Date{}, on(1, 31)))), "P235", "until 2026-01-31"},
		{"a basis that an editor says had expired", province(doc("plans/a.md", issued(on(2, 1)), basis("plans/x")), doc("plans/x.md", typed(plan.Expired, on(1, 30)))), "P235 P243", ""},
		{"a basis that an editor says is in force", province(doc("plans/a.md", issued(on(2, 1)), basis("plans/x")), doc("plans/x.md", lasts(plan.Date{}, on(1, 31)), typed(plan.InForce, plan.Date{}))), "P243", ""},

		{"what nobody has", province(a("Nghị định số 31/2020/NĐ-CP"), b("Nghị định số 31/2020/NĐ-CP, Luật Biển năm 2012")), "P236", "2 cited, but not listed here: Luật Biển 2012, Nghị định 31/2020/NĐ-CP"},
		{"what nobody has, where nothing is listed", unlisted(a("Nghị định số 31/2020/NĐ-CP")), "", ""},

		{"the Party's number in two years of a term", province(party("plans/a.md", "05-KH/ĐU", plan.Date{Year: 2021, Month: 2, Day: 1}), party("plans/b.md", "05-KH/ĐU", plan.Date{Year: 2024, Month: 2, Day: 1})), "P203", ""},
		{"of two types", province(party("plans/a.md", "05-KH/ĐU", plan.Date{Year: 2021, Month: 2, Day: 1}), party("plans/b.md", "05-CTr/ĐU", plan.Date{Year: 2021, Month: 2, Day: 1})), "", ""},
		{"of two terms", province(party("plans/a.md", "05-KH/ĐU", plan.Date{Year: 2019, Month: 2, Day: 1}), party("plans/b.md", "05-KH/ĐU", plan.Date{Year: 2021, Month: 2, Day: 1})), "", ""},
		{"before and behind a congress", province(party("plans/a.md", "05-KH/ĐU", plan.Date{Year: 2025, Month: 2, Day: 1}), party("plans/b.md", "05-KH/ĐU", plan.Date{Year: 2025, Month: 9, Day: 1})), "", ""},
		{"in one month of a congress's year", province(party("plans/a.md", "05-KH/ĐU", plan.Date{Year: 2025, Month: 9, Day: 1}), party("plans/b.md", "05-KH/ĐU", plan.Date{Year: 2025, Month: 9, Day: 8})), "P203", ""},
	} {
		for _, d := range x.in.Documents {
			if d.Issuer == "ward" {
				d.Issuer = "" // no body of these sites
			}
		}
		_, findings := Relate(x.in)
		var got []string
		for _, f := range findings {
			got = append(got, f.Rule.Code)
			if f.Pos.File == "" && f.Rule != ruleCiteUnknown || f.Message.VI == "" || f.Message.EN == "" || f.Hint.VI == "" || f.Hint.EN == "" {
				t.Errorf("%s: %s lacks a place, a language or a hint: %+v", x.name, f.Rule.Code, f)
			}
		}
		slices.Sort(got)
		if diff := cmp.Diff(strings.Fields(x.codes), got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s%v", x.name, diff, findings)
		}
		if !slices.ContainsFunc(findings, func(f diag.Finding) bool { return strings.Contains(f.Message.EN, x.says) }) && x.says != "" {
			t.Errorf("%s: nothing says %q in %v", x.name, x.says, findings)
		}
	}
}
