package relate

import "planpress/internal/plan"

// EffectKind says whether a document holds.
type EffectKind string

// The kinds of effect that are told apart.
const (
	InForce         EffectKind = "in-force"
	NotYetInForce   EffectKind = "not-yet"
	Expired         EffectKind = "expired"
	Replaced        EffectKind = "replaced"
	EffectWithdrawn EffectKind = "withdrawn"
	EffectUnknown   EffectKind = "unknown"
)

// EffectKinds lists the kinds in the order in which pages show them.
var EffectKinds = [...]EffectKind{InForce, NotYetInForce, Expired, Replaced, EffectWithdrawn, EffectUnknown}

// Effect is the legal effect of a document on the day of the site. Date is the
// day since when it is in force, replaced or withdrawn, from when it will be
// in force, or the last day of one that expired; zero where that is not known.
type Effect struct {
	Kind EffectKind
	Date plan.Date
}

// effect works out whether a document holds on a day, of what front matter
// says and nothing else: its first and last day, the documents that replace
// it or repeal it as a whole, and its withdrawal from the site.
//
// Its limits: a document that does not say when it takes effect is unknown,
// however old it is, for the law gives administrative documents no common
// first day. Where the period of a plan has ended, the plan is not taken to
// have expired. What is amended, replaced or repealed in part counts as in
// force. One that is suspended as a whole is unknown, for when a suspension
// ends is not written anywhere. What became of the legal basis, and documents
// that are not on this site, do not count. It says what editors recorded, and is
// no legal advice.
func effect(e *Entry, day plan.Date) Effect {
	if e.State == plan.Withdrawn {
		return Effect{EffectWithdrawn, e.Document.Publication.Date}
	}
	expired := e.Document.Expires.EndsBefore(day)
	if since, ok := ended(e, plan.Replaces, day); ok && !(expired && e.Document.Expires.EndsBefore(since)) {
		return Effect{Replaced, since}
	}
	if since, ok := ended(e, plan.Repeals, day); ok && !expired {
		return Effect{Expired, dayBefore(since)}
	}
	from := firstDay(e.Document)
	_, suspended := ended(e, plan.Suspends, day)
	switch {
	case expired:
		return Effect{Expired, e.Document.Expires}
	case from.IsZero() || suspended:
		return Effect{Kind: EffectUnknown}
	case from.Compare(day) > 0:
		return Effect{NotYetInForce, from}
	}
	return Effect{InForce, from}
}

// ended finds the first published document that does something to all of e by
// a day, and since when. A relation without a date counts from the first day
// of the document that declares it; where that is not known either, from its
// issue, and then since is zero.
func ended(e *Entry, kind plan.RelationKind, day plan.Date) (since plan.Date, ok bool) {
	for _, r := range e.Inverse {
		if r.Kind != kind || r.Provision != "" || r.Other.Entry.State != plan.Published {
			continue
		}
		known := r.Date
		if known.IsZero() {
			known = firstDay(r.Other.Entry.Document)
		}
		begins := known
		if begins.IsZero() {
			begins = r.Other.Entry.Document.Issued
		}
		if begins.Compare(day) > 0 {
			continue
		}
		if !ok || since.IsZero() || !known.IsZero() && known.Compare(since) < 0 {
			since = known
		}
		ok = true
	}
	return since, ok
}

// firstDay is the day on which a document takes effect; zero where that is not
// said.
func firstDay(d *plan.Document) plan.Date {
	if d.EffectiveOnIssue {
		return d.Issued
	}
	return d.Effective
}

// dayBefore is the last day before one; zero for zero.
func dayBefore(d plan.Date) plan.Date {
	if !d.IsDay() {
		return plan.Date{}
	}
	return plan.DateOf(d.Time().AddDate(0, 0, -1))
}

// effects works out the effect of every document, and of the other pages that
// were withdrawn, which look like documents.
func (r *relater) effects() {
	for _, d := range r.in.Documents {
		if e := r.all[d.Path]; d.Kind == plan.KindDocument || e.State == plan.Withdrawn {
			e.Effect = effect(e, r.in.AsOf)
		}
	}
}
