package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"sync/atomic"
	"time"

	"planpress/internal/rating"
	"planpress/internal/rating/web"
)

// catalog is what can be rated: the file that a build writes, read again when it
// changes.
type catalog struct {
	file, site string
	log        *slog.Logger
	now        atomic.Pointer[web.Catalog]
	seen       os.FileInfo
}

func openCatalog(file, site string, logger *slog.Logger) (*catalog, error) {
	c := &catalog{file: file, site: site, log: logger}
	if err := c.load(); err != nil {
		return nil, fmt.Errorf("reading what can be rated: %w", err)
	}
	return c, nil
}

func (c *catalog) get() *web.Catalog { return c.now.Load() }

// load reads the file.
func (c *catalog) load() error {
	f, err := os.Open(c.file)
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("%w; build the site with ratings in site.yaml, and give --documents PUBLIC/%s", err, rating.DocumentsName)
	}
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	c.seen = info
	docs, err := rating.ReadDocuments(f)
	if err != nil {
		return fmt.Errorf("%s: %w", c.file, err)
	}
	base := cmp.Or(c.site, docs.Base)
	if base == "" {
		return usageError{"the site was built without base_url: give its address with --site"}
	}
	cat, err := web.NewCatalog(docs, base)
	if err != nil {
		return fmt.Errorf("the site's address %s: %w", base, err)
	}
	c.now.Store(cat)
	c.log.Info("documents read", "file", c.file, "documents", len(docs.List))
	return nil
}

// every is how often the file is looked at.
const every = 2 * time.Second

// follow reads the file again when it changes. One that cannot be read leaves
// what is known in place.
func (c *catalog) follow(ctx context.Context) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			info, err := os.Stat(c.file)
			if err != nil || os.SameFile(info, c.seen) && info.ModTime().Equal(c.seen.ModTime()) && info.Size() == c.seen.Size() {
				continue
			}
			if err := c.load(); err != nil {
				c.log.Error("documents not read; those of before stay", "error", err.Error())
			}
		}
	}
}
