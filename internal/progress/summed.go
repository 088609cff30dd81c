package progress

import (
	"strings"

	"planpress/internal/goal"
	"planpress/internal/plan"
	"planpress/internal/viet"
)

// summed reports whether the values of a target add up over the span of its
// goal: “17,4 billion in the first five months” of a goal of 40,5 for the year
// is on its way from 0, and not from the 36,8 of the year before. It is so where
// the method says so; and of what is no share and no rank, where a value is for
// the first part of the span and below the baseline.
func (t *Target) summed(f frame) bool {
	if t.Goal.Op != plan.AtLeast && t.Goal.Op != plan.Above {
		return false
	}
	said := viet.Fold(t.Method + " " + t.Note)
	for _, word := range [...]string{"luy ke", "cong don"} {
		if strings.Contains(said, word) {
			return true
		}
	}
	unit := t.Unit + " " + t.Goal.Unit
	p := t.Actual.Period
	return !strings.Contains(unit, "%") && !goal.IsRank(t.Unit) && t.Baseline.Number && t.Actual.Value.Value < t.Baseline.Value &&
		!p.Earliest.IsZero() && p.Earliest == t.span(f) && p.Latest.Compare(t.Due) < 0
}

// span gives the first day of the goal's span.
func (t *Target) span(f frame) plan.Date {
	if !t.Goal.By.Earliest.IsZero() {
		return t.Goal.By.Earliest
	}
	return f.begin
}
