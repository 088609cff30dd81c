package cli

import (
	"runtime"
	"runtime/debug"
	"unsafe"

	"golang.org/x/sys/unix"
)

const (
	heapGrowth = 150      // percent of what is in use
	memoryGoal = 2 << 30  // bytes from where on saving memory comes before saving time
	largeHeap  = 64 << 20 // bytes at the heap's beginning that may lie in large pages
	largePage  = 2 << 20  // bytes of a large page on amd64, and on arm64 as a rule
)

// PrepareHeap trades memory for time: a build makes much that lives for one
// document.
//
// The heap grows to two and a half times what is in use before garbage is
// collected: looking for it takes a tenth of the processor time, and less memory
// would cost a fifth. GOGC and GOMEMLIMIT override it. Samples for a memory profile cost a hundredth; they are taken
// when one is asked for. It is for the process as a whole, before Run.
func PrepareHeap(env Env) {
	runtime.MemProfileRate = 0
	before := debug.SetGCPercent(-1)
	askForLargePages()
	if env.Getenv("GOGC") == "" {
		before = heapGrowth
	}
	debug.SetGCPercent(before)
	if env.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryGoal)
	}
}

// askForLargePages has the kernel fill the first part of the heap with pages of
// 2 MiB instead of 4 KiB where it does so only when asked: a seventh of a
// build's processor time goes into first touches of small ones. The memory is
// garbage at once, and the heap takes it up when it grows. Nothing is used that
// is not needed, and a kernel that cannot do it goes on as before.
func askForLargePages() {
	region := make([]byte, largeHeap)
	begin := -uintptr(unsafe.Pointer(unsafe.SliceData(region))) % largePage
	_ = unix.Madvise(region[begin:], unix.MADV_HUGEPAGE)
	runtime.KeepAlive(region)
	runtime.GC()
}
