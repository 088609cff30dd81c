package pages

import (
	"html/template"
	"math"

	"planpress/internal/chart"
	"planpress/internal/plan"
	"planpress/internal/progress"
	"planpress/internal/view"
)

func (v *trackerView) target(x *progress.Target) view.Target {
	out := view.Target{Anchor: v.t.targets[x.ID], No: x.No, Name: x.Name, Unit: x.Unit, Part: x.Parent != "", State: "target." + x.Standing.Key(),
		Baseline: x.Baseline.Text, BaselineWhen: x.Baseline.When.Text, Owners: v.p.bodies(v.l, x.Owners), Bar: v.bar(x), Course: v.course(x)}
	for i := range x.Goals {
		g := &x.Goals[i]
		if g == x.Goal {
			out.Goal, out.By = g.Text, g.By.Text
			if g.Scope != "" {
				out.Goal += " (" + g.Scope + ")"
			}
			continue
		}
		out.Stages = append(out.Stages, view.Stage{Goal: g.Text, By: g.By.Text, Scope: g.Scope})
	}
	if x.Actual != nil {
		out.Actual, out.Period = x.Actual.Value.Text, periodOf(x.Actual)
	}
	for _, a := range x.Course {
		out.Values = append(out.Values, view.Value{Period: periodOf(a), Text: a.Value.Text, Note: a.Text, By: a.By, Evidence: evidence(a.Evidence), Verified: a.Verified})
	}
	for _, text := range []string{x.Source, x.Method, x.Frequency, x.Note} {
		if text != "" {
			out.Method = append(out.Method, text)
		}
	}
	for i := range v.t.report.Tasks {
		t := &v.t.report.Tasks[i]
		for _, id := range t.More().Serves {
			if id == x.ID {
				out.Tasks = append(out.Tasks, view.Link{Text: t.Name, URL: "#" + v.t.tasks[t.ID]})
			}
		}
	}
	return out
}

// periodOf is what a value is about: a period as written, else a day.
func periodOf(a *plan.Actual) string {
	if a.Period.Text != "" {
		return a.Period.Text
	}
	return a.Date.String()
}

// bar draws how far a target has come: on its way from the baseline, or where
// there is none, and more is better, as a part of what is to be reached.
func (v *trackerView) bar(x *progress.Target) template.HTML {
	if x.Actual == nil || x.Goal == nil || !x.Actual.Value.Number {
		return ""
	}
	b := chart.Bar{Class: x.Standing.Key(), Part: x.Path, Expected: x.Expected, HasExpected: x.HasExpected}
	desc := ""
	switch {
	case x.HasPath:
		from := x.Baseline.Text
		if x.Summed {
			from = "0"
		}
		desc = v.p.opts.Words("bar.path", from, v.p.number(rounded(x.Path)))
		if x.HasExpected {
			desc += " " + v.p.opts.Words("bar.expected", v.p.number(rounded(x.Expected)))
		}
	case x.Goal.Low > 0 && (x.Goal.Op == plan.AtLeast || x.Goal.Op == plan.Above):
		b.Part = x.Actual.Value.Value / x.Goal.Low
		desc = v.p.opts.Words("bar.part", v.p.number(rounded(b.Part)))
	default:
		return ""
	}
	return chart.Progress(chart.Head{ID: v.t.targets[x.ID] + "-b", Title: v.p.opts.Words("bar.title", x.Actual.Value.Text, x.Goal.Text), Desc: desc}, b)
}

func rounded(part float64) int { return int(math.Round(part * 100)) }

// course draws the values of a target where there are at least two numbers.
func (v *trackerView) course(x *progress.Target) template.HTML {
	if x.Goal == nil || x.Goal.Op == plan.Prose {
		return ""
	}
	c := chart.Course{Low: x.Goal.Low, High: x.Goal.High}
	switch x.Goal.Op {
	case plan.AtLeast, plan.Above:
		c.High = c.Low
	case plan.AtMost, plan.Below:
		c.Low = c.High
	}
	var first, last *plan.Actual
	for _, a := range x.Course {
		if !a.Value.Number {
			continue
		}
		if c.Values = append(c.Values, a.Value.Value); first == nil {
			first = a
		}
		last = a
	}
	if len(c.Values) < 2 {
		return ""
	}
	return chart.Line(chart.Head{ID: v.t.targets[x.ID] + "-c", Title: v.p.opts.Words("course.title", x.Goal.Text),
		Desc: v.p.opts.Words("course.desc", first.Value.Text, periodOf(first), last.Value.Text, periodOf(last))}, c)
}
