package check

import (
	"testing"

	"planpress/internal/deadline"
	"planpress/internal/plan"
)

// give gives the document a sound task, changed.
func give(d *plan.Document, change func(*plan.Task)) {
	t := plan.Task{ID: "nv-1", Name: "Rà soát", Leads: []plan.OrgRef{{ID: "ubnd"}}, Deliverable: "Báo cáo", Deadline: by("Quý II/2023"),
		Spot: plan.Spot{File: "nv.csv", Line: int32(len(d.Tasks) + 101), Column: 1}}
	change(&t)
	d.Tasks = append(d.Tasks, t)
}

// aim gives the document a target.
func aim(d *plan.Document, id, parent string) {
	d.Targets = append(d.Targets, plan.Target{ID: id, Name: "Đúng hạn", Parent: parent,
		Spot: plan.Spot{File: "ct.csv", Line: int32(len(d.Targets) + 101), Column: 1}})
}

func asItIs(*plan.Task) {}

func by(text string) plan.Deadline {
	out, _ := deadline.Parse(text)
	return out
}

// current moves the document into the year of the site's day.
func current(d *plan.Document) {
	d.Period = plan.Period{From: date(2026, 0, 0), To: date(2026, 0, 0)}
	d.Number, d.Issued = number("01/KH-UBND"), date(2026, 1, 3)
	d.Title = "Kế hoạch cải cách hành chính năm 2026"
}

// TestPartsFollowTheirWhole: what a task says holds for its parts, and what its
// parts say need not be said of it.
func TestPartsFollowTheirWhole(t *testing.T) {
	d := sound()
	give(d, func(t *plan.Task) { t.Leads = nil; t.Deliverable = "" })
	give(d, func(t *plan.Task) {
		t.ID, t.Own().Parent, t.Deadline = "nv-1a", "nv-1", plan.Deadline{}
	})
	give(d, func(t *plan.Task) { // a part of a part
		t.ID, t.Own().Parent, t.Deadline, t.Leads, t.Deliverable = "nv-1a1", "nv-1a", plan.Deadline{}, nil, ""
	})
	for _, f := range Document(d, context) {
		t.Errorf("%s: %s", f.Rule.Code, f.Message.EN)
	}
}
