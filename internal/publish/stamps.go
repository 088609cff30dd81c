package publish

import (
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
	"io"
	"path"
	"slices"
	"strings"

	inode "planpress/internal/stamp"
)

// stampsName is the file that says what the file system said of the folder when
// the last build had published it. With it a file need not be read to know that
// it is unchanged, nor a folder to know that nothing came to it.
//
// It is written last, and is a help only: it is not used where it is damaged, of
// another version, or of another manifest than the one that is there. Nothing
// about it fails a build.
const (
	stampsName = ownName + "/stamps"
	stampsNew  = ownName + "/stamps.new"
)

const stampsMagic = "planpress stamps 1\n"

// atRest is what a stamps file says. A zero stamp is that of something that had
// changed so shortly before that another change could hide behind it.
type atRest struct {
	files   []inode.Stamp // in the order of the manifest
	folders []inode.Stamp // of the folder itself, then in the order of the manifest
	foreign []string      // as Report.Foreign
	strange []string      // folders that are not ours
	token   [sha256.Size]byte
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func (r *atRest) bytes(of [sha256.Size]byte) []byte {
	buf := append(append([]byte{}, stampsMagic...), of[:]...)
	number := func(n uint64) { buf = binary.LittleEndian.AppendUint64(buf, n) }
	for _, list := range [][]inode.Stamp{r.files, r.folders} {
		number(uint64(len(list)))
		for _, s := range list {
			number(uint64(s.Size))
			number(uint64(s.MTime))
			number(uint64(s.CTime))
			number(s.Inode)
		}
	}
	for _, list := range [][]string{r.foreign, r.strange} {
		text := strings.Join(list, "\x00")
		number(uint64(len(text)))
		buf = append(buf, text...)
	}
	return binary.LittleEndian.AppendUint32(buf, crc32.Checksum(buf, castagnoli))
}

// readStamps reads what bytes wrote for a manifest; nil where it is not that.
func readStamps(data []byte, of [sha256.Size]byte) *atRest {
	end := len(data) - 4
	rest, ok := strings.CutPrefix(string(data[:max(end, 0)]), stampsMagic+string(of[:]))
	if !ok || crc32.Checksum(data[:end], castagnoli) != binary.LittleEndian.Uint32(data[end:]) {
		return nil
	}
	number := func() uint64 {
		if len(rest) < 8 {
			ok = false
			return 0
		}
		n := binary.LittleEndian.Uint64([]byte(rest[:8]))
		rest = rest[8:]
		return n
	}
	r := &atRest{token: sha256.Sum256(data)}
	for _, list := range []*[]inode.Stamp{&r.files, &r.folders} {
		n := number()
		if !ok || n > uint64(len(rest))/32 {
			return nil
		}
		*list = make([]inode.Stamp, n)
		for i := range *list {
			(*list)[i] = inode.Stamp{Size: int64(number()), MTime: int64(number()), CTime: int64(number()), Inode: number()}
		}
	}
	for _, list := range []*[]string{&r.foreign, &r.strange} {
		n := number()
		if !ok || n > uint64(len(rest)) {
			return nil
		}
		if n > 0 {
			*list = strings.Split(rest[:n], "\x00")
		}
		rest = rest[n:]
	}
	if rest != "" {
		return nil
	}
	return r
}

// stampsOf reads the stamps that go with a manifest; nil where there are none.
func stampsOf(f Files, base string, m *manifest, sum [sha256.Size]byte) *atRest {
	info, err := f.Lstat(base + stampsName)
	if err != nil || !info.Mode().IsRegular() { // the read of a pipe would never end
		return nil
	}
	in, err := f.Open(base + stampsName)
	if err != nil {
		return nil
	}
	defer in.Close()
	data, err := io.ReadAll(in)
	if err != nil {
		return nil
	}
	r := readStamps(data, sum)
	if r == nil || len(r.files) != len(m.files) || len(r.folders) != len(m.folders)+1 {
		return nil
	}
	return r
}

// inside gives what a folder held when it was at rest, but for files of ours. The
// first call makes the lists of all folders.
func (l *ledger) inside(dir string) []inFolder {
	if l.children == nil {
		l.children = map[string][]inFolder{}
		add := func(name string, isDir bool) {
			l.children[path.Dir(name)] = append(l.children[path.Dir(name)], inFolder{name, isDir})
		}
		for name := range l.folders {
			add(name, true)
		}
		for _, name := range l.strange {
			add(name, true)
		}
		for _, name := range l.foreign {
			if !strings.HasSuffix(name, "/") { // else it is among the folders
				add(name, false)
			}
		}
		for _, list := range l.children {
			slices.SortFunc(list, func(a, b inFolder) int { return strings.Compare(a.name, b.name) })
		}
	}
	return l.children[dir]
}

// inFolder is something in a folder.
type inFolder struct {
	name  string // its path
	isDir bool
}
