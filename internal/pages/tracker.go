package pages

import (
	"cmp"
	"strconv"
	"strings"
	"sync"

	"planpress/internal/dataset"
	"planpress/internal/plan"
	"planpress/internal/progress"
	"planpress/internal/relate"
	"planpress/internal/viet"
	"planpress/internal/view"
)

// foldFrom is how many targets and tasks a page may have before their groups
// stand folded.
const foldFrom = 40

// tracked is a document that has targets or tasks, and how it stands.
type tracked struct {
	entry   *relate.Entry
	report  *progress.Report
	tasks   map[string]string // the id of each task on its page, by its own
	targets map[string]string

	mu    sync.Mutex
	files []dataset.File // made for the page, until they are published
}

// track computes how each document stands that has anything to track.
func (p *Planner) track() {
	p.tracked = map[string]*tracked{}
	for _, e := range p.site.Documents {
		d := e.Document
		if len(d.Targets)+len(d.Tasks) == 0 {
			continue
		}
		if p.bodyOf == nil {
			p.bodyOf = make(map[string]*plan.Org, len(p.site.Registry.Orgs))
			for _, o := range p.site.Registry.Orgs {
				p.bodyOf[o.ID] = o
			}
		}
		t := &tracked{entry: e, report: progress.Of(d, p.site.AsOf)}
		t.tasks = anchors("_nv-", len(d.Tasks), func(i int) string { return d.Tasks[i].ID })
		t.targets = anchors("_ct-", len(d.Targets), func(i int) string { return d.Targets[i].ID })
		p.tracked[e.URL] = t
		if countsIn(e) {
			p.plans = append(p.plans, t)
		}
	}
}

// countsIn reports whether a document is part of what is counted for the whole
// site: one that another took the place of gives nobody a task.
func countsIn(e *relate.Entry) bool {
	k := e.Effect.Kind
	return e.State == plan.Published && k != plan.Replaced && k != plan.Repealed && k != plan.Recalled
}

// anchors makes ids for a page of the ids of targets or tasks. They begin with
// an underscore, as those of no text do.
func anchors(prefix string, n int, id func(int) string) map[string]string {
	out := make(map[string]string, n)
	taken := map[string]bool{}
	for i := range n {
		base := prefix + viet.Slug(id(i))
		name := base
		for k := 2; taken[name]; k++ {
			name = base + "-" + strconv.Itoa(k)
		}
		taken[name] = true
		out[id(i)] = name
	}
	return out
}

// tracker is what a document's page shows of its targets and tasks; nil where
// it has none.
func (p *Planner) tracker(l linker, e *relate.Entry) *view.Tracker {
	t := p.tracked[e.URL]
	if t == nil {
		return nil
	}
	v := trackerView{p: p, l: l, t: t}
	out := &view.Tracker{Definitions: l.to(relate.ProgressURL) + "#_definitions", Files: p.dataLinksOf(l, t),
		Fold: len(t.report.Tasks)+len(t.report.Targets) > foldFrom, Timeline: v.timeline()}
	if len(t.report.Tasks) > 0 {
		out.TaskTally = p.taskTally("_tasks-picture", t.report.TaskTally)
	}
	if len(t.report.Targets) > 0 {
		out.TargetTally = p.targetTally("_targets-picture", t.report.TargetTally)
	}
	for _, g := range t.report.TargetGroups() {
		group := view.TargetGroup{Name: g.Name, Tally: targetParts(g.Tally)}
		for _, x := range g.Targets {
			group.Targets = append(group.Targets, v.target(x))
		}
		out.Targets = append(out.Targets, group)
	}
	for _, g := range t.report.Groups() {
		group := view.TaskGroup{Name: g.Name, Tally: taskParts(g.Tally)}
		for _, x := range g.Tasks {
			group.Tasks = append(group.Tasks, v.task(x))
		}
		out.Tasks = append(out.Tasks, group)
	}
	if len(t.report.Tasks) > 1 {
		out.Finders = v.finders()
	}
	return out
}

// trackerView makes views of the targets and tasks of one document. Away is set
// on pages of several documents.
type trackerView struct {
	p    *Planner
	l    linker
	t    *tracked
	away bool
}

// page is the address of the document's page, "" on itself.
func (v *trackerView) page() string {
	if v.away {
		return v.l.entry(v.t.entry)
	}
	return ""
}

func (v *trackerView) task(x *progress.Task) view.Task {
	rest := x.More()
	out := view.Task{No: x.No, Name: x.Name, Part: rest.Parent != "", Split: x.Split, State: "task." + x.State.Key(), Days: x.Over,
		Leads: v.p.bodies(v.l, x.Leads), Partners: v.p.bodies(v.l, x.Partners), Deliverable: x.Deliverable, Deadline: x.Due.Text, Note: rest.Note}
	if v.away {
		out.URL = v.page() + "#" + v.t.tasks[x.ID]
	} else {
		out.Anchor = v.t.tasks[x.ID]
	}
	if x.Moved {
		out.First = x.Task.Deadline.Text
		for _, r := range rest.Reschedules {
			if r.Date.Compare(v.t.report.AsOf) <= 0 {
				out.Moves = append(out.Moves, view.Move{Date: r.Date, To: r.To.Text, Reason: r.Reason})
			}
		}
	}
	for _, id := range rest.Serves {
		if a := v.t.targets[id]; a != "" {
			out.Serves = append(out.Serves, view.Link{Text: v.targetName(id), URL: v.page() + "#" + a})
		}
	}
	out.Reports = v.reports(x)
	for _, r := range out.Reports {
		if r.Reported {
			out.Percent, out.HasPercent = r.Percent, true
			break
		}
	}
	return out
}

// reports gives what was reported on a task up to the day, the newest first.
func (v *trackerView) reports(x *progress.Task) []view.TaskReport {
	var out []view.TaskReport
	updates := x.More().Updates
	for i := range updates {
		u := &updates[i]
		if u.Date.Compare(v.t.report.AsOf) > 0 {
			continue
		}
		r := view.TaskReport{Date: u.Date, Period: u.Period.Text, Text: u.Text, By: u.By, Evidence: evidence(u.Evidence)}
		if u.Status != plan.NoStatus {
			r.State = "status." + string(u.Status)
		}
		if u.Progress != plan.NoProgress {
			r.Percent, r.Reported = int(u.Progress), true
		}
		at := 0
		for at < len(out) && out[at].Date.Compare(u.Date) > 0 {
			at++
		}
		out = append(out[:at], append([]view.TaskReport{r}, out[at:]...)...)
	}
	return out
}

// targetName is what a target is called in a link: its number, or else its
// name.
func (v *trackerView) targetName(id string) string {
	for i := range v.t.report.Targets {
		if t := &v.t.report.Targets[i]; t.ID == id {
			return strings.TrimSpace(t.No + " " + t.Name)
		}
	}
	return id
}

// bodies names bodies, with links to the pages of those that have one.
func (p *Planner) bodies(l linker, refs []plan.OrgRef) []view.Link {
	var out []view.Link
	for _, r := range refs {
		if o := p.bodyOf[r.ID]; o != nil {
			out = append(out, p.orgLink(l, o))
			continue
		}
		out = append(out, view.Link{Text: cmp.Or(r.Name, r.ID)})
	}
	return out
}

// evidence links what is an address and names the rest.
func evidence(all []string) []view.Link {
	var out []view.Link
	for _, s := range all {
		link := view.Link{Text: s}
		if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
			link.URL = s
		}
		out = append(out, link)
	}
	return out
}
