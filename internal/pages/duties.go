package pages

import (
	"slices"

	"planpress/internal/plan"
	"planpress/internal/progress"
	"planpress/internal/relate"
	"planpress/internal/view"
)

// duties is what a body must do; nil where no plan gives it a task or a target.
func (p *Planner) duties(l linker, o *plan.Org) *view.Duties {
	var tally progress.Tally
	out := &view.Duties{Overview: l.to(relate.ProgressURL)}
	for _, of := range p.concerning()[o.ID] {
		v := trackerView{p: p, l: l, t: of, away: true}
		mine := v.dutiesOf(o, out)
		tally.Plus(mine)
		for i := range of.report.Targets {
			if t := &of.report.Targets[i]; leads(t.Owners, o) {
				out.Targets = append(out.Targets, view.Link{Text: v.targetName(t.ID), URL: v.page() + "#" + of.targets[t.ID]})
			}
		}
	}
	if tally.Total() == 0 && out.Targets == nil {
		return nil
	}
	if tally.Total() > 0 {
		out.Tally = p.taskTally("_tasks-picture", tally)
	}
	return out
}

// plansByBody gives, for each body by its id, the plans that give it something to
// do, in the order of plans.
func (p *Planner) plansByBody() map[string][]*tracked {
	out := map[string][]*tracked{}
	for _, of := range p.plans {
		add := func(refs []plan.OrgRef) {
			for _, r := range refs {
				if all := out[r.ID]; len(all) == 0 || all[len(all)-1] != of {
					out[r.ID] = append(all, of)
				}
			}
		}
		for i := range of.report.Tasks {
			add(of.report.Tasks[i].InCharge)
		}
		for i := range of.report.Targets {
			add(of.report.Targets[i].Owners)
		}
	}
	return out
}

func leads(refs []plan.OrgRef, o *plan.Org) bool {
	return slices.ContainsFunc(refs, func(r plan.OrgRef) bool { return r.ID == o.ID })
}

// dutiesOf adds what a plan gives a body to do and is not done, and counts all
// that it gave.
func (v *trackerView) dutiesOf(o *plan.Org, out *view.Duties) progress.Tally {
	link := v.p.entryLink(v.l, v.t.entry)
	group := view.TaskGroup{Name: link.Text, URL: link.URL}
	var mine []*progress.Task
	for i := range v.t.report.Tasks {
		t := &v.t.report.Tasks[i]
		if !leads(t.InCharge, o) {
			continue
		}
		mine = append(mine, t)
		if t.Split || !t.State.Open() && t.State != progress.Recurring {
			continue
		}
		if out.Open++; out.Shown < maxListed {
			out.Shown++
			group.Tasks = append(group.Tasks, v.task(t))
		}
	}
	tally := progress.TallyOf(mine)
	if group.Tally = taskParts(tally); group.Tally != nil {
		out.Tasks = append(out.Tasks, group)
	}
	return tally
}
