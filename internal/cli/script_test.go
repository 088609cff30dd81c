package cli_test

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"planpress/internal/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"planpress": func() {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		os.Exit(cli.Run(ctx, cli.OS()))
	}})
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
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":  exits,
			"fill":   fill,
			"binary": binary,
		},
	})
}

// exits runs planpress and checks its exit status: exits STATUS ARGS...
func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec("planpress", args[1:]...); err != nil {
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
