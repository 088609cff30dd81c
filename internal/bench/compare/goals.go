package main

import (
	"fmt"
	"slices"
	"strings"
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

// goals are judged by what was measured; what falls short comes first.
func goals(all []result) []goal {
	var out []goal
	measured := false
	add := func(text string, got, limit float64, atMost bool, unit string) {
		switch {
		case !measured:
			out = append(out, goal{text, "", unmeasured})
		case atMost && got <= limit || !atMost && got >= limit:
			out = append(out, goal{text, fmt.Sprintf("%.3g%s", got, unit), met})
		default:
			out = append(out, goal{text, fmt.Sprintf("%.3g%s", got, unit), missed})
		}
	}
	pair := func(n int, what, a, b string, do func(a, b result)) {
		own, ok := find(all, n, what, a)
		other, ok2 := find(all, n, what, b)
		measured = ok && ok2
		do(own, other)
	}
	pair(10_000, cold, "planpress", "floor", func(p, f result) {
		add("cold, 10,000, against the floor: at most 1.6 times its wall time", p.wall.Seconds()/f.wall.Seconds(), 1.6, true, " times")
	})
	pair(10_000, cold, "planpress", "hugo", func(p, h result) {
		add("cold, 10,000, against Hugo: at least 4 times faster in wall time", h.wall.Seconds()/p.wall.Seconds(), 4, false, " times")
		add("cold, 10,000, against Hugo: at least 4 times less processor time", h.cpu.Seconds()/p.cpu.Seconds(), 4, false, " times")
		add("peak memory, 10,000, against Hugo: at most one tenth", float64(p.peak)/float64(h.peak), 0.1, true, " of Hugo's")
	})
	pair(100_000, same, "planpress", "git status", func(p, g result) {
		add("warm, nothing changed, 100,000: at most 1.5 s", p.wall.Seconds(), 1.5, true, " s")
		add("warm, nothing changed, 100,000: at most 10 times git status", p.wall.Seconds()/g.wall.Seconds(), 10, true, " times")
	})
	for n, limit := range map[int]float64{10_000: 0.4, 100_000: 2.5} {
		pair(n, edited, "planpress", "hugo", func(p, h result) {
			add(fmt.Sprintf("warm, one document changed, %d: at most %.1f s", n, limit), p.wall.Seconds(), limit, true, " s")
			add(fmt.Sprintf("warm, one document changed, %d: at least 30 times faster than Hugo", n), h.wall.Seconds()/p.wall.Seconds(), 30, false, " times")
		})
	}
	slices.SortStableFunc(out, func(a, b goal) int {
		if a.verdict != b.verdict {
			return int(a.verdict - b.verdict)
		}
		return strings.Compare(a.text, b.text)
	})
	return out
}
