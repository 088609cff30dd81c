package build

import (
	"context"
	"io/fs"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/relate"
)

// Documents reads the documents of a site alone, in the order of paths, with
// what is wrong in each by itself. It is ErrNoSettings where the site's own
// files cannot be read.
func Documents(ctx context.Context, site fs.FS, opts Options) ([]*plan.Document, []diag.Finding, error) {
	b, err := read(ctx, site, opts)
	if err != nil {
		return nil, nil, err
	}
	return b.res.All, b.res.Findings, nil
}

// Unknown gives the documents that texts of a site cite and that neither the
// site, drafts included, nor its documents.yaml has, and what the site's own
// files say. The error is as that of Documents.
func Unknown(ctx context.Context, site fs.FS, opts Options) ([]*relate.Unknown, *plan.Registry, error) {
	b, err := read(ctx, site, opts)
	if err != nil {
		return nil, nil, err
	}
	related, _ := relate.Relate(relate.Input{Registry: b.res.Registry, Documents: b.res.All, AsOf: b.opts.AsOf, Drafts: true})
	return related.Unknown, b.res.Registry, nil
}

// read carries out the stages up to the one that checks documents.
func read(ctx context.Context, site fs.FS, opts Options) (*builder, error) {
	b := newBuilder(ctx, site, nil, opts)
	tree, err := b.load()
	if err != nil {
		return nil, err
	}
	registry, whole, err := b.registry(tree)
	if err != nil {
		return nil, err
	}
	if !whole {
		return nil, ErrNoSettings
	}
	_, err = b.parseAndCheck(tree, registry)
	return b, err
}
