package parse

import (
	"path"
	"strings"
)

// caller names the place of a panic, file:line, from a stack: enough for a
// report, without a stack trace in front of an editor.
func caller(stack []byte) string {
	lines := strings.Split(string(stack), "\n")
	panicked := false
	for i := 0; i+1 < len(lines); i++ { // a function, then its place on the next line
		function, place := lines[i], strings.TrimSpace(lines[i+1])
		switch {
		case strings.HasPrefix(function, "panic("):
			panicked = true
			i++
		case panicked && !strings.HasPrefix(function, "runtime.") && strings.Contains(place, ".go:"):
			place, _, _ = strings.Cut(place, " ")
			return path.Base(place)
		}
	}
	return "?"
}
