// Package check holds the rules that one document must follow by itself: that
// its number fits its type, its date and its issuer, that its dates are in
// order, that nothing is missing that its readers or the law ask for.
//
// A rule is one file: what it is called and rests on, why it matters to a
// reader, and the function that looks for breaches. Its cases are in the test
// file beside it. What needs other documents to be judged is in package
// relate; what cannot be read at all is reported by package frontmatter.
package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

// Context is what rules know beside the document. The zero value is usable:
// rules that need what is missing find nothing.
type Context struct {
	Settings plan.Settings
	AsOf     plan.Date            // the day for which the site is made
	Orgs     map[string]*plan.Org // by id
}

// A rule looks for one kind of mistake.
type rule struct {
	*diag.Rule
	find  func(*plan.Document, Context) []diag.Finding
	pages bool // also for pages that are no documents
}

var rules = [...]rule{
	{Rule: ruleNumberType, find: numberType},
	{Rule: ruleNumberYear, find: numberYear},
	{Rule: ruleNumberPadding, find: numberPadding},
	{Rule: ruleYearSegment, find: yearSegment},
	{Rule: rulePartyForm, find: partyForm},
	{Rule: ruleFactsMissing, find: factsMissing},
	{Rule: ruleIssuedLater, find: issuedLater},
	{Rule: ruleEffectiveEarly, find: effectiveEarly},
	{Rule: ruleExpiresEarly, find: expiresEarly},
	{Rule: rulePeriodOrder, find: periodOrder},
	{Rule: rulePlanPeriod, find: planPeriod},
	{Rule: ruleSecretMark, find: secretMark, pages: true},
	{Rule: ruleSummaryMissing, find: summaryMissing},
	{Rule: ruleScheduledDate, find: scheduledDate, pages: true},
	{Rule: ruleWithdrawnReason, find: withdrawnReason, pages: true},
	{Rule: rulePublishedEarly, find: publishedEarly},
	{Rule: ruleContactMissing, find: contactMissing},
	{Rule: ruleTitleCapitals, find: titleCapitals, pages: true},
	{Rule: rulePDFOnly, find: pdfOnly},
	{Rule: ruleHistoryEarly, find: historyEarly},
	{Rule: ruleHistoryFuture, find: historyFuture, pages: true},
	{Rule: ruleHistoryWithdrawn, find: historyWithdrawn, pages: true},
	{Rule: ruleHistoryTwice, find: historyTwice, pages: true},
	{Rule: ruleCiteYear, find: citeYear, pages: true},
	{Rule: ruleTargetUnserved, find: targetUnserved},
	{Rule: ruleTaskAimless, find: taskAimless},
	{Rule: ruleTaskNoLead, find: taskNoLead},
	{Rule: ruleTaskNoDeadline, find: taskNoDeadline},
	{Rule: ruleTaskNoDeliverable, find: taskNoDeliverable},
	{Rule: ruleTaskSilent, find: taskSilent},
	{Rule: ruleLeadGone, find: leadGone},
	{Rule: ruleOwnPartner, find: ownPartner},
}

// Rules lists what this package looks for.
func Rules() []*diag.Rule {
	out := make([]*diag.Rule, len(rules))
	for i, r := range rules {
		out[i] = r.Rule
	}
	return out
}

// Document gives what one document breaks, in the order of the rules.
func Document(d *plan.Document, ctx Context) []diag.Finding {
	var out []diag.Finding
	for _, r := range rules {
		if r.pages || d.Kind == plan.KindDocument {
			out = append(out, r.find(d, ctx)...)
		}
	}
	return out
}

// one makes the result of a rule that found one thing.
func one(f diag.Finding) []diag.Finding { return []diag.Finding{f} }

// isPublic reports whether readers see, or will see, the document's page.
func isPublic(d *plan.Document) bool { return d.Publication.State != plan.Draft }

// isGiven reports whether front matter has a field, even one that could not be
// read and has a finding of its own.
func isGiven(d *plan.Document, field string) bool {
	_, _, given := d.Places.Find(field)
	return given
}
