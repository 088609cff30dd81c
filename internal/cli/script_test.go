package cli_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/sys/unix"

	"planpress/internal/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"planpress": func() {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			defer stop()
			os.Exit(cli.Run(ctx, cli.OS()))
		},
		"bound": bound,
	})
}

// bound runs a command that the modes of files bind: bound COMMAND ARGS...
// They bind everybody but root, who gives up the privilege first. It is taken
// out of the set that a new program may be given, and only for this thread,
// which then becomes that program.
func bound() {
	runtime.LockOSThread()
	var err error
	for _, privilege := range []uintptr{unix.CAP_DAC_OVERRIDE, unix.CAP_DAC_READ_SEARCH} {
		if os.Geteuid() == 0 && err == nil {
			err = unix.Prctl(unix.PR_CAPBSET_DROP, privilege, 0, 0, 0)
		}
	}
	program := ""
	if err == nil {
		program, err = exec.LookPath(os.Args[1])
	}
	if err == nil {
		err = syscall.Exec(program, os.Args[1:], os.Environ())
	}
	fmt.Fprintf(os.Stderr, "bound: %v\n", err)
	os.Exit(126)
}

// TestScripts plays the stories of testdata/script: a small site, commands,
// their exit status, findings and files.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("NO_COLOR", "1")
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name != "ci" {
				return false, fmt.Errorf("there is no condition %q", name)
			}
			return os.Getenv("CI") != "", nil // where nothing may be missing
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":       exits("planpress"),
			"bound-exits": exits("bound", "planpress"),
			"fill":        fill,
			"binary":      binary,
			"hashless":    hashless,
			"paste":       paste,
		},
	})
}

// exits runs a program, planpress, and checks its exit status: exits STATUS
// ARGS...
func exits(program ...string) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		want, err := strconv.Atoi(args[0])
		ts.Check(err)
		got := 0
		if err := ts.Exec(program[0], slices.Concat(program[1:], args[1:])...); err != nil {
			if _, text, ok := strings.Cut(err.Error(), "exit status "); ok {
				got, err = strconv.Atoi(strings.Fields(text)[0])
				ts.Check(err)
			} else {
				ts.Fatalf("planpress: %v", err)
			}
		}
		if (got == want) == neg {
			ts.Fatalf("exit status %d, want %d", got, want)
		}
	}
}

// fill writes a file of a text repeated: fill FILE COUNT TEXT, with \n for a
// line end. Behind the file's own beginning, if there is one.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	ts.Check(err)
	_, err = f.WriteString(strings.Repeat(strings.ReplaceAll(args[2], `\n`, "\n"), n))
	ts.Check(err)
	ts.Check(f.Close())
}

// binary writes bytes given in hexadecimal behind a file: binary FILE HEX.
func binary(ts *testscript.TestScript, _ bool, args []string) {
	var data []byte
	_, err := fmt.Sscanf(args[1], "%x", &data)
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	ts.Check(err)
	_, err = f.Write(data)
	ts.Check(err)
	ts.Check(f.Close())
}

// hashless writes a copy of a file without the hashes of commits, which nobody
// can foretell: hashless FROM TO.
func hashless(ts *testscript.TestScript, _ bool, args []string) {
	text := regexp.MustCompile(`\b[0-9a-f]{7,40}\b`).ReplaceAllString(ts.ReadFile(args[0]), "HASH")
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o644))
}

// paste puts a text into the front matter of a document, at its end: paste
// FROM DOCUMENT.
func paste(ts *testscript.TestScript, _ bool, args []string) {
	front, body, ok := strings.Cut(ts.ReadFile(args[1]), "\n---\n")
	if !ok {
		ts.Fatalf("%s has no front matter", args[1])
	}
	text := front + "\n" + ts.ReadFile(args[0]) + "---\n" + body
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o644))
}
