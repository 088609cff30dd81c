package incremental

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// faulty is a site that was published once, and edited since.
type faulty struct {
	program
	t             testing.TB
	dir           string
	before, after files // what is published, and what should be
}

func newFaulty(t testing.TB, p program, e editions) *faulty {
	t.Helper()
	f := &faulty{program: p, t: t, dir: t.TempDir(), before: e.public[0], after: e.public[2]}
	put(t, f.path("site"), e.sites[0])
	succeeds(t, f.over())
	turn(t, f.path("site"), e.sites[0], e.sites[2])
	return f
}

func (f *faulty) path(name string) string { return filepath.Join(f.dir, name) }

func (f *faulty) over(flags ...string) *exec.Cmd {
	return f.program.build(f.path("site"), f.path("public"), f.path("cache"), flags...)
}

// refused wants a build to end with the status of a fault of the machine, and
// to leave what was published as it was.
func (f *faulty) refused(cmd *exec.Cmd) {
	f.t.Helper()
	got := ends(f.t, cmd)
	if got.Status != 3 || strings.Contains(got.Said, "goroutine") {
		f.t.Errorf("exit status %d, want 3: %s", got.Status, got.Said)
	}
	if err := sameFiles(tree(f.t, f.path("public")), f.before, nil); err != nil {
		f.t.Errorf("the build failed, and yet: %v", err)
	}
}

// refusedOrRight wants one of the two, and says whether it was the latter.
func (f *faulty) refusedOrRight(cmd *exec.Cmd) bool {
	f.t.Helper()
	got, now := ends(f.t, cmd), tree(f.t, f.path("public"))
	if got.Status == 0 && sameFiles(now, f.after, nil) == nil {
		return true
	}
	if err := sameFiles(now, f.before, nil); err != nil || got.Status != 3 {
		f.t.Errorf("exit status %d: %s\n%v", got.Status, got.Said, err)
	}
	return false
}

// right wants a build to end well, and to give the new site.
func (f *faulty) right(cmd *exec.Cmd) {
	f.t.Helper()
	if got := ends(f.t, cmd); got.Status != 0 {
		f.t.Errorf("exit status %d, want 0: %s", got.Status, got.Said)
	}
	if err := sameFiles(tree(f.t, f.path("public")), f.after, nil); err != nil {
		f.t.Error(err)
	}
}

// TestFaults takes from a build what it needs, and gives it back.
func TestFaults(t *testing.T) {
	p := newProgram(t)
	e := threeEditions(t, p, 40)
	for _, flags := range [][]string{nil, {"--atomic"}} {
		t.Run(fmt.Sprint("no space ", flags), func(t *testing.T) { noSpace(t, newFaulty(t, p, e), flags) })
		t.Run(fmt.Sprint("a full disk ", flags), func(t *testing.T) { fullDisk(t, newFaulty(t, p, e), flags) })
	}
	t.Run("no permission", func(t *testing.T) { noPermission(t, p, e) })
	t.Run("no cache to be had", func(t *testing.T) { noCache(t, p, e) })
}

// noSpace lets no file grow beyond a number of blocks: first not even a page,
// and then not what the cache keeps, which no build fails of.
func noSpace(t *testing.T, f *faulty, flags []string) {
	limited := func(blocks int) *exec.Cmd {
		cmd := f.over(flags...)
		cmd.Args = append([]string{"sh", "-c", fmt.Sprintf(`ulimit -f %d; exec "$@"`, blocks), "sh"}, cmd.Args...)
		cmd.Path = "/bin/sh"
		return cmd
	}
	for _, blocks := range []int{0, 1, 4, 20} { // of 512 bytes
		f.refused(limited(blocks))
	}
	must(t, os.RemoveAll(f.path("cache")))
	f.right(limited(largest(f.after)/512 + 1))
	f.right(f.over(flags...))
}

func largest(site files) int {
	n := 0
	for _, data := range site {
		n = max(n, len(data))
	}
	return n
}

