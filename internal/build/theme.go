package build

import (
	"context"

	"planpress/internal/asset"
	"planpress/internal/contrast"
	"planpress/internal/diag"
	"planpress/internal/par"
	"planpress/internal/plan"
	"planpress/internal/render"
	"planpress/internal/theme"
)

// look is the theme of a site, ready for use.
type look struct {
	theme    *theme.Theme
	assets   *asset.Set
	renderer *render.Renderer
	findings []diag.Finding
}

// beginTheme loads the theme while the documents are read: it needs the settings
// alone.
func (b *builder) beginTheme(settings plan.Settings) {
	b.look = par.Later(b.ctx, func(context.Context) (*look, error) { return b.theme(settings) })
}

// theme loads the site's theme and makes its assets.
func (b *builder) theme(settings plan.Settings) (*look, error) {
	layers, err := theme.Layers(b.opts.Themes, b.fsys, settings.Theme)
	if err != nil {
		return nil, err
	}
	loaded, err := theme.Load(layers, settings.Lang)
	if err != nil {
		return nil, err
	}
	assets, err := asset.Build(loaded, clientScripts(settings)...)
	if err != nil {
		return nil, err
	}
	assets.Service = ratingsOrigin(settings)
	renderer, err := render.New(loaded, assets, render.Options{Compact: b.opts.MinifyHTML})
	if err != nil {
		return nil, err
	}
	return &look{loaded, assets, renderer, contrast.Check(loaded).Findings}, nil
}
