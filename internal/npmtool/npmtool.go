// Package npmtool installs the outside programs that tests check pages with:
// axe, the Nu HTML checker, html-validate, Lighthouse, and a driver for
// Firefox. They come from npm, in the versions and with the checksums that
// package-lock.json beside this file names, into a folder of the user's cache;
// nothing of them is part of planpress.
//
//	folder, err := npmtool.Folder()
//	axe := filepath.Join(folder, "node_modules", "axe-core", "axe.min.js")
//
// A new version is a change of package.json, and then
//
//	npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved
package npmtool

import (
	"crypto/sha256"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
)

// ErrMissing is returned where npm or Node.js is not installed.
var ErrMissing = errors.New("no Node.js with npm is installed")

//go:embed package.json
var manifest []byte

//go:embed package-lock.json
var lock []byte

// Folder gives the folder whose node_modules holds the programs. The first
// call for a set of versions installs them, which needs the network; calls
// from other processes wait for it.
func Folder() (string, error) {
	npm, err := exec.LookPath("npm")
	if err != nil {
		return "", ErrMissing
	}
	if _, err := exec.LookPath("node"); err != nil {
		return "", ErrMissing
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(slices.Concat(manifest, lock))
	folder := filepath.Join(cache, "planpress", fmt.Sprintf("npm-%x", sum[:8]))
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return "", err
	}
	unlock, err := lockFile(folder + ".lock")
	if err != nil {
		return "", err
	}
	defer unlock()
	if _, err := os.Stat(folder); err == nil {
		return folder, nil
	}
	return folder, install(npm, folder)
}

// install fills another folder and renames it: a folder that is there is whole.
func install(npm, folder string) error {
	part := folder + ".part"
	if err := os.RemoveAll(part); err != nil {
		return err
	}
	if err := os.MkdirAll(part, 0o755); err != nil {
		return err
	}
	for name, data := range map[string][]byte{"package.json": manifest, "package-lock.json": lock} {
		if err := os.WriteFile(filepath.Join(part, name), data, 0o644); err != nil {
			return err
		}
	}
	cmd := exec.Command(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
	cmd.Dir = part
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("npm ci: %w\n%s", err, out)
	}
	return os.Rename(part, folder)
}

// lockFile waits until no other process holds the lock. The kernel gives it
// back when a process is killed.
func lockFile(name string) (unlock func(), err error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		f.Close()
		return nil, err
	}
	return func() { f.Close() }, nil
}
