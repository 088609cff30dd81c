package matrix

import (
	"planpress/internal/diag"
	"planpress/internal/goal"
	"planpress/internal/plan"
)

// Report adds a row to what is known of a task: an update, or, where the row
// has a new deadline, the move to it; both, if it says how the task stands too.
func Report(t *plan.Task, r Row) []diag.Finding {
	var f findings
	f.texts(&r)
	on, ok := f.day(&r)
	if !ok {
		return f
	}
	f.onlyTargets(&r, t.ID)
	words := r.text(Text)
	if r.cell(To) != nil {
		f.reschedule(t, &r, on)
		if words = ""; r.cell(Status) == nil && r.cell(Progress) == nil && r.cell(Evidence) == nil {
			return f
		}
	}
	u := plan.Update{Date: on, Period: f.deadline(&r, Period), Status: f.status(&r), Progress: f.progress(&r),
		Text: words, Evidence: r.list(Evidence), By: r.text(By), Spot: r.Spot}
	f.needsEvidence(&r, u)
	rest := t.Own()
	if n := len(rest.Updates); n > 0 {
		f.later(&r, on, rest.Updates[n-1].Date)
	}
	rest.Updates = append(rest.Updates, u)
	return f
}

func (f *findings) reschedule(t *plan.Task, r *Row, on plan.Date) {
	moved := plan.Reschedule{Date: on, To: f.deadline(r, To), Reason: r.text(Text), Spot: r.Spot}
	f.movedAhead(r, moved)
	rest := t.Own()
	if n := len(rest.Reschedules); n > 0 {
		f.later(r, on, rest.Reschedules[n-1].Date)
	}
	rest.Reschedules = append(rest.Reschedules, moved)
}

// Reached adds a row to the values that a target reached.
func Reached(t *plan.Target, r Row) []diag.Finding {
	var f findings
	f.texts(&r)
	on, ok := f.day(&r)
	if !ok {
		return f
	}
	f.onlyTasks(&r, t.ID)
	a := plan.Actual{Date: on, Period: f.deadline(&r, Period), Value: goal.Measure(r.text(Value), unitOf(t)), Text: r.text(Text),
		Evidence: r.list(Evidence), By: r.text(By), Verified: f.yes(&r, Verified), Spot: r.Spot}
	if n := len(t.Actuals); n > 0 {
		f.later(&r, on, t.Actuals[n-1].Date)
	}
	t.Actuals = append(t.Actuals, a)
	return f
}

// unitOf gives the unit of a target: its own, or else that of its first goal.
func unitOf(t *plan.Target) string {
	if t.Unit == "" && len(t.Goals) > 0 {
		return t.Goals[0].Unit
	}
	return t.Unit
}
