package pages

import (
	"slices"

	"planpress/internal/plan"
	"planpress/internal/progress"
	"planpress/internal/relate"
	"planpress/internal/view"
)

// maxListed is how many tasks one page lists. The rest is in the data files
// and on the pages of the plans.
const maxListed = 150

// progressPages makes the overview, what is due next, and what is late.
func (p *Planner) progressPages() []*Page {
	if len(p.tracked) == 0 {
		return nil
	}
	overview := &Page{URL: relate.ProgressURL, Layout: "progress", Listed: true, Plans: true}
	overview.fill = func(v *view.Page) {
		l := p.linker(overview)
		p.progressHead(v, l, "overview")
		p.overview(l, v.Progress)
	}
	return []*Page{overview, p.taskList(relate.DueURL, "due", p.due), p.taskList(relate.LateURL, "late", p.late)}
}

func (p *Planner) taskList(url, kind string, list func() []listedTask) *Page {
	page := &Page{URL: url, Layout: "progress", Listed: true, Plans: true}
	page.fill = func(v *view.Page) {
		l := p.linker(page)
		p.progressHead(v, l, kind)
		v.Crumbs = append(v.Crumbs, view.Link{Text: p.opts.Words("progress.overview"), URL: l.to(relate.ProgressURL)})
		all := list()
		v.Progress.All, v.Progress.Shown = len(all), min(len(all), maxListed)
		v.Progress.Tasks = p.byMonth(l, all[:v.Progress.Shown])
	}
	return page
}

func (p *Planner) progressHead(v *view.Page, l linker, kind string) {
	title := p.opts.Words("progress." + kind)
	v.Title, v.Description, v.Tracked = title, p.opts.Words("progress."+kind+".description", p.base.Name), true
	v.Crumbs = p.crumbs(l)
	v.Progress = &view.Progress{Kind: kind, Title: title, Overview: l.to(relate.ProgressURL), Due: l.to(relate.DueURL), Late: l.to(relate.LateURL),
		DueN: len(p.due()), LateN: len(p.late())}
}

func (p *Planner) overview(l linker, out *view.Progress) {
	tasks, targets := p.sums()
	if tasks.Total() > 0 {
		out.TaskTally = p.taskTally("_tasks-picture", tasks)
	}
	if targets.Total() > 0 {
		out.TargetTally = p.targetTally("_targets-picture", targets)
	}
	out.Sections = p.sections(l)
	for _, s := range progress.States {
		out.Definitions = append(out.Definitions, view.Definition{Key: "task." + s.Key(), Text: s.Definition().In(p.site.Registry.Settings.Lang)})
	}
	for _, s := range progress.Standings {
		out.Definitions = append(out.Definitions, view.Definition{Key: "target." + s.Key(), Text: s.Definition().In(p.site.Registry.Settings.Lang)})
	}
	out.Counting = progress.Counting().In(p.site.Registry.Settings.Lang)
	out.Files = p.siteDataLinks(l)
}

// sums are the counts of the whole site.
func (p *Planner) sums() (tasks progress.Tally, targets progress.TargetTally) {
	for _, t := range p.plans {
		tasks.Plus(t.report.TaskTally)
		targets.Plus(t.report.TargetTally)
	}
	return tasks, targets
}

// listedTask is a task on a page of several documents.
type listedTask struct {
	of   *tracked
	task *progress.Task
}

// due lists the tasks that have a last day to come, the next first.
func (p *Planner) due() []listedTask {
	return p.open(func(t *progress.Task) bool { return t.State.Open() && t.State != progress.Late && t.Due.Dated() })
}

// late lists the tasks whose last day has passed, the oldest first.
func (p *Planner) late() []listedTask {
	return p.open(func(t *progress.Task) bool { return t.State == progress.Late })
}

func (p *Planner) open(want func(*progress.Task) bool) []listedTask {
	var out []listedTask
	for _, of := range p.plans {
		for i := range of.report.Tasks {
			if t := &of.report.Tasks[i]; !t.Split && want(t) {
				out = append(out, listedTask{of, t})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b listedTask) int { return a.task.Due.Latest.Compare(b.task.Due.Latest) })
	return out
}

// byMonth groups tasks, which are sorted by their last day, by its month.
func (p *Planner) byMonth(l linker, all []listedTask) []view.TaskGroup {
	var out []view.TaskGroup
	last := plan.Date{}
	for _, x := range all {
		d := x.task.Due.Latest
		if d.Year != last.Year || d.Month != last.Month {
			out = append(out, view.TaskGroup{Name: p.opts.Words("progress.month", int(d.Month), int(d.Year))})
			last = d
		}
		g := &out[len(out)-1]
		g.Tasks = append(g.Tasks, p.listed(l, x))
	}
	return out
}

// listed is a task with a link to its plan.
func (p *Planner) listed(l linker, x listedTask) view.Task {
	v := trackerView{p: p, l: l, t: x.of, away: true}
	out := v.task(x.task)
	link := p.entryLink(l, x.of.entry)
	out.Plan = &link
	return out
}

// progressLinks lead to the pages of progress; nil where there are none.
func (p *Planner) progressLinks(l linker) []view.Link {
	if len(p.tracked) == 0 {
		return nil
	}
	return []view.Link{{Text: p.opts.Words("progress.overview"), URL: l.to(relate.ProgressURL)},
		{Text: p.opts.Words("progress.due"), URL: l.to(relate.DueURL)}, {Text: p.opts.Words("progress.late"), URL: l.to(relate.LateURL)}}
}
