package incremental

import (
	"bytes"
	"context"
	"strings"
	"sync/atomic"
	"time"

	"planpress/internal/cli"
)

// hasCache says whether the program takes --cache.
const hasCache = true

// clock gives every build another moment of one day, so that no byte can come
// from it.
var clock atomic.Int64

// outcome is what somebody sees of a build, beside the folder.
type outcome struct {
	Status   int
	Findings string // as JSON
	HeldBack string
	Said     string // the rest of standard error
}

// build is one build of a site in this process.
func build(site, public, cache string, flags ...string) outcome {
	return run(site, cache, "build", append(flags, "--public", public)...)
}

// run is a command on a site in this process.
func run(site, cache, command string, flags ...string) outcome {
	var stdout, stderr bytes.Buffer
	status := cli.Run(context.Background(), cli.Env{
		Args:   arguments(site, cache, command, flags...),
		Stdin:  strings.NewReader(""),
		Stdout: &stdout, Stderr: &stderr,
		Getenv: func(string) string { return "" },
		Now: func() time.Time {
			return time.Date(2026, 6, 15, 3, 0, 0, 0, time.UTC).Add(time.Duration(clock.Add(1)%3600) * time.Second)
		},
	})
	o := outcome{Status: status, Findings: stdout.String()}
	for line := range strings.Lines(stderr.String()) {
		if strings.HasPrefix(line, "held back: ") {
			o.HeldBack += line
		} else {
			o.Said += line
		}
	}
	return o
}

// arguments are those of a command that prints findings for a program.
func arguments(site, cache, command string, flags ...string) []string {
	args := []string{"-C", site, command, "--format", "json"}
	if hasCache {
		args = append(args, "--cache", cache)
	}
	return append(args, flags...)
}
