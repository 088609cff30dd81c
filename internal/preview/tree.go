package preview

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// tree is what is known of the files below some folders, by path.
type tree map[string]stamp

// stamp changes when a file does: editors that save through a rename change
// the time or the size, as do those that write in place.
type stamp struct {
	dir  bool
	size int64
	time time.Time
	mode fs.FileMode
}

// add lists a folder that may be missing. It calls visit with each folder
// before it is read. Trouble with an entry is for the build to report.
func (t tree) add(dir string, visit func(dir string)) {
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() {
		return
	}
	t[dir] = stamp{dir: true}
	visit(dir)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if e.IsDir() {
			t.add(path, visit)
			continue
		}
		if info, err := os.Stat(path); err == nil {
			t[path] = stampOf(info)
		}
	}
}

func stampOf(info fs.FileInfo) stamp { return stamp{false, info.Size(), info.ModTime(), info.Mode()} }

func (a stamp) same(b stamp) bool {
	return a.dir == b.dir && a.size == b.size && a.mode == b.mode && a.time.Equal(b.time)
}

func (t tree) equal(u tree) bool { return maps.EqualFunc(t, u, stamp.same) }
