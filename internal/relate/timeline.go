package relate

import (
	"cmp"
	"slices"
	"strings"

	"planpress/internal/plan"
)

// act is a document as far as its legal effect goes, on this site or in
// documents.yaml. The versions of one document in several languages are one
// act.
type act struct {
	ref     Reference // in the site's language where there is such a version
	foreign bool
	name    string // unique, for a fixed order
	ordinal int32

	issued  plan.Date
	from    plan.Date // first day in force; zero where not known
	assumed bool      // from is the day of issue because nothing else is said
	expires plan.Date // last day in force by its own words; zero where none
	typed   plan.TypedEffect

	// What became of it up to the day that a course has run to.
	suffered []*deed   // what others did to it, in the order of time
	doubted  []*deed   // what others do to it, nobody knows since when
	over     plan.Date // the day on which others ended it; zero where none did
	last     plan.Date // last day in force by its words and by extensions; zero where none is known
	open     bool      // it was extended, and nobody says until when
}

// deed is what one act does to the effect of another.
type deed struct {
	relation Relation // of by; Other is to
	by, to   *act
	begins   plan.Date
	done     bool // it has taken place
	late     bool // to had already ended
}

// whole reports whether a deed concerns the whole of a document.
func (d *deed) whole() bool { return d.relation.Provision == "" }

// ends reports whether a deed ends what it is done to.
func (d *deed) ends() bool { return d.whole() && endedAs(d.relation.Kind) != "" }

// endedAs is what becomes of a document that something of that kind is done
// to; "" where it goes on.
func endedAs(kind plan.RelationKind) plan.EffectKind {
	switch kind {
	case plan.Replaces:
		return plan.Replaced
	case plan.Repeals:
		return plan.Repealed
	case plan.Recalls:
		return plan.Recalled
	}
	return ""
}

// touchesEffect reports whether relations of a kind change legal effect.
func touchesEffect(kind plan.RelationKind) bool {
	switch kind {
	case plan.Replaces, plan.Repeals, plan.Recalls, plan.Suspends, plan.Extends, plan.Amends, plan.Corrects:
		return true
	}
	return false
}

// course is what acts do to one another, one deed after the other. These are
// the rules:
//
//   - A deed begins on the day that its relation names, and not before the act
//     that does it is in force.
//   - It takes place only if that act is in force on that day. One that was
//     repealed before it took effect replaces nothing. One that is suspended
//     waits for the end of its suspension, if that is known.
//   - What took place stays: what replaced a document and is repealed later
//     does not bring the first one back. Only a suspension ends with the act
//     that ordered it.
//   - Of several deeds on one day, those of the act issued later come first,
//     for the later law prevails.
//   - A document ends once. What is done to it afterwards changes nothing.
//
// Every deed is looked at once, and once more for each suspension that it waits
// for. The order in which documents were read does not matter.
type course struct{ coming, waiting []*deed }

func newCourse(deeds []*deed) *course {
	slices.SortFunc(deeds, compareDeeds)
	return &course{coming: deeds}
}

// run lets everything happen that begins up to a day.
func (c *course) run(day plan.Date) {
	for len(c.coming)+len(c.waiting) > 0 {
		from := &c.coming
		if len(c.coming) == 0 || len(c.waiting) > 0 && compareDeeds(c.waiting[0], c.coming[0]) < 0 {
			from = &c.waiting
		}
		d := (*from)[0]
		if d.begins.Compare(day) > 0 {
			return
		}
		*from = (*from)[1:]
		switch s := d.by.suspendedOn(d.begins); {
		case d.by.overOn(d.begins):
		case s == nil:
			d.take()
		default:
			c.wait(d, s)
		}
	}
}

// wait keeps a deed until the suspension of the act that does it is over.
func (c *course) wait(d, suspension *deed) {
	next := DayAfter(suspension.lastDay())
	if next.Compare(d.begins) <= 0 {
		return // nobody knows when it ends
	}
	d.begins = next
	at, _ := slices.BinarySearchFunc(c.waiting, d, compareDeeds)
	c.waiting = slices.Insert(c.waiting, at, d)
}

// take lets a deed take place.
func (d *deed) take() {
	to := d.to
	d.done = true
	to.suffered = append(to.suffered, d)
	switch {
	case d.relation.Kind == plan.Extends && d.whole():
		d.late = to.overOn(dayBefore(d.begins)) // what ended yesterday can still be extended from today
		if !d.late {
			to.extend(d.relation.Until)
		}
	case d.ends():
		if d.late = to.overOn(d.begins) && to.over != d.begins; !d.late {
			to.over = d.begins
		}
	default:
		d.late = to.overOn(d.begins)
	}
}

func (a *act) extend(until plan.Date) {
	switch {
	case until.IsZero():
		a.last, a.open = until, true
	case a.open || until.Compare(a.last) > 0:
		a.last, a.open = until, false
	}
}

func compareDeeds(a, b *deed) int {
	x, y := &a.relation, &b.relation
	return cmp.Or(a.begins.Compare(b.begins), b.by.issued.Compare(a.by.issued), cmp.Compare(b.by.ordinal, a.by.ordinal),
		strings.Compare(a.by.name, b.by.name), strings.Compare(a.to.name, b.to.name), strings.Compare(string(x.Kind), string(y.Kind)),
		strings.Compare(x.Provision, y.Provision), x.Date.Compare(y.Date), x.Until.Compare(y.Until))
}

// overOn reports whether an act had come to its end by a day.
func (a *act) overOn(day plan.Date) bool {
	return !a.over.IsZero() && a.over.Compare(day) <= 0 || a.last.EndsBefore(day)
}

// suspendedOn is the suspension of the whole act that holds on a day, or nil.
// Of several it is the one that lasts longest.
func (a *act) suspendedOn(day plan.Date) *deed {
	var found *deed
	for _, d := range a.suffered {
		if d.relation.Kind != plan.Suspends || !d.whole() || !d.holdsOn(day) {
			continue
		}
		if found == nil || !found.lastDay().IsZero() && (d.lastDay().IsZero() || d.lastDay().Compare(found.lastDay()) > 0) {
			found = d
		}
	}
	return found
}

// holdsOn reports whether a suspension lasts on a day.
func (d *deed) holdsOn(day plan.Date) bool {
	return !d.late && d.begins.Compare(day) <= 0 && !d.relation.Until.EndsBefore(day) && !d.by.overOn(day)
}

// lastDay is the last day of a suspension, as it is ordered or as the act that
// orders it ends; zero where that is not known.
func (d *deed) lastDay() plan.Date {
	last := d.relation.Until
	for _, end := range []plan.Date{d.by.last, dayBefore(d.by.over)} {
		if last.IsZero() || !end.IsZero() && end.Compare(last) < 0 {
			last = end
		}
	}
	return last
}

// dayBefore is the last day before one; zero where that is not exact.
func dayBefore(d plan.Date) plan.Date {
	if !d.IsDay() {
		return plan.Date{}
	}
	return plan.DateOf(d.Time().AddDate(0, 0, -1))
}

// DayAfter is the first day behind a day, a month or a year; zero for zero.
func DayAfter(d plan.Date) plan.Date {
	switch {
	case d.IsZero():
		return d
	case d.Month == 0:
		return plan.Date{Year: d.Year + 1, Month: 1, Day: 1}
	case d.Day == 0:
		return plan.DateOf(d.Time().AddDate(0, 1, 0))
	}
	return plan.DateOf(d.Time().AddDate(0, 0, 1))
}
