package pages

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"planpress/internal/deadline"
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/view"
)

func until(text string) plan.Deadline {
	d, _ := deadline.Parse(text)
	return d
}

// withTasks gives the newest document targets and tasks: one late, one moved,
// one due soon, one that recurs, one whole with two parts.
func withTasks(in *relate.Input) {
	in.Registry.Orgs = append(in.Registry.Orgs, &plan.Org{ID: "office", Name: "Văn phòng", Parent: "ward"})
	d := in.Documents[len(in.Documents)-1]
	d.Fields = []string{"Cải cách hành chính"}
	d.Targets = []plan.Target{{ID: "ct 1", No: "1", Name: "Đúng hạn", Owners: []plan.OrgRef{{ID: "office"}}}, {ID: "CT-1", Name: "Hài lòng"}}
	lead := []plan.OrgRef{{ID: "office"}}
	d.Tasks = []plan.Task{
		{ID: "a", Name: "Trễ", Group: "I", Leads: lead, Deadline: until("31/01/2026"), Rest: &plan.Rest{Serves: []string{"ct 1"}}},
		{ID: "b", Name: "Dời", Group: "I", Leads: []plan.OrgRef{{Name: "Các phòng"}}, Deadline: until("31/01/2026"),
			Rest: &plan.Rest{Reschedules: []plan.Reschedule{{Date: plan.Date{Year: 2026, Month: 1, Day: 20}, To: until("20/03/2026"), Reason: "Chờ"}}}},
		{ID: "c", Name: "Thường xuyên", Group: "II", Leads: lead, Deadline: until("Thường xuyên")},
		{ID: "d", Name: "Cả", Group: "II", Leads: lead, Deadline: until("10/03/2026")},
		{ID: "d1", Name: "Phần một", Group: "II", Leads: lead, Deadline: until("10/03/2026"), Rest: &plan.Rest{Parent: "d",
			Updates: []plan.Update{{Date: plan.Date{Year: 2026, Month: 2, Day: 1}, Status: plan.Done, Progress: 100}}}},
		{ID: "d2", Name: "Phần hai", Group: "II", Leads: lead, Deadline: until("10/03/2026"), Rest: &plan.Rest{Parent: "d"}},
	}
}

// TestTargetsAndTasksOfADocument: counts leave out what has parts, a moved
// deadline shows both, and links lead to rows of the page.
func TestTargetsAndTasksOfADocument(t *testing.T) {
	s := site(t, 2, "", withTasks)
	p := New(s, Options{Words: words})
	_, v := find(t, p, "plans/2023/d001/")
	tr := v.Document.Tracker
	if !v.Tracked || tr.TaskTally.Total != 5 || tr.TaskTally.Countable != 4 || tr.TaskTally.Done != 1 || tr.TaskTally.Late != 1 || tr.TaskTally.DueSoon != 2 {
		t.Errorf("counts %+v", tr.TaskTally)
	}
	if len(tr.Tasks) != 2 || tr.Tasks[0].Name != "I" || len(tr.Tasks[1].Tasks) != 4 || tr.Fold {
		t.Errorf("groups %+v", tr.Tasks)
	}
	moved := tr.Tasks[0].Tasks[1]
	if moved.Deadline != "20/03/2026" || moved.First != "31/01/2026" || moved.Moves[0].Reason != "Chờ" || moved.State != "task.due-soon" {
		t.Errorf("moved %+v", moved)
	}
	if late := tr.Tasks[0].Tasks[0]; late.State != "task.late" || late.Days != 29 || late.Serves[0].URL != "#_ct-ct-1" || late.Leads[0].URL != "../../../issuers/office/" {
		t.Errorf("late %+v", late)
	}
	if a, b := tr.Targets[0].Targets[0].Anchor, tr.Targets[0].Targets[1].Anchor; a != "_ct-ct-1" || b != "_ct-ct-1-2" {
		t.Errorf("two targets have the ids %q and %q", a, b)
	}
	if got := tr.Targets[0].Targets[0].Tasks; len(got) != 1 || got[0].URL != "#_nv-a" {
		t.Errorf("the target is served by %v", got)
	}
	if tr.Definitions != "../../../progress/#_definitions" {
		t.Errorf("the words are explained at %q", tr.Definitions)
	}
	var sets []string
	for _, f := range tr.Finders {
		for _, s := range f.Sets {
			sets = append(sets, fmt.Sprint(s.Key, s.Text, len(s.Links)))
		}
	}
	if got := strings.Join(sets, ", "); got != "task.done1, task.due-soon2, task.late1, task.recurring1, Các phòng1, Văn phòng4" {
		t.Errorf("finders %s", got)
	}
	if _, v = find(t, p, "plans/2023/d000/"); v.Document.Tracker != nil || v.Tracked {
		t.Error("a document without tasks shows how it stands")
	}
}

