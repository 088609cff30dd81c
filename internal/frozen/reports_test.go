package frozen

import (
	"bytes"
	"slices"
	"testing"

	"planpress/internal/plan"
	"planpress/internal/relate"
)

// said is a report on the task, in a line of the file of updates.
func said(line int32, status plan.Status, text string) plan.Update {
	return plan.Update{Date: day(4), Status: status, Progress: plan.NoProgress, Text: text,
		Spot: plan.Spot{File: "content/plans/01/cap-nhat.csv", Line: line, Column: 1}}
}

// reported is a site whose first document has a task with two reports and a
// move, and a target with a value between them.
func reported(t *testing.T, change func(d *plan.Document)) *relate.Site {
	return site(t, func(a, _ *plan.Document, in *relate.Input) {
		a.UpdatesFile = "cap-nhat.csv"
		in.Files = append(in.Files, "content/plans/01/cap-nhat.csv")
		file := said(0, "", "").File
		a.Tasks = []plan.Task{{ID: "nv-1", Name: "Việc", Rest: &plan.Rest{Updates: []plan.Update{said(2, plan.InProgress, "Bắt đầu"), said(4, plan.Done, "Xong")},
			Reschedules: []plan.Reschedule{{Date: day(4), To: plan.Deadline{Text: "Quý III/2026"}, Reason: "Chờ", Spot: plan.Spot{File: file, Line: 5}}}}}}
		a.Targets = []plan.Target{{ID: "ct-1", Name: "Chỉ tiêu", Actuals: []plan.Actual{{Value: plan.Measure{Text: "92%"}, Spot: plan.Spot{File: file, Line: 3}}}}}
		if change != nil {
			change(a)
		}
	})
}

// TestReportsAreOnlyAddedTo, whatever the history says, through a file that was
// written and read.
func TestReportsAreOnlyAddedTo(t *testing.T) {
	data, err := Of(reported(t, nil)).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	before, err := Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	const lost = "content/plans/01/cap-nhat.csv P344 the 4 published rows of reports of 01/KH-UBND no longer stand as they were at the beginning of the file"
	for name, c := range map[string]struct {
		change func(d *plan.Document)
		want   string
	}{
		"nothing": {nil, ""},
		"rows added": {func(d *plan.Document) {
			own := d.Tasks[0].Own()
			own.Updates = append(own.Updates, said(6, plan.InProgress, "Làm lại"))
			d.Targets[0].Actuals = append(d.Targets[0].Actuals, plan.Actual{Value: plan.Measure{Text: "95%"}, Spot: said(7, "", "").Spot})
		}, ""},
		"a report changed": {func(d *plan.Document) { d.Tasks[0].Own().Updates[0].Status = plan.Done }, lost},
		"changed, with an entry of history": {func(d *plan.Document) {
			d.Tasks[0].Own().Updates[0].Text = "Khác"
			d.History = append(d.History, plan.Change{Date: day(9), Kind: plan.ProgressUpdate})
		}, lost},
		"a value changed": {func(d *plan.Document) { d.Targets[0].Actuals[0].Value.Text = "97%" }, lost},
		"a move removed":  {func(d *plan.Document) { d.Tasks[0].Own().Reschedules = nil }, lost},
		"a row put between": {func(d *plan.Document) {
			d.Tasks[0].Own().Updates = slices.Insert(d.Tasks[0].Own().Updates, 1, said(2, plan.Done, ""))
		}, lost},
		"the file gone": {func(d *plan.Document) { d.UpdatesFile, d.Tasks, d.Targets = "", nil, nil },
			"content/plans/01.md P344 the 4 published rows of reports of 01/KH-UBND no longer stand as they were at the beginning of the file"},
		"withdrawn": {func(d *plan.Document) {
			d.Publication, d.UpdatesFile = plan.Publication{State: plan.Withdrawn, Date: day(9), Reason: "Sai"}, ""
		}, ""},
	} {
		got := ""
		for _, f := range Compare(before, reported(t, c.change)) {
			got += f.Pos.String() + " " + f.Rule.Code + " " + f.Message.EN
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
