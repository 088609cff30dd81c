package par

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
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

func TestMapCatchesPanics(t *testing.T) {
	var none map[string]int
	_, err := Map(context.Background(), 3, make([]int, 50), func(_ context.Context, i int) (int, error) {
		none["x"] = i
		return 0, nil
	})
	if err == nil || !strings.Contains(err.Error(), "par_test.go:") || strings.Contains(err.Error(), "goroutine") {
		t.Errorf("a panic is an error that names its place, got %v", err)
	}
}

// TestMapWithin has items that never end: their places are filled, and the
// others are done although there were fewer workers than such items.
func TestMapWithin(t *testing.T) {
	stuck := make(chan struct{})
	defer close(stuck)
	items := make([]int, 40)
	for i := range items {
		items[i] = i
	}
	got, err := MapWithin(context.Background(), 2, 20*time.Millisecond, items, func(_ context.Context, i int) (int, error) {
		if i%10 == 3 {
			<-stuck
		}
		return i, nil
	}, func(i int) (int, error) { return -i, nil })
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range got {
		if want := map[bool]int{true: -i, false: i}[i%10 == 3]; n != want {
			t.Errorf("item %d gave %d, want %d", i, n, want)
		}
	}
}

func TestLater(t *testing.T) {
	wait := Later(t.Context(), func(context.Context) (int, error) { return 7, nil })
	for range 2 {
		if n, err := wait(); n != 7 || err != nil {
			t.Errorf("%d, %v", n, err)
		}
	}
	if _, err := Later(t.Context(), func(context.Context) (int, error) { panic("broken") })(); err == nil || !strings.Contains(err.Error(), "broken") {
		t.Errorf("a panic gives %v", err)
	}
}
