// Command search measures the search of this project beside Pagefind on the same
// documents: what the index costs, what a query costs a reader, and how good the
// answers are. It writes what it found into a page.
//
//	go run ./internal/bench/search -docs 10000 -seed 2
//
// It needs Chromium, and npm for Pagefind; without npm only this project is
// measured, and the page says so.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"planpress/internal/bench"
	"planpress/internal/bench/queries"
)

// siteSeed is that of the documents. That of the queries is a flag: 1 is for
// tuning, and others are for figures.
const siteSeed = 1

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	n := flag.Int("docs", 10_000, "documents")
	each := flag.Int("queries", 12, "queries of each kind")
	seed := flag.Uint64("seed", 2, "of the queries")
	work := flag.String("work", "", "folder to work in; a temporary one by default")
	page := flag.String("out", "internal/bench/README.md", "the page; what stands between its marks is replaced")
	with := flag.Bool("pagefind", true, "measure Pagefind too")
	flag.Parse()
	dir, err := os.MkdirTemp(*work, "search-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	m := &measurement{ctx: ctx, dir: dir, docs: *n, site: filepath.Join(dir, "site")}
	say("%d documents", *n)
	if err := bench.Write(m.site, siteSeed, *n); err != nil {
		return err
	}
	docs, err := queries.Site(siteSeed, *n)
	if err != nil {
		return err
	}
	m.queries = queries.Make(docs, *seed, *each)
	own, err := m.own()
	if err != nil {
		return err
	}
	engines := []*engine{own}
	if *with {
		other, err := m.pagefind()
		if err != nil {
			return err
		}
		engines = append(engines, other)
	}
	for _, e := range engines {
		if err := m.ask(e); err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
	}
	say("changing one document in a hundred")
	for _, e := range engines {
		if err := e.again(); err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
	}
	return bench.WriteSection(*page, "search", section(*n, *seed, *each, engines))
}

func say(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }

// measurement is what all parts share.
type measurement struct {
	ctx     context.Context
	dir     string
	site    string
	docs    int
	queries []queries.Query
}

// engine is one of those that are compared.
type engine struct {
	name   string
	root   string // folder that is served
	page   string // address of the page that searches, from there
	index  string // folder of the index, from there
	cpu    time.Duration
	wall   time.Duration
	peak   int64 // KB
	bytes  int64 // of the index
	files  int
	again  func() error  // indexes the site once more, after the change
	wrote  int64         // bytes that are new after one document in a hundred has changed
	change time.Duration // that this took
	client int64         // bytes of code that a search loads, compressed
	asked  []answer
	first  time.Duration // to the first results on a slow line
	slowed time.Duration // of one search with the processor slowed
}

// answer is what one query gave and cost.
type answer struct {
	kind         string
	score        float64
	bare, quoted int64 // bytes without excerpts and with
}

// timed runs a program and gives what it took.
func timed(cmd *exec.Cmd) (wall, cpu time.Duration, peak int64, err error) {
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		return 0, 0, 0, fmt.Errorf("%v: %w\n%s", cmd.Args, err, out)
	}
	use := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return time.Since(start), cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), use.Maxrss, nil
}
