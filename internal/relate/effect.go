package relate

import (
	"cmp"
	"slices"

	"planpress/internal/plan"
)

// Effect is the legal effect of a document on the day of the site: what
// editors recorded and what follows from it. It is no legal advice.
type Effect struct {
	Kind plan.EffectKind

	// Date is the day since when it is so, the day from when it will be in
	// force, or the last day of one that expired; zero where not known.
	Date  plan.Date
	Until plan.Date // the last day of a suspension; zero where not known

	Assumed bool   // Date is the day of issue, because no first day is given
	Typed   string // why an editor wrote the kind by hand; "" where it was computed

	By      []Relation // what others did to it that made it so, or what took the place of one that had expired
	Changed []Relation // what else was done to it and left it in force: amended, corrected, extended

	PeriodOver bool // it has not ended, but the span that it plans for has
}

// effects works out the effect of every document on the day of the site, and
// then lets happen what is known of the days behind it, for what contradicts
// itself is to be mended before its day comes.
func (r *relater) effects() {
	r.acts = r.makeActs()
	c := newCourse(r.acts.deeds)
	c.run(r.in.AsOf)
	for i, d := range r.in.Documents {
		e := &r.entered[i]
		if a := r.acts.of[i]; a != nil {
			e.Effect = a.effect(e, r.in.AsOf)
		}
		if e.State == plan.Withdrawn { // another page, too, then looks like a document
			e.Effect = Effect{Kind: plan.PageGone, Date: d.Publication.Date}
		}
	}
	r.typedEffects()
	c.run(endOfTime)
	r.contradictions()
	r.basesEnded()
	r.acts = nil // nothing else asks for them, and they take room
}

// contradictions reports what cannot be true of documents and what they do to
// one another.
func (r *relater) contradictions() {
	r.replaced()
	r.circled()
	r.actOnLater()
	r.replacedTwice()
	r.extensions()
	r.earlyRelations()
	r.lastDays()
}

// effect is what holds of one version of an act on the day that the course has
// run to. What was typed is shown, and says nothing about other documents.
func (a *act) effect(e *Entry, day plan.Date) Effect {
	out := a.computed(day)
	if t := a.typed; t.Kind == out.Kind {
		out.Typed, out.Date = t.Reason, cmp.Or(t.Date, out.Date)
	} else if t.Kind != "" {
		out = Effect{Kind: t.Kind, Date: t.Date, Typed: t.Reason}
	}
	out.PeriodOver = !out.Kind.Over() && e.Document.Period.To.EndsBefore(day)
	return out
}

// computed is the effect that follows from dates and deeds.
func (a *act) computed(day plan.Date) Effect {
	switch suspension := a.suspendedOn(day); {
	case !a.over.IsZero():
		by := a.done(func(d *deed) bool { return d.ends() && !d.late })
		return Effect{Kind: endedAs(by[0].Kind), Date: a.over, By: by}
	case a.last.EndsBefore(day):
		next := a.done(func(d *deed) bool { return d.ends() && d.relation.Kind == plan.Replaces })
		return Effect{Kind: plan.Expired, Date: a.last, By: next}
	case a.open && a.expires.EndsBefore(day), a.inDoubt(day):
		return Effect{Kind: plan.EffectUnknown}
	case suspension != nil:
		by := a.done(func(d *deed) bool { return d == suspension })
		return Effect{Kind: plan.Suspended, Date: suspension.begins, Until: suspension.lastDay(), By: by}
	case a.from.IsZero():
		return Effect{Kind: plan.EffectUnknown}
	case a.from.Compare(day) > 0:
		return Effect{Kind: plan.NotYetInForce, Date: a.from, Assumed: a.assumed}
	}
	out := Effect{Kind: plan.InForce, Date: a.from, Assumed: a.assumed}
	out.Changed = a.done(func(d *deed) bool {
		return d.whole() && !d.late && (d.relation.Kind == plan.Amends || d.relation.Kind == plan.Extends) || d.relation.Kind == plan.Corrects && !d.late
	})
	out.By = a.done(func(d *deed) bool { return d.partial(day) })
	if len(out.By) > 0 {
		out.Kind, out.Date, out.Assumed = plan.PartlyInForce, out.By[0].Date, false
	}
	return out
}

// partial reports whether a part of a document is not, on a day, as it was.
func (d *deed) partial(day plan.Date) bool {
	switch kind := d.relation.Kind; {
	case d.whole() || d.late:
		return false
	case kind == plan.Suspends:
		return d.holdsOn(day)
	default:
		return kind == plan.Amends || endedAs(kind) != ""
	}
}

// inDoubt reports whether something ends or suspends the whole act, and nobody
// knows since when.
func (a *act) inDoubt(day plan.Date) bool {
	return slices.ContainsFunc(a.doubted, func(d *deed) bool {
		return (d.ends() || d.whole() && d.relation.Kind == plan.Suspends) && d.by.issued.Compare(day) <= 0
	})
}

// done lists deeds with what did them, and since when. Those that say the same,
// as the versions of a document in two languages do, are listed once. Of what
// ended an act on one day a replacement comes first: readers look for it.
func (a *act) done(which func(*deed) bool) []Relation {
	var out []Relation
	for _, d := range a.suffered {
		if !which(d) {
			continue
		}
		rel := d.relation
		rel.Other, rel.Date = d.by.ref, d.begins
		if !slices.ContainsFunc(out, rel.same) {
			out = append(out, rel)
		}
	}
	if len(out) > 0 && endedAs(out[0].Kind) != "" && out[0].Provision == "" {
		slices.SortStableFunc(out, func(x, y Relation) int {
			return cmp.Compare(rank(x.Kind), rank(y.Kind))
		})
	}
	return out
}

func rank(kind plan.RelationKind) int { return slices.Index(plan.EffectKinds[:], endedAs(kind)) }
