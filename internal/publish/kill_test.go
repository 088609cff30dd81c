package publish

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The environment tells a child of TestKilledAtEveryCall what to do.
const (
	childDir  = "PLANPRESS_TEST_DIR"
	childMode = "PLANPRESS_TEST_MODE"
	childCall = "PLANPRESS_TEST_CALL"
)

// TestChildToKill is the process that TestKilledAtEveryCall starts.
func TestChildToKill(t *testing.T) {
	dir := os.Getenv(childDir)
	if dir == "" {
		t.Skip("runs as a child of TestKilledAtEveryCall")
	}
	mode, err := strconv.Atoi(os.Getenv(childMode))
	if err != nil {
		t.Fatal(err)
	}
	call, err := strconv.Atoi(os.Getenv(childCall))
	if err != nil {
		t.Fatal(err)
	}
	opts := faultModes[mode].opts
	opts.Files = (&trap{at: call, kill: true}).open(faultModes[mode].open)
	if _, err := sequential(dir, opts, faultNew); err != nil {
		t.Fatal(err)
	}
}

func TestKilledAtEveryCall(t *testing.T) {
	stride := 1
	if testing.Short() {
		stride = 9
	}
	before := layOut(t, faultOld)
	for i, m := range faultModes {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			then := []site{faultNew, faultFar}
			after := []site{layOut(t, faultOld, faultNew), layOut(t, faultOld, faultFar)}
			n := 1
			for ; !t.Failed(); n += stride {
				if !killedAt(t, i, n, before, then[n%2], after[n%2]) {
					break
				}
			}
			t.Logf("killed at calls 1 to %d", n-stride)
		})
	}
}

// killedAt lets a child publish and die at a call, and checks what it leaves
// and that the next build completes it; false if the child reached its end.
func killedAt(t *testing.T, mode, call int, before, then, after site) bool {
	t.Helper()
	dir, remove := quickDir(t)
	defer remove()
	lay(t, dir, before)
	child := exec.Command(os.Args[0], "-test.run=^TestChildToKill$")
	child.Env = append(os.Environ(), childDir+"="+dir, childMode+"="+strconv.Itoa(mode), childCall+"="+strconv.Itoa(call))
	out, err := child.CombinedOutput()
	if err == nil {
		return false
	}
	if s, ok := child.ProcessState.Sys().(syscall.WaitStatus); !ok || s.Signal() != syscall.SIGKILL {
		t.Fatalf("call %d: the child ended by itself: %v\n%s", call, err, out)
	}
	m := faultModes[mode]
	if err := wholeAfterKill(t, m, dir); err != nil {
		t.Errorf("call %d: %v", call, err)
	}
	opts := m.opts
	opts.Files, opts.NoSync = m.open, true
	if _, err := sequential(dir, opts, then); err != nil {
		t.Errorf("call %d: the next build: %v", call, err)
	}
	if diff := cmp.Diff(after, everything(t, dir)); diff != "" {
		t.Errorf("call %d: the next build (-want +got):\n%s", call, diff)
	}
	wantTidy(t, dir)
	return true
}

// wholeAfterKill checks what readers see after a build was killed.
func wholeAfterKill(t *testing.T, m faultMode, dir string) error {
	old, fresh := together(faultAny, faultOld), together(faultAny, faultNew)
	if _, err := os.Lstat(dir); err != nil && m.name == "in two" {
		return nil // between two renames
	}
	got := visible(t, dir)
	if !m.opts.Atomic {
		wantOldOrNew(t, got, old, fresh)
		return nil
	}
	if !cmp.Equal(got, old) && !cmp.Equal(got, fresh) {
		return fmt.Errorf("neither the old site nor the new one: %v", got)
	}
	return nil
}
