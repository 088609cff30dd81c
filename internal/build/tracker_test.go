package build_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"planpress/internal/build"
	"planpress/internal/plan"
)

// trackerSite has a plan whose tasks are in a file beside it.
func trackerSite(extra map[string]string) fstest.MapFS {
	site := fstest.MapFS{}
	for name, text := range map[string]string{
		"site.yaml":            "name: Trang\nbase_url: https://vi-du.example/\n",
		"orgs.yaml":            "- {id: van-phong, name: Văn phòng phường}\n",
		"plans/a.md":           "---\ntitle: Kế hoạch năm 2026\ntype: ke-hoach\npublication: published\ntasks: {file: nhiem-vu.csv}\nupdates: cap-nhat.csv\n---\n\nCác nhiệm vụ của năm.\n",
		"plans/a/nhiem-vu.csv": "\uFEFFMã;Nhiệm vụ;Chủ trì\r\nnv-01;Ra\u0300 soát;Văn phòng phường\r\n",
		"plans/a/cap-nhat.csv": "Mã,Ngày,Trạng thái\nnv-01,31/03/2026,đang thực hiện\n",
	} {
		site["content/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range extra {
		site["content/"+name] = &fstest.MapFile{Data: []byte(text)}
		if text == "" {
			delete(site, "content/"+name)
		}
	}
	return site
}

func found(res *build.Result) []string {
	var out []string
	for _, f := range res.Findings {
		if f.Rule.Code >= "P260" && f.Rule.Code <= "P279" || f.Rule.Code == "P216" || f.Rule.Code == "P110" {
			out = append(out, f.Pos.String()+" "+f.Rule.Code)
		}
	}
	return out
}

func TestFilesOfTasksAreRead(t *testing.T) {
	_, res := run(t, trackerSite(nil))
	if got := found(res); len(got) > 0 {
		t.Errorf("findings: %v", got)
	}
	tasks := res.All[0].Tasks
	if len(tasks) != 1 || tasks[0].Name != "Rà soát" || tasks[0].Leads[0].ID != "van-phong" || len(tasks[0].More().Updates) != 1 {
		t.Errorf("tasks: %+v", tasks)
	}
}

func TestFilesOfTasksWithMistakes(t *testing.T) {
	for name, c := range map[string]struct {
		extra map[string]string
		want  string
	}{
		"missing":         {map[string]string{"plans/a/nhiem-vu.csv": ""}, "content/plans/a.md:5:8 P274"},
		"not UTF-8":       {map[string]string{"plans/a/nhiem-vu.csv": "M\xe3;Nhi\xeam v\xfa\n"}, "content/plans/a/nhiem-vu.csv:1:2 P110"},
		"in the future":   {map[string]string{"plans/a/cap-nhat.csv": "Mã,Ngày\nnv-01,02/06/2026\n"}, "content/plans/a/cap-nhat.csv:2:1 P271"},
		"a file not used": {map[string]string{"plans/a/khac.csv": "a,b\n"}, "content/plans/a/khac.csv P216"},
	} {
		_, res := run(t, trackerSite(c.extra))
		if got := found(res); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
}

// TestTheAnnualPlanIsOfARealSize holds the sample that everything about targets
// and tasks is tried on.
func TestTheAnnualPlanIsOfARealSize(t *testing.T) {
	_, res := run(t, own(t))
	at := slices.IndexFunc(res.All, func(d *plan.Document) bool { return d.Path == "content/plans/2026/ke-hoach-nam-2026.md" })
	if at < 0 {
		t.Fatal("the annual plan is not there")
	}
	doc := res.All[at]
	groups, deadlines, statuses, named := map[string]bool{}, map[string]bool{}, map[plan.Status]bool{}, 0
	for _, task := range doc.Tasks {
		groups[task.Group] = true
		deadlines[task.Deadline.Text] = true
		for _, u := range task.More().Updates {
			statuses[u.Status] = true
		}
		for _, lead := range task.Leads {
			if lead.ID != "" {
				named++
			}
		}
	}
	for what, ok := range map[string]bool{
		"targets": len(doc.Targets) >= 60, "tasks": len(doc.Tasks) >= 140, "groups": len(groups) == 6, "forms of deadlines": len(deadlines) >= 50,
		"statuses": len(statuses) == len(plan.Statuses), "bodies found by their names": named >= 100,
	} {
		if !ok {
			t.Errorf("too few %s: %d targets, %d tasks, %d groups, %d deadlines, %d statuses, %d bodies", what,
				len(doc.Targets), len(doc.Tasks), len(groups), len(deadlines), len(statuses), named)
		}
	}
}
