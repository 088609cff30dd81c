package plan

// The files of data that a document with targets or tasks has beside its page.
const (
	TargetsFile  = "targets.csv"
	TasksFile    = "tasks.csv"
	UpdatesFile  = "updates.csv"
	ProgressFile = "progress.json"
	CalendarFile = "deadlines.ics"
)

// TrackerFiles lists them all.
var TrackerFiles = [...]string{TargetsFile, TasksFile, UpdatesFile, ProgressFile, CalendarFile}
