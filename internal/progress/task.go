package progress

import "planpress/internal/plan"

// State is how a task stands: exactly one of these.
type State uint8

const (
	Done State = iota
	DoneLate
	OnCourse
	DueSoon
	NoReport
	Late
	NotStarted
	Recurring
	Stopped
	Merged
	states int = iota
)

// States lists all, in the order in which pages show them: what is done, what
// is under way, then what does not count.
var States = [...]State{Done, DoneLate, OnCourse, DueSoon, NoReport, Late, NotStarted, Recurring, Stopped, Merged}

// Key is the state's word in files, and the end of its message's key. It never
// changes.
func (s State) Key() string {
	return [...]string{"done", "done-late", "on-course", "due-soon", "no-report", "late", "not-started", "recurring", "stopped", "merged"}[s]
}

// Countable reports whether tasks of the state are part of the whole of which a
// share is done.
func (s State) Countable() bool { return s != Recurring && s != Stopped && s != Merged }

// Open reports whether work of the state is still to be done once.
func (s State) Open() bool { return s.Countable() && s != Done && s != DoneLate }

// Task is a task with how it stands.
type Task struct {
	*plan.Task
	State State
	Due   plan.Deadline // the one that holds on the day
	Moved bool          // it is not the first one
	Last  *plan.Update  // the newest report; nil where there is none
	Done  plan.Date     // when it was done; zero where it is not, or on a day not known
	Over  int           // days since its last day, of one that is late; days up to it, of one that is due soon
	Split bool          // it has parts, which are counted in its place

	// InCharge is who leads it, each once: a part without a lead is led as what it
	// is a part of.
	InCharge []plan.OrgRef
}

// taskOn computes how a task of a plan issued on a day stands.
func taskOn(t *plan.Task, issued, asOf plan.Date) Task {
	out := Task{Task: t, Due: t.Due(asOf)}
	out.Moved = out.Due != t.Deadline
	status, done := out.read(asOf)
	switch {
	case status == plan.Stopped:
		out.State = Stopped
	case status == plan.Merged:
		out.State = Merged
	case status == plan.Done:
		out.State, out.Done = Done, done
		if due := t.Due(done); due.Dated() && !done.IsZero() && due.Latest.Compare(done) < 0 {
			out.State = DoneLate
		}
	case status == plan.Recurring || out.Due.Recurs != plan.Once:
		out.State = Recurring
	default:
		out.underWay(status, issued, asOf)
	}
	return out
}

// read takes from the reports up to a day what was said last, and since when a
// task that is done has been so.
func (t *Task) read(asOf plan.Date) (status plan.Status, done plan.Date) {
	var said *plan.Update
	updates := t.More().Updates
	for i := range updates {
		u := &updates[i]
		if u.Date.Compare(asOf) > 0 {
			continue
		}
		if t.Last == nil || u.Date.Compare(t.Last.Date) >= 0 {
			t.Last = u
		}
		if u.Status != plan.NoStatus && (said == nil || u.Date.Compare(said.Date) >= 0) {
			said = u
		}
	}
	if said == nil {
		return plan.NoStatus, done
	}
	if said.Status == plan.Done {
		done = t.doneSince(said, asOf)
	}
	return said.Status, done
}

// doneSince gives the day of the first report of the last unbroken run that
// says “done”. A report of a quarter that came in after its end is about that
// quarter.
func (t *Task) doneSince(last *plan.Update, asOf plan.Date) plan.Date {
	updates := t.More().Updates
	reopened := plan.Date{}
	for i := range updates {
		if u := &updates[i]; u.Date.Compare(last.Date) <= 0 && u.Status != plan.Done && u.Status != plan.NoStatus {
			reopened = later(reopened, u.Date)
		}
	}
	first := last
	for i := range updates {
		u := &updates[i]
		if u.Status == plan.Done && u.Date.Compare(asOf) <= 0 && u.Date.Compare(reopened) > 0 && u.Date.Compare(first.Date) < 0 {
			first = u
		}
	}
	if end := first.Period.Latest; !end.IsZero() && end.Compare(first.Date) < 0 {
		return end
	}
	return first.Date
}

// underWay tells apart the states of work that is to be done once and is not.
func (t *Task) underWay(status plan.Status, issued, asOf plan.Date) {
	begin := t.More().Start.Earliest
	if begin.IsZero() && t.Due.Earliest != t.Due.Latest { // one day is when it ends
		begin = t.Due.Earliest
	}
	idle := status == plan.NoStatus || status == plan.NotStarted
	heard := later(begin, issued)
	if t.Last != nil {
		heard = t.Last.Date
	}
	left := days(asOf, t.Due.Latest)
	switch {
	case t.Due.Dated() && left < 0:
		t.State, t.Over = Late, -left
	case t.Due.Dated() && left <= DueSoonDays:
		t.State, t.Over = DueSoon, left
	case idle && begin.Compare(asOf) > 0:
		t.State = NotStarted
	case !heard.IsZero() && days(heard, asOf) > NoReportDays:
		t.State = NoReport
	case idle && (t.Last == nil || t.Last.Progress <= 0):
		t.State = NotStarted
	default:
		t.State = OnCourse
	}
}
