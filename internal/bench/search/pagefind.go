package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
)

const pagefindVersion = "1.6.0"

// pagefindPage searches when it is told to.
const pagefindPage = `<!doctype html><html lang="vi"><title>Pagefind</title><ol id="_search-results"></ol>
<script type="module">
const pagefind = await import("/pagefind/pagefind.js");
const q = new URLSearchParams(location.search).get("q");
const found = await pagefind.search(q);
self.found = found;
document.documentElement.dataset.search = "done";
</script>`

// pagefind indexes the pages of the documents.
func (m *measurement) pagefind() (*engine, error) {
	say("indexing with Pagefind %s", pagefindVersion)
	tool, root := filepath.Join(m.dir, "npm"), filepath.Join(m.dir, "pagefind")
	if err := os.MkdirAll(tool, 0o755); err != nil {
		return nil, err
	}
	install := exec.CommandContext(m.ctx, "npm", "install", "--no-audit", "--no-fund", "--loglevel=error", "pagefind@"+pagefindVersion)
	install.Dir = tool
	if _, _, _, err := timed(install); err != nil {
		return nil, err
	}
	if err := m.copyPages(root); err != nil {
		return nil, err
	}
	index := func() (*exec.Cmd, error) {
		programs, err := filepath.Glob(filepath.Join(tool, "node_modules", "@pagefind", "*", "bin", "pagefind_extended"))
		if err != nil || len(programs) == 0 {
			return nil, fmt.Errorf("no program of Pagefind in %s", tool)
		}
		return exec.CommandContext(m.ctx, programs[0], "--site", root, "--root-selector", "main"), nil
	}
	cmd, err := index()
	if err != nil {
		return nil, err
	}
	e := &engine{name: "Pagefind", root: root, page: "search.html", index: "pagefind"}
	if e.wall, e.cpu, e.peak, err = timed(cmd); err != nil {
		return nil, err
	}
	before, err := sizes(filepath.Join(root, "pagefind"))
	if err != nil {
		return nil, err
	}
	for _, size := range before {
		e.bytes += size
		e.files++
	}
	wasm, err := filepath.Glob(filepath.Join(root, "pagefind", "wasm.*.pagefind"))
	if err != nil {
		return nil, err
	}
	if e.client, err = compressed(append(wasm[:1:1], filepath.Join(root, "pagefind", "pagefind.js"))...); err != nil {
		return nil, err
	}
	e.again = func() error {
		if err := errors.Join(m.copyPages(root), os.RemoveAll(filepath.Join(root, "pagefind"))); err != nil {
			return err
		}
		cmd, err := index()
		if err != nil {
			return err
		}
		if e.change, _, _, err = timed(cmd); err != nil {
			return err
		}
		e.wrote, err = fresh(filepath.Join(root, "pagefind"), before)
		return err
	}
	return e, os.WriteFile(filepath.Join(root, "search.html"), []byte(pagefindPage), 0o644)
}

// copyPages copies the pages of documents: this project's index has no lists.
func (m *measurement) copyPages(root string) error {
	from := filepath.Join(m.site, "public")
	return filepath.WalkDir(filepath.Join(from, "plans"), func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() != "index.html" {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		to := filepath.Join(root, rel)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		return os.WriteFile(to, data, 0o644)
	})
}
