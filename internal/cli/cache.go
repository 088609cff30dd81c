package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"planpress/internal/build"
	"planpress/internal/cache"
	"planpress/internal/diag"
	"planpress/internal/viet"
)

// cacheFlags are those of the commands that use what an earlier run left.
type cacheFlags struct {
	Cache   string `placeholder:"DIR" help:"Folder for what a later run can use again; .planpress/cache in the site's folder by default. It may be deleted at any time."`
	NoCache bool   `help:"Use and leave nothing of that."`
	Rehash  bool   `help:"Read every file, also those that the file system says are unchanged."`
}

// open opens the cache for one run. Where it cannot be used the run goes on
// without; close says so and lets go of it.
func (f *cacheFlags) open(a *app, opts *build.Options) (closeCache func(), err error) {
	opts.Rehash = f.Rehash
	if f.NoCache {
		return func() {}, nil
	}
	c, err := f.cache(a)
	if err != nil {
		return nil, err
	}
	opts.Cache = c
	return func() {
		if err := c.Fault(); err != nil {
			a.say(diag.T("không dùng được bộ nhớ đệm (%v); kết quả vẫn đúng", "the cache could not be used (%v); the result is right all the same", err))
		}
		c.Close()
	}, nil
}

func (f *cacheFlags) cache(a *app) (*cache.Cache, error) {
	dir, err := a.cacheDir(f.Cache)
	if err != nil {
		return nil, err
	}
	program, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding the program's own file: %w", err)
	}
	version, err := cache.VersionOf(program)
	if err != nil {
		return nil, err
	}
	return cache.Open(dir, version), nil
}

// cacheDir is where the cache is: not where the site's sources are.
func (a *app) cacheDir(flag string) (string, error) {
	if flag == "" {
		return filepath.Join(a.dir, ".planpress", "cache"), nil
	}
	dir, err := whereabouts(flag)
	if err != nil {
		return "", err
	}
	site, err := whereabouts(a.dir)
	if err != nil {
		return "", err
	}
	for _, sources := range []string{"content", "themes", ".git"} {
		if within(dir, filepath.Join(site, sources)) {
			return "", usageError{fmt.Sprintf("--cache names a folder within %s/: %s; name one beside it", sources, flag)}
		}
	}
	return flag, nil
}

// answer prints what was asked for.
func (a *app) answer(t diag.Text) { fmt.Fprintln(a.env.Stdout, t.In(a.lang)) }

type cacheCmd struct {
	Cache string `placeholder:"DIR" help:"The folder; .planpress/cache in the site's folder by default."`
	Prune bool   `help:"Remove what no build needs any more."`
	Clear bool   `help:"Remove everything: the next build starts anew."`
}

func (cacheCmd) Example() string { return "planpress cache\nplanpress cache --prune" }

// Run says what the cache holds, and makes it smaller on request.
func (c *cacheCmd) Run(a *app) error {
	kept, err := (&cacheFlags{Cache: c.Cache}).cache(a)
	if err != nil {
		return err
	}
	defer kept.Close()
	size := kept.Size()
	switch {
	case c.Prune && !kept.Prune(), c.Clear && !kept.Clear():
		if err := kept.Fault(); err != nil {
			return fmt.Errorf("the cache cannot be changed: %w", err)
		}
		return fmt.Errorf("the cache is in use by a build: try again when it has ended")
	case c.Prune:
		a.answer(diag.T("bỏ %[1]s", "removed: %[2]s", viet.Size(size.Bytes-size.InUse, "vi"), viet.Size(size.Bytes-size.InUse, "en")))
	case c.Clear:
		a.answer(diag.T("đã xóa tất cả", "removed everything"))
	default:
		a.answer(diag.T("%[1]d văn bản, %[2]d trang; %[3]s, trong đó %[4]s không còn cần", "texts: %[1]d, pages: %[2]d; %[5]s, of which %[6]s are not needed any more",
			size.Texts, size.Pages, viet.Size(size.Bytes, "vi"), viet.Size(size.Bytes-size.InUse, "vi"), viet.Size(size.Bytes, "en"), viet.Size(size.Bytes-size.InUse, "en")))
	}
	return nil
}
