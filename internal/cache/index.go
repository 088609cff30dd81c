package cache

import (
	"encoding/binary"
	"hash/crc32"

	"planpress/internal/stamp"
)

// index is the names of all records. Its file is
//
//	magic, version, name of the pack, note,
//	number of texts, texts, number of pages, pages, checksum of all before
//
// with numbers of fixed size, the lowest byte first.
type index struct {
	pack  string // name of the file; "" where there is none
	note  []byte
	texts map[string]Text
	pages map[string]Page
}

const magic = "planpress cache 1\n"

func newIndex() index { return index{texts: map[string]Text{}, pages: map[string]Page{}} }

// inUse is how many bytes of the pack the index names.
func (x *index) inUse() int64 {
	var n int64
	for _, t := range x.texts {
		n += int64(t.Meta.size) + int64(t.Body.size)
	}
	for _, p := range x.pages {
		n += int64(p.Facts.size)
	}
	return n
}

const (
	textSize = 4*8 + 32 + 2*partSize
	pageSize = 2*16 + 8 + partSize + 1
	fileSize = 4 + 32
	partSize = 8 + 4 + 4
)

func (x *index) bytes(v Version) []byte {
	buf := make([]byte, 0, 200+len(x.note)+len(x.texts)*(textSize+60)+len(x.pages)*(pageSize+200))
	buf = append(append(buf, magic...), v[:]...)
	buf = appendBytes(buf, x.pack)
	buf = appendBytes(buf, string(x.note))
	buf = appendNumber(buf, uint64(len(x.texts)))
	for name, t := range x.texts {
		buf = appendBytes(buf, name)
		for _, n := range [...]uint64{uint64(t.Stamp.Size), uint64(t.Stamp.MTime), uint64(t.Stamp.CTime), t.Stamp.Inode} {
			buf = appendNumber(buf, n)
		}
		buf = append(buf, t.Sum[:]...)
		buf = appendPart(appendPart(buf, t.Meta), t.Body)
	}
	buf = appendNumber(buf, uint64(len(x.pages)))
	for name, p := range x.pages {
		buf = appendBytes(buf, name)
		buf = append(append(buf, p.Inputs[:]...), p.Print[:]...)
		buf = appendNumber(buf, uint64(len(p.Files)))
		for _, f := range p.Files {
			buf = append(appendBytes(buf, f.Name), f.Sum[:]...)
		}
		buf = appendPart(buf, p.Facts)
		found := byte(0)
		if p.Found {
			found = 1
		}
		buf = append(buf, found)
	}
	return binary.LittleEndian.AppendUint32(buf, crc32.Checksum(buf, castagnoli))
}

func appendNumber(buf []byte, n uint64) []byte { return binary.LittleEndian.AppendUint64(buf, n) }

func appendBytes(buf []byte, s string) []byte {
	return append(binary.LittleEndian.AppendUint32(buf, uint32(len(s))), s...)
}

func appendPart(buf []byte, p Part) []byte {
	buf = appendNumber(buf, uint64(p.offset))
	buf = binary.LittleEndian.AppendUint32(buf, p.size)
	return binary.LittleEndian.AppendUint32(buf, p.sum)
}

// readIndex reads an index of the version; false where the data are not one.
func readIndex(data []byte, v Version) (index, bool) {
	if len(data) < len(magic)+len(v)+4 || string(data[:len(magic)]) != magic || Version(data[len(magic):len(magic)+len(v)]) != v {
		return index{}, false
	}
	end := len(data) - 4
	if crc32.Checksum(data[:end], castagnoli) != binary.LittleEndian.Uint32(data[end:]) {
		return index{}, false
	}
	in := reader{rest: string(data[len(magic)+len(v) : end])}
	x := index{pack: in.bytes(), note: []byte(in.bytes())}
	n := in.count(textSize)
	x.texts = make(map[string]Text, n)
	for range n {
		name := in.bytes()
		t := Text{Stamp: stamp.Stamp{Size: int64(in.number()), MTime: int64(in.number()), CTime: int64(in.number()), Inode: in.number()}}
		copy(t.Sum[:], in.take(len(t.Sum)))
		t.Meta, t.Body = in.part(), in.part()
		x.texts[name] = t
	}
	n = in.count(pageSize)
	x.pages = make(map[string]Page, n)
	for range n {
		name := in.bytes()
		var p Page
		copy(p.Inputs[:], in.take(len(p.Inputs)))
		copy(p.Print[:], in.take(len(p.Print)))
		p.Files = make([]File, in.count(fileSize))
		for i := range p.Files {
			p.Files[i].Name = in.bytes()
			copy(p.Files[i].Sum[:], in.take(len(p.Files[i].Sum)))
		}
		p.Facts = in.part()
		p.Found = in.take(1) == "\x01"
		x.pages[name] = p
	}
	return x, !in.failed && in.rest == ""
}

// reader takes an index apart. After a failure everything reads as zero.
type reader struct {
	rest   string
	failed bool
}

func (in *reader) take(n int) string {
	if n > len(in.rest) {
		in.rest, in.failed = "", true
		return ""
	}
	s := in.rest[:n]
	in.rest = in.rest[n:]
	return s
}

func (in *reader) number() uint64 {
	if s := in.take(8); s != "" {
		return binary.LittleEndian.Uint64([]byte(s))
	}
	return 0
}

func (in *reader) short() uint32 {
	if s := in.take(4); s != "" {
		return binary.LittleEndian.Uint32([]byte(s))
	}
	return 0
}

func (in *reader) bytes() string { return in.take(int(in.short())) }

func (in *reader) part() Part {
	return Part{offset: int64(in.number()), size: in.short(), sum: in.short()}
}

// count reads how many records of a size at least follow.
func (in *reader) count(size int) int {
	n := in.number()
	if n > uint64(len(in.rest)/size) {
		in.rest, in.failed = "", true
		return 0
	}
	return int(n)
}
