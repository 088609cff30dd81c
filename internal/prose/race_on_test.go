//go:build race

package prose

// underRace says that the race detector is on, under which work takes ten
// times as long. What one goroutine does with a large text is not its matter.
const underRace = true
