package progress

import (
	"testing"

	"planpress/internal/goal"
	"planpress/internal/plan"
)

// values makes the actual values of the quarters of 2026.
func values(texts ...string) []plan.Actual {
	var out []plan.Actual
	for i, text := range texts {
		q := by([...]string{"Quý I/2026", "Quý II/2026"}[i])
		out = append(out, plan.Actual{Date: q.Latest, Period: q, Value: goal.Measure(text, "")})
	}
	return out
}

func TestStandings(t *testing.T) {
	for _, c := range []struct {
		name, goal, unit, baseline string
		direction                  plan.Direction
		actuals                    []string
		want                       Standing
	}{
		{"met", "≥ 95%", "%", "88", plan.Rises, []string{"96,4%"}, Met},
		{"no value", "≥ 95%", "%", "88", plan.Rises, nil, NoData},
		{"words that say nothing", "≥ 95%", "%", "88", plan.Rises, []string{"theo số liệu của tỉnh"}, NoData},
		{"not yet, in words", "Hoàn thành", "", "", plan.Attained, []string{"Đang thực hiện"}, Steady},
		{"half the way in half the year", "≥ 100%", "%", "80%", plan.Rises, []string{"85", "90"}, Steady},
		{"less than that, but better", "≥ 100%", "%", "80%", plan.Rises, []string{"81", "84"}, Moving},
		{"less than that, and the same", "≥ 100%", "%", "80%", plan.Rises, []string{"84", "84"}, Stuck},
		{"worse than the baseline", "≥ 100%", "%", "80%", plan.Rises, []string{"79"}, Stuck},
		{"of a rank less is better: met", "hạng 5", "hạng", "15", plan.Falls, []string{"3/63"}, Met},
		{"of a rank less is better: on course", "hạng 5", "hạng", "15", plan.Falls, []string{"9"}, Steady},
		{"of a rank more is worse", "hạng 5", "hạng", "15", plan.Falls, []string{"12", "14"}, Stuck},
		{"a rank that gets better", "hạng 5", "hạng", "15", plan.Falls, []string{"14", "12"}, Moving},
		{"within a range", "40 - 50", "%", "30", plan.Within, []string{"45"}, Met},
		{"above a range, coming down", "40 - 50", "%", "90", plan.Within, []string{"80", "60"}, Steady},
		{"a range left on the other side", "40 - 50", "%", "30", plan.Within, []string{"45", "70"}, Stuck},
		{"no baseline, getting better", "≥ 95%", "%", "", plan.Rises, []string{"80", "90"}, Steady},
		{"no baseline, getting worse", "≥ 95%", "%", "", plan.Rises, []string{"90", "80"}, Stuck},
		{"done, in words", "Hoàn thành", "", "", plan.Attained, []string{"Đã hoàn thành"}, Met},
	} {
		target := plan.Target{Unit: c.unit, Direction: c.direction, Goals: []plan.Goal{goal.Parse(c.goal, c.unit, c.direction)}, Actuals: values(c.actuals...)}
		if c.baseline != "" {
			target.Baseline.Measure = goal.Measure(c.baseline, "")
		}
		got := targetOn(&target, frame{day(2026, 1, 1), day(2026, 12, 31)}, asOf)
		if got.Standing != c.want {
			t.Errorf("%s: %s, want %s (path %v of %v)", c.name, got.Standing.Key(), c.want.Key(), got.Path, got.Expected)
		}
	}
}

// TestValuesThatAddUp: what has come in since the beginning of the year is on
// its way from nothing, not from the whole of the year before.
func TestValuesThatAddUp(t *testing.T) {
	for _, c := range []struct {
		name, unit, method, value string
		want                      Standing
	}{
		{"more than half in half a year", "tỷ đồng", "", "21", Steady},
		{"less than half", "tỷ đồng", "", "19", Stuck},
		{"a share that has fallen does not add up", "%", "", "30", Stuck},
		{"a share of which the method says that it adds up", "%", "Lũy kế từ đầu năm", "30", Steady},
		{"above the baseline it has come from there", "tỷ đồng", "", "38,5", Steady},
	} {
		target := plan.Target{Unit: c.unit, Method: c.method, Goals: []plan.Goal{goal.Parse("≥ 40", c.unit, plan.Rises)},
			Baseline: plan.Baseline{Measure: goal.Measure("36,8", ""), When: by("2025")}, Actuals: []plan.Actual{{Date: asOf, Period: by("6 tháng đầu năm 2026"), Value: goal.Measure(c.value, "")}}}
		if got := targetOn(&target, frame{day(2026, 1, 1), day(2026, 12, 31)}, asOf); got.Standing != c.want {
			t.Errorf("%s: %s, want %s (path %v of %v)", c.name, got.Standing.Key(), c.want.Key(), got.Path, got.Expected)
		}
	}
}

// TestWordsTakeNoValueAway: a report without a value says nothing of how a
// target stands.
func TestWordsTakeNoValueAway(t *testing.T) {
	target := plan.Target{Goals: []plan.Goal{goal.Parse("≥ 95%", "%", plan.Rises)}, Actuals: values("90%", "96%")}
	words := plan.Actual{Date: asOf, Text: "Số liệu quý II sẽ công bố sau"}
	for _, c := range []struct {
		actuals []plan.Actual
		want    Standing
	}{{append(target.Actuals, words), Met}, {[]plan.Actual{target.Actuals[0], words}, Steady}, {[]plan.Actual{words}, NoData}} {
		target.Actuals = c.actuals
		got := targetOn(&target, frame{}, asOf)
		if got.Standing != c.want || len(got.Course) != len(c.actuals) {
			t.Errorf("%s, want %s", got.Standing.Key(), c.want.Key())
		}
	}
}

// TestStagesOfATarget: the stage that is under way counts, and once all have
// ended the last.
func TestStagesOfATarget(t *testing.T) {
	target := plan.Target{Goals: []plan.Goal{{Text: "60", By: by("2030")}, {Text: "50", By: by("2026")}, {Text: "40", By: by("2025")}}}
	for y, want := range map[int]string{2025: "40", 2026: "50", 2027: "60", 2031: "60"} {
		if g := targetOn(&target, frame{}, day(y, 6, 1)); g.Goal.Text != want {
			t.Errorf("in %d the goal is %s, want %s", y, g.Goal.Text, want)
		}
	}
}

// TestOverdueIsBehind: past its last day, what is not met is behind, however
// good it looks.
func TestOverdueIsBehind(t *testing.T) {
	target := plan.Target{Goals: []plan.Goal{{Text: "100", Op: plan.AtLeast, Low: 100, By: by("Quý II/2026")}}, Actuals: values("98", "99")}
	for on, want := range map[plan.Date]Standing{day(2026, 6, 30): Steady, day(2026, 7, 1): Moving} {
		if got := targetOn(&target, frame{}, on); got.Standing != want {
			t.Errorf("%s: %s, want %s", on, got.Standing.Key(), want.Key())
		}
	}
	target.Actuals = values("99", "99")
	if got := targetOn(&target, frame{}, day(2026, 7, 1)); got.Standing != Stuck {
		t.Errorf("not getting better: %s", got.Standing.Key())
	}
}
