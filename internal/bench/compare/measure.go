package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"planpress/internal/bench"
	"planpress/internal/bench/hugo"
)

const seed = 1

// The cases, in the order in which a run goes through them: each begins with
// what the one before left.
const (
	cold   = "cold"
	same   = "warm"
	edited = "edit"
	layout = "layout"
)

var cases = []string{cold, same, edited, layout}

// result is the median of the runs of one program in one case.
type result struct {
	n             int
	what, program string
	wall, cpu     time.Duration
	slowest       time.Duration
	peak          int64 // KB
	pages, files  int
	bytes, wrote  int64
}

// comparison is what all measurements share.
type comparison struct {
	ctx                   context.Context
	dir                   string
	runs                  int
	cases                 []string
	hugoUpTo              int // documents; it takes 1.7 MB of memory for every ten
	self, planpress, hugo string
}

// program is one of those that are compared, with a site of its own.
type program struct {
	name, site   string
	args         []string
	page, layout string // files that the cases change, below site
	only         []string
}

func (c *comparison) programs(root string, n int) []program {
	d := bench.Make(seed, n/2+1)
	doc := fmt.Sprintf("content/plans/%d/%s.md", d.Year, d.Name)
	own, other := filepath.Join(root, "planpress"), filepath.Join(root, "hugo")
	hugoDoc := doc
	if len(d.Files) > 0 {
		hugoDoc = strings.TrimSuffix(doc, ".md") + "/index.md"
	}
	build := []string{c.planpress, "-C", own, "build", "--as-of", "2026-06-01", "--quiet"}
	all := []program{
		{"planpress", own, append(build, "--minify-html"), doc, "themes/default/layouts/base.html", cases},
		{"hugo", other, []string{c.hugo, "-s", other, "--minify", "--quiet"}, hugoDoc, "layouts/_default/baseof.html", cases},
		{"floor", filepath.Join(root, "floor"), []string{c.self, "floor", own, filepath.Join(root, "sizes"), filepath.Join(root, "floor", "public")}, "", "", []string{cold}},
		{"git status", own, []string{"git", "-C", own, "status", "--porcelain"}, "", "", []string{same}},
	}
	return slices.DeleteFunc(all, func(p program) bool { return p.name == "hugo" && n > c.hugoUpTo })
}

// size measures all programs with n documents. Runs are interleaved, so that
// what else the machine does falls on all of them.
func (c *comparison) size(n int) ([]result, error) {
	root := filepath.Join(c.dir, fmt.Sprint(n))
	defer os.RemoveAll(root)
	programs := c.programs(root, n)
	if err := c.prepare(root, n); err != nil {
		return nil, err
	}
	found := map[[2]string][]result{}
	var order [][2]string
	for run := range c.runs {
		for _, what := range c.cases {
			for _, p := range programs {
				if !slices.Contains(p.only, what) {
					continue
				}
				r, err := c.once(p, what, run)
				if err != nil {
					return nil, err
				}
				r.n = n
				key := [2]string{what, p.name}
				if run == 0 {
					order = append(order, key)
				}
				found[key] = append(found[key], r)
				fmt.Fprintf(os.Stderr, "%d %s %s: %v, processor %v, %d MB\n", n, what, p.name, r.wall.Round(time.Millisecond), r.cpu.Round(time.Millisecond), r.peak/1024)
			}
		}
	}
	var out []result
	for _, key := range order {
		out = append(out, median(found[key]))
	}
	return out, nil
}

