package cache

import "hash/crc32"

// Part is bytes in the pack.
type Part struct {
	offset int64
	size   uint32
	sum    uint32
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Put appends bytes to the pack. It reports false where that cannot be done:
// then they are not kept.
func (c *Cache) Put(data []byte) (Part, bool) {
	if !c.loaded().writes.Load() || int64(len(data)) > int64(^uint32(0)) {
		return Part{}, false
	}
	p := Part{size: uint32(len(data)), sum: crc32.Checksum(data, castagnoli)}
	p.offset = c.end.Add(int64(len(data))) - int64(len(data))
	if _, err := c.pack.WriteAt(data, p.offset); err != nil {
		c.note(err)
		return Part{}, false
	}
	return p, true
}

// Get appends the bytes of a part to buf. It reports false where they are not
// there any more, or are not what was put.
func (c *Cache) Get(buf []byte, p Part) ([]byte, bool) {
	if c.loaded().pack == nil || p.offset < 0 || p.offset+int64(p.size) > c.end.Load() {
		return buf, false
	}
	n := len(buf)
	if need := n + int(p.size); cap(buf) < need {
		grown := make([]byte, need)
		copy(grown, buf)
		buf = grown
	} else {
		buf = buf[:need]
	}
	if _, err := c.pack.ReadAt(buf[n:], p.offset); err != nil {
		return buf[:n], false
	}
	return buf, crc32.Checksum(buf[n:], castagnoli) == p.sum
}
