package progress

import (
	"testing"

	"planpress/internal/deadline"
	"planpress/internal/plan"
)

var asOf = day(2026, 6, 30)

func day(y, m, d int) plan.Date { return plan.Date{Year: int16(y), Month: int8(m), Day: int8(d)} }

func by(text string) plan.Deadline {
	d, _ := deadline.Parse(text)
	return d
}

// said makes a report: a day, and what it says.
func said(y, m, d int, s plan.Status) plan.Update {
	return plan.Update{Date: day(y, m, d), Status: s, Progress: plan.NoProgress}
}

func TestStates(t *testing.T) {
	quarter := said(2026, 4, 5, plan.Done)
	quarter.Period = by("Quý I/2026")
	half := said(2026, 5, 30, plan.NoStatus)
	half.Progress = 50
	for _, c := range []struct {
		name string
		task plan.Task
		want State
	}{
		{"nothing known", plan.Task{}, NoReport},
		{"the last day is not late", plan.Task{Deadline: by("30/6/2026")}, DueSoon},
		{"the day after is", plan.Task{Deadline: by("29/6/2026")}, Late},
		{"before a day is late on it", plan.Task{Deadline: by("Trước ngày 30/6/2026")}, Late},
		{"30 days left", plan.Task{Deadline: by("30/7/2026")}, DueSoon},
		{"31 days left", plan.Task{Deadline: by("31/7/2026"), Rest: &plan.Rest{Updates: []plan.Update{said(2026, 6, 1, plan.InProgress)}}}, OnCourse},
		{"moved, so not late", plan.Task{Deadline: by("31/3/2026"),
			Rest: &plan.Rest{Updates: []plan.Update{said(2026, 6, 1, plan.InProgress)}, Reschedules: []plan.Reschedule{{Date: day(2026, 3, 1), To: by("31/12/2026")}}}}, OnCourse},
		{"moved in days to come", plan.Task{Deadline: by("31/3/2026"),
			Rest: &plan.Rest{Reschedules: []plan.Reschedule{{Date: day(2026, 7, 1), To: by("31/12/2026")}}}}, Late},
		{"done in time", plan.Task{Deadline: by("31/3/2026"), Rest: &plan.Rest{Updates: []plan.Update{said(2026, 3, 31, plan.Done)}}}, Done},
		{"done late", plan.Task{Deadline: by("31/3/2026"), Rest: &plan.Rest{Updates: []plan.Update{said(2026, 4, 1, plan.Done)}}}, DoneLate},
		{"done within a quarter that was reported after it", plan.Task{Deadline: by("31/3/2026"), Rest: &plan.Rest{Updates: []plan.Update{quarter}}}, Done},
		{"said again later", plan.Task{Deadline: by("31/3/2026"), Rest: &plan.Rest{Updates: []plan.Update{said(2026, 3, 1, plan.Done), said(2026, 5, 1, plan.Done)}}}, Done},
		{"reopened and done late", plan.Task{Deadline: by("31/3/2026"), Rest: &plan.Rest{Updates: []plan.Update{said(2026, 3, 1, plan.Done),
			said(2026, 3, 20, plan.InProgress), said(2026, 5, 1, plan.Done)}}}, DoneLate},
		{"reopened", plan.Task{Deadline: by("31/3/2026"), Rest: &plan.Rest{Updates: []plan.Update{said(2026, 3, 1, plan.Done), said(2026, 3, 20, plan.InProgress)}}}, Late},
		{"done by the deadline of that time, which was moved nearer after", plan.Task{Deadline: by("31/5/2026"),
			Rest: &plan.Rest{Updates: []plan.Update{said(2026, 4, 1, plan.Done)}, Reschedules: []plan.Reschedule{{Date: day(2026, 6, 1), To: by("31/3/2026")}}}}, Done},
		{"done in days to come", plan.Task{Deadline: by("31/3/2026"), Rest: &plan.Rest{Updates: []plan.Update{said(2026, 7, 1, plan.Done)}}}, Late},
		{"stopped, though its deadline has passed", plan.Task{Deadline: by("31/3/2026"), Rest: &plan.Rest{Updates: []plan.Update{said(2026, 2, 1, plan.Stopped)}}}, Stopped},
		{"merged", plan.Task{Deadline: by("31/3/2026"), Rest: &plan.Rest{Updates: []plan.Update{said(2026, 2, 1, plan.Merged)}}}, Merged},
		{"recurs by its deadline", plan.Task{Deadline: by("Hằng quý")}, Recurring},
		{"recurs by report", plan.Task{Rest: &plan.Rest{Updates: []plan.Update{said(2026, 2, 1, plan.Recurring)}}}, Recurring},
		{"due on one day, and never reported", plan.Task{Deadline: by("31/12/2026")}, NoReport},
		{"due on one day, and begins in days to come", plan.Task{Rest: &plan.Rest{Start: by("Quý IV/2026")}, Deadline: by("31/12/2026")}, NotStarted},
		{"begins in days to come", plan.Task{Deadline: by("Quý IV/2026")}, NotStarted},
		{"silent for 90 days", plan.Task{Deadline: by("2026"), Rest: &plan.Rest{Updates: []plan.Update{said(2026, 4, 1, plan.InProgress)}}}, OnCourse},
		{"silent for 91 days", plan.Task{Deadline: by("2026"), Rest: &plan.Rest{Updates: []plan.Update{said(2026, 3, 31, plan.InProgress)}}}, NoReport},
		{"never reported", plan.Task{Deadline: by("2026")}, NoReport},
		{"reported as not begun", plan.Task{Deadline: by("2026"), Rest: &plan.Rest{Updates: []plan.Update{said(2026, 6, 1, plan.NotStarted)}}}, NotStarted},
		{"a figure without a word", plan.Task{Deadline: by("2026"), Rest: &plan.Rest{Updates: []plan.Update{half}}}, OnCourse},
		{"goes on without an end", plan.Task{Deadline: by("2025 và những năm tiếp theo"), Rest: &plan.Rest{Updates: []plan.Update{said(2026, 6, 1, plan.InProgress)}}}, OnCourse},
	} {
		got := taskOn(&c.task, day(2026, 1, 15), asOf)
		if got.State != c.want {
			t.Errorf("%s: %s, want %s", c.name, got.State.Key(), c.want.Key())
		}
	}
}

