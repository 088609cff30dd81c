package stamp

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func of1(t *testing.T, file string) Stamp {
	t.Helper()
	info, err := os.Lstat(file)
	if err != nil {
		t.Fatal(err)
	}
	return Of(info)
}

func TestAChangeThatHidesItselfIsSeen(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(file, []byte("một"), 0o644); err != nil {
		t.Fatal(err)
	}
	before := of1(t, file)
	if !before.Same(of1(t, file)) {
		t.Error("a file that did not change is taken for another")
	}
	time.Sleep(2 * fineTick)
	if err := os.WriteFile(file, []byte("hai"), 0o644); err != nil { // as long
		t.Fatal(err)
	}
	then := time.Unix(0, before.MTime)
	if err := os.Chtimes(file, then, then); err != nil {
		t.Fatal(err)
	}
	if now := of1(t, file); now.MTime != before.MTime || now.Same(before) {
		t.Errorf("%+v and %+v", before, now)
	}
}

func TestSettled(t *testing.T) {
	const now = int64(1_000_000 * time.Second)
	fine, coarse := now-int64(time.Second)+1, now-int64(time.Second)
	for name, c := range map[string]struct {
		s    Stamp
		want bool
	}{
		"at rest for a second":                   {Stamp{MTime: fine, CTime: fine}, true},
		"the same with a clock of whole seconds": {Stamp{MTime: coarse, CTime: coarse}, false},
		"a millisecond":                          {Stamp{MTime: fine, CTime: now - int64(time.Millisecond) + 1}, false},
		"in the future":                          {Stamp{MTime: now + 5, CTime: fine}, false},
		"three seconds, whole":                   {Stamp{MTime: now - 3e9, CTime: now - 3e9}, true},
		"none":                                   {Stamp{}, false},
	} {
		if got := c.s.Settled(now); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
