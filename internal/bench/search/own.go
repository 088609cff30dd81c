package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"planpress/internal/bench"
)

// own builds the site without search and with it: what the index costs is the
// difference.
func (m *measurement) own() (*engine, error) {
	program := filepath.Join(m.dir, "planpress")
	if _, _, _, err := timed(exec.CommandContext(m.ctx, "go", "build", "-o", program, "./cmd/planpress")); err != nil {
		return nil, err
	}
	settings := filepath.Join(m.site, "content", "site.yaml")
	text, err := os.ReadFile(settings)
	if err != nil {
		return nil, err
	}
	e := &engine{name: "planpress", root: filepath.Join(m.site, "public"), page: "search/", index: "search"}
	build := func(search bool, fresh bool) (wall, cpu time.Duration, peak int64, err error) {
		with := text
		if !search {
			with = append(bytes.Clone(text), "search: off\n"...)
		}
		if err := os.WriteFile(settings, with, 0o644); err != nil {
			return 0, 0, 0, err
		}
		if fresh {
			for _, dir := range []string{"public", ".planpress"} {
				if err := os.RemoveAll(filepath.Join(m.site, dir)); err != nil {
					return 0, 0, 0, err
				}
			}
		}
		cmd := exec.CommandContext(m.ctx, program, "-C", m.site, "build", "--minify-html", "-q", "--as-of", "2026-11-01")
		cmd.Env = append(os.Environ(), "PATH=/usr/bin:/bin")
		return timed(cmd)
	}
	say("building without search, and with it")
	wall0, cpu0, peak0, err := build(false, true)
	if err != nil {
		return nil, err
	}
	wall1, cpu1, peak1, err := build(true, true)
	if err != nil {
		return nil, err
	}
	e.wall, e.cpu, e.peak = wall1-wall0, cpu1-cpu0, max(peak1-peak0, 0)
	before, err := sizes(filepath.Join(e.root, e.index))
	if err != nil {
		return nil, err
	}
	for _, size := range before {
		e.bytes += size
		e.files++
	}
	scripts, err := filepath.Glob(filepath.Join(e.root, "assets", "search.*.js"))
	if err != nil {
		return nil, err
	}
	if e.client, err = compressed(scripts...); err != nil {
		return nil, err
	}
	e.again = func() error {
		if err := m.edit(); err != nil {
			return err
		}
		var err error
		if e.change, _, _, err = build(true, false); err != nil {
			return err
		}
		e.wrote, err = fresh(filepath.Join(e.root, e.index), before)
		return err
	}
	return e, nil
}

// edit gives one document in a hundred a few paragraphs more.
func (m *measurement) edit() error {
	for i := 50; i < m.docs; i += 100 {
		more := strings.Split(bench.Make(siteSeed+1, i).Text, "\n\n")
		for _, f := range bench.Document(siteSeed, i) {
			if strings.HasSuffix(f.Path, ".md") {
				f.Data = append(f.Data, "\n"+more[1]+"\n\n"+more[2]+"\n"...)
				if err := bench.Put(m.site, []bench.File{f}); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
