package publish

import (
	"context"
	"maps"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A build may be killed, and the next one while it clears up behind the first.
// Whatever the two leave, a third makes the whole site of it.
func TestKilledWhileClearingUp(t *testing.T) {
	stride := 6
	if testing.Short() {
		stride = 25
	}
	before := layOut(t, faultOld)
	for _, m := range faultModes {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			after := layOut(t, faultOld, faultNew)
			checked := 0
			var last site
			for n := 1; !t.Failed(); n += stride {
				left, ended := leftBehind(t, m, n, before)
				if ended {
					break
				}
				if maps.Equal(left, last) {
					continue // the call changed nothing on the disk
				}
				last = left
				for k := 1; !t.Failed() && killedAgainAt(t, m, n, k, left, after); k++ {
					checked++
				}
			}
			t.Logf("%d pairs of calls", checked)
		})
	}
}

// leftBehind lets a build end at a call, and gives what is there then, with all
// beside the folder.
func leftBehind(t *testing.T, m faultMode, n int, before site) (left site, ended bool) {
	t.Helper()
	dir, remove := quickDir(t)
	defer remove()
	lay(t, dir, before)
	tr := &trap{at: n, err: syscall.EIO, dead: true}
	opts := m.opts
	opts.Files = tr.open(m.open)
	_, _ = sequential(dir, opts, faultNew)
	for _, l := range tr.locks {
		l.Close()
	}
	return everything(t, filepath.Dir(dir)), !tr.sprung
}

// killedAgainAt opens what the first build left, lets that end at a call, and
// builds; false if opening needed fewer calls.
func killedAgainAt(t *testing.T, m faultMode, n, k int, left, after site) bool {
	t.Helper()
	dir, remove := quickDir(t)
	defer remove()
	lay(t, filepath.Dir(dir), left)
	tr := &trap{at: k, err: syscall.EIO, dead: true}
	opts := m.opts
	opts.Files = tr.open(m.open)
	if s, err := Open(context.Background(), dir, opts); err == nil {
		_ = s.Abort()
	}
	for _, l := range tr.locks {
		l.Close()
	}
	if !tr.sprung {
		return false
	}
	opts.Files, opts.NoSync = m.open, true
	if _, err := sequential(dir, opts, faultNew); err != nil {
		t.Errorf("calls %d and %d: the next build: %v", n, k, err)
	}
	if diff := cmp.Diff(after, everything(t, dir)); diff != "" {
		t.Errorf("calls %d and %d: the next build (-want +got):\n%s", n, k, diff)
	}
	wantTidy(t, dir)
	return true
}
