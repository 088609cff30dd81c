package progress

// Tally counts tasks by state. One with parts is not counted: its parts are.
type Tally [states]int

func (t *Tally) add(x *Task) {
	if !x.Split {
		t[x.State]++
	}
}

// Plus adds another count.
func (t *Tally) Plus(other Tally) {
	for i, n := range other {
		t[i] += n
	}
}

// TallyOf counts tasks.
func TallyOf(tasks []*Task) Tally {
	var t Tally
	for _, x := range tasks {
		t.add(x)
	}
	return t
}

// Total is the number of all tasks.
func (t Tally) Total() int {
	sum := 0
	for _, n := range t {
		sum += n
	}
	return sum
}

// Countable is the number of tasks of which a share can be done: not those
// that recur, were stopped or go on elsewhere.
func (t Tally) Countable() int {
	sum := 0
	for _, s := range States {
		if s.Countable() {
			sum += t[s]
		}
	}
	return sum
}

// Done is the number of tasks that are done, in time or late.
func (t Tally) Done() int { return t[Done] + t[DoneLate] }

// Percent is the share of what is countable that is done, rounded down, so that
// 100 means all; false where nothing is countable.
func (t Tally) Percent() (int, bool) {
	whole := t.Countable()
	if whole == 0 {
		return 0, false
	}
	return 100 * t.Done() / whole, true
}

// TargetTally counts targets by standing, as Tally does tasks.
type TargetTally [standings]int

func (t *TargetTally) add(x *Target) {
	if !x.Split {
		t[x.Standing]++
	}
}

// Plus adds another count.
func (t *TargetTally) Plus(other TargetTally) {
	for i, n := range other {
		t[i] += n
	}
}

// TargetTallyOf counts targets.
func TargetTallyOf(targets []*Target) TargetTally {
	var t TargetTally
	for _, x := range targets {
		t.add(x)
	}
	return t
}

// Total is the number of all targets.
func (t TargetTally) Total() int {
	sum := 0
	for _, n := range t {
		sum += n
	}
	return sum
}

// Group is the tasks under one heading of a plan.
type Group struct {
	Name  string // ""
	Tasks []*Task
	Tally Tally
}

// Groups gives the tasks by group, each where its first task stands.
func (r *Report) Groups() []Group {
	var out []Group
	at := map[string]int{}
	for i := range r.Tasks {
		t := &r.Tasks[i]
		n, known := at[t.Group]
		if !known {
			n = len(out)
			at[t.Group] = n
			out = append(out, Group{Name: t.Group})
		}
		out[n].Tasks = append(out[n].Tasks, t)
		out[n].Tally.add(t)
	}
	return out
}

// TargetGroup is the targets under one heading of a plan.
type TargetGroup struct {
	Name    string // ""
	Targets []*Target
	Tally   TargetTally
}

// TargetGroups gives the targets by group, each where its first stands.
func (r *Report) TargetGroups() []TargetGroup {
	var out []TargetGroup
	at := map[string]int{}
	for i := range r.Targets {
		t := &r.Targets[i]
		n, known := at[t.Group]
		if !known {
			n = len(out)
			at[t.Group] = n
			out = append(out, TargetGroup{Name: t.Group})
		}
		out[n].Targets = append(out[n].Targets, t)
		out[n].Tally.add(t)
	}
	return out
}
