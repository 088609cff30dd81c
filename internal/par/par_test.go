package par

import (
	"context"
	"errors"
	"slices"
	"testing"
)

func TestMapKeepsTheOrder(t *testing.T) {
	var in, want []int
	for i := range 1000 {
		in, want = append(in, i), append(want, i*i)
	}
	for _, jobs := range []int{0, 1, 3, 2000} {
		got, err := Map(context.Background(), jobs, in, func(_ context.Context, i int) (int, error) { return i * i, nil })
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("with %d jobs: results out of order, error %v", jobs, err)
		}
	}
}

func TestMapStopsAtAFailure(t *testing.T) {
	broken := errors.New("broken")
	calls := 0
	_, err := Map(context.Background(), 1, make([]int, 100), func(context.Context, int) (int, error) {
		calls++
		if calls == 3 {
			return 0, broken
		}
		return 0, nil
	})
	if !errors.Is(err, broken) || calls != 3 {
		t.Errorf("error %v after %d calls, want %v after 3", err, calls, broken)
	}
}

func TestMapEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Map(ctx, 2, make([]int, 5), func(context.Context, int) (int, error) { return 0, nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}
