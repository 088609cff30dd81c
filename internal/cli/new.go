package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"planpress/internal/build"
	"planpress/internal/plan"
	"planpress/internal/scaffold"
)

type newCmd struct {
	Plan newPlanCmd `cmd:"" help:"Begin a plan or another document."`
}

type newPlanCmd struct {
	Title string `arg:"" help:"The document's title."`
}

func (newPlanCmd) Example() string {
	return `planpress new plan "Kế hoạch cải cách hành chính năm 2027"`
}

func (newCmd) Example() string { return newPlanCmd{}.Example() }

// Run writes a document with every field commented, and never over another.
func (c *newPlanCmd) Run(a *app) error {
	site, closeSite, err := a.openSite()
	if err != nil {
		return err
	}
	defer closeSite()
	settings, err := build.Settings(a.ctx, site)
	if errors.Is(err, build.ErrNoSettings) {
		return usageError{err.Error()}
	}
	if err != nil {
		return err
	}
	name, text, err := scaffold.Plan(scaffold.PlanOptions{Title: c.Title, Lang: settings.Lang,
		Date: plan.DateOf(a.env.Now().In(settings.TimeZone))})
	if err != nil {
		return usageError{err.Error()}
	}
	path := filepath.Join(a.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("making the document's folder: %w", err)
	}
	if err := writeNew(path, text); err != nil {
		return err
	}
	_, err = fmt.Fprintln(a.env.Stdout, path)
	return err
}

// writeNew writes a file that must not be there yet.
func writeNew(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return usageError{fmt.Sprintf("%s is already there; nothing was changed", path)}
	}
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}
