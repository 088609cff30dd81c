package preview

import (
	"context"
	"sync/atomic"
	"time"
)

// What a build does once pages can be shown takes all processors, and the
// browser that loads the page of an edit needs some of them. So the build waits
// for it, a moment: until nothing was asked for during pause, until nobody began
// to ask during kindness, and never longer than longestWait.
const (
	pause       = 40 * time.Millisecond
	kindness    = 120 * time.Millisecond
	longestWait = 400 * time.Millisecond
)

// traffic is what is being asked for.
type traffic struct {
	open atomic.Int64 // requests that are being answered
	last atomic.Int64 // when the last one began or ended, in nanoseconds since 1970; 0 before the first
}

// during counts a request.
func (t *traffic) during(answer func()) {
	t.open.Add(1)
	t.last.Store(time.Now().UnixNano())
	defer func() {
		t.last.Store(time.Now().UnixNano())
		t.open.Add(-1)
	}()
	answer()
}

// pass waits until what is asked for behind this call is answered.
func (t *traffic) pass(ctx context.Context) {
	begun := time.Now()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-tick.C:
			last := time.Unix(0, t.last.Load())
			asked := last.After(begun)
			switch {
			case now.Sub(begun) > longestWait,
				!asked && now.Sub(begun) > kindness,
				asked && t.open.Load() == 0 && now.Sub(last) > pause:
				return
			}
		}
	}
}
