package theme

import (
	"planpress/internal/plan"
	"planpress/internal/progress"
)

// trackerMessages are the keys that pages of targets and tasks ask for.
func trackerMessages() []string {
	keys := []string{
		"picture.tasks", "picture.tasks.desc", "picture.targets", "picture.targets.desc", "bar.title", "bar.path", "bar.expected", "bar.part",
		"course.title", "course.desc", "timeline.quarter", "timeline.group", "timeline.first", "timeline.months", "timeline.quarters",
		"timeline.years", "find.state", "find.lead", "data.targets", "data.tasks", "data.updates", "data.json", "data.calendar", "progress.overview",
		"progress.overview.description", "progress.due", "progress.due.description", "progress.late", "progress.late.description", "progress.month",
		"progress.plans", "progress.bodies", "progress.bodies.note", "progress.bodies.rest", "progress.fields", "progress.fields.note", "progress.periods",
	}
	for _, s := range progress.States {
		keys = append(keys, "task."+s.Key())
	}
	for _, s := range progress.Standings {
		keys = append(keys, "target."+s.Key())
	}
	for _, s := range plan.Statuses {
		keys = append(keys, "status."+string(s))
	}
	return keys
}
