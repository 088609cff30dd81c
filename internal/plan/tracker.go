package plan

import "planpress/internal/source"

// Target is a measurable goal of a plan ("chỉ tiêu").
type Target struct {
	ID        string // unique among the targets and tasks of the document; never "" once it is read
	No        string // as printed: "1.2"; ""
	Name      string
	Group     string   // "I. Cải cách thể chế"; ""
	Parent    string   // id of the target that this is a part of; ""
	Owners    []OrgRef // who follows it
	Unit      string   // as written: "%", "người"; ""
	Direction Direction
	Baseline  Baseline
	Goals     []Goal   // in the order written: the stages of a target
	Actuals   []Actual // in the order written; only ever added to
	Source    string   // where the figures come from
	Method    string   // how it is counted
	Frequency string   // how often, as written
	Note      string
	Spot
}

// Direction says which values of a target are better.
type Direction uint8

const (
	Rises    Direction = iota // more is better
	Falls                     // less is better; a rank is one
	Within                    // between two bounds
	Attained                  // done or not: there is no number
)

// Op says how an actual value is compared with a goal.
type Op uint8

const (
	Prose   Op = iota // no number: the text says it
	AtLeast           // value ≥ Low; a bare number of a target that goes up
	AtMost            // value ≤ High; a bare number of one that goes down
	Above             // value > Low
	Below             // value < High
	Between           // Low ≤ value ≤ High
	Exactly           // value = Low = High, written with "="
)

// Goal is what a target is to reach, by when.
type Goal struct {
	Text      string // as written: "≥ 55", "hạng 5", "Hoàn thành"
	Op        Op
	Low, High float64  // where Op uses them; the other is zero
	Unit      string   // of the text itself: "%", "rank" for a rank, "ngày"; "" where it has none
	By        Deadline // zero: the plan's own end
	Scope     string   // what part it is about, as written; ""
}

// Measure is a value that was reached, as written, and its number where it has
// one.
type Measure struct {
	Text   string
	Value  float64
	Number bool // Value is known
	Of     int  // of a rank among so many: 63 of "10/63"; 0
}

// Baseline is where a target began.
type Baseline struct {
	Measure
	When Deadline
}

// Actual is one value that a target reached.
type Actual struct {
	Date     Date     // when it was recorded; zero where not given
	Period   Deadline // what it is about: "Quý I/2026"
	Value    Measure
	Text     string   // in words; ""
	Evidence []string // addresses or names of documents, as written
	By       string   // who recorded it, as written
	Verified bool
	Spot
}

// Task is a piece of work that a plan gives to bodies ("nhiệm vụ"). A site has
// millions of them in memory at once: what most lack stands in Rest.
type Task struct {
	ID          string // unique among the targets and tasks of the document; never "" once it is read
	No          string // as printed: "1.2"; ""
	Name        string
	Group       string // "II. Cải cách thủ tục hành chính"; ""
	Leads       []OrgRef
	Partners    []OrgRef
	Deliverable string
	Deadline    Deadline // the first one: what it was moved to stands in Rest.Reschedules
	Rest        *Rest    // nil where the task has nothing of it; More reads it
	Spot
}

// Rest is what most tasks of most plans do not have.
type Rest struct {
	Parent      string   // id of the task that this is a part of; ""
	Serves      []string // ids of targets
	Start       Deadline
	Budget      string
	Requires    []string // ids of tasks
	Note        string
	Updates     []Update     // in the order written; only ever added to
	Reschedules []Reschedule // in the order written
}

// IsZero reports whether there is nothing to keep.
func (r *Rest) IsZero() bool {
	return r.Parent == "" && r.Start.IsZero() && r.Budget == "" && r.Note == "" &&
		len(r.Serves)+len(r.Requires)+len(r.Updates)+len(r.Reschedules) == 0
}

// More gives what most tasks do not have, empty for those.
func (t *Task) More() Rest {
	if t.Rest == nil {
		return Rest{}
	}
	return *t.Rest
}

// Own gives the Rest of a task that is being read, to write to it.
func (t *Task) Own() *Rest {
	if t.Rest == nil {
		t.Rest = new(Rest)
	}
	return t.Rest
}

// Due gives the deadline that holds on a day: the first one, or that of the
// latest move by then, in whatever order they are written. A zero day means all
// moves.
func (t *Task) Due(on Date) Deadline {
	due, last := t.Deadline, Date{}
	for _, moved := range t.More().Reschedules {
		if (on.IsZero() || moved.Date.Compare(on) <= 0) && moved.Date.Compare(last) >= 0 {
			due, last = moved.To, moved.Date
		}
	}
	return due
}

// Update is one dated report on a task.
type Update struct {
	Date     Date
	Period   Deadline // what it is about: "Quý I/2026"; zero where not given
	Status   Status
	Progress int8     // percent, 0 to 100; NoProgress where not given
	Text     string   // in words; ""
	Evidence []string // addresses or names of documents, as written
	By       string   // who reported, as written
	Spot
}

// NoProgress is an Update's Progress where none was given.
const NoProgress = -1

// Reschedule moves a deadline. The deadline before it is kept.
type Reschedule struct {
	Date   Date // when it was decided
	To     Deadline
	Reason string
	Spot
}

// Status is what people say of a task. That it is late, done late or due soon
// is computed. The word is part of files that are published, and never changes.
type Status string

const (
	NoStatus   Status = "" // nothing was said
	NotStarted Status = "not-started"
	InProgress Status = "in-progress"
	Done       Status = "done"
	Stopped    Status = "stopped"
	Merged     Status = "merged" // goes on as part of another task
	Recurring  Status = "recurring"
)

// Statuses lists what may be said of a task, in the order of its life.
var Statuses = [...]Status{NotStarted, InProgress, Recurring, Done, Merged, Stopped}

// OrgRef names a body that leads a task, takes part in it, or follows a target.
type OrgRef struct {
	ID         string // of orgs.yaml, written or found by the name; "" where nobody knows it
	Name       string // as written; "" where an id was written
	Collective bool   // "Các phòng, ban": nobody in particular, and not to be looked up
}

// Deadline is a span of time as plans write it. Both ends are days, included;
// work is late after Latest. A zero Deadline is none; one with only a Text is in
// words that have no date.
type Deadline struct {
	Text             string // as written: "Quý II/2025"
	Earliest, Latest Date   // zero: open on that side
	Recurs           Recurrence
	Open             bool // goes on without an end: "2025 và những năm tiếp theo"
}

// IsZero reports whether no deadline was written.
func (d Deadline) IsZero() bool { return d == Deadline{} }

// Dated reports whether there is a last day, after which work is late.
func (d Deadline) Dated() bool { return !d.Latest.IsZero() && d.Recurs == Once }

// Recurrence says how often work comes again.
type Recurrence uint8

const (
	Once Recurrence = iota
	Always
	Daily
	Weekly
	Monthly
	Quarterly
	HalfYearly
	Yearly
)

// Spot is where a row stands: in its document, or in a file beside it.
type Spot struct {
	File         string
	Line, Column int32 // Column is 0 where only the line is known
}

// Pos gives the place for a finding.
func (s Spot) Pos() source.Pos {
	return source.Pos{File: s.File, Line: int(s.Line), Column: int(s.Column)}
}
