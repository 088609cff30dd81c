package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"planpress/internal/build"
	"planpress/internal/frozen"
)

// frozenFlag is that of the commands that may hold a site to what was
// published.
type frozenFlag struct {
	Frozen string `placeholder:"FILE" help:"Find what changed or vanished, without a word, of what this frozen.json, or the one in this folder, says was published."`
}

// into reads the list before anything is published: it may lie in the folder
// that is published to.
func (f frozenFlag) into(opts *build.Options) error {
	if f.Frozen == "" {
		return nil
	}
	name := f.Frozen
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		name = filepath.Join(name, frozen.Name)
	}
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("--frozen: there is no %s; planpress build writes it into the folder to which it publishes", name)
	}
	if err != nil {
		return fmt.Errorf("--frozen: %w", err)
	}
	defer file.Close()
	if opts.Frozen, err = frozen.Read(file); err != nil {
		return fmt.Errorf("--frozen %s: %w", name, err)
	}
	return nil
}
