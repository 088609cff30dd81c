package incremental

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

var (
	sequences = flag.Int("sequences", 0, "random sequences of edits; by default 500 where CI is set, else 60")
	firstSeed = flag.Uint64("seed", 1, "seed of the first sequence")
)

// step is one edit in a sequence: which one, and the seed of its choices.
// Joined steps have no build between them.
type step struct {
	kind   int
	seed   uint64
	joined bool
}

// steps draws a sequence of four to six builds.
func steps(seed uint64) []step {
	r := rand.New(rand.NewPCG(seed, 0))
	var out []step
	for builds := 4 + r.IntN(3); builds > 0; builds-- {
		for n := 1 + r.IntN(8)/6; n > 0; n-- {
			out = append(out, step{draw(r), r.Uint64(), n > 1})
		}
	}
	return out
}

// tick is longer than one of the file system's clock: after it the time of a
// file proves that nobody has changed it since.
const tick = 25 * time.Millisecond

// draw chooses an edit by its weight.
func draw(r *rand.Rand) int {
	total := 0
	for _, e := range edits() {
		total += e.weight
	}
	n := r.IntN(total)
	for i, e := range edits() {
		if n -= e.weight; n < 0 {
			return i
		}
	}
	return 0 // never
}

// TestSequences edits the small site at random, and wants after each edit what
// a clean build gives.
func TestSequences(t *testing.T) {
	n := *sequences
	if n == 0 {
		if n = 60; os.Getenv("CI") != "" {
			n = 500
		}
	}
	first := firstSite(t)
	var next, failed atomic.Int64
	for range 2 * runtime.GOMAXPROCS(0) { // they sleep now and then
		t.Run("worker", func(t *testing.T) {
			t.Parallel()
			for i := next.Add(1) - 1; i < int64(n) && failed.Load() < 3; i = next.Add(1) - 1 {
				seed := *firstSeed + uint64(i)
				if _, err := play(t, first, steps(seed)); err != nil {
					failed.Add(1)
					report(t, first, seed)
				}
			}
		})
	}
}

// play makes the edits of a sequence, and builds. It gives what was done, and
// what went wrong.
func play(t testing.TB, first files, all []step) (done []string, err error) {
	dir, err := os.MkdirTemp("", "planpress-sequence")
	must(t, err)
	defer os.RemoveAll(dir)
	w := newWorld(t, dir, first)
	time.Sleep(tick)
	if err := w.build(); err != nil {
		return done, err
	}
	if w.wrong {
		return done, fmt.Errorf("the first site has errors")
	}
	for i, s := range all {
		r := rand.New(rand.NewPCG(s.seed, 1))
		if w.wrong && r.IntN(4) > 0 {
			w.repair()
			done = append(done, "(repair)")
		}
		e := edits()[s.kind]
		done = append(done, e.name+": "+e.do(w, r))
		if s.joined && i+1 < len(all) {
			continue
		}
		if r.IntN(2) == 0 {
			time.Sleep(tick)
		}
		if err := w.build(); err != nil {
			return done, err
		}
	}
	return done, nil
}

// report drops edits of a sequence that fails for as long as it still does,
// and shows what is left.
func report(t *testing.T, first files, seed uint64) {
	t.Helper()
	all := steps(seed)
	for i := 0; i < len(all); {
		fewer := slices.Delete(slices.Clone(all), i, i+1)
		if _, err := play(t, first, fewer); err != nil {
			all, i = fewer, 0
			continue
		}
		i++
	}
	done, err := play(t, first, all)
	t.Errorf("seed %d: after these edits a build is not what a clean one is:\n  %s\n%v\n(again: go test ./internal/incremental -run TestSequences -sequences 1 -seed %d)",
		seed, strings.Join(done, "\n  "), err, seed)
}
