package check

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
)

// A caseOf changes a document that breaks no rule, and says what the rule
// must then report: "field: message" in English. Nothing else may be reported.
type caseOf struct {
	name   string
	change func(*plan.Document)
	want   []string
}

// cases holds those of every rule; each test file adds its own.
var cases = map[*diag.Rule][]caseOf{
	ruleNumberType: numberTypeCases, ruleNumberYear: numberYearCases, ruleNumberPadding: numberPaddingCases,
	ruleYearSegment: yearSegmentCases, rulePartyForm: partyFormCases, ruleFactsMissing: factsMissingCases,
	ruleIssuedLater: issuedLaterCases, ruleEffectiveEarly: effectiveEarlyCases, ruleExpiresEarly: expiresEarlyCases,
	rulePeriodOrder: periodOrderCases, rulePlanPeriod: planPeriodCases, ruleSecretMark: secretMarkCases,
	ruleSummaryMissing: summaryMissingCases, ruleScheduledDate: scheduledDateCases, ruleWithdrawnReason: withdrawnReasonCases,
	rulePublishedEarly: publishedEarlyCases, ruleContactMissing: contactMissingCases, ruleTitleCapitals: titleCapitalsCases,
	rulePDFOnly: pdfOnlyCases, ruleHistoryEarly: historyEarlyCases, ruleHistoryFuture: historyFutureCases,
	ruleHistoryWithdrawn: historyWithdrawnCases, ruleHistoryTwice: historyTwiceCases,
	ruleCiteYear:       citeYearCases,
	ruleTargetUnserved: targetUnservedCases, ruleTaskAimless: taskAimlessCases, ruleTaskNoLead: taskNoLeadCases,
	ruleTaskNoDeadline: taskNoDeadlineCases, ruleTaskNoDeliverable: taskNoDeliverableCases, ruleTaskSilent: taskSilentCases,
	ruleLeadGone: leadGoneCases, ruleOwnPartner: ownPartnerCases,
}

// fields stand on the lines of a sound document, the first on line 1.
var fields = []string{"title", "type", "number", "issuer", "issued", "effective", "expires", "period", "summary",
	"publication", "publication.state", "publication.date", "publication.reason", "published", "contact", "recipients", "attachments", "history[0].date", "history[1].date", "history[1].kind"}

// sound is a document that breaks no rule.
func sound() *plan.Document {
	d := &plan.Document{
		Path: "content/plans/2023/x.md", Title: "Kế hoạch cải cách hành chính năm 2023", Type: plan.TypeByID("ke-hoach"),
		Number: number("01/KH-UBND"), Issuer: "ubnd", Issued: date(2023, 1, 3),
		EffectiveOnIssue: true, Period: plan.Period{From: date(2023, 0, 0), To: date(2023, 12, 0)},
		Summary: "Việc phường sẽ làm trong năm.", Contact: "Văn phòng",
		Publication: plan.Publication{State: plan.Published},
	}
	var places []plan.Place
	for i, f := range fields {
		places = append(places, plan.Place{Field: f, Line: i + 1, Column: 1})
	}
	d.Places = plan.PlacesOf(places)
	return d
}

// withdraw withdraws the document's page, as it should be done.
func withdraw(d *plan.Document) {
	d.Publication = plan.Publication{State: plan.Withdrawn, Reason: "Thay bằng kế hoạch khác."}
	d.History = []plan.Change{{Date: date(2023, 1, 5), Kind: plan.PageWithdrawn}}
}

// drop takes a field out of the document's front matter.
func drop(d *plan.Document, field string) {
	places := slices.Collect(d.Places.Each)
	d.Places = plan.PlacesOf(slices.DeleteFunc(places, func(p plan.Place) bool { return p.Field == field }))
}

func number(s string) citation.Number {
	n, err := citation.ParseNumber(s)
	if err != nil {
		panic(err)
	}
	return n
}

func date(y, m, d int) plan.Date { return plan.Date{Year: int16(y), Month: int8(m), Day: int8(d)} }

