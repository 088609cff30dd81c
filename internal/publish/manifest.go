package publish

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"strconv"
	"strings"
)

// Names below the folder that belong to this package.
const (
	ownName      = ".planpress"
	manifestName = ownName + "/manifest.json"
	journalName  = ownName + "/journal.json"
	lockName     = ownName + "/lock"
	stageName    = ownName + "/staging"
	markName     = ownName + "/staged" // only in a folder made to be exchanged

	stagedManifest = stageName + "/manifest"
	stagedJournal  = stageName + "/journal"
)

// manifestVersion changes when an older program could misread the file.
const manifestVersion = 1

// stamp identifies the bytes of a file.
type stamp struct {
	size int64
	sum  [sha256.Size]byte
}

// entry is one file in a manifest.
type entry struct {
	path string
	stamp
}

// manifest names the files and folders that were written. Its file is JSON
// with one entry on each line, so that what is left of a damaged one can still
// be read. The journal has the same form; it may name a path more than once.
type manifest struct {
	folders []string // sorted
	files   []entry  // sorted by path

	written [sha256.Size]byte // what sum gives, once it is known; else zero
}

type jsonEntry struct {
	Path   string `json:"path"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

const (
	headPrefix  = `{"version":`
	foldersHead = `"folders":[`
	filesHead   = `"files":[`
	foldersTail = `],`
	filesTail   = `]}`
)

// writeTo writes the manifest's file, the same bytes for the same content.
func (m *manifest) writeTo(w io.Writer) error {
	h := sha256.New()
	b := bufio.NewWriterSize(io.MultiWriter(w, h), 64<<10)
	b.WriteString(headPrefix + strconv.Itoa(manifestVersion) + ",\n" + foldersHead + "\n")
	for i, f := range m.folders {
		if err := writeLine(b, f, i < len(m.folders)-1); err != nil {
			return err
		}
	}
	b.WriteString(foldersTail + "\n" + filesHead + "\n")
	var buf []byte
	for i, e := range m.files {
		var err error
		if buf, err = e.appendLine(buf[:0], i < len(m.files)-1); err != nil {
			return err
		}
		b.Write(buf)
	}
	b.WriteString(filesTail + "\n")
	if err := b.Flush(); err != nil { // a bufio.Writer keeps its first error until here
		return err
	}
	h.Sum(m.written[:0])
	return nil
}

// plain reports whether a path is written into JSON as it is.
func plain(p string) bool {
	for i := range len(p) {
		switch c := p[i]; {
		case c < ' ', c >= 0x7f, c == '"', c == '\\', c == '<', c == '>', c == '&':
			return false
		}
	}
	return true
}

// The parts of a file's line.
const (
	linePath = `{"path":"`
	lineSize = `","size":`
	lineSum  = `,"sha256":"`
	lineEnd  = `"}`
)

// appendLine appends the line of a file.
func (e *entry) appendLine(buf []byte, more bool) ([]byte, error) {
	if plain(e.path) {
		buf = append(append(append(buf, linePath...), e.path...), lineSize...)
		buf = append(strconv.AppendInt(buf, e.size, 10), lineSum...)
		buf = append(hex.AppendEncode(buf, e.sum[:]), lineEnd...)
	} else {
		line, err := json.Marshal(jsonEntry{e.path, e.size, hex.EncodeToString(e.sum[:])})
		if err != nil {
			return nil, err
		}
		buf = append(buf, line...)
	}
	if more {
		buf = append(buf, ',')
	}
	return append(buf, '\n'), nil
}

// plainLine reads what appendLine writes of a plain path; false for any other
// line.
func plainLine(text string) (e entry, ok bool) {
	rest, ok := strings.CutPrefix(text, linePath)
	if !ok {
		return e, false
	}
	name, rest, ok := strings.Cut(rest, lineSize)
	if !ok || !plain(name) {
		return e, false
	}
	size, rest, ok := strings.Cut(rest, lineSum)
	if !ok {
		return e, false
	}
	sum, ok := strings.CutSuffix(rest, lineEnd)
	if !ok {
		return e, false
	}
	n, err := strconv.ParseInt(size, 10, 64)
	if err != nil || strconv.FormatInt(n, 10) != size {
		return e, false
	}
	e.path, e.size = strings.Clone(name), n
	e.sum, err = parseSum(sum)
	return e, err == nil
}

func writeLine(b *bufio.Writer, v any, more bool) error {
	line, err := json.Marshal(v)
	if err != nil {
		return err
	}
	b.Write(line)
	if more {
		b.WriteByte(',')
	}
	b.WriteByte('\n')
	return nil
}

// sum gives the hash of the manifest's file.
func (m *manifest) sum() ([sha256.Size]byte, error) {
	if m.written == [sha256.Size]byte{} {
		if err := m.writeTo(io.Discard); err != nil {
			return m.written, err
		}
	}
	return m.written, nil
}

// readManifest reads a manifest's file. From a damaged one it takes every line
// that still says something, and reports that it is not sound. The error is
// that of the reader, or ErrNewer.
func readManifest(r io.Reader) (m manifest, sound bool, err error) {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 64<<10), 64<<10)
	p := manifestReader{sound: true}
	for in.Scan() && p.err == nil {
		p.line(bytes.TrimSpace(in.Bytes()))
	}
	if p.err != nil {
		return manifest{}, false, p.err
	}
	if in.Err() != nil && in.Err() != bufio.ErrTooLong {
		return manifest{}, false, in.Err()
	}
	return p.m, p.sound && p.part == partEnd && in.Err() == nil, nil
}