// TestPagesOfProgress: the counts of the whole site, by body and field; what is
// due, in order; what is late. None where nothing is tracked.
func TestPagesOfProgress(t *testing.T) {
	p := New(site(t, 2, "", withTasks), Options{Words: words})
	_, v := find(t, p, relate.ProgressURL)
	rows := map[string]view.ProgressRow{}
	for _, s := range v.Progress.Sections {
		for _, r := range s.Rows {
			rows[s.Key+" "+r.Text] = r
		}
	}
	if r := rows["progress.bodies Văn phòng"]; r.Total != 4 || r.Done != 1 || r.Late != 1 || r.Apart != 1 || r.Targets != 1 || r.URL != "../issuers/office/" {
		t.Errorf("the office: %+v", r)
	}
	if r := rows["progress.bodies progress.bodies.rest"]; r.Total != 1 || r.Targets != 1 {
		t.Errorf("what has only a name: %+v", r)
	}
	if r := rows["progress.fields Cải cách hành chính"]; r.Total != 5 || r.Targets != 2 || r.URL != "../fields/cai-cach-hanh-chinh/" {
		t.Errorf("the field: %+v", r)
	}
	if r := rows["progress.periods 2023"]; r.Total != 5 {
		t.Errorf("the period: %+v", r)
	}
	if len(v.Progress.Definitions) != 15 || v.Progress.DueN != 2 || v.Progress.LateN != 1 {
		t.Errorf("%d definitions, %d due, %d late", len(v.Progress.Definitions), v.Progress.DueN, v.Progress.LateN)
	}
	_, v = find(t, p, relate.DueURL)
	if g := v.Progress.Tasks; len(g) != 1 || g[0].Tasks[0].Name != "Phần hai" || g[0].Tasks[1].Name != "Dời" || g[0].Tasks[0].URL != "../../plans/2023/d001/#_nv-d2" || g[0].Tasks[0].Plan.Text != "Văn bản 1" {
		t.Errorf("due %+v", g)
	}
	if _, v = find(t, p, relate.LateURL); v.Progress.Tasks[0].Tasks[0].Name != "Trễ" || v.Progress.All != 1 {
		t.Errorf("late %+v", v.Progress.Tasks)
	}
	if _, v = find(t, p, ""); v.Home.ProgressURL != "./progress/" || v.Home.Progress.Total != 5 {
		t.Errorf("the home page leads to %q", v.Home.ProgressURL)
	}
	for _, page := range New(site(t, 2, ""), Options{Words: words}).Pages() {
		if page.Layout == "progress" {
			t.Errorf("a site without tasks has %s", page.URL)
		}
	}
}

// TestDuties: a body that issued nothing has a page with what it must do, by
// plan; what is done is only counted.
func TestDuties(t *testing.T) {
	p := New(site(t, 2, "", withTasks), Options{Words: words})
	_, v := find(t, p, "issuers/office/")
	d := v.List.Duties
	var names []string
	for _, x := range d.Tasks[0].Tasks {
		names = append(names, x.Name)
	}
	if got := strings.Join(names, ", "); got != "Trễ, Thường xuyên, Phần hai" || d.Open != 3 || d.Tally.Done != 1 || len(d.Targets) != 1 {
		t.Errorf("the office must do %q; %+v", got, d)
	}
	if _, v = find(t, p, "issuers/ward/"); v.List.Duties != nil {
		t.Errorf("the ward leads nothing and must do %+v", v.List.Duties)
	}
}

// TestReplacedPlansAskForNothing: their pages say how they stand, and they are
// counted nowhere else.
func TestReplacedPlansAskForNothing(t *testing.T) {
	s := site(t, 2, "", withTasks)
	for _, e := range s.Documents {
		if len(e.Document.Tasks) > 0 {
			e.Effect.Kind = plan.Replaced
		}
	}
	p := New(s, Options{Words: words})
	if _, v := find(t, p, "plans/2023/d001/"); v.Document.Tracker == nil {
		t.Error("its page does not say how it stands")
	}
	if _, v := find(t, p, relate.LateURL); v.Progress.All != 0 {
		t.Errorf("its tasks are late: %+v", v.Progress.Tasks)
	}
}

