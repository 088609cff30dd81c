package main

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"os"
	"path/filepath"
)

// sizes gives the files of a folder with their sizes. What searches and is no
// index, pages and scripts, is left out.
func sizes(dir string) (map[string]int64, error) {
	out := map[string]int64{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		switch filepath.Ext(name) {
		case ".html", ".js", ".css":
			return nil
		}
		info, err := e.Info()
		if err == nil {
			out[name] = info.Size()
		}
		return err
	})
	return out, err
}

// fresh gives the bytes of the files that were not there before: both engines
// name files by what is in them, but for one.
func fresh(dir string, before map[string]int64) (int64, error) {
	now, err := sizes(dir)
	var n int64
	for name, size := range now {
		if _, there := before[name]; !there || filepath.Ext(name) == ".bin" || filepath.Ext(name) == ".json" {
			n += size
		}
	}
	return n, err
}

// compressed gives how many bytes files have behind gzip.
func compressed(files ...string) (int64, error) {
	var n int64
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return 0, err
		}
		n += int64(len(zipped(data)))
	}
	return n, nil
}

func zipped(data []byte) []byte {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // there is such a level
	w.Write(data)
	w.Close()
	return out.Bytes()
}
