// Package par runs a function over a list on several goroutines and keeps the
// order of the results.
package par

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Map calls f for every item, at most jobs at a time (0 means one for each
// processor), and gives the results in the order of the items. It stops
// handing out items when ctx ends or a call fails, and gives the error of the
// item that comes first in the list among those that failed.
func Map[T, R any](ctx context.Context, jobs int, items []T, f func(context.Context, T) (R, error)) ([]R, error) {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	results := make([]R, len(items))
	errs := make([]error, len(items))
	var next atomic.Int64
	var failed atomic.Bool
	var wg sync.WaitGroup
	for range min(jobs, len(items)) {
		wg.Go(func() {
			for !failed.Load() && ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(items) {
					return
				}
				if results[i], errs[i] = f(ctx, items[i]); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return results, ctx.Err()
}