// TestTimeline: rows on one scale of whole months; with many tasks a row is a
// group of them.
func TestTimeline(t *testing.T) {
	s := site(t, 2, "", withTasks)
	_, v := find(t, New(s, Options{Words: words}), "plans/2023/d001/")
	line := v.Document.Tracker.Timeline
	if len(line.Rows) != 4 || line.From != (plan.Date{Year: 2026, Month: 1, Day: 1}) || line.To != (plan.Date{Year: 2026, Month: 3, Day: 31}) || line.More != 1 || line.Now.IsZero() {
		t.Errorf("%d rows from %v to %v", len(line.Rows), line.From, line.To)
	}
	i := slices.IndexFunc(line.Rows, func(r view.TimelineRow) bool { return r.Text == "Dời" })
	if i < 0 || !strings.Contains(string(line.Rows[i].Picture), `class="first"`) || !strings.Contains(line.Rows[i].Dates, "timeline.first 31/01/2026") {
		t.Errorf("the moved task is drawn as %+v", line.Rows)
	}
	s = site(t, 2, "", withTasks, func(in *relate.Input) {
		d := in.Documents[len(in.Documents)-1]
		for i := range 60 {
			d.Tasks = append(d.Tasks, plan.Task{ID: fmt.Sprint("x", i), Name: "x", Group: fmt.Sprint(i % 3), Deadline: until("2026")})
		}
	})
	_, v = find(t, New(s, Options{Words: words}), "plans/2023/d001/")
	if line = v.Document.Tracker.Timeline; !line.Groups || len(line.Rows) != 5 || line.Rows[2].Dates != "01/01/2026 – 31/12/2026; timeline.group 200" {
		t.Errorf("grouped: %+v", line.Rows)
	}
	if !v.Document.Tracker.Fold {
		t.Error("66 tasks stand unfolded")
	}
}

// TestDataIsThere: every link to data is to a file that is published.
func TestDataIsThere(t *testing.T) {
	p := New(site(t, 2, "", withTasks), Options{Words: words})
	published := map[string]bool{}
	put := func(url string, data []byte) error {
		published[url] = len(data) > 0
		return nil
	}
	page, doc := find(t, p, "plans/2023/d001/")
	for _, err := range []error{p.DocumentFiles(page.Entry, put), p.SiteFiles(put)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	_, all := find(t, p, relate.ProgressURL)
	for _, f := range slices.Concat(doc.Document.Tracker.Files, all.Progress.Files) {
		if !published[strings.TrimLeft(f.URL, "./")] || f.Size == 0 {
			t.Errorf("%s is linked to and not published", f.URL)
		}
	}
	if len(published) != 10 {
		t.Errorf("published %v", published)
	}
}

// TestThousandsOfPlans: the overview and the files of the whole site do not grow
// with them; each plan keeps its own.
func TestThousandsOfPlans(t *testing.T) {
	const n = MaxTogether + 1
	p := New(site(t, n, "", func(in *relate.Input) {
		for _, d := range in.Documents {
			d.Tasks = []plan.Task{{ID: "a", Name: "Việc", Deadline: until("10/03/2026")}}
		}
	}), Options{Words: words})
	_, v := find(t, p, relate.ProgressURL)
	if s := v.Progress.Sections[0]; s.All != n || len(s.Rows) != maxListed || v.Progress.TaskTally.Total != n {
		t.Errorf("%d rows of %d, %d tasks counted", len(s.Rows), s.All, v.Progress.TaskTally.Total)
	}
	own := 0
	count := func(string, []byte) error { own++; return nil }
	if err := p.SiteFiles(count); err != nil || own > 0 || v.Progress.Files != nil {
		t.Errorf("%d files of all plans together, %v, %v", own, v.Progress.Files, err)
	}
	for _, page := range p.Pages() {
		if page.Entry != nil {
			if err := p.DocumentFiles(page.Entry, count); err != nil {
				t.Fatal(err)
			}
		}
	}
	if own != 3*n {
		t.Errorf("%d files of plans", own)
	}
}