// TestTheLatestMoveHolds, also where it is not the last that was written down.
func TestTheLatestMoveHolds(t *testing.T) {
	task := plan.Task{Deadline: by("Quý I/2026"), Rest: &plan.Rest{Reschedules: []plan.Reschedule{
		{Date: day(2026, 6, 1), To: by("Quý III/2026")}, {Date: day(2026, 3, 1), To: by("Quý II/2026")}, {Date: day(2026, 7, 1), To: by("2027")}}}}
	for on, want := range map[plan.Date]string{day(2025, 12, 31): "Quý I/2026", day(2026, 3, 1): "Quý II/2026", asOf: "Quý III/2026", {}: "2027"} {
		if got := task.Due(on).Text; got != want {
			t.Errorf("on %s it is due %s, want %s", on, got, want)
		}
	}
}

// TestMovingKeepsTheFirstDeadline: people see both.
func TestMovingKeepsTheFirstDeadline(t *testing.T) {
	task := plan.Task{Deadline: by("Quý I/2026"), Rest: &plan.Rest{Reschedules: []plan.Reschedule{
		{Date: day(2026, 3, 1), To: by("Quý II/2026")}, {Date: day(2026, 6, 1), To: by("Quý III/2026")}}}}
	got := taskOn(&task, day(2026, 1, 15), asOf)
	if !got.Moved || got.Due.Text != "Quý III/2026" || got.Deadline.Text != "Quý I/2026" || got.State == Late {
		t.Errorf("due %q, first %q, moved %v, %s", got.Due.Text, got.Deadline.Text, got.Moved, got.State.Key())
	}
}
