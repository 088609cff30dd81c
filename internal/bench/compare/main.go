// Command compare measures this project, Hugo and the floor (package floor)
// side by side on the same generated documents, and writes what it found as a
// page with tables and a picture.
//
//	go run ./internal/bench/compare -sizes 1000,10000 -date 2026-06-01
//
// It is to stay small: the system counts the memory that a program's parent
// had when it was started as the program's own.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"planpress/internal/bench"
	"planpress/internal/bench/floor"
)

// hugoVersion is what goals are compared with.
const hugoVersion = "v0.165.0"

func main() {
	if len(os.Args) == 5 && os.Args[1] == "floor" {
		exit(floor.Run(os.Args[2], os.Args[3], os.Args[4]))
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	exit(compare(ctx))
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func compare(ctx context.Context) error {
	sizes := flag.String("sizes", "1000,10000", "documents, smallest first")
	runs := flag.Int("runs", 3, "of which medians are taken")
	out := flag.String("out", "internal/bench/README.md", "the page; the picture is growth.svg beside it")
	work := flag.String("work", "", "folder to work in; a temporary one by default")
	chosen := flag.String("cases", strings.Join(cases, ","), "what to measure")
	upTo := flag.Int("hugo-up-to", 10_000, "documents up to which Hugo is measured")
	date := flag.String("date", "", "the day of the measurement, for the page")
	note := flag.String("note", "", "a sentence about the machine, for the page")
	flag.Parse()
	dir, err := os.MkdirTemp(*work, "compare-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	c := comparison{ctx: ctx, dir: dir, runs: *runs, cases: strings.Split(*chosen, ","), hugoUpTo: *upTo}
	if c.self, err = os.Executable(); err != nil {
		return err
	}
	if c.planpress, err = built(ctx, dir); err != nil {
		return err
	}
	if c.hugo, err = hugoProgram(ctx, dir); err != nil {
		return err
	}
	var all []result
	for s := range strings.SplitSeq(*sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil {
			return err
		}
		found, err := c.size(n)
		if err != nil {
			return err
		}
		all = append(all, found...)
	}
	about := fmt.Sprintf("%s; %d processors, %s/%s, %s, Hugo %s; medians of %d. %s", *date, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version(), hugoVersion, *runs, *note)
	if err := bench.WriteSection(*out, "compare", page(about, all)); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(filepath.Dir(*out), "growth.svg"), picture(all), 0o644)
}

func built(ctx context.Context, dir string) (string, error) {
	program := filepath.Join(dir, "planpress")
	out, err := exec.CommandContext(ctx, "go", "build", "-o", program, "planpress/cmd/planpress").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("building planpress: %w\n%s", err, out)
	}
	return program, nil
}

// hugoProgram is the installed Hugo if it is of the right version; otherwise
// one that is installed for this run.
func hugoProgram(ctx context.Context, dir string) (string, error) {
	if installed() {
		return "hugo", nil
	}
	cmd := exec.CommandContext(ctx, "go", "install", "github.com/gohugoio/hugo@"+hugoVersion)
	cmd.Env = append(os.Environ(), "GOBIN="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("installing Hugo: %w\n%s", err, out)
	}
	return filepath.Join(dir, "hugo"), nil
}

func installed() bool {
	out, err := exec.Command("hugo", "version").Output()
	return err == nil && strings.Contains(string(out), hugoVersion)
}
