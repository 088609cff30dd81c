package incremental

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
)

// publicEdits are what happens to the folder that a build writes.
func publicEdits() []edit {
	return []edit{
		{"remove what was published", 3, func(w *world, r *rand.Rand) string {
			name := w.published(r)
			must(w.t, os.RemoveAll(filepath.Join(w.public, name)))
			return name
		}},
		{"change what was published", 4, changePublished},
		{"remove a published folder", 1, func(w *world, r *rand.Rand) string {
			name := filepath.Dir(w.published(r))
			if name != "." {
				must(w.t, os.RemoveAll(filepath.Join(w.public, name)))
			}
			return name
		}},
		{"put a file of somebody else's", 2, func(w *world, r *rand.Rand) string {
			name := pick(r, "rieng.txt", "plans/rieng.txt", "rieng/x.html")
			w.loose[name] = true
			file := filepath.Join(w.public, name)
			must(w.t, os.MkdirAll(filepath.Dir(file), 0o755))
			must(w.t, os.WriteFile(file, []byte("của người khác"), 0o644))
			return name
		}},
		{"spoil the list of what was published", 3, spoilManifest},
		{"remove public", 1, func(w *world, r *rand.Rand) string {
			w.clearPublic()
			return ""
		}},
	}
}

// published is the name of a file of public/.
func (w *world) published(r *rand.Rand) string {
	return pick(r, listing(w.t, w.public)...)
}

func changePublished(w *world, r *rand.Rand) string {
	name := w.published(r)
	if name == "" {
		return "there is none"
	}
	file := filepath.Join(w.public, name)
	data, err := os.ReadFile(file)
	must(w.t, err)
	info, err := os.Stat(file)
	must(w.t, err)
	how := pick(r, "appended", "shortened", "same size", "same size and time")
	switch {
	case how == "appended" || len(data) == 0:
		data = append(data, "sửa tay"...)
	case how == "shortened":
		data = data[:len(data)/2]
	default:
		data[r.IntN(len(data))] ^= 1
	}
	must(w.t, os.WriteFile(file, data, 0o644))
	if how == "same size and time" {
		must(w.t, os.Chtimes(file, info.ModTime(), info.ModTime()))
	}
	w.loose[name] = true
	return name + ", " + how
}

// spoilManifest loses what is known of the files that were written: what the
// site no longer has may then stay.
func spoilManifest(w *world, r *rand.Rand) string {
	for _, name := range listing(w.t, w.public) {
		w.loose[name] = true
	}
	return spoil(w, r, filepath.Join(w.public, own), harms()...)
}

func harms() []string { return []string{"removed", "shortened", "a bit flipped", "longer", "empty"} }

// spoil does harm to one of the files below a folder.
func spoil(w *world, r *rand.Rand, dir string, harms ...string) string {
	var all []string
	must(w.t, filepath.WalkDir(dir, func(file string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			all = append(all, file)
		}
		return nil
	}))
	file := pick(r, all...)
	if file == "" {
		return "there is none"
	}
	data, err := os.ReadFile(file)
	must(w.t, err)
	how := pick(r, harms...)
	switch how {
	case "shortened":
		data = data[:r.IntN(len(data)+1)]
	case "a bit flipped":
		if len(data) > 0 {
			data[r.IntN(len(data))] ^= 1 << r.IntN(8)
		}
	case "longer":
		data = append(data, "rác\x00\xff"...)
	case "empty":
		data = nil
	}
	must(w.t, os.Remove(file))
	switch how {
	case "removed":
	case "a folder":
		must(w.t, os.Mkdir(file, 0o755))
	default:
		must(w.t, os.WriteFile(file, data, 0o644))
	}
	return fmt.Sprintf("%s, %s", filepath.Base(file), how)
}

// cacheEdits are mishaps of the cache.
func cacheEdits() []edit {
	return []edit{
		{"remove the cache", 2, func(w *world, r *rand.Rand) string {
			must(w.t, os.RemoveAll(w.cache))
			return ""
		}},
		{"spoil the cache", 8, func(w *world, r *rand.Rand) string { return spoil(w, r, w.cache, append(harms(), "a folder")...) }},
		{"the cache of a moment ago", 2, oldCache},
		{"another site's cache", 2, strangeCache},
		{"no cache to be had", 1, func(w *world, r *rand.Rand) string {
			must(w.t, os.RemoveAll(w.cache))
			if r.IntN(2) == 0 {
				must(w.t, os.WriteFile(w.cache, []byte("một tệp"), 0o644))
				return "a file"
			}
			must(w.t, os.Symlink("khong-co/o-day", w.cache))
			return "a link to nothing"
		}},
	}
}

// oldCache keeps a copy of the cache, or puts the copy in the cache's place, as
// a service that stores caches does.
func oldCache(w *world, r *rand.Rand) string {
	kept := w.cache + "-kept"
	if _, err := os.Lstat(w.cache); err != nil {
		return "there is none"
	}
	if _, err := os.Stat(kept); err != nil {
		copyAll(w, w.cache, kept)
		return "kept"
	}
	must(w.t, os.RemoveAll(w.cache))
	copyAll(w, kept, w.cache)
	return "put back"
}

// strangeCache puts the cache of a site in place that is much like this one.
func strangeCache(w *world, r *rand.Rand) string {
	other := filepath.Join(w.dir, "other")
	defer os.RemoveAll(other)
	site := maps.Clone(w.good)
	for name, data := range site {
		if r.IntN(3) == 0 {
			site[name] = append(slices.Clone(data), '\n')
		}
	}
	put(w.t, filepath.Join(other, "site"), site)
	must(w.t, os.RemoveAll(w.cache))
	build(filepath.Join(other, "site"), filepath.Join(other, "public"), w.cache, w.flags.list()...)
	return ""
}

// copyAll copies a file or a folder.
func copyAll(w *world, from, to string) {
	info, err := os.Stat(from)
	if err != nil {
		return // a link to nothing
	}
	if info.IsDir() {
		must(w.t, os.CopyFS(to, os.DirFS(from)))
		return
	}
	data, err := os.ReadFile(from)
	must(w.t, err)
	must(w.t, os.WriteFile(to, data, 0o644))
}
