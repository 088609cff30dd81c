package matrix

import (
	"planpress/internal/diag"
	"planpress/internal/goal"
	"planpress/internal/plan"
)

// Task makes a task of a row. It gives false where there is none to speak of.
func Task(r Row) (plan.Task, bool, []diag.Finding) {
	var f findings
	if !f.named(&r) {
		return plan.Task{}, false, f
	}
	f.texts(&r)
	rest := plan.Rest{Parent: r.text(Parent), Start: f.deadline(&r, Start), Budget: r.text(Budget),
		Serves: r.list(Serves), Requires: r.list(Requires), Note: r.text(Note)}
	t := plan.Task{
		ID: r.text(ID), No: r.text(No), Name: r.text(Name), Group: r.group(),
		Leads: Bodies(r.text(Leads)), Partners: Bodies(r.text(Partners)), Deliverable: r.text(Deliverable),
		Deadline: f.deadline(&r, Deadline), Spot: r.Spot,
	}
	if !rest.IsZero() {
		t.Rest = &rest
	}
	return t, true, f
}

// Target makes a target of a row, and of those with its further goals.
func Target(r Row, stages ...Row) (plan.Target, bool, []diag.Finding) {
	var f findings
	if !f.named(&r) {
		return plan.Target{}, false, f
	}
	f.texts(&r)
	t := plan.Target{
		ID: r.text(ID), No: r.text(No), Name: r.text(Name), Group: r.group(), Parent: r.text(Parent),
		Owners: Bodies(r.text(Leads)), Unit: r.text(Unit), Source: r.text(Source), Method: r.text(Method),
		Frequency: r.text(Frequency), Note: r.text(Note), Spot: r.Spot,
		Baseline: plan.Baseline{Measure: goal.Measure(r.text(Baseline), r.text(Unit)), When: f.deadline(&r, BaselineWhen)},
	}
	t.Direction = f.direction(&r, stages)
	for _, stage := range append([]Row{r}, stages...) {
		if stage.text(Value) == "" && stage.text(Deadline) == "" && stage.text(Scope) == "" {
			continue
		}
		g := goal.Parse(stage.text(Value), t.Unit, t.Direction)
		g.By, g.Scope = f.deadline(&stage, Deadline), stage.text(Scope)
		t.Goals = append(t.Goals, g)
	}
	return t, true, f
}

func (r *Row) group() string {
	if own := r.text(Group); own != "" {
		return own
	}
	return r.Group
}

// direction reads which values of a target are better. Where the row does not
// say, its first goal tells.
func (f *findings) direction(r *Row, stages []Row) plan.Direction {
	text := r.text(Direction)
	for i, names := range directionNames {
		for _, name := range names {
			if text != "" && headKey(name) == headKey(text) {
				return plan.Direction(i)
			}
		}
	}
	if text != "" {
		f.add(ruleValue, r.at(Direction), diag.T("chiều “%s” không có trong danh sách", "the direction “%s” is not known", shorten(text)),
			diag.T("dùng một trong: up, down, range, state", "use one of up, down, range, state"))
	}
	for _, stage := range append([]Row{*r}, stages...) {
		if value := stage.text(Value); value != "" {
			return goal.DirectionOf(goal.Parse(value, r.text(Unit), plan.Rises))
		}
	}
	return plan.Rises
}

// directionNames are the words for each direction; the first is written.
var directionNames = [...][]string{
	plan.Rises:    {"up", "tăng", "càng cao càng tốt"},
	plan.Falls:    {"down", "giảm", "càng thấp càng tốt"},
	plan.Within:   {"range", "trong khoảng"},
	plan.Attained: {"state", "đạt hay chưa", "đạt/chưa đạt"},
}
