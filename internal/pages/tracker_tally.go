package pages

import (
	"planpress/internal/chart"
	"planpress/internal/progress"
	"planpress/internal/view"
)

// What tells the parts of a picture apart without colour. Tasks that are not
// countable are in none.
var (
	taskPatterns = [...]chart.Pattern{progress.Done: chart.Solid, progress.DoneLate: chart.Falling, progress.OnCourse: chart.Dotted,
		progress.DueSoon: chart.Rising, progress.NoReport: chart.Level, progress.Late: chart.Crossed, progress.NotStarted: chart.Empty}
	targetPatterns = [...]chart.Pattern{progress.Met: chart.Solid, progress.Steady: chart.Dotted, progress.Moving: chart.Rising,
		progress.Stuck: chart.Crossed, progress.NoData: chart.Empty}
)

// taskParts lists the states that tasks of a count are in.
func taskParts(t progress.Tally) []view.TallyPart {
	var out []view.TallyPart
	for _, s := range progress.States {
		if t[s] > 0 {
			out = append(out, view.TallyPart{Key: "task." + s.Key(), N: t[s]})
		}
	}
	return out
}

func targetParts(t progress.TargetTally) []view.TallyPart {
	var out []view.TallyPart
	for _, s := range progress.Standings {
		if t[s] > 0 {
			out = append(out, view.TallyPart{Key: "target." + s.Key(), N: t[s]})
		}
	}
	return out
}

// taskTally is the count of tasks with a picture of those that can be counted.
func (p *Planner) taskTally(id string, t progress.Tally) *view.Tally {
	out := &view.Tally{Total: t.Total(), Countable: t.Countable(), Done: t.Done(), Late: t[progress.Late], DueSoon: t[progress.DueSoon]}
	out.Percent, out.HasPercent = t.Percent()
	h := chart.Head{ID: id, Title: p.opts.Words("picture.tasks"), Desc: p.opts.Words("picture.tasks.desc", p.number(out.Done), p.number(out.Countable), p.number(out.Late))}
	var parts []chart.Part
	for _, s := range progress.States {
		if t[s] == 0 {
			continue
		}
		shown := view.TallyPart{Key: "task." + s.Key(), N: t[s]}
		if s.Countable() {
			part := chart.Part{Class: s.Key(), N: t[s], Pattern: taskPatterns[s]}
			parts, shown.Swatch = append(parts, part), chart.Swatch(h, part)
		}
		out.Parts = append(out.Parts, shown)
	}
	if len(parts) > 0 {
		out.Picture = chart.Share(h, parts)
	}
	return out
}

// targetTally is the count of targets with a picture of them.
func (p *Planner) targetTally(id string, t progress.TargetTally) *view.Tally {
	out := &view.Tally{Total: t.Total(), Countable: t.Total(), Done: t[progress.Met], Late: t[progress.Moving] + t[progress.Stuck]}
	h := chart.Head{ID: id, Title: p.opts.Words("picture.targets"), Desc: p.opts.Words("picture.targets.desc", p.number(out.Done), p.number(out.Total), p.number(out.Late))}
	var parts []chart.Part
	for _, s := range progress.Standings {
		if t[s] > 0 {
			part := chart.Part{Class: s.Key(), N: t[s], Pattern: targetPatterns[s]}
			parts = append(parts, part)
			out.Parts = append(out.Parts, view.TallyPart{Key: "target." + s.Key(), N: t[s], Swatch: chart.Swatch(h, part)})
		}
	}
	if len(parts) > 0 {
		out.Picture = chart.Share(h, parts)
	}
	return out
}
