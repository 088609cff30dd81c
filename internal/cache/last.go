package cache

import (
	"encoding/binary"
	"hash/crc32"
	"os"
)

// lastName is the file of what is known of the last build once its site is
// published. It is magic, version, bytes and a checksum.
const lastName = "planpress-last"

// Last gives what SetLast left; nil where there is nothing.
func (c *Cache) Last() []byte {
	if c.folder == nil {
		return nil
	}
	data, err := c.readFile(lastName)
	head := magic + string(c.version[:])
	end := len(data) - 4
	if err != nil || end < len(head) || string(data[:len(head)]) != head ||
		crc32.Checksum(data[:end], castagnoli) != binary.LittleEndian.Uint32(data[end:]) {
		return nil
	}
	return data[len(head):end]
}

// SetLast leaves what is known of a build, apart from Save.
func (c *Cache) SetLast(last []byte) {
	if c.lock == nil {
		return
	}
	data := append(append([]byte(magic), c.version[:]...), last...)
	data = binary.LittleEndian.AppendUint32(data, crc32.Checksum(data, castagnoli))
	if err := c.replace(lastName, data); err != nil {
		c.note(err)
	}
}

// replace puts a file in the place of another in one step.
func (c *Cache) replace(name string, data []byte) error {
	f, err := c.openFile(name+newSuffix, os.O_WRONLY|os.O_CREATE|os.O_TRUNC)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return c.folder.Rename(name+newSuffix, name)
}
