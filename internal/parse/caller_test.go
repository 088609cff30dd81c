package parse

import "testing"

// The runtime's own frames are passed over, with and without the folder that
// Go stands in: programs built with -trimpath do not know it.
func TestCaller(t *testing.T) {
	for name, root := range map[string]string{"as built": "/usr/local/go/src/", "trimmed": ""} {
		stack := "goroutine 1 [running]:\nruntime/debug.Stack()\n\t" + root + "runtime/debug/stack.go:26 +0x5e\n" +
			"planpress/internal/parse.(*Parser).guarded.func1()\n\tplanpress/internal/parse/parse.go:70 +0x1\n" +
			"panic({0x1, 0x2})\n\t" + root + "runtime/panic.go:787 +0x132\n" +
			"runtime.goPanicIndex(0x5, 0x3)\n\t" + root + "runtime/panic.go:115 +0x74\n" +
			"planpress/internal/prose.walk(0x1)\n\tplanpress/internal/prose/walk.go:12 +0x1d\n"
		if got := caller([]byte(stack)); got != "walk.go:12" {
			t.Errorf("%s: %s", name, got)
		}
	}
}
