package incremental

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"slices"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

var kills = flag.Int("kills", 0, "builds to kill; by default 200, and 40 with -short")

// editions are states of one site, and what each looks like when published.
type editions struct {
	sites, public []files
}

// threeEditions are a site, the same with a few documents changed, added and
// removed, and the same with something that all pages show.
func threeEditions(t testing.TB, p program, documents int) editions {
	t.Helper()
	first := generated(documents)
	few := first.replaced("0007.md", "publication: published", "publication: published\nreviewed: 2026-05-05")
	few = few.replaced("0011.md", "title: ", "title: Sửa đổi ")
	few["content/pages/moi.md"] = []byte("---\ntitle: Trang mới\n---\n\nMột trang.\n")
	maps.DeleteFunc(few, func(name string, _ []byte) bool { return bytes.HasSuffix([]byte(name), []byte("0020.md")) })
	all := first.replaced("site.yaml", "publisher: Ban thử nghiệm", "publisher: Ban biên tập mới")
	e := editions{sites: []files{first, few, all}}
	for _, site := range e.sites {
		dir := t.TempDir()
		put(t, dir, site)
		public := filepath.Join(dir, "public")
		succeeds(t, p.build(dir, public, filepath.Join(dir, "cache")))
		e.public = append(e.public, tree(t, public))
	}
	return e
}

// TestKilled kills builds at random moments. No file may be torn, and the next
// build must give what a clean one gives.
func TestKilled(t *testing.T) {
	n := *kills
	if n == 0 {
		if n = 200; testing.Short() {
			n = 40
		}
	}
	p := newProgram(t)
	e := threeEditions(t, p, 300)
	var left, cut atomic.Int64
	left.Store(int64(n))
	t.Run("builds", func(t *testing.T) {
		for i := range 4 {
			flags := [][]string{nil, {"--atomic"}}[i%2]
			t.Run(fmt.Sprint(i, flags), func(t *testing.T) {
				t.Parallel()
				k := killing{t: t, program: p, editions: e, r: rand.New(rand.NewPCG(*firstSeed, uint64(i))), dir: t.TempDir(), flags: flags}
				k.begin()
				for left.Add(-1) >= 0 && !t.Failed() {
					cut.Add(k.kill())
				}
			})
		}
	})
	t.Logf("%d builds were still at work when they were killed", cut.Load())
}

// killing is one folder in which builds are killed.
type killing struct {
	editions
	program
	t     *testing.T
	r     *rand.Rand
	dir   string
	flags []string
	now   int              // the edition that is published
	took  [3]time.Duration // a build of each edition, when it was not killed
}

func (k *killing) folder() string { return filepath.Join(k.dir, "public") }
func (k *killing) site() string   { return filepath.Join(k.dir, "site") }

// over is a build over what is there.
func (k *killing) over() *exec.Cmd {
	return k.build(k.site(), k.folder(), filepath.Join(k.dir, "cache"), k.flags...)
}

func (k *killing) begin() {
	put(k.t, k.site(), k.sites[0])
	succeeds(k.t, k.over())
	for i := range k.took {
		k.took[i] = 100 * time.Millisecond
	}
}

// kill edits the site and kills its build, once or several times. It gives how
// many were at work.
func (k *killing) kill() (cut int64) {
	next := (k.now + 1 + k.r.IntN(len(k.sites)-1)) % len(k.sites)
	turn(k.t, k.site(), k.sites[k.now], k.sites[next])
	for again := true; again; again = k.r.IntN(4) == 0 {
		cmd := k.over()
		must(k.t, cmd.Start())
		time.Sleep(time.Duration(k.r.Int64N(int64(k.took[next]))))
		must(k.t, cmd.Process.Kill())
		cmd.Wait()
		if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && status.Signaled() {
			cut++
		}
		if err := whole(tree(k.t, k.folder()), k.public[k.now], k.public[next]); err != nil {
			k.t.Errorf("killed on the way from edition %d to %d: %v", k.now, next, err)
		}
	}
	start := time.Now()
	succeeds(k.t, k.over())
	k.took[next] = (k.took[next] + time.Since(start)) / 2
	if err := sameFiles(tree(k.t, k.folder()), k.public[next], nil); err != nil {
		k.t.Errorf("the build after one that was killed on the way from edition %d to %d: %v", k.now, next, err)
	}
	k.now = next
	return cut
}

// whole says which file is neither that of one site nor that of the other, or
// is missing though both have it.
func whole(got, before, after files) error {
	for _, name := range slices.Sorted(maps.Keys(got)) {
		data := got[name]
		if !same(data, before, name) && !same(data, after, name) {
			return fmt.Errorf("%s is neither old nor new:\n%s", name, difference(data, after[name]))
		}
	}
	for name := range before {
		if after[name] != nil && got[name] == nil {
			return fmt.Errorf("%s is missing", name)
		}
	}
	return nil
}

func same(data []byte, in files, name string) bool {
	want, ok := in[name]
	return ok && bytes.Equal(data, want)
}
