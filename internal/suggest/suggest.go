// Package suggest finds what somebody probably meant: the "did you mean" of
// findings and of the command line.
package suggest

import "planpress/internal/viet"

// Nearest gives the candidate closest to word, or "" where none is close
// enough to be worth naming. Vietnamese marks, case and the signs - and _ are
// not counted as differences; a swap of two neighbours counts as one. Of
// equally close candidates the first one wins.
func Nearest(word string, candidates []string) string {
	w := key(word)
	best, bestCost := "", max(1, len(w)/3)+1
	for _, c := range candidates {
		k := key(c)
		if abs(len(k)-len(w)) >= bestCost {
			continue
		}
		if cost := distance(w, k); cost < bestCost {
			best, bestCost = c, cost
		}
	}
	return best
}

func key(s string) []rune {
	var out []rune
	for _, r := range viet.Fold(s) {
		if r != '-' && r != '_' && r != ' ' {
			out = append(out, r)
		}
	}
	return out
}

// distance is the optimal string alignment distance.
func distance(a, b []rune) int {
	before, prev, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, prev, row = prev, row, before
	}
	return prev[len(b)]
}

func abs(n int) int { return max(n, -n) }
