package incremental

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"planpress/internal/bench"
)

// program is the file of the planpress that somebody runs.
type program string

func newProgram(t testing.TB) program {
	t.Helper()
	file := filepath.Join(t.TempDir(), "planpress")
	if out, err := exec.Command("go", "build", "-o", file, "planpress/cmd/planpress").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program(file)
}

// build is the program's build of a site, about to be run.
func (p program) build(site, public, cache string, flags ...string) *exec.Cmd {
	return exec.Command(string(p), arguments(site, cache, "build", append(flags, "--public", public, "--as-of", "2026-06-15")...)...)
}

// ends runs a command to its end.
func ends(t testing.TB, cmd *exec.Cmd) outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	must(t, cmd.Start())
	endless := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
	defer endless.Stop()
	err := cmd.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return outcome{Status: cmd.ProcessState.ExitCode(), Findings: stdout.String(), Said: stderr.String()}
}

// succeeds runs a command that must end well.
func succeeds(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	if got := ends(t, cmd); got.Status != 0 {
		t.Fatalf("exit status %d: %s", got.Status, got.Said)
	}
}

// generated makes a larger site of n documents.
func generated(n int) files {
	out := files{}
	for _, f := range bench.Site(1, n) {
		out[f.Path] = f.Data
	}
	return out
}

// turn writes what a site has after an edit in place of what it had before.
func turn(t testing.TB, dir string, before, after files) {
	t.Helper()
	for name := range before {
		if _, ok := after[name]; !ok {
			must(t, os.Remove(filepath.Join(dir, name)))
		}
	}
	changed := files{}
	for name, data := range after {
		if string(before[name]) != string(data) {
			changed[name] = data
		}
	}
	put(t, dir, changed)
}

// device is the file system that a folder is on.
func device(t testing.TB, dir string) uint64 {
	t.Helper()
	var st syscall.Stat_t
	must(t, syscall.Stat(dir, &st))
	return uint64(st.Dev)
}

// replaced gives a site in which a text stands in place of another.
func (f files) replaced(suffix, old, instead string) files {
	out := files{}
	for name, data := range f {
		if strings.HasSuffix(name, suffix) {
			data = bytes.ReplaceAll(data, []byte(old), []byte(instead))
		}
		out[name] = data
	}
	return out
}