// prepare writes both sites, and for the floor the sizes of what planpress
// writes.
func (c *comparison) prepare(root string, n int) error {
	own := filepath.Join(root, "planpress")
	if err := errors.Join(bench.Write(own, seed, n), hugo.Write(filepath.Join(root, "hugo"), seed, n)); err != nil {
		return err
	}
	if err := change(filepath.Join(own, "content", "site.yaml"), "", "search: off\n"); err != nil {
		return err
	}
	for _, args := range [][]string{
		{c.planpress, "-C", own, "theme", "copy", "layouts/base.html"},
		{"git", "-C", own, "init", "--quiet"},
		{"git", "-C", own, "add", "content", "themes"},
		{"git", "-C", own, "-c", "user.name=bench", "-c", "user.email=bench@bench.example", "commit", "--quiet", "-m", "Generated"},
		{c.planpress, "-C", own, "build", "--as-of", "2026-06-01", "--quiet", "--minify-html"},
	} {
		if out, err := exec.CommandContext(c.ctx, args[0], args[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", strings.Join(args, " "), err, out)
		}
	}
	ignore := bench.File{Path: ".git/info/exclude", Data: []byte("/public/\n")}
	var sizes bytes.Buffer
	_, err := walk(filepath.Join(own, "public"), func(name string, info fs.FileInfo) {
		fmt.Fprintf(&sizes, "%d %s\n", info.Size(), name)
	})
	return errors.Join(err, bench.Put(own, []bench.File{ignore}), os.WriteFile(filepath.Join(root, "sizes"), sizes.Bytes(), 0o644))
}

// once makes the change of a case and measures one run.
func (c *comparison) once(p program, what string, run int) (result, error) {
	r := result{what: what, program: p.name}
	public := filepath.Join(p.site, "public")
	var err error
	switch what {
	case cold:
		err = errors.Join(os.RemoveAll(public), os.RemoveAll(filepath.Join(p.site, ".planpress")))
	case edited:
		err = change(filepath.Join(p.site, p.page), "", fmt.Sprintf("\nĐính chính lần %d.\n", run+1))
	case layout:
		err = change(filepath.Join(p.site, p.layout), "</head>", fmt.Sprintf("<meta name=\"bench\" content=\"%d\">\n</head>", run))
	}
	if err != nil {
		return r, err
	}
	cmd := exec.CommandContext(c.ctx, p.args[0], p.args[1:]...)
	var trouble bytes.Buffer
	cmd.Stderr, cmd.Stdout = &trouble, &trouble
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return r, fmt.Errorf("%s: %w\n%s", cmd, err, trouble.String())
	}
	r.wall = time.Since(start)
	state := cmd.ProcessState
	r.cpu = state.UserTime() + state.SystemTime()
	r.peak = state.SysUsage().(*syscall.Rusage).Maxrss
	if p.name == "git status" {
		return r, nil
	}
	r.files, err = walk(public, func(name string, info fs.FileInfo) {
		r.bytes += info.Size()
		if !info.ModTime().Before(start.Add(-10 * time.Millisecond)) { // the clock's grain
			r.wrote += info.Size()
		}
		if strings.HasSuffix(name, ".html") {
			r.pages++
		}
	})
	return r, err
}

// change puts text in the place of mark, or at the end where there is none.
func change(file, mark, text string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if mark == "" {
		data = append(data, text...)
	} else {
		data = bytes.Replace(data, []byte(mark), []byte(text), 1)
	}
	return os.WriteFile(file, data, 0o644)
}

func walk(dir string, see func(name string, info fs.FileInfo)) (files int, err error) {
	err = filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		files++
		see(rel, info)
		return err
	})
	return files, err
}

// median has the median of each measure by itself.
func median(runs []result) result {
	m := runs[len(runs)-1]
	m.wall = middle(runs, func(r result) time.Duration { return r.wall })
	m.slowest = slices.MaxFunc(runs, func(a, b result) int { return cmp.Compare(a.wall, b.wall) }).wall
	m.cpu = middle(runs, func(r result) time.Duration { return r.cpu })
	m.peak = middle(runs, func(r result) int64 { return r.peak })
	return m
}

func middle[T int64 | time.Duration](runs []result, of func(result) T) T {
	var all []T
	for _, r := range runs {
		all = append(all, of(r))
	}
	slices.Sort(all)
	return all[len(all)/2]
}
