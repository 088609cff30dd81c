// Package stamp recognises a file that has not changed without reading it: by
// its size, its times and its inode.
//
// Two changes within one tick of the file system's clock leave the same times.
// So a stamp proves something only if, when it was taken, the file had been at
// rest for longer than a tick: see Settled. What follows from an unsettled
// stamp is to read the file again the next time.
package stamp

import (
	"io/fs"
	"time"
)

// Stamp is what the file system says of a file. The zero Stamp is that of no
// file and equals none.
type Stamp struct {
	Size  int64
	MTime int64 // nanoseconds since 1970
	CTime int64 // of the inode: programs cannot set it
	Inode uint64
}

// The longest tick of a clock that counts in fractions of milliseconds, and of
// any other.
const (
	fineTick   = 20 * time.Millisecond
	coarseTick = 2 * time.Second
)

// Of gives the stamp that a FileInfo carries; zero where the file system knows
// no inodes.
func Of(info fs.FileInfo) Stamp { return of(info) }

// IsZero reports whether there is no stamp.
func (s Stamp) IsZero() bool { return s == Stamp{} }

// Same reports whether two stamps are those of one unchanged file.
func (s Stamp) Same(t Stamp) bool { return s == t && !s.IsZero() }

// Settled reports whether the file was at rest for more than a tick at a
// moment of the same clock, in nanoseconds since 1970: any later change gives
// it another stamp.
func (s Stamp) Settled(now int64) bool {
	tick := coarseTick
	if s.CTime%int64(time.Millisecond) != 0 {
		tick = fineTick
	}
	return !s.IsZero() && max(s.MTime, s.CTime) < now-int64(tick)
}
