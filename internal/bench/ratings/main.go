// Command ratings measures the rating service under load from this process, and
// writes what it found between marks of a Markdown page:
//
//	go run ./internal/bench/ratings -postgres "$URL"
//
// Forms are fetched before the clock runs. Each vote is of another address, told
// by X-Forwarded-For, and each client waits for an answer before it asks again.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"planpress/internal/bench"
	"planpress/internal/rating"
)

func main() {
	var o options
	flag.IntVar(&o.clients, "clients", 64, "how many rate at a time")
	flag.DurationVar(&o.span, "span", 10*time.Second, "how long")
	flag.IntVar(&o.open, "open", 10_000, "how many connections are held open")
	flag.StringVar(&o.postgres, "postgres", "", "an empty PostgreSQL database; without one it is not measured")
	flag.StringVar(&o.page, "page", "internal/bench/README.md", "where the table is written")
	flag.Parse()
	if err := run(context.Background(), o); err != nil {
		fmt.Fprintln(os.Stderr, "ratings:", err)
		os.Exit(1)
	}
}

type options struct {
	clients, open  int
	span           time.Duration
	postgres, page string
}

// documents is how many are rated.
const documents = 200

func run(ctx context.Context, o options) (err error) {
	dir, err := os.MkdirTemp("", "planpress-ratings-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	program := filepath.Join(dir, "planpress-ratings")
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", program, "./cmd/planpress-ratings").CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	list, err := writeDocuments(dir)
	if err != nil {
		return err
	}
	var rows []row
	own, err := measure(ctx, o, program, list, []string{filepath.Join(dir, "ratings.db")})
	if err != nil {
		return fmt.Errorf("SQLite: %w", err)
	}
	rows = append(rows, own...)
	if o.postgres != "" {
		shared, err := measure(ctx, o, program, list, []string{o.postgres, o.postgres})
		if err != nil {
			return fmt.Errorf("PostgreSQL: %w", err)
		}
		rows = append(rows, shared...)
	}
	text := table(o, rows)
	fmt.Print(text)
	return bench.WriteSection(o.page, "ratings", text)
}

// writeDocuments writes the list of what can be rated.
func writeDocuments(dir string) (string, error) {
	d := rating.Documents{Site: "Bench", Lang: "vi", Base: "https://bench.example/"}
	for i := range documents {
		d.List = append(d.List, rating.Document{URL: document(i), Title: "Kế hoạch"})
	}
	data, err := d.Bytes()
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "documents.json")
	return file, os.WriteFile(file, data, 0o644)
}

func document(i int) string { return fmt.Sprintf("plans/2026/ke-hoach-%d/", i%documents) }

// service is one process of the program.
type service struct {
	url string
	cmd *exec.Cmd
}

func begin(ctx context.Context, o options, program, list, db string) (*service, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	at := l.Addr().String()
	if err := l.Close(); err != nil {
		return nil, err
	}
	s := &service{url: "http://" + at}
	s.cmd = exec.CommandContext(ctx, program, "serve", "--documents", list, "--listen", at, "--ops", "", "--proxy", "127.0.0.1/32",
		"--most", "1000000000", "--connections", fmt.Sprint(o.open+o.clients+10))
	s.cmd.Env = append(os.Environ(), "PLANPRESS_RATINGS_DB="+db)
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	for range 200 {
		if c, err := net.Dial("tcp", at); err == nil {
			return s, c.Close()
		}
		time.Sleep(50 * time.Millisecond)
	}
	return nil, errors.Join(errors.New("the service does not answer"), s.end())
}

func (s *service) end() error {
	if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	return s.cmd.Wait()
}

// memory gives the most that a service had in memory, and what it has, in MB.
func (s *service) memory() (most, now int, err error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		return 0, 0, err
	}
	for line := range strings.Lines(string(data)) {
		var kb int
		if _, err := fmt.Sscanf(line, "VmHWM: %d kB", &kb); err == nil {
			most = kb / 1000
		}
		if _, err := fmt.Sscanf(line, "VmRSS: %d kB", &kb); err == nil {
			now = kb / 1000
		}
	}
	return most, now, nil
}

type row struct{ what, goal, got string }

func table(o options, rows []row) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Measured %s on %d cores, %d clients in another process on the same machine, %v each: `go run ./internal/bench/ratings`.\n\n| what | goal | measured |\n|---|---|---|\n",
		time.Now().Format(time.DateOnly), runtime.NumCPU(), o.clients, o.span)
	for _, r := range rows {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", r.what, r.goal, r.got)
	}
	return b.String()
}
