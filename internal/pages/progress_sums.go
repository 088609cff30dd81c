package pages

import (
	"cmp"
	"slices"
	"strings"

	"planpress/internal/plan"
	"planpress/internal/progress"
	"planpress/internal/viet"
	"planpress/internal/view"
)

// sections are the counts by plan, body, field and period.
func (p *Planner) sections(l linker) []view.ProgressSection {
	plans := view.ProgressSection{Key: "progress.plans"}
	for _, t := range p.plans {
		plans.Rows = append(plans.Rows, row(p.entryLink(l, t.entry), t.report.TaskTally, t.report.TargetTally))
	}
	out := []view.ProgressSection{plans}
	for _, s := range []view.ProgressSection{
		{Key: "progress.bodies", NoteKey: "progress.bodies.note", Rows: p.byBody(l)},
		{Key: "progress.fields", NoteKey: "progress.fields.note", Rows: p.byField(l)},
		{Key: "progress.periods", Rows: p.byPeriod()},
	} {
		if len(s.Rows) > 0 {
			out = append(out, s)
		}
	}
	for i := range out {
		s := &out[i]
		s.All = len(s.Rows)
		s.Rows = s.Rows[:min(s.All, maxListed)]
	}
	return out
}

func row(name view.Link, tasks progress.Tally, targets progress.TargetTally) view.ProgressRow {
	out := view.ProgressRow{Text: name.Text, URL: name.URL, Total: tasks.Total(), Countable: tasks.Countable(), Apart: tasks.Total() - tasks.Countable(), Done: tasks.Done(),
		Late: tasks[progress.Late], Targets: targets.Total(), TargetMet: targets[progress.Met]}
	out.Percent, out.HasPercent = tasks.Percent()
	return out
}

// sum is the counts under one name.
type sum struct {
	name    view.Link
	tasks   progress.Tally
	targets progress.TargetTally
}

// sums by name, in the order in which names come up.
type sumsBy struct {
	at  map[string]*sum
	all []*sum
}

func (s *sumsBy) of(key string, name func() view.Link) *sum {
	if s.at == nil {
		s.at = map[string]*sum{}
	}
	x := s.at[key]
	if x == nil {
		x = &sum{name: name()}
		s.at[key] = x
		s.all = append(s.all, x)
	}
	return x
}

// rows gives the sums by name.
func (s *sumsBy) rows() []view.ProgressRow {
	collator := viet.NewCollator()
	slices.SortStableFunc(s.all, func(a, b *sum) int {
		return cmp.Or(collator.Compare(a.name.Text, b.name.Text), strings.Compare(a.name.URL, b.name.URL))
	})
	out := make([]view.ProgressRow, len(s.all))
	for i, x := range s.all {
		out[i] = row(x.name, x.tasks, x.targets)
	}
	return out
}

// byBody counts what each body of the registry leads and follows. What names
// that the registry does not know lead stands in one row at the end.
func (p *Planner) byBody(l linker) []view.ProgressRow {
	var known sumsBy
	rest := &sum{name: view.Link{Text: p.opts.Words("progress.bodies.rest")}}
	each := func(refs []plan.OrgRef, count func(*sum)) {
		var counted []*sum
		for _, ref := range refs {
			s := rest
			if o := p.bodyOf[ref.ID]; o != nil {
				s = known.of(o.ID, func() view.Link { return p.orgLink(l, o) })
			}
			if !slices.Contains(counted, s) {
				counted = append(counted, s)
			}
		}
		if len(refs) == 0 {
			counted = []*sum{rest}
		}
		for _, s := range counted {
			count(s)
		}
	}
	for _, of := range p.plans {
		for i := range of.report.Tasks {
			t := &of.report.Tasks[i]
			each(t.InCharge, func(s *sum) { s.tasks.Plus(progress.TallyOf([]*progress.Task{t})) })
		}
		for i := range of.report.Targets {
			t := &of.report.Targets[i]
			each(t.Owners, func(s *sum) { s.targets.Plus(progress.TargetTallyOf([]*progress.Target{t})) })
		}
	}
	out := known.rows()
	if rest.tasks.Total()+rest.targets.Total() > 0 {
		out = append(out, row(rest.name, rest.tasks, rest.targets))
	}
	return out
}

func (p *Planner) byField(l linker) []view.ProgressRow {
	var by sumsBy
	for _, of := range p.plans {
		for _, field := range of.entry.Document.Fields {
			s := by.of(fieldURL(field), func() view.Link { return view.Link{Text: field, URL: l.to(fieldURL(field))} })
			s.tasks.Plus(of.report.TaskTally)
			s.targets.Plus(of.report.TargetTally)
		}
	}
	return by.rows()
}

func (p *Planner) byPeriod() []view.ProgressRow {
	var by sumsBy
	for _, of := range p.plans {
		name := periodName(of.entry.Document)
		s := by.of(name, func() view.Link { return view.Link{Text: name} })
		s.tasks.Plus(of.report.TaskTally)
		s.targets.Plus(of.report.TargetTally)
	}
	out := by.rows()
	slices.Reverse(out)
	return out
}

// periodName is the years that a plan is for: "2026", "2021–2025".
func periodName(d *plan.Document) string {
	from, to := d.Period.From, d.Period.To
	if from.IsZero() {
		from = d.Issued
	}
	if to.IsZero() || to.Year == from.Year {
		return plan.Date{Year: from.Year}.String()
	}
	return plan.Date{Year: from.Year}.String() + "–" + plan.Date{Year: to.Year}.String()
}
