package parse

import (
	"bytes"
	"path"
	"strings"
)

// caller names the place of a panic, file:line, from a stack: enough for a
// report, without a stack trace in front of an editor.
func caller(stack []byte) string {
	lines := bytes.Split(stack, []byte("\n"))
	panicked := false
	for _, line := range lines {
		text := strings.TrimSpace(string(line))
		if strings.HasPrefix(text, "panic(") {
			panicked = true
			continue
		}
		if panicked && strings.Contains(text, ".go:") && !strings.Contains(text, "/runtime/") {
			text, _, _ = strings.Cut(text, " ")
			return path.Base(text)
		}
	}
	return "?"
}
