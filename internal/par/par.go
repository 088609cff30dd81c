// Package par runs a function over a list on several goroutines and keeps the
// order of the results.
package par

import (
	"context"
	"fmt"
	"path"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Map calls f for every item, at most jobs at a time (0 means one for each
// processor), and gives the results in the order of the items. It stops
// handing out items when ctx ends or a call fails, and gives the error of the
// item that comes first in the list among those that failed. A call that
// panics fails: nothing else could catch it on a goroutine of this package.
func Map[T, R any](ctx context.Context, jobs int, items []T, f func(context.Context, T) (R, error)) ([]R, error) {
	return MapWithin(ctx, jobs, 0, items, f, nil)
}

// MapWithin is Map for calls that cannot be interrupted. The result of an item
// that takes longer than limit (0: any time) is what late gives for it, and
// another goroutine goes on with the rest of the list. The call itself runs on
// until it ends, and what it returns then is dropped.
func MapWithin[T, R any](ctx context.Context, jobs int, limit time.Duration, items []T,
	f func(context.Context, T) (R, error), late func(T) (R, error)) ([]R, error) {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	m := &mapping[T, R]{ctx: ctx, limit: limit, items: items, f: f, late: late,
		results: make([]R, len(items)), errs: make([]error, len(items))}
	for range min(jobs, len(items)) {
		m.workers.Add(1)
		go m.work()
	}
	m.workers.Wait()
	for _, err := range m.errs {
		if err != nil {
			return nil, err
		}
	}
	return m.results, ctx.Err()
}

// Later calls f on a goroutine of its own. What it gives waits for the result, and
// may be called several times. An f that panics fails.
func Later[R any](ctx context.Context, f func(context.Context) (R, error)) (wait func() (R, error)) {
	var result R
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		result, err = guarded(ctx, f, func(ctx context.Context, f func(context.Context) (R, error)) (R, error) { return f(ctx) })
	}()
	return func() (R, error) {
		<-done
		return result, err
	}
}

// mapping is one call of Map under way.
type mapping[T, R any] struct {
	ctx     context.Context
	limit   time.Duration
	items   []T
	f       func(context.Context, T) (R, error)
	late    func(T) (R, error)
	results []R
	errs    []error

	next    atomic.Int64
	failed  atomic.Bool
	workers sync.WaitGroup // one count for each worker, which its successor takes over
}

// work handles items until there are no more, or one of them took too long.
func (m *mapping[T, R]) work() {
	for !m.failed.Load() && m.ctx.Err() == nil {
		i := int(m.next.Add(1)) - 1
		if i >= len(m.items) {
			break
		}
		if !m.item(i) {
			return
		}
	}
	m.workers.Done()
}

// item reports whether the call came to its end in time. If not, its place was
// taken already.
func (m *mapping[T, R]) item(i int) bool {
	var settled atomic.Bool // by the call or by the limit, whichever comes first
	if m.limit > 0 {
		timer := time.AfterFunc(m.limit, func() {
			if settled.CompareAndSwap(false, true) {
				m.settle(i, m.late)
				m.work()
			}
		})
		defer timer.Stop()
	}
	result, err := guarded(m.ctx, m.items[i], m.f)
	if !settled.CompareAndSwap(false, true) {
		return false
	}
	m.settle(i, func(T) (R, error) { return result, err })
	return true
}

func (m *mapping[T, R]) settle(i int, give func(T) (R, error)) {
	if m.results[i], m.errs[i] = give(m.items[i]); m.errs[i] != nil {
		m.failed.Store(true)
	}
}

func guarded[T, R any](ctx context.Context, item T, f func(context.Context, T) (R, error)) (r R, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("a fault in the program at %s: %v", panicked(), v)
		}
	}()
	return f(ctx, item)
}

// panicked names the place of the panic that is being recovered from.
func panicked() string {
	var pcs [32]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
	for seen := false; ; {
		f, more := frames.Next()
		if seen && !strings.HasPrefix(f.Function, "runtime.") {
			return fmt.Sprintf("%s:%d", path.Base(f.File), f.Line)
		}
		seen = seen || f.Function == "runtime.gopanic"
		if !more {
			return "an unknown place"
		}
	}
}
