package cli

import (
	"fmt"
	"path/filepath"
)

// publicDir is where the site is published: public/ of the site's folder
// unless named. It must not be where the site's sources are: pages among them
// would be read as content the next time.
func (a *app) publicDir(flag string) (string, error) {
	if flag == "" {
		return filepath.Join(a.dir, "public"), nil
	}
	public, err := whereabouts(flag)
	if err != nil {
		return "", err
	}
	site, err := whereabouts(a.dir)
	if err != nil {
		return "", err
	}
	if within(site, public) {
		return "", usageError{fmt.Sprintf("--public names the site's own folder or one above it: %s; name one inside or beside it", flag)}
	}
	for _, sources := range []string{"content", "themes", ".git"} {
		if within(public, filepath.Join(site, sources)) {
			return "", usageError{fmt.Sprintf("--public names a folder within %s/: %s; name one beside it", sources, flag)}
		}
	}
	return flag, nil
}

// within reports whether a path is a folder or lies below it.
func within(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel)
}

// whereabouts is the absolute path of a folder that may not exist yet, with
// the symbolic links on the way to it followed.
func whereabouts(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("finding the folder %s: %w", path, err)
	}
	rest := ""
	for dir := abs; ; dir = filepath.Dir(dir) {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			return filepath.Join(real, rest), nil
		}
		if dir == filepath.Dir(dir) {
			return abs, nil
		}
		rest = filepath.Join(filepath.Base(dir), rest)
	}
}
