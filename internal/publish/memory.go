package publish

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"sync"
)

// Shelf makes files of a site when they are asked for. It may be used from
// several goroutines.
type Shelf interface {
	// Has reports whether the shelf can make a file.
	Has(path string) bool
	// File makes a file that the shelf has.
	File(path string) (Output, error)
}

// Memory takes the files of a site as a Session does, and keeps them in memory:
// for a preview, and for tests. What an Output opens stays where it is until
// it is asked for. The zero value is an empty site.
type Memory struct {
	mu      sync.RWMutex
	outputs map[string]Output
}

// Put takes one file. It never fails.
func (m *Memory) Put(o Output) error {
	o.Data = bytes.Clone(o.Data)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.outputs == nil {
		m.outputs = map[string]Output{}
	}
	m.outputs[o.Path] = o
	return nil
}

// Find gives the file with a path, and whether there is one.
func (m *Memory) Find(path string) (Output, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	o, ok := m.outputs[path]
	return o, ok
}

// Paths lists the files, sorted.
func (m *Memory) Paths() []string {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return slices.Sorted(maps.Keys(m.outputs))
}

// Bytes gives the bytes of an output, those too that are still to be read.
func (o Output) Bytes() ([]byte, error) {
	if o.Open == nil {
		return o.Data, nil
	}
	r, err := o.source()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}
