package view

import (
	"html/template"

	"planpress/internal/plan"
)

// Tracker is what a document's page shows of its targets and tasks. Pictures
// are SVG that package chart wrote.
type Tracker struct {
	TaskTally   *Tally // nil where there are no tasks
	TargetTally *Tally // nil where there are no targets
	Targets     []TargetGroup
	Tasks       []TaskGroup
	Fold        bool // there are many: groups stand folded
	Finders     []Finder
	Timeline    *Timeline  // nil where too few tasks have a day
	Files       []DataFile // the same as data
	Definitions string     // URL of what the words mean
}

// Tally is counts of tasks or of targets, with a picture of them.
type Tally struct {
	Total      int
	Countable  int // of tasks: the whole of which Done is a share
	Done       int // of targets: those that are met
	Percent    int
	HasPercent bool
	Late       int // of targets: those behind
	DueSoon    int
	Picture    template.HTML
	Parts      []TallyPart // of which there are any
}

// TallyPart is how many there are of one state.
type TallyPart struct {
	Key    string // of a message: "task.late", "target.met"
	N      int
	Swatch template.HTML
}

// TargetGroup is the targets under one heading of a plan.
type TargetGroup struct {
	Name    string // "" where the plan has no groups
	Tally   []TallyPart
	Targets []Target
}

// Target is one target with what was reached of it.
type Target struct {
	Anchor       string // its id on the page
	No, Name     string
	Unit         string
	Part         bool // a part of the one before
	State        string
	Goal, By     string // the stage that counts, as written
	Stages       []Stage
	Baseline     string
	BaselineWhen string
	Actual       string // as written; ""
	Period       string // what Actual is about
	Values       []Value
	Bar          template.HTML // how far it has come; "" where that cannot be drawn
	Course       template.HTML // of its values over the goal; "" where there are fewer than two
	Owners       []Link
	Tasks        []Link // those that serve it
	Method       []string
}

// Stage is another goal of a target.
type Stage struct{ Goal, By, Scope string }

// Value is one value that a target reached.
type Value struct {
	Period, Text, Note, By string
	Evidence               []Link
	Verified               bool
}

// TaskGroup is the tasks under one heading of a plan, or of one plan.
type TaskGroup struct {
	Name  string // ""
	URL   string // where the heading leads; ""
	Tally []TallyPart
	Tasks []Task
}

// Task is one task with how it stands.
type Task struct {
	Anchor      string // its id on the page; "" on pages of several documents
	URL         string // of the task on its document's page; "" there
	No, Name    string
	Part        bool   // a part of another
	Split       bool   // has parts, which are counted in its place
	Plan        *Link  // on pages that are not sorted by plan; nil
	State       string // key of a message: "task.late"
	Days        int    // over or up to the last day; of what is late or due soon
	Leads       []Link
	Partners    []Link
	Deliverable string
	Deadline    string // that holds, as written; ""
	First       string // the first one, where it was moved; ""
	Moves       []Move
	Percent     int
	HasPercent  bool
	Reports     []TaskReport // the newest first
	Serves      []Link
	Note        string
}

// Move is a deadline that was moved.
type Move struct {
	Date       plan.Date
	To, Reason string
}

// TaskReport is one report on a task.
type TaskReport struct {
	Date     plan.Date
	Period   string
	State    string // key of a message: "status.done"; ""
	Percent  int
	Reported bool // Percent is known
	Text     string
	By       string
	Evidence []Link
}

// Finder is links to the tasks of a page that share a state or a body.
type Finder struct {
	Key  string // of a message: "find.state", "find.lead"
	Sets []FinderSet
}

// FinderSet is one choice of a finder. Key is the message of its name where
// Text is empty.
type FinderSet struct {
	Key, Text string
	URL       string // the body's own page; ""
	Links     []Link
}

// Timeline is rows of spans on one scale.
type Timeline struct {
	From, To plan.Date
	Tick     string    // key of a message: what a thin line is
	Now      plan.Date // the day of the site, where it is on the scale; zero
	Groups   bool      // a row is a group of tasks
	Rows     []TimelineRow
	More     int // tasks without a day, which are not shown
}

// TimelineRow is a task, or a group of them.
type TimelineRow struct {
	Text, URL string
	State     string // key of a message; "" of a group
	Dates     string
	Picture   template.HTML
}

// DataFile is data to take away.
type DataFile struct {
	Key    string // of a message: "data.tasks"
	URL    string
	Format string
	Size   int64 // bytes
}

// Progress is the layout "progress": how the plans of the site stand.
type Progress struct {
	Kind        string // "overview", "due", "late"
	Title       string
	TaskTally   *Tally
	TargetTally *Tally
	Sections    []ProgressSection
	Tasks       []TaskGroup
	Shown, All  int // tasks in Tasks, and of the kind
	Due, Late   string
	Overview    string
	DueN, LateN int
	Definitions []Definition
	Counting    string
	Files       []DataFile
}

// ProgressSection is counts by plan, body, field or period.
type ProgressSection struct {
	Key     string // of a message: "progress.plans"
	NoteKey string // of a message; ""
	Rows    []ProgressRow
	All     int // rows that there are, of which Rows may be the first
}

// ProgressRow is the counts of one plan, body, field or period.
type ProgressRow struct {
	Text, URL          string
	Total, Countable   int // tasks
	Done, Late         int
	Percent            int
	HasPercent         bool
	Apart              int // tasks that recur, were stopped or go on elsewhere
	Targets, TargetMet int
}

// Definition says what a word means.
type Definition struct {
	Key  string // of the message with the word: "task.late"
	Text string
}

// Duties is what a body must do, by plan.
type Duties struct {
	Tally    *Tally
	Tasks    []TaskGroup // those that are not done
	Targets  []Link      // those that it follows
	Shown    int         // in Tasks
	Open     int         // not done
	Overview string      // URL
}
