package cli

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"

	"planpress/internal/asset"
	"planpress/internal/build"
	"planpress/internal/diag"
	"planpress/internal/gallery"
	"planpress/internal/report"
	"planpress/internal/theme"
)

type galleryCmd struct {
	Out string `arg:"" name:"dir" help:"Folder to write to; it must be empty or not exist."`
}

func (galleryCmd) Example() string { return "planpress gallery thu-vien" }

// Run writes the gallery of the site's theme.
func (c *galleryCmd) Run(a *app) error {
	site, closeSite, err := a.openSite()
	if err != nil {
		return err
	}
	defer closeSite()
	settings, layers, err := a.siteTheme(site)
	if err != nil {
		return err
	}
	look, err := theme.Load(layers, settings.Lang)
	if err != nil {
		return err
	}
	assets, err := asset.Build(look)
	if err != nil {
		return err
	}
	made, findings, err := gallery.Make(look, assets, settings.Lang)
	if err != nil {
		return err
	}
	if len(findings) > 0 { // warnings too: what is shown would not be what was written
		return cmp.Or(a.print(&siteFlags{Quiet: true, Format: report.Text}, &build.Result{Findings: findings}), errFindings)
	}
	if entries, err := os.ReadDir(c.Out); err == nil && len(entries) > 0 {
		return usageError{fmt.Sprintf("%s is not empty; nothing was written", c.Out)}
	}
	for _, p := range made.Pages {
		name := filepath.Join(c.Out, filepath.FromSlash(p.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return fmt.Errorf("making the gallery's folder: %w", err)
		}
		if err := writeNew(name, p.Data); err != nil {
			return err
		}
	}
	for _, name := range made.Bare {
		a.say(diag.T("thành phần %s chưa có examples.yaml", "the component %s has no examples.yaml", name))
	}
	_, err = fmt.Fprintln(a.env.Stdout, filepath.Join(c.Out, "index.html"))
	return err
}
