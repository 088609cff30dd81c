package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"planpress/internal/scaffold"
)

type initCmd struct {
	Dir string `arg:"" help:"Folder of the new site."`
}

func (initCmd) Example() string { return "planpress init ke-hoach\nplanpress -C ke-hoach serve" }

// Run makes a small site that builds without a finding. It changes nothing
// that is there.
func (c *initCmd) Run(a *app) error {
	files := scaffold.Site(a.lang)
	err := fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if _, err := os.Lstat(filepath.Join(c.Dir, filepath.FromSlash(name))); err == nil {
			return usageError{fmt.Sprintf("%s already has a file %s; nothing was changed", c.Dir, name)}
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
	if err != nil {
		return err
	}
	err = fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
		path := filepath.Join(c.Dir, filepath.FromSlash(name))
		if err != nil {
			return err
		}
		if e.IsDir() {
			return os.MkdirAll(path, 0o755)
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return writeNew(path, data)
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(a.env.Stdout, filepath.Join(c.Dir, "content"))
	return err
}
