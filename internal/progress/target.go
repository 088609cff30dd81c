package progress

import (
	"slices"
	"time"

	"planpress/internal/goal"
	"planpress/internal/plan"
)

// Standing is how a target stands: exactly one of these.
type Standing uint8

const (
	Met Standing = iota
	Steady
	Moving // behind, but getting better
	Stuck  // behind, and not getting better
	NoData
	standings int = iota
)

// Standings lists all, in the order in which pages show them.
var Standings = [...]Standing{Met, Steady, Moving, Stuck, NoData}

// Key is the standing's word in files, and the end of its message's key. It
// never changes.
func (s Standing) Key() string {
	return [...]string{"met", "on-course", "behind-moving", "behind-still", "no-data"}[s]
}

// Target is a target with how it stands.
type Target struct {
	*plan.Target
	Standing Standing
	Goal     *plan.Goal     // the stage that counts on the day; nil where the target has none
	Due      plan.Date      // its last day; zero where not known
	Actual   *plan.Actual   // the newest value; nil where there is none
	Course   []*plan.Actual // all reports up to the day, the oldest first; some have no value
	Split    bool           // it has parts, which are counted in its place

	// Summed says that values add up from the beginning of the goal's span on, so
	// that they are compared with a line from 0.
	Summed bool

	// Path is which part of the way from the baseline to the goal is behind:
	// 1 is the goal, below 0 is worse than the baseline. Expected is where a
	// straight line would be on the day of the actual value.
	Path, Expected       float64
	HasPath, HasExpected bool
}

// frame is the time of a plan, for what is not dated itself.
type frame struct{ begin, end plan.Date }

func frameOf(d *plan.Document) frame {
	f := frame{begin: firstDay(d.Period.From), end: lastDay(d.Period.To)}
	if f.begin.IsZero() {
		f.begin = d.Issued
	}
	if f.end.IsZero() {
		f.end = d.Expires
	}
	return f
}

// targetOn computes how a target stands.
func targetOn(t *plan.Target, f frame, asOf plan.Date) Target {
	out := Target{Target: t, Standing: NoData}
	out.Goal, out.Due = stage(t.Goals, f, asOf)
	out.Course = course(t.Actuals, asOf)
	if len(out.Course) == 0 {
		return out
	}
	for _, a := range out.Course {
		if a.Value.Text != "" { // a report in words takes no value away
			out.Actual = a
		}
	}
	if out.Goal == nil || out.Actual == nil {
		return out
	}
	out.measurePath(f, asOf)
	met, known := goal.Met(*out.Goal, out.Actual.Value)
	switch {
	case !known:
	case met:
		out.Standing = Met
	default:
		out.Standing = out.unmet(asOf)
	}
	return out
}

// unmet tells apart the standings of a target that is not met.
func (t *Target) unmet(asOf plan.Date) Standing {
	before, any := t.before()
	change := 0.0
	if any {
		change = distance(*t.Goal, before) - distance(*t.Goal, t.Actual.Value.Value)
	}
	overdue := !t.Due.IsZero() && t.Due.Compare(asOf) < 0
	switch {
	case !overdue && t.HasExpected && t.Path >= t.Expected-1e-9, !overdue && !t.HasExpected && change >= 0:
		return Steady
	case change > 0:
		return Moving
	}
	return Stuck
}

// before gives the value that the newest one is compared with: the one before
// it, or the baseline.
func (t *Target) before() (float64, bool) {
	if !t.Actual.Value.Number {
		return 0, false
	}
	for i := slices.Index(t.Course, t.Actual) - 1; i >= 0; i-- {
		if v := t.Course[i].Value; v.Number {
			return v.Value, true
		}
	}
	return t.Baseline.Value, t.Baseline.Number
}

// measurePath computes how far the newest value has come.
func (t *Target) measurePath(f frame, asOf plan.Date) {
	if !t.Actual.Value.Number || t.Goal.Op == plan.Prose {
		return
	}
	base, begin := t.Baseline.Value, t.Baseline.When.Latest
	if t.Summed = t.summed(f); t.Summed {
		base, begin = 0, t.span(f)
	}
	whole := distance(*t.Goal, base)
	if !t.Summed && !t.Baseline.Number || whole <= 0 {
		return // nothing to begin from, or no way to go
	}
	t.Path, t.HasPath = 1-distance(*t.Goal, t.Actual.Value.Value)/whole, true
	if begin.IsZero() {
		begin = f.begin
	}
	at := when(t.Actual)
	if at.IsZero() || at.Compare(asOf) > 0 {
		at = asOf
	}
	if begin.IsZero() || t.Due.IsZero() || days(begin, t.Due) <= 0 {
		return
	}
	part := float64(days(begin, at)) / float64(days(begin, t.Due))
	t.Expected, t.HasExpected = min(max(part, 0), 1), true
}

// distance is how far a value is from what meets a goal, in the goal's own
// unit. So that less is better of a rank, and that both sides of a range count,
// needs no word elsewhere.
func distance(g plan.Goal, v float64) float64 {
	switch g.Op {
	case plan.AtLeast, plan.Above:
		return max(g.Low-v, 0)
	case plan.AtMost, plan.Below:
		return max(v-g.High, 0)
	case plan.Between, plan.Exactly:
		return max(g.Low-v, v-g.High, 0)
	}
	return 0
}

// stage gives the goal that counts on a day: the first whose last day has not
// passed, else the one that ended last.
func stage(goals []plan.Goal, f frame, asOf plan.Date) (*plan.Goal, plan.Date) {
	var next, last *plan.Goal
	var nextDue, lastDue plan.Date
	for i := range goals {
		g := &goals[i]
		due := g.By.Latest
		if g.By.IsZero() {
			due = f.end
		}
		if (due.IsZero() || due.Compare(asOf) >= 0) && (next == nil || !due.IsZero() && due.Compare(nextDue) < 0) {
			next, nextDue = g, due
		}
		if last == nil || due.Compare(lastDue) > 0 {
			last, lastDue = g, due
		}
	}
	if next != nil {
		return next, nextDue
	}
	return last, lastDue
}

// when is the day that a value is about.
func when(a *plan.Actual) plan.Date {
	if !a.Period.Latest.IsZero() {
		return a.Period.Latest
	}
	return a.Date
}

// course gives the values that were known on a day, the oldest first.
func course(actuals []plan.Actual, asOf plan.Date) []*plan.Actual {
	var out []*plan.Actual
	for i := range actuals {
		a := &actuals[i]
		if a.Date.Compare(asOf) > 0 || a.Date.IsZero() && a.Period.Earliest.Compare(asOf) > 0 {
			continue
		}
		at := len(out)
		for at > 0 && when(out[at-1]).Compare(when(a)) > 0 {
			at--
		}
		out = append(out, nil)
		copy(out[at+1:], out[at:])
		out[at] = a
	}
	return out
}

func firstDay(d plan.Date) plan.Date {
	if d.IsZero() {
		return d
	}
	return plan.DateOf(d.Time())
}

// lastDay is the end of a year, month or day.
func lastDay(d plan.Date) plan.Date {
	switch {
	case d.IsZero() || d.Day != 0:
		return d
	case d.Month == 0:
		return plan.Date{Year: d.Year, Month: 12, Day: 31}
	}
	return plan.DateOf(time.Date(int(d.Year), time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC))
}
