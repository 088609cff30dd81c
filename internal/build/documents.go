package build

import (
	"context"
	"io/fs"

	"planpress/internal/diag"
	"planpress/internal/parse"
	"planpress/internal/plan"
)

// Documents reads the documents of a site alone, in the order of paths, with
// what is wrong in each by itself. It is ErrNoSettings where the site's own
// files cannot be read.
func Documents(ctx context.Context, site fs.FS, opts Options) ([]*plan.Document, []diag.Finding, error) {
	b := &builder{ctx: ctx, fsys: site, opts: opts, bodies: map[string]plan.Body{}, limit: parse.Limit}
	tree, err := b.load()
	if err != nil {
		return nil, nil, err
	}
	registry, whole, err := b.registry(tree)
	if err != nil {
		return nil, nil, err
	}
	if !whole {
		return nil, nil, ErrNoSettings
	}
	docs, err := b.parseAndCheck(tree, registry)
	return docs, b.res.Findings, err
}
