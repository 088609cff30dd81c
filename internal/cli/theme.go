package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"planpress/internal/build"
	"planpress/internal/contrast"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/report"
	"planpress/internal/theme"
	"planpress/themes"
)

type themeCmd struct {
	Check themeCheckCmd `cmd:"" help:"Find overrides that have fallen behind, files and words that nothing uses, and colours that are too close."`
	Copy  themeCopyCmd  `cmd:"" help:"Copy a file of the theme into the site, to change it there."`
	Show  themeShowCmd  `cmd:"" help:"Print a file of the theme."`
}

func (themeCmd) Example() string {
	return "planpress theme check\nplanpress theme copy components/footer/footer.html"
}

// siteTheme gives the settings of the site and the layers of its theme.
func (a *app) siteTheme(site fs.FS) (plan.Settings, []theme.Layer, error) {
	settings, err := build.Settings(a.ctx, site)
	if err != nil {
		return settings, nil, err
	}
	layers, err := theme.Layers(themes.FS, site, settings.Theme)
	return settings, layers, err
}

type themeCheckCmd struct {
	Quiet  bool          `short:"q" help:"Print findings and errors only."`
	Format report.Format `enum:"text,json,github,sarif" default:"text" placeholder:"text|json|github|sarif" help:"How findings are printed."`
	Strict bool          `help:"Warnings fail as errors do."`
}

func (themeCheckCmd) Example() string { return "planpress theme check --strict" }

// Run looks through the site's theme. A theme that breaks its contract is an
// error that names every breach.
func (c *themeCheckCmd) Run(a *app) error {
	site, closeSite, err := a.openSite()
	if err != nil {
		return err
	}
	defer closeSite()
	settings, layers, err := a.siteTheme(site)
	if err != nil {
		return err
	}
	findings, err := theme.Overrides(layers)
	if err != nil {
		return err
	}
	look, err := theme.Load(layers, settings.Lang)
	if err != nil {
		return errors.Join(a.print(c.flags(), &build.Result{Findings: findings}), err)
	}
	colors := contrast.Check(look)
	res := &build.Result{Findings: slices.Concat(findings, colors.Findings)}
	diag.Sort(res.Findings)
	err = a.print(c.flags(), res)
	found := counts(res)
	if !c.Quiet {
		a.summary(&siteFlags{Format: c.Format}, diag.Text{
			VI: fmt.Sprintf("giao diện %s: đã tính %d cặp màu ở %d trạng thái; %s", settings.Theme, len(colors.Measured)/max(1, len(colors.States)), len(colors.States), found.VI),
			EN: fmt.Sprintf("theme %s: %d pairs of colours computed in %d states; %s", settings.Theme, len(colors.Measured)/max(1, len(colors.States)), len(colors.States), found.EN),
		})
	}
	return err
}

// flags are those with which findings are printed; nothing is built that could
// be held back.
func (c *themeCheckCmd) flags() *siteFlags {
	return &siteFlags{Quiet: true, Format: c.Format, Strict: c.Strict}
}

type themeCopyCmd struct {
	File string `arg:"" help:"The file, by its path in the theme: styles/10-tokens.css."`
}

func (themeCopyCmd) Example() string {
	return "planpress theme copy components/footer/footer.html"
}

// Run copies a file of the theme and records of what it is a copy. It changes
// no file that is there but theme.yaml, and to that only adds a line.
func (c *themeCopyCmd) Run(a *app) error {
	site, closeSite, err := a.openSite()
	if err != nil {
		return err
	}
	defer closeSite()
	settings, layers, err := a.siteTheme(site)
	if err != nil {
		return err
	}
	file, err := c.original(layers)
	if err != nil {
		return err
	}
	dir := path.Join("themes", settings.Theme)
	target := path.Join(dir, c.File)
	if _, err := fs.Stat(site, target); err == nil {
		return usageError{fmt.Sprintf("%s is there already; nothing was changed", target)}
	}
	manifest, err := fs.ReadFile(site, path.Join(dir, theme.ManifestFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("reading the theme: %w", err)
	}
	manifest, err = theme.Record(manifest, c.File, theme.Origin{Version: version, Hash: theme.Hash(file.Data)})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(a.at(target)), 0o755); err != nil {
		return fmt.Errorf("making the theme's folder: %w", err)
	}
	if err := writeNew(a.at(target), file.Data); err != nil {
		return err
	}
	if err := replace(a.at(path.Join(dir, theme.ManifestFile)), manifest); err != nil {
		return err
	}
	_, err = fmt.Fprintln(a.env.Stdout, target)
	return err
}

// original finds the file to copy.
func (c *themeCopyCmd) original(layers []theme.Layer) (theme.File, error) {
	if path.Dir(c.File) == "messages" {
		return theme.File{}, usageError{fmt.Sprintf("messages are replaced one by one: write a file %s with only the keys to change", c.File)}
	}
	return findIn(layers, c.File)
}

func findIn(layers []theme.Layer, name string) (theme.File, error) {
	file, ok, err := theme.Find(layers, name)
	if err == nil && !ok {
		err = usageError{fmt.Sprintf("the theme has no file %q; it has such as layouts/home.html, components/footer/footer.html, styles/10-tokens.css", name)}
	}
	return file, err
}

type themeShowCmd struct {
	File     string `arg:"" help:"The file, by its path in the theme."`
	Original bool   `help:"The program's, though the site has its own."`
}

func (themeShowCmd) Example() string {
	return "planpress theme show --original components/footer/footer.html | diff - themes/default/components/footer/footer.html"
}

// Run prints a file of the theme as the site uses it.
func (c *themeShowCmd) Run(a *app) error {
	site, closeSite, err := a.openSite()
	if err != nil {
		return err
	}
	defer closeSite()
	_, layers, err := a.siteTheme(site)
	if err != nil {
		return err
	}
	if c.Original {
		layers = slices.DeleteFunc(layers, func(l theme.Layer) bool { return l.Site })
	}
	file, err := findIn(layers, c.File)
	if err != nil {
		return err
	}
	_, err = a.env.Stdout.Write(file.Data)
	return err
}

// at gives the path of a file of the site on disk.
func (a *app) at(name string) string {
	return filepath.Join(a.dir, filepath.FromSlash(name))
}

// replace writes a file that may be there, so that it is whole at every
// moment.
func replace(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(name), ".theme-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // is not there after the rename
	_, err = temp.Write(data)
	err = errors.Join(err, temp.Chmod(0o644), temp.Close())
	if err != nil {
		return fmt.Errorf("writing %s: %w", strings.TrimPrefix(name, "./"), err)
	}
	return os.Rename(temp.Name(), name)
}
