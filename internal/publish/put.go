package publish

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"sync"

	inode "planpress/internal/stamp"
)

// Put takes one file of the site. It compares it with the file on disk and
// stages it if it differs; nothing visible changes. Put may be called from
// several goroutines. After an error the session can only be aborted.
func (s *Session) Put(o Output) error {
	if sum, err := parseSum(o.SHA256); err == nil && s.Keep(o.Path, o.Kind, sum) {
		return nil
	}
	sum, err := s.admit(o)
	if err == nil {
		err = s.take(o, sum)
	}
	if err != nil {
		err = s.place.fail("write", o.Path, err)
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.failed == nil {
			s.failed = err
		}
	}
	return err
}

// admit checks an output's own words and reserves its path. It gives the hash
// as far as the caller knows it.
func (s *Session) admit(o Output) (sum [sha256.Size]byte, err error) {
	if err := usable(o.Path); err != nil {
		return sum, err
	}
	if o.SHA256 != "" {
		if sum, err = parseSum(o.SHA256); err != nil {
			return sum, fmt.Errorf("SHA-256 %q: %w", o.SHA256, err)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return sum, ErrClosed
	}
	if s.outputs[o.Path] != nil {
		return sum, fmt.Errorf("%w: two files of the site have it", ErrPath)
	}
	s.outputs[o.Path] = &output{kind: o.Kind}
	return sum, nil
}

func (s *Session) take(o Output, sum [sha256.Size]byte) error {
	disk, err := s.look(o.Path)
	if err != nil {
		return err
	}
	out := &output{kind: o.Kind, disk: disk}
	if disk.what == file {
		st, same, err := s.same(o, sum, disk.info)
		if err != nil {
			return err
		}
		if same {
			out.stamp = st
			s.remember(o.Path, out)
			return nil
		}
		mine, err := s.ours(o.Path, disk.info)
		if err != nil {
			return err
		}
		out.conflict = !mine
	}
	if !out.conflict {
		if out.stamp, out.staged, err = s.stage(o, sum); err != nil {
			return err
		}
		if info, err := s.files.Lstat(s.base + out.staged); err == nil {
			out.made = inode.Of(info)
		}
	}
	s.remember(o.Path, out)
	return nil
}

func (s *Session) remember(p string, out *output) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.outputs[p] = out
}

// same compares an output with the file on disk: by size, then by bytes.
func (s *Session) same(o Output, sum [sha256.Size]byte, info fs.FileInfo) (stamp, bool, error) {
	known := sum != [sha256.Size]byte{}
	switch {
	case o.Open == nil && int64(len(o.Data)) != info.Size(),
		o.Open != nil && o.Size != 0 && o.Size != info.Size():
		return stamp{}, false, nil
	case o.Open != nil && known:
		// The hash stands for the bytes: the source need not be read at all.
		st, err := stampOf(s.files, s.base+o.Path)
		return st, err == nil && st.sum == sum, err
	case o.Open != nil:
		return s.sameStream(o)
	}
	r, err := s.files.Open(s.base + o.Path)
	if err != nil {
		return stamp{}, false, err
	}
	defer r.Close()
	ok, err := equal(r, bytes.NewReader(o.Data))
	if err != nil || !ok {
		return stamp{}, false, err
	}
	if !known {
		sum = sha256.Sum256(o.Data)
	}
	return stamp{info.Size(), sum}, true, nil
}

func (s *Session) sameStream(o Output) (stamp, bool, error) {
	src, err := o.source()
	if err != nil {
		return stamp{}, false, err
	}
	defer src.Close()
	r, err := s.files.Open(s.base + o.Path)
	if err != nil {
		return stamp{}, false, err
	}
	defer r.Close()
	h := sha256.New()
	counted := &counter{w: h}
	ok, err := equal(r, io.TeeReader(src, counted))
	return stamp{counted.n, [sha256.Size]byte(h.Sum(nil))}, ok, err
}

