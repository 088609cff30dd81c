package incremental

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// world is a site as one editor sees it over some time.
type world struct {
	t      testing.TB
	dir    string
	site   string
	public string
	cache  string
	flags  flags
	loose  map[string]bool // files of public/ that are not known to be the program's: they may stay
	good   files           // the site's files when it was published last
	wrong  bool            // the last build was refused
}

// flags are those of the command line that an editor changes.
type flags struct {
	asOf, baseURL                    string
	drafts, portable, minify, atomic bool
	jobs                             int
}

func (f flags) list() []string {
	out := []string{"--as-of", f.asOf, "--jobs", fmt.Sprint(f.jobs)}
	if f.baseURL != "" {
		out = append(out, "--base-url", f.baseURL)
	}
	for name, on := range map[string]bool{"--drafts": f.drafts, "--portable": f.portable, "--minify-html": f.minify, "--atomic": f.atomic} {
		if on {
			out = append(out, name)
		}
	}
	return out
}

// newWorld makes a site with a folder and a cache of one build.
func newWorld(t testing.TB, dir string, first files) *world {
	w := &world{t: t, dir: dir, site: filepath.Join(dir, "site"), public: filepath.Join(dir, "public"), cache: filepath.Join(dir, "cache"),
		flags: flags{asOf: "2026-06-15", jobs: 2}, loose: map[string]bool{}}
	put(t, w.site, first)
	w.good = first
	return w
}

// build builds over what is there, and cleanly, and says what differs.
func (w *world) build() error {
	before := tree(w.t, w.public)
	got := build(w.site, w.public, w.cache, w.flags.list()...)
	clean, err := os.MkdirTemp(w.dir, "clean")
	must(w.t, err)
	defer os.RemoveAll(clean)
	public := filepath.Join(clean, "public")
	want := build(w.site, public, filepath.Join(clean, "cache"), w.flags.list()...)
	if w.inTheWay(got) {
		if err := sameFiles(tree(w.t, w.public), before, nil); err != nil {
			return fmt.Errorf("the folder was refused, and yet: %w", err)
		}
		w.clearPublic()
		got = build(w.site, w.public, w.cache, w.flags.list()...)
	}
	if err := sameOutcome(got, want); err != nil {
		return err
	}
	w.wrong = got.Status != 0
	if w.wrong {
		if err := sameFiles(tree(w.t, w.public), before, nil); err != nil {
			return fmt.Errorf("the build was refused, and yet: %w", err)
		}
		return nil
	}
	w.good = tree(w.t, w.site)
	made := tree(w.t, public)
	maps.DeleteFunc(w.loose, func(name string, _ bool) bool { return made[name] != nil }) // known again
	return sameFiles(tree(w.t, w.public), made, w.loose)
}

// inTheWay reports whether a build was refused because of files that somebody
// made or changed, and of no others.
func (w *world) inTheWay(got outcome) bool {
	if got.Status != 3 || !strings.Contains(got.Said, "holds what planpress did not write") {
		return false
	}
	for line := range strings.Lines(got.Said) {
		name, ok := strings.CutPrefix(strings.TrimSpace(line), w.public+"/")
		if name, file := strings.CutSuffix(name, " (file)"); ok && (!file || !w.loose[name]) {
			return false
		}
	}
	return true
}

// clearPublic is what the program then asks for.
func (w *world) clearPublic() {
	must(w.t, os.RemoveAll(w.public))
	clear(w.loose)
}

// repair puts the site back as it was when it was published last.
func (w *world) repair() {
	now := tree(w.t, w.site)
	for name := range now {
		if _, ok := w.good[name]; !ok {
			w.remove(name)
		}
	}
	for name, data := range w.good {
		if old, ok := now[name]; !ok || string(old) != string(data) {
			w.remove(name) // it may be a link
			w.write(name, data)
		}
	}
	w.wrong = false
}

// path of a file of the site.
func (w *world) path(name string) string { return filepath.Join(w.site, filepath.FromSlash(name)) }

func (w *world) read(name string) []byte {
	data, err := os.ReadFile(w.path(name))
	if err != nil {
		return nil // an earlier edit took it away
	}
	return data
}

func (w *world) write(name string, data []byte) {
	must(w.t, os.MkdirAll(filepath.Dir(w.path(name)), 0o755))
	must(w.t, os.WriteFile(w.path(name), data, 0o644))
}

func (w *world) remove(name string) { must(w.t, os.RemoveAll(w.path(name))) }

// names of the site's files with a beginning and an end.
func (w *world) names(prefix, suffix string) []string {
	var out []string
	for _, name := range listing(w.t, w.site) {
		if strings.HasPrefix(name, prefix) && strings.HasSuffix(name, suffix) {
			out = append(out, name)
		}
	}
	return out
}

// pick gives one of a list, or the zero value of an empty one.
func pick[T any](r *rand.Rand, list ...T) (x T) {
	if len(list) > 0 {
		x = list[r.IntN(len(list))]
	}
	return x
}

// document is the name of a document or page.
func (w *world) document(r *rand.Rand) string { return pick(r, w.names("content/", ".md")...) }

// plan is the name of a document below plans/.
func (w *world) plan(r *rand.Rand) string { return pick(r, w.names("content/plans/", ".md")...) }
