package progress

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"planpress/internal/plan"
)

// anyDocument makes tasks of every kind: in groups, with parts, deadlines of
// every form, moved ones, and reports in any order.
func anyDocument(r *rand.Rand) *plan.Document {
	deadlines := []string{"", "2025", "2026", "Quý II/2026", "15/7/2026", "Thường xuyên", "Hằng năm", "theo kế hoạch của tỉnh", "2026 và những năm tiếp theo"}
	statuses := append(plan.Statuses[:], plan.NoStatus)
	someDay := func() plan.Date { return day(2025+r.IntN(2), 1+r.IntN(12), 1+r.IntN(28)) }
	d := &plan.Document{}
	if r.IntN(2) == 0 {
		d.Issued = someDay()
	}
	for i := range r.IntN(30) {
		t := plan.Task{ID: fmt.Sprint("t", i), Group: fmt.Sprint(r.IntN(4)), Deadline: by(deadlines[r.IntN(len(deadlines))])}
		if r.IntN(3) == 0 {
			t.Own().Parent = fmt.Sprint("t", r.IntN(30)) // which may not exist, or be itself
		}
		for range r.IntN(5) {
			t.Own().Updates = append(t.Own().Updates, plan.Update{Date: someDay(), Status: statuses[r.IntN(len(statuses))], Progress: int8(r.IntN(102) - 1)})
		}
		if r.IntN(4) == 0 {
			t.Own().Reschedules = append(t.Own().Reschedules, plan.Reschedule{Date: someDay(), To: by(deadlines[r.IntN(len(deadlines))])})
		}
		d.Tasks = append(d.Tasks, t)
	}
	return d
}

// lastWord is what was said of a task last, found in the most simple way.
func lastWord(t plan.Task, on plan.Date) plan.Status {
	word, when := plan.NoStatus, plan.Date{}
	for _, u := range t.More().Updates {
		if u.Status != plan.NoStatus && u.Date.Compare(on) <= 0 && u.Date.Compare(when) >= 0 {
			word, when = u.Status, u.Date
		}
	}
	return word
}

// inCircle reports whether a task is a part of itself, found by going up as many
// steps as there are tasks.
func inCircle(d *plan.Document, t plan.Task) bool {
	at := t.More().Parent
	for range d.Tasks {
		next := ""
		for _, x := range d.Tasks {
			if x.ID == at && at != t.ID {
				next = x.More().Parent
			}
		}
		if at == t.ID {
			return true
		}
		at = next
	}
	return false
}

// TestNothingIsLostOrCountedTwice: of each task and those above it one alone is
// counted, down to parts of parts; of a circle, which belongs to nobody, all.
func TestNothingIsLostOrCountedTwice(t *testing.T) {
	for _, c := range []struct {
		parents string // of a, b, c and d; "-" is none
		counted string
	}{
		{"----", "abcd"}, {"-a--", "bcd"}, {"-ab-", "cd"}, {"-abc", "d"}, {"-aaa", "bcd"}, {"-abb", "cd"},
		{"a---", "abcd"}, {"ba--", "abcd"}, {"bca-", "abcd"}, {"bcaa", "bcd"}, {"x---", "abcd"},
	} {
		d := &plan.Document{}
		for i, parent := range c.parents {
			task := plan.Task{ID: string(rune('a' + i))}
			if parent != '-' {
				task.Own().Parent = string(parent)
			}
			d.Tasks = append(d.Tasks, task)
			d.Targets = append(d.Targets, plan.Target{ID: task.ID, Parent: task.More().Parent})
		}
		r := Of(d, asOf)
		tasks, targets := "", ""
		for i := range d.Tasks {
			if !r.Tasks[i].Split {
				tasks += d.Tasks[i].ID
			}
			if !r.Targets[i].Split {
				targets += d.Targets[i].ID
			}
		}
		if tasks != c.counted || targets != c.counted || r.TaskTally.Total() != len(tasks) || r.TargetTally.Total() != len(targets) {
			t.Errorf("parents %s: tasks %s, targets %s, want %s", c.parents, tasks, targets, c.counted)
		}
	}
}

