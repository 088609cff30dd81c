package search

import (
	"bytes"
	"compress/zlib"
	"io"
	"sync"
)

// deflater compresses, one text at a time.
type deflater struct {
	w   *zlib.Writer
	out bytes.Buffer
}

// deflaters gives a pool of them: each has buffers that cost more to make than a
// small file to compress.
func deflaters() *sync.Pool {
	return &sync.Pool{New: func() any {
		d := &deflater{}
		d.w, _ = zlib.NewWriterLevel(&d.out, zlib.BestCompression) // there is such a level
		return d
	}}
}

func (d *deflater) pack(data []byte) ([]byte, error) {
	d.out.Reset()
	d.w.Reset(&d.out)
	if _, err := d.w.Write(data); err != nil {
		return nil, err
	}
	err := d.w.Close()
	return bytes.Clone(d.out.Bytes()), err
}

func deflate(data []byte) ([]byte, error) { return deflaters().Get().(*deflater).pack(data) }

// inflate undoes deflate. Nothing of an index has more than 64 MiB.
func inflate(data []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, 64<<20))
}