// source opens what Open gives, with errors that say so.
func (o Output) source() (io.ReadCloser, error) {
	r, err := o.Open()
	if err != nil {
		return nil, &sourceError{err}
	}
	return &source{r}, nil
}

type source struct{ io.ReadCloser }

func (s *source) Read(p []byte) (int, error) {
	n, err := s.ReadCloser.Read(p)
	if err != nil && err != io.EOF {
		err = &sourceError{err}
	}
	return n, err
}

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

const chunk = 32 << 10

// chunks lends the memory for reading and copying.
type chunks struct{ a, b [chunk]byte }

var chunkPool = sync.Pool{New: func() any { return new(chunks) }}

// equal reports whether two readers give the same bytes.
func equal(a, b io.Reader) (bool, error) {
	c := chunkPool.Get().(*chunks)
	defer chunkPool.Put(c)
	for {
		n, errA := io.ReadFull(a, c.a[:])
		m, errB := io.ReadFull(b, c.b[:])
		endA, errA := ended(errA)
		endB, errB := ended(errB)
		switch {
		case errA != nil:
			return false, errA
		case errB != nil:
			return false, errB
		case !bytes.Equal(c.a[:n], c.b[:m]) || endA != endB:
			return false, nil
		case endA:
			return true, nil
		}
	}
}

// ended tells the end of a reader, which is no error, from an error.
func ended(err error) (bool, error) {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return true, nil
	}
	return false, err
}

func (s *Session) newStage() error {
	return s.files.Mkdir(s.base + stageName)
}

// stage writes an output to the staging folder: where its folder is new, in a
// tree that is moved as a whole, and else under a number, as names of outputs
// may be long and their folders would have to be made twice.
func (s *Session) stage(o Output, sum [sha256.Size]byte) (stamp, string, error) {
	if err := s.makeStage(); err != nil {
		return stamp{}, "", err
	}
	w, name, err := s.create(o.Path)
	if err != nil {
		return stamp{}, "", err
	}
	st, err := fill(w, o, sum)
	if e := w.Close(); err == nil {
		err = e
	}
	return st, name, err
}

// create makes a file in the staging folder.
func (s *Session) create(p string) (w io.WriteCloser, name string, err error) {
	if name = s.inTree(p); name != "" {
		if w, err = s.files.Create(s.base + name); err == nil {
			return w, name, nil // else another output may have made a folder of it
		}
	}
	name = stageName + "/" + strconv.FormatInt(s.staged.Add(1), 36)
	w, err = s.files.Create(s.base + name)
	return w, name, err
}

// fill writes the bytes of an output.
func fill(w io.Writer, o Output, sum [sha256.Size]byte) (stamp, error) {
	known := sum != [sha256.Size]byte{}
	if o.Open == nil {
		if !known {
			sum = sha256.Sum256(o.Data)
		}
		n, err := w.Write(o.Data)
		if err == nil && n < len(o.Data) {
			err = io.ErrShortWrite
		}
		return stamp{int64(len(o.Data)), sum}, err
	}
	src, err := o.source()
	if err != nil {
		return stamp{}, err
	}
	defer src.Close()
	h := sha256.New()
	n, err := copyAll(io.MultiWriter(w, h), src)
	if err != nil {
		return stamp{}, err
	}
	st := stamp{n, [sha256.Size]byte(h.Sum(nil))}
	if known && st.sum != sum || o.Size != 0 && st.size != o.Size {
		return stamp{}, ErrChanged
	}
	return st, nil
}

func copyAll(w io.Writer, r io.Reader) (int64, error) {
	c := chunkPool.Get().(*chunks)
	defer chunkPool.Put(c)
	// The wrapping keeps io.Copy to these bytes of memory.
	return io.CopyBuffer(struct{ io.Writer }{w}, struct{ io.Reader }{r}, c.a[:])
}
