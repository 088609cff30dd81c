package incremental

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// own is the folder in public/ that belongs to the program.
const own = ".planpress"

// tree reads all files of a folder, but for the program's own.
func tree(t testing.TB, dir string) files {
	t.Helper()
	out := files{}
	for _, name := range listing(t, dir) {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if errors.Is(err, fs.ErrNotExist) {
			data, err = []byte("a link to nothing"), nil
		}
		must(t, err)
		out[name] = data
	}
	return out
}

// listing names the files of a folder, with slashes and in order, but for the
// program's own. There need not be such a folder.
func listing(t testing.TB, dir string) (out []string) {
	t.Helper()
	must(t, filepath.WalkDir(dir, func(file string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && file == dir:
			return nil
		case err != nil:
			return err
		case e.Name() == own:
			return fs.SkipDir
		case e.IsDir():
			return nil
		case e.Type()&fs.ModeSymlink != 0:
			if info, err := os.Stat(file); err == nil && info.IsDir() {
				return nil // what is in it is found at its own place
			}
		}
		name, err := filepath.Rel(dir, file)
		out = append(out, filepath.ToSlash(name))
		return err
	}))
	slices.Sort(out)
	return out
}

// sameFiles says where two folders differ first. Files that are loose may be
// in the first one beside the others.
func sameFiles(got, want files, loose map[string]bool) error {
	for _, name := range slices.Sorted(maps.Keys(want)) {
		data, ok := got[name]
		switch {
		case !ok:
			return fmt.Errorf("%s is not there", name)
		case string(data) != string(want[name]):
			return fmt.Errorf("%s differs (-got +want):\n%s", name, difference(data, want[name]))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[name]; !ok && !loose[name] {
			return fmt.Errorf("%s is there, and should not be", name)
		}
	}
	return nil
}

// difference shows two texts by their lines, or by their sizes where they are
// no texts.
func difference(got, want []byte) string {
	const most = 4000
	text := cmp.Diff(strings.Split(string(got), "\n"), strings.Split(string(want), "\n"))
	if len(text) > most {
		text = text[:most] + "…"
	}
	return fmt.Sprintf("%d and %d bytes\n%s", len(got), len(want), text)
}

// sameOutcome says how two builds ended differently.
func sameOutcome(got, want outcome) error {
	switch {
	case got.Status != want.Status:
		return fmt.Errorf("exit status %d, want %d; it said:\n%s\nand cleanly:\n%s\nfindings (-got +want):\n%s", got.Status, want.Status, got.Said, want.Said,
			difference([]byte(got.Findings), []byte(want.Findings)))
	case got.Findings != want.Findings:
		return fmt.Errorf("findings differ (-got +want):\n%s", difference([]byte(got.Findings), []byte(want.Findings)))
	case got.HeldBack != want.HeldBack:
		return fmt.Errorf("what is held back differs (-got +want):\n%s", difference([]byte(got.HeldBack), []byte(want.HeldBack)))
	}
	return nil
}
