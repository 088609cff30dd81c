// Package progress computes how a plan stands on a day: the state of each
// task, the standing of each target, and counts of both.
//
// It reads what people reported and compares it with what the plan says;
// nothing is stored. Each task has exactly one State and each target exactly
// one Standing, and what they mean is said in one sentence each by Definition,
// which pages show. Reports of days to come are not read.
package progress

import (
	"slices"

	"planpress/internal/plan"
)

// The numbers in the definitions, in days.
const (
	DueSoonDays  = 30 // a deadline is near
	NoReportDays = 90 // a report is missing
)

// Report is how one document stands.
type Report struct {
	AsOf    plan.Date
	Tasks   []Task // in the document's order
	Targets []Target

	TaskTally   Tally
	TargetTally TargetTally
}

// Of computes how a document stands on a day.
func Of(d *plan.Document, asOf plan.Date) *Report {
	r := &Report{AsOf: asOf, Tasks: make([]Task, len(d.Tasks)), Targets: make([]Target, len(d.Targets))}
	split := parents(len(d.Tasks), func(i int) (id, parent string) { return d.Tasks[i].ID, d.Tasks[i].More().Parent })
	var byID map[string]*plan.Task // where there are parts
	for i := 0; i < len(d.Tasks) && split != nil; i++ {
		if byID == nil {
			byID = make(map[string]*plan.Task, len(d.Tasks))
		}
		byID[d.Tasks[i].ID] = &d.Tasks[i]
	}
	for i := range d.Tasks {
		r.Tasks[i] = taskOn(&d.Tasks[i], d.Issued, asOf)
		r.Tasks[i].Split = split[d.Tasks[i].ID]
		r.Tasks[i].InCharge = inCharge(&d.Tasks[i], byID)
		r.TaskTally.add(&r.Tasks[i])
	}
	split = parents(len(d.Targets), func(i int) (id, parent string) { return d.Targets[i].ID, d.Targets[i].Parent })
	frame := frameOf(d)
	for i := range d.Targets {
		r.Targets[i] = targetOn(&d.Targets[i], frame, asOf)
		r.Targets[i].Split = split[d.Targets[i].ID]
		r.TargetTally.add(&r.Targets[i])
	}
	return r
}

// parents gives the ids that others name as what they are a part of. What is a
// part of itself, by however many steps, is no part: else nothing of such a
// circle would be counted.
func parents(n int, at func(int) (id, parent string)) map[string]bool {
	var up map[string]string
	for i := range n {
		if id, parent := at(i); parent != "" {
			if up == nil {
				up = map[string]string{}
			}
			up[id] = parent
		}
	}
	var out map[string]bool
	for id, parent := range up {
		if !above(up, id, id) {
			if out == nil {
				out = map[string]bool{}
			}
			out[parent] = true
		}
	}
	return out
}

// above reports whether one is a part of the other, by however many steps.
func above(up map[string]string, whole, part string) bool {
	at := up[part]
	for range up {
		if at == "" || at == whole {
			break
		}
		at = up[at]
	}
	return at == whole
}

// inCharge gives who leads a task, each once; byID has the tasks that it may be
// a part of.
func inCharge(t *plan.Task, byID map[string]*plan.Task) []plan.OrgRef {
	for range byID {
		whole := byID[t.More().Parent]
		if len(t.Leads) > 0 || whole == nil {
			break
		}
		t = whole
	}
	for i, ref := range t.Leads {
		if slices.Contains(t.Leads[:i], ref) {
			return once(t.Leads)
		}
	}
	return t.Leads
}

func once(refs []plan.OrgRef) []plan.OrgRef {
	var out []plan.OrgRef
	for _, ref := range refs {
		if !slices.Contains(out, ref) {
			out = append(out, ref)
		}
	}
	return out
}

// days is how many days lie between two dates, from the first to the second.
func days(from, to plan.Date) int { return int(to.Time().Sub(from.Time()).Hours() / 24) }

// later gives the later of two dates; a zero one is never the later.
func later(a, b plan.Date) plan.Date {
	if a.Compare(b) >= 0 {
		return a
	}
	return b
}
