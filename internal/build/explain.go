package build

import (
	"context"
	"errors"
	"io/fs"
	"slices"

	"planpress/internal/content"
	"planpress/internal/plan"
	"planpress/internal/relate"
)

// Explanation is what a build knows of one document.
type Explanation struct {
	Document *plan.Document
	Entry    *relate.Entry // nil where the document has no page
	Outline  []plan.Heading
}

// Explain gives what is known of a source file.
func (r *Result) Explain(path string) (Explanation, bool) {
	var x Explanation
	for _, d := range r.All {
		if d.Path == path {
			x.Document = d
		}
	}
	if x.Document == nil {
		return x, false
	}
	x.Outline = r.outline(path)
	if r.Site != nil {
		for _, list := range [][]*relate.Entry{r.Site.Documents, r.Site.Withdrawn, r.Site.Pages} {
			for _, e := range list {
				if e.Document == x.Document {
					x.Entry = e
				}
			}
		}
	}
	return x, true
}

// ErrNoSettings says that a site's settings cannot be read.
var ErrNoSettings = errors.New("this folder is no site, or its content/site.yaml has mistakes; planpress check says which")

// Settings reads the settings of a site alone.
func Settings(ctx context.Context, site fs.FS) (plan.Settings, error) {
	b := newBuilder(ctx, site, nil, Options{})
	tree, err := b.load()
	if err != nil {
		return plan.Settings{}, err
	}
	reg, whole, err := b.registry(tree)
	if err != nil {
		return plan.Settings{}, err
	}
	if !whole || !slices.ContainsFunc(tree.Registry, func(it content.Item) bool { return it.Path == content.SettingsFile }) {
		return plan.Settings{}, ErrNoSettings
	}
	return reg.Settings, nil
}
