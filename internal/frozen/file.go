package frozen

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// kind and version say what a file is, so that another one is not taken for a
// list. The version changes when an older program could misread the file.
const (
	kind    = "planpress frozen"
	version = 1
)

// head is the list's file as it begins and ends.
type head struct {
	Kind      string          `json:"kind"`
	Version   int             `json:"version"`
	Documents json.RawMessage `json:"documents"`
}

// maxFile bounds what is read: a list of a million documents has about half.
const maxFile = 1 << 30

// What is wrong with a file that is no list.
var (
	ErrForeign = errors.New("this is not a list of frozen documents that planpress wrote (frozen.json)")
	ErrDamaged = errors.New("this list of frozen documents is damaged; take the one of the last good build")
	ErrNewer   = errors.New("this list of frozen documents was written by a newer planpress")
)

// Bytes gives the list's file: JSON with one document on each line, so that
// version control shows what changed. The same site gives the same bytes.
func (l *List) Bytes() ([]byte, error) {
	out := fmt.Appendf(nil, "{\"kind\": %q, \"version\": %d, \"documents\": [", kind, version)
	for i := range l.Documents {
		line, err := json.Marshal(&l.Documents[i])
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(out, '\n'), line...)
	}
	return append(out, "\n]}\n"...), nil
}

// Read reads a list's file. The error is ErrForeign, ErrDamaged, ErrNewer, or
// the reader's.
func Read(r io.Reader) (*List, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile))
	if err != nil {
		return nil, err
	}
	var h head
	if err := json.Unmarshal(data, &h); err != nil {
		if looksOurs(data) {
			return nil, ErrDamaged
		}
		return nil, ErrForeign
	}
	switch {
	case h.Kind != kind:
		return nil, ErrForeign
	case h.Version > version:
		return nil, ErrNewer
	}
	l := &List{}
	if json.Unmarshal(h.Documents, &l.Documents) != nil || h.Version != version {
		return nil, ErrDamaged
	}
	for i := range l.Documents {
		if !l.Documents[i].sound() || i > 0 && l.Documents[i-1].URL >= l.Documents[i].URL {
			return nil, ErrDamaged
		}
	}
	return l, nil
}

// looksOurs reports whether what cannot be read as JSON begins as a list does.
func looksOurs(data []byte) bool {
	begin := fmt.Sprintf("{\"kind\": %q", kind)
	return len(data) >= len(begin) && string(data[:len(begin)]) == begin
}

// sound reports whether a document read from a file can be compared with.
func (d *Document) sound() bool {
	if d.URL == "" || d.Path == "" || d.Text != "" && !isSum(d.Text) || (d.Changed == "") != (d.Times == 0) {
		return false
	}
	if r := d.Reports; r != nil && (r.Rows < 1 || !isSum(r.SHA256)) {
		return false
	}
	for _, f := range d.Files {
		if f.URL == "" || !isSum(f.SHA256) {
			return false
		}
	}
	return true
}

func isSum(s string) bool {
	sum, err := hex.DecodeString(s)
	return err == nil && len(sum) == 32
}