// TestWhoIsInCharge: a part without a lead is led as its whole; a body that is
// named twice leads once.
func TestWhoIsInCharge(t *testing.T) {
	d := &plan.Document{Tasks: []plan.Task{{ID: "a", Leads: []plan.OrgRef{{ID: "x"}, {ID: "y"}, {ID: "x"}}}, {ID: "b", Rest: &plan.Rest{Parent: "a"}}, {ID: "c", Rest: &plan.Rest{Parent: "b"}},
		{ID: "d", Rest: &plan.Rest{Parent: "b"}, Leads: []plan.OrgRef{{Name: "z"}}}, {ID: "e", Rest: &plan.Rest{Parent: "none"}}, {ID: "f", Rest: &plan.Rest{Parent: "f"}}}}
	r := Of(d, asOf)
	for i, want := range []string{"xy", "xy", "xy", "z", "", ""} {
		got := ""
		for _, ref := range r.Tasks[i].InCharge {
			got += ref.ID + ref.Name
		}
		if got != want {
			t.Errorf("%s is led by %q, want %q", d.Tasks[i].ID, got, want)
		}
	}
}

// TestRollUpIsANaiveCount holds for any tasks and reports: of each kind that
// can be told from the last word and the deadline alone, the roll-up has as many
// as one counts by hand; parts are counted and what has parts is not; groups
// add up to the whole.
func TestRollUpIsANaiveCount(t *testing.T) {
	for seed := range uint64(3000) {
		d := anyDocument(rand.New(rand.NewPCG(seed, 1)))
		r := Of(d, asOf)
		total, done, apart, late := 0, 0, 0, 0
		for _, x := range d.Tasks {
			whole := false
			for _, y := range d.Tasks {
				whole = whole || y.More().Parent == x.ID && !inCircle(d, y)
			}
			if whole {
				continue
			}
			total++
			due := x.Due(asOf)
			switch word := lastWord(x, asOf); {
			case word == plan.Done:
				done++
			case word == plan.Stopped, word == plan.Merged, word == plan.Recurring, due.Recurs != plan.Once:
				apart++
			case !due.Latest.IsZero() && due.Latest.Compare(asOf) < 0:
				late++
			}
		}
		tally := r.TaskTally
		if tally.Total() != total || tally.Done() != done || tally.Countable() != total-apart || tally[Late] != late {
			t.Fatalf("seed %d: %v; by hand %d, of them %d done, %d apart, %d late", seed, tally, total, done, apart, late)
		}
		var sum Tally
		for _, g := range r.Groups() {
			if g.Tally != TallyOf(g.Tasks) {
				t.Fatalf("seed %d: the count of group %s is not that of its tasks", seed, g.Name)
			}
			sum.Plus(g.Tally)
		}
		if sum != tally {
			t.Fatalf("seed %d: the groups have %v, the whole has %v", seed, sum, tally)
		}
	}
}

// TestEveryStateOccurs: what the property above says would be little if the
// documents were all alike.
func TestEveryStateOccurs(t *testing.T) {
	var all Tally
	for seed := range uint64(3000) {
		all.Plus(Of(anyDocument(rand.New(rand.NewPCG(seed, 1))), asOf).TaskTally)
	}
	for _, s := range States {
		if all[s] < 20 {
			t.Errorf("%s occurs %d times", s.Key(), all[s])
		}
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		tally Tally
		want  int
		known bool
	}{
		{Tally{Done: 2, DoneLate: 1, Late: 1, Recurring: 9, Stopped: 5, Merged: 3}, 75, true},
		{Tally{Done: 199, Late: 1}, 99, true},
		{Tally{Recurring: 3}, 0, false},
	} {
		if got, known := c.tally.Percent(); got != c.want || known != c.known {
			t.Errorf("%v: %d %%, %v", c.tally, got, known)
		}
	}
}

// TestPartsOfATarget: two parts and their whole are two targets.
func TestPartsOfATarget(t *testing.T) {
	r := Of(&plan.Document{Targets: []plan.Target{{ID: "a"}, {ID: "a1", Parent: "a"}, {ID: "a2", Parent: "a"}}}, asOf)
	if r.TargetTally.Total() != 2 || !r.Targets[0].Split || r.Targets[1].Split {
		t.Errorf("counted %d", r.TargetTally.Total())
	}
}

// TestEverythingIsDefined: each state has a sentence of its own in both
// languages.
func TestEverythingIsDefined(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range States {
		for _, text := range []string{s.Definition().VI, s.Definition().EN} {
			if text == "" || seen[text] {
				t.Errorf("%s: %q", s.Key(), text)
			}
			seen[text] = true
		}
	}
	for _, s := range Standings {
		for _, text := range []string{s.Definition().VI, s.Definition().EN} {
			if text == "" || seen[text] {
				t.Errorf("%s: %q", s.Key(), text)
			}
			seen[text] = true
		}
	}
}