type part uint8

const (
	partHead part = iota
	partBetween
	partFolders
	partMiddle
	partFiles
	partEnd
)

// manifestReader takes a manifest line by line.
type manifestReader struct {
	m     manifest
	part  part
	sound bool
	err   error
}

func (p *manifestReader) line(line []byte) {
	text := string(bytes.TrimSuffix(line, []byte{','}))
	switch {
	case bytes.HasPrefix(line, []byte(headPrefix)):
		p.head(text)
		p.enter(partHead, partBetween)
	case string(line) == foldersHead:
		p.enter(partBetween, partFolders)
	case string(line) == foldersTail:
		p.enter(partFolders, partMiddle)
	case string(line) == filesHead:
		p.enter(partMiddle, partFiles)
	case string(line) == filesTail:
		p.enter(partFiles, partEnd)
	case p.part == partFolders:
		p.folder(text)
	default:
		p.file(text)
	}
}

func (p *manifestReader) enter(from, to part) {
	p.sound = p.sound && p.part == from
	p.part = to
}

func (p *manifestReader) head(text string) {
	version, err := strconv.Atoi(text[len(headPrefix):])
	if err == nil && version > manifestVersion {
		p.err = ErrNewer
	}
	p.sound = p.sound && err == nil && version == manifestVersion
}

func (p *manifestReader) folder(text string) {
	var name string
	if json.Unmarshal([]byte(text), &name) != nil || usable(name) != nil {
		p.sound = false
		return
	}
	p.m.folders = append(p.m.folders, name)
}

func (p *manifestReader) file(text string) {
	if e, ok := plainLine(text); ok && usable(e.path) == nil && e.size >= 0 {
		p.sound = p.sound && p.part == partFiles
		p.m.files = append(p.m.files, e)
		return
	}
	var e jsonEntry
	if json.Unmarshal([]byte(text), &e) != nil || usable(e.Path) != nil || e.Size < 0 {
		p.sound = false
		return
	}
	sum, err := parseSum(e.SHA256)
	if err != nil {
		p.sound = false
		return
	}
	p.sound = p.sound && p.part == partFiles
	p.m.files = append(p.m.files, entry{e.Path, stamp{e.Size, sum}})
}

func parseSum(s string) (sum [sha256.Size]byte, err error) {
	if len(s) != hex.EncodedLen(len(sum)) {
		return sum, hex.ErrLength
	}
	_, err = hex.Decode(sum[:], []byte(s))
	return sum, err
}