// fullDisk puts the folders on a file system of their own, fills it up, and
// gives back a little at a time.
func fullDisk(t *testing.T, f *faulty, flags []string) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=16m"); err != nil {
		t.Skipf("a small file system cannot be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(disk, syscall.MNT_DETACH) })
	must(t, os.CopyFS(disk, os.DirFS(f.dir)))
	f.dir = disk
	filler, err := os.Create(filepath.Join(disk, "filler"))
	must(t, err)
	defer filler.Close()
	for block := make([]byte, 4096); err == nil; {
		_, err = filler.Write(block)
	}
	f.refused(f.over(flags...))
	for done := false; !done && !t.Failed(); {
		info, err := filler.Stat()
		must(t, err)
		must(t, filler.Truncate(max(0, info.Size()-(100<<10))))
		done = f.refusedOrRight(f.over(flags...))
	}
	f.right(f.over(flags...))
}

// noPermission runs builds as somebody whom the modes of files bind.
func noPermission(t *testing.T, p program, e editions) {
	for name, c := range map[string]struct {
		file  string
		mode  os.FileMode
		right bool
	}{
		"a cache that may only be read":          {"cache", 0o500, true},
		"a cache that may not be opened":         {"cache", 0, true},
		"a cache whose files may not be read":    {"cache/*", 0, true},
		"a cache whose files may only be read":   {"cache/*", 0o400, true},
		"a public that may only be read":         {"public", 0o555, false},
		"a page's folder that may only be read":  {"public/documents", 0o555, false},
		"a document that may not be read":        {"site/content/plans/2016/ke-hoach-000000.md", 0, false},
		"a folder that may not be opened":        {"site/content/plans/2016", 0, false},
		"the program's folder may only be read":  {"public/.planpress", 0o555, false},
		"the list of files that may not be read": {"public/.planpress/manifest.json", 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFaulty(t, p, e)
			f.yield()
			all, err := filepath.Glob(f.path(c.file))
			must(t, err)
			if len(all) == 0 {
				t.Skip("there is no " + c.file)
			}
			modes := map[string]os.FileMode{}
			for _, file := range all {
				info, err := os.Stat(file)
				must(t, err)
				modes[file] = info.Mode()
				must(t, os.Chmod(file, c.mode))
			}
			if c.right {
				f.right(bound(f.over()))
			} else {
				f.refused(bound(f.over()))
			}
			for file, mode := range modes {
				must(t, os.Chmod(file, mode))
			}
			f.right(bound(f.over()))
		})
	}
}

// nobody is the user without rights on every Linux.
const nobody = 65534

// yield gives the site and its folders to nobody, where root runs the test.
func (f *faulty) yield() {
	if os.Geteuid() != 0 {
		return
	}
	for _, file := range []string{f.dir, string(f.program)} {
		must(f.t, os.Chmod(filepath.Dir(filepath.Dir(file)), 0o755))
		must(f.t, os.Chmod(filepath.Dir(file), 0o755))
	}
	must(f.t, filepath.WalkDir(f.dir, func(file string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chown(file, nobody, nobody)
	}))
}

// bound has nobody run a command, where root would.
func bound(cmd *exec.Cmd) *exec.Cmd {
	if os.Geteuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		cmd.Dir = "/"
	}
	return cmd
}

// noCache puts in the cache's place what can be none.
func noCache(t *testing.T, p program, e editions) {
	for name, place := range map[string]func(string) error{
		"a file":            func(at string) error { return os.WriteFile(at, []byte("một tệp"), 0o644) },
		"a link to nothing": func(at string) error { return os.Symlink("khong-co", at) },
		"a loop of links":   func(at string) error { return os.Symlink("cache", at) },
		"a device":          func(at string) error { return os.Symlink("/dev/full", at) },
		"files for folders": func(at string) error { return os.MkdirAll(filepath.Join(at, "planpress-index"), 0o755) },
		"a pipe for a lock": func(at string) error {
			must(t, os.Mkdir(at, 0o755))
			return syscall.Mkfifo(filepath.Join(at, "planpress-lock"), 0o644)
		},
		"no room for the index": func(at string) error {
			must(t, os.Mkdir(at, 0o755))
			return os.Symlink("/dev/full", filepath.Join(at, "planpress-index.new"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFaulty(t, p, e)
			must(t, os.RemoveAll(f.path("cache")))
			must(t, place(f.path("cache")))
			f.right(f.over())
			f.right(f.over())
		})
	}
}
