package main

import (
	"fmt"
	"slices"
)

// goal is what one case must reach, and what it did.
type goal struct {
	text, got string
	verdict   verdict
}

type verdict int

const (
	missed verdict = iota
	unmeasured
	met
)

func (v verdict) String() string { return [...]string{"**missed**", "not measured", "met"}[v] }

// find gives a result, and whether it was measured.
func find(all []result, n int, what, program string) (result, bool) {
	i := slices.IndexFunc(all, func(r result) bool { return r.n == n && r.what == what && r.program == program })
	if i < 0 {
		return result{}, false
	}
	return all[i], true
}

// aim is a goal before it is measured: a figure from the results of planpress
// and of another program in one case; of planpress alone, other is planpress.
type aim struct {
	text   string
	n      int
	what   string
	other  string
	figure func(own, other result) float64
	limit  float64
	least  bool // the limit is the least, not the most
	unit   string
}

func slower(own, other result) float64 { return own.wall.Seconds() / other.wall.Seconds() }
func faster(own, other result) float64 { return other.wall.Seconds() / own.wall.Seconds() }
func thrift(own, other result) float64 { return other.cpu.Seconds() / own.cpu.Seconds() }
func memory(own, other result) float64 { return float64(own.peak) / float64(other.peak) }
func wall(own, _ result) float64       { return own.wall.Seconds() }

func aims() []aim {
	return []aim{
		{"cold, 10,000, against the floor: at most 1.6 times its wall time", 10_000, cold, "floor", slower, 1.6, false, " times"},
		{"cold, 10,000, against Hugo: at least 4 times faster in wall time", 10_000, cold, "hugo", faster, 4, true, " times"},
		{"cold, 10,000, against Hugo: at least 4 times less processor time", 10_000, cold, "hugo", thrift, 4, true, " times"},
		{"peak memory, 10,000, against Hugo: at most one tenth", 10_000, cold, "hugo", memory, 0.1, false, " of Hugo's"},
		{"warm, nothing changed, 100,000: at most 1.5 s", 100_000, same, "planpress", wall, 1.5, false, " s"},
		{"warm, nothing changed, 100,000: at most 10 times git status", 100_000, same, "git status", slower, 10, false, " times"},
		{"warm, one document changed, 10,000: at most 0.4 s", 10_000, edited, "planpress", wall, 0.4, false, " s"},
		{"warm, one document changed, 10,000: at least 30 times faster than Hugo", 10_000, edited, "hugo", faster, 30, true, " times"},
		{"warm, one document changed, 100,000: at most 2.5 s", 100_000, edited, "planpress", wall, 2.5, false, " s"},
		{"warm, one document changed, 100,000: at least 30 times faster than Hugo", 100_000, edited, "hugo", faster, 30, true, " times"},
	}
}

// goals are judged by what was measured; what falls short comes first.
func goals(all []result) []goal {
	var out []goal
	for _, a := range aims() {
		own, ok := find(all, a.n, a.what, "planpress")
		other, ok2 := find(all, a.n, a.what, a.other)
		if !ok || !ok2 {
			out = append(out, goal{a.text, "", unmeasured})
			continue
		}
		g := goal{a.text, fmt.Sprintf("%.3g%s", a.figure(own, other), a.unit), missed}
		if got := a.figure(own, other); a.least && got >= a.limit || !a.least && got <= a.limit {
			g.verdict = met
		}
		out = append(out, g)
	}
	slices.SortStableFunc(out, func(a, b goal) int { return int(a.verdict - b.verdict) })
	return out
}
