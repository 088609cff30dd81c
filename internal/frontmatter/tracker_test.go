package frontmatter

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/plan"
)

func day0(y, m, d int) plan.Date { return plan.Date{Year: int16(y), Month: int8(m), Day: int8(d)} }

func TestTargetsAndTasksAreRead(t *testing.T) {
	doc, findings := read(`targets:
  - id: ct-1
    ten: Đúng hạn
    unit: "%"
    value: 95
    by: 2025
    goals: [{value: ≥ 98, by: 2030}]
    actuals: [{date: 2025-03-31, period: Quý I/2025, value: "96,5", verified: true}]
nhiem_vu:
  - name: Rà soát
    lead: [van-phong-phuong, "Công an"]
    deadline: Quý II/2025
    serves: ct-1
    updates:
      - {date: 2025-03-31, status: đang thực hiện, progress: 40}
    reschedules:
      - {date: 2025-05-15, to: Quý III/2025, reason: Chờ hướng dẫn}
`)
	if len(findings) > 0 {
		t.Fatalf("%v", findings[0])
	}
	quarter := plan.Deadline{Text: "Quý I/2025", Earliest: day0(2025, 1, 1), Latest: day0(2025, 3, 31)}
	at := func(line, column int32) plan.Spot { return plan.Spot{File: doc.Path, Line: line, Column: column} }
	wantTargets := []plan.Target{{ID: "ct-1", Name: "Đúng hạn", Unit: "%", Spot: at(3, 5),
		Goals: []plan.Goal{
			{Text: "95", Op: plan.AtLeast, Low: 95, By: plan.Deadline{Text: "2025", Earliest: day0(2025, 1, 1), Latest: day0(2025, 12, 31)}},
			{Text: "≥ 98", Op: plan.AtLeast, Low: 98, By: plan.Deadline{Text: "2030", Earliest: day0(2030, 1, 1), Latest: day0(2030, 12, 31)}}},
		Actuals: []plan.Actual{{Date: day0(2025, 3, 31), Period: quarter, Value: plan.Measure{Text: "96,5", Value: 96.5, Number: true}, Verified: true, Spot: at(9, 15)}}}}
	if diff := cmp.Diff(wantTargets, doc.Targets); diff != "" {
		t.Error(diff)
	}
	wantTasks := []plan.Task{{Name: "Rà soát", Leads: []plan.OrgRef{{ID: "van-phong-phuong"}, {Name: "Công an"}}, Spot: at(11, 5),
		Deadline: plan.Deadline{Text: "Quý II/2025", Earliest: day0(2025, 4, 1), Latest: day0(2025, 6, 30)},
		Rest: &plan.Rest{Serves: []string{"ct-1"},
			Updates: []plan.Update{{Date: day0(2025, 3, 31), Status: plan.InProgress, Progress: 40, Spot: at(16, 9)}},
			Reschedules: []plan.Reschedule{{Date: day0(2025, 5, 15), Reason: "Chờ hướng dẫn", Spot: at(18, 9),
				To: plan.Deadline{Text: "Quý III/2025", Earliest: day0(2025, 7, 1), Latest: day0(2025, 9, 30)}}}}}}
	if diff := cmp.Diff(wantTasks, doc.Tasks); diff != "" {
		t.Error(diff)
	}
}

// TestPartsByNumber: 1.1 is a part of 1, as in tables, so that it is not counted
// beside it; where parents are written, numbers say nothing.
func TestPartsByNumber(t *testing.T) {
	for front, want := range map[string]string{
		"tasks:\n  - {no: 1, name: A}\n  - {no: \"1.1\", name: B}\n  - {no: \"1.1.1\", name: C}\n  - {no: 2, name: D}\n": "||nv-1|nv-2|",
		"tasks:\n  - {id: a, no: 1, name: A}\n  - {no: \"1.1\", name: B}\n  - {name: C, parent: a}\n":                    "|||a",
		"tasks:\n  - {no: 1, name: A}\n  - {no: 2, name: B}\n":                                                           "||",
	} {
		doc, findings := read(front)
		got := ""
		for i := range doc.Tasks {
			got += "|" + doc.Tasks[i].More().Parent
		}
		if got != want || len(findings) > 0 {
			t.Errorf("%s: %q, want %q %v", front, got, want, findings)
		}
	}
}

func TestTrackersWithMistakes(t *testing.T) {
	for _, c := range []struct {
		front string
		want  []string
	}{
		{"tasks:\n  - {name: A, dealine: Quý II/2025}", []string{"3:15 P016"}},
		{"tasks:\n  - {lead: Văn phòng}", []string{"3:5 P018"}},
		{"tasks:\n  - {name: A, deadline: 31/13/2025}", []string{"3:25 P260"}},
		{"tasks:\n  - {name: A, updates: [{date: 2025-03-31, status: hoàn thàn, evidence: x}]}", []string{"3:52 P266"}},
		{"tasks:\n  - {name: A, updates: [{date: 2025-03-31, progress: 120}]}", []string{"3:54 P267"}},
		{"tasks:\n  - {name: A, updates: [{date: 31/03/2025}, {date: tháng 3}]}", []string{"3:52 P265"}},
		{"tasks:\n  - {name: A, reschedules: [{date: 2025-05-15, reason: Chờ}]}", []string{"3:29 P018"}},
		{"targets:\n  - {name: A, direction: lên}", []string{"3:26 P265"}},
		{"tasks: nhiem-vu.xlsx", []string{"2:8 P022"}},
		{"tasks: {file: ../nhiem-vu.csv}", []string{"2:15 P025"}},
		{"updates: [a]", []string{"2:10 P019"}},
	} {
		_, findings := read(c.front + "\n")
		if diff := cmp.Diff(c.want, short(t, findings)); diff != "" {
			t.Errorf("%s: %s", c.front, diff)
		}
	}
}

func TestFilesOfTrackers(t *testing.T) {
	doc, findings := read("targets: chi-tieu.csv\ntasks: {file: nhiem-vu.csv}\ncap_nhat: {tep: cap-nhat.csv}\n")
	got := []string{doc.TargetsFile, doc.TasksFile, doc.UpdatesFile}
	if diff := cmp.Diff([]string{"chi-tieu.csv", "nhiem-vu.csv", "cap-nhat.csv"}, got); diff != "" || len(findings) > 0 {
		t.Errorf("%s %v", diff, findings)
	}
}