func kind(id string) *plan.Type {
	t := plan.TypeByID(id)
	if t == nil {
		panic(id)
	}
	return t
}

var context = Context{
	AsOf: date(2026, 9, 1),
	Orgs: map[string]*plan.Org{"ubnd": {ID: "ubnd", Name: "Ủy ban nhân dân phường", ShortName: "UBND phường", Kind: "ubnd"}, "dang-uy": {ID: "dang-uy", Kind: "dang"}, "mat-tran": {ID: "mat-tran", Kind: "khac"},
		"new": {ID: "new", From: date(2025, 7, 1)}, "brief": {ID: "brief", To: date(2026, 6, 30)}},
}

func TestASoundDocumentHasNoFindings(t *testing.T) {
	for _, f := range Document(sound(), context) {
		t.Errorf("%s %s", f.Rule.Code, f.Message.EN)
	}
}

func TestRules(t *testing.T) {
	for _, r := range Rules() {
		breaks, holds := false, false
		for _, c := range cases[r] {
			breaks, holds = breaks || len(c.want) > 0, holds || len(c.want) == 0
			t.Run(r.Name+"/"+c.name, func(t *testing.T) { c.run(t, r) })
		}
		if !breaks || !holds {
			t.Errorf("%s %s needs a case that breaks it and one that does not", r.Code, r.Name)
		}
	}
}

func (c caseOf) run(t *testing.T, r *diag.Rule) {
	d := sound()
	c.change(d)
	var got []string
	for _, f := range Document(d, context) {
		if f.Rule != r {
			t.Errorf("also %s: %s", f.Rule.Code, f.Message.EN)
			continue
		}
		got = append(got, place(d, f)+": "+f.Message.EN)
		holdsInBothLanguages(t, f)
	}
	if diff := cmp.Diff(c.want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// place names the field at which a finding stands.
func place(d *plan.Document, f diag.Finding) string {
	for p := range d.Places.Each {
		if p.Line == f.Pos.Line {
			return p.Field
		}
	}
	return f.Pos.String()
}

func holdsInBothLanguages(t *testing.T, f diag.Finding) {
	t.Helper()
	for _, s := range []string{f.Message.VI, f.Message.EN, f.Hint.VI, f.Hint.EN} {
		if s == "" || strings.Contains(s, "%!") {
			t.Errorf("%s has the text %q", f.Rule.Code, s)
		}
	}
	if f.Message.VI == f.Message.EN {
		t.Errorf("%s says the same in both languages: %q", f.Rule.Code, f.Message.VI)
	}
}

func TestEveryRuleExplainsItself(t *testing.T) {
	codes := map[string]bool{}
	for _, r := range Rules() {
		if (r.Code < "P060" || r.Code > "P089") && (r.Code < "P280" || r.Code > "P289") || codes[r.Code] {
			t.Errorf("code %s is taken or out of range", r.Code)
		}
		codes[r.Code] = true
		for _, s := range []string{r.Name, r.Title.VI, r.Title.EN, r.Why.VI, r.Why.EN, r.Good} {
			if s == "" {
				t.Errorf("%s leaves a text empty", r.Code)
			}
		}
	}
}

func TestPagesAreNotDocuments(t *testing.T) {
	d := &plan.Document{Path: "content/pages/gioi-thieu.md", Kind: plan.KindPage, Title: "Giới thiệu", Publication: plan.Publication{State: plan.Published}}
	if got := Document(d, context); len(got) > 0 {
		t.Errorf("%s: %s", got[0].Rule.Code, got[0].Message.EN)
	}
	withdraw(d)
	d.Publication.Reason = ""
	if got := Document(d, context); len(got) != 1 || got[0].Rule != ruleWithdrawnReason {
		t.Errorf("a withdrawn page without a reason has the findings %v", got)
	}
}

func TestAnUnreadableDocumentAddsNoNoise(t *testing.T) {
	if got := Document(&plan.Document{Path: "content/plans/x.md"}, Context{}); len(got) > 0 {
		t.Errorf("%s: %s", got[0].Rule.Code, got[0].Message.EN)
	}
}
