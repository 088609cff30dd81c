// Package source holds a file of the site as it was read, together with the
// arithmetic of places in it.
//
// A File's bytes are valid UTF-8 in normal form C, with LF line ends and no
// byte order mark: package content makes them so before anything else looks
// at them. Lines are those of the file on disk. Columns count characters
// (Unicode code points of the normalised text), from 1, as editors do.
package source

import (
	"bytes"
	"fmt"
	"sort"
	"sync"
	"unicode/utf8"
)

// Pos is a place in a file. Line and Column count from 1; zero means that
// the place is the file (or, without a File, the site) as a whole.
type Pos struct {
	File   string
	Line   int
	Column int
}

// String gives the place as compilers print it: file:line:column, leaving out
// what is not known.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Compare orders places by file, then line, then column.
func (p Pos) Compare(q Pos) int {
	switch {
	case p.File != q.File:
		if p.File < q.File {
			return -1
		}
		return 1
	case p.Line != q.Line:
		return p.Line - q.Line
	}
	return p.Column - q.Column
}

// File is one text file of the site. Make it with New.
type File struct {
	Path string // slash-separated, relative to the site's folder, normal form C
	Data []byte // never changed after New

	once  sync.Once
	lines []int // offsets at which the lines begin
}

// New makes a File of normalised bytes. It keeps data.
func New(path string, data []byte) *File { return &File{Path: path, Data: data} }

// At gives the place of a byte offset in Data. An offset outside the file is
// moved to its nearest end.
func (f *File) At(offset int) Pos {
	offset = max(0, min(offset, len(f.Data)))
	if offset < counted {
		before := f.Data[:offset]
		start := bytes.LastIndexByte(before, '\n') + 1
		return Pos{f.Path, bytes.Count(before, []byte{'\n'}) + 1, utf8.RuneCount(before[start:]) + 1}
	}
	f.once.Do(f.index)
	line := sort.SearchInts(f.lines, offset+1)
	start := f.lines[line-1]
	return Pos{f.Path, line, utf8.RuneCount(f.Data[start:offset]) + 1}
}

// counted is up to which offset lines are counted each time: that is quicker
// than to find all lines of a file for the few places asked for in most.
const counted = 64 << 10

// Whole gives the place that stands for the file as a whole.
func (f *File) Whole() Pos { return Pos{File: f.Path} }

func (f *File) index() {
	f.lines = make([]int, 1, bytes.Count(f.Data, []byte{'\n'})+1)
	for i := 0; ; {
		n := bytes.IndexByte(f.Data[i:], '\n')
		if n < 0 {
			return
		}
		i += n + 1
		f.lines = append(f.lines, i)
	}
}
