package search

import (
	"encoding/json"
	"fmt"
	"sort"
	"strings"
)

// Index answers queries. It is for one goroutine.
type Index struct {
	fetch    func(name string) ([]byte, error)
	files    map[string][]byte
	manifest *Manifest
	segments []*segment
	symbols  map[string]bool
	scanner  *scanner

	Read    int // bytes of files that were read
	Fetched int // files that were read
}

// segment is a segment that is searched in.
type segment struct {
	*SegmentInfo
	index *Index
	gone  map[int]bool
	terms map[int]map[string]*entry // by t file, then key
	keys  map[int][]string          // of a t file, in order
	days  map[int][]int             // by y file
}

// entry is a key with its variants.
type entry struct{ variants []*variant }

// variant is one form of a key.
type variant struct {
	form          string
	fields, texts int // documents that have it in a field, and only in their text
	kept          int // of texts
	inline        []hit
	blocks        [2][]block // of fields, of texts; none where inline is all
}

// block is where some postings are.
type block struct {
	pack, offset, size int
	before, last       int // the documents before, and the last in it
	count              int
}

func (v *variant) df() int        { return v.fields + v.texts }
func (v *variant) complete() bool { return v.fields+v.kept <= tops }

// Open opens the index whose files fetch gives by their names in the search
// folder.
func Open(fetch func(name string) ([]byte, error)) (*Index, error) {
	x := &Index{fetch: fetch, files: map[string][]byte{}, scanner: newScanner(), symbols: map[string]bool{}}
	data, err := fetch(ManifestName)
	if err != nil {
		return nil, err
	}
	x.count(data)
	if x.manifest, err = decodeManifest(data); err != nil {
		return nil, fmt.Errorf("%s: %w", ManifestName, err)
	}
	for i := range x.manifest.Segments {
		info := &x.manifest.Segments[i]
		x.segments = append(x.segments, &segment{SegmentInfo: info, index: x, gone: info.dead(), terms: map[int]map[string]*entry{}, keys: map[int][]string{}, days: map[int][]int{}})
	}
	for _, s := range x.manifest.Symbols {
		x.symbols[s] = true
	}
	return x, nil
}

func (x *Index) count(data []byte) { x.Read += len(data); x.Fetched++ }

// file gives a file, decompressed.
func (x *Index) file(name string) ([]byte, error) {
	if data, ok := x.files[name]; ok {
		return data, nil
	}
	packed, err := x.fetch(name)
	if err != nil {
		return nil, err
	}
	x.count(packed)
	data, err := inflate(packed)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	x.files[name] = data
	return data, nil
}

func (s *segment) file(kind byte, n int) ([]byte, error) {
	return s.index.file(fmt.Sprintf("%s/%c%d", s.ID, kind, n))
}

// shard gives the t file that a key would stand in.
func (s *segment) shard(key string) int {
	return sort.Search(len(s.Starts), func(i int) bool { return s.Starts[i] > key })
}

// day gives the day of a document, see card.day.
func (s *segment) day(doc int) (int, error) {
	n := doc / dayBlock
	if s.days[n] == nil {
		data, err := s.file('y', n)
		if err != nil {
			return 0, err
		}
		r := &reader{data: data}
		if s.days[n] = r.days(); r.err != nil {
			return 0, r.err
		}
	}
	if doc%dayBlock >= len(s.days[n]) {
		return 0, errDamaged
	}
	return s.days[n][doc%dayBlock], nil
}

// load reads a t file.
func (s *segment) load(n int) error {
	if s.terms[n] != nil {
		return nil
	}
	data, err := s.file('t', n)
	if err != nil {
		return err
	}
	r := &reader{data: data}
	entries := map[string]*entry{}
	key := ""
	for !r.end() {
		key = key[:min(r.uint(), len(key))] + r.text(r.uint())
		entries[key] = r.entry(strings.Contains(key, " "))
		s.keys[n] = append(s.keys[n], key)
	}
	s.terms[n] = entries
	return r.err
}

// lookup finds a key; nil where no document has it.
func (s *segment) lookup(key string) (*entry, error) {
	n := s.shard(key)
	if err := s.load(n); err != nil {
		return nil, err
	}
	return s.terms[n][key], nil
}

// beginning gives the entries of the t file of a prefix that begin with it.
func (s *segment) beginning(prefix string) ([]*entry, error) {
	n := s.shard(prefix)
	if err := s.load(n); err != nil {
		return nil, err
	}
	keys := s.keys[n]
	var out []*entry
	for i := sort.SearchStrings(keys, prefix); i < len(keys) && strings.HasPrefix(keys[i], prefix); i++ {
		out = append(out, s.terms[n][keys[i]])
	}
	return out, nil
}

// card gives what is shown of a document.
func (s *segment) card(doc int) (card, error) {
	data, err := s.file('d', doc/perStore)
	if err != nil {
		return card{}, err
	}
	var cards []card
	if err := json.Unmarshal(data, &cards); err != nil {
		return card{}, err
	}
	if doc%perStore >= len(cards) {
		return card{}, fmt.Errorf("document %d of segment %s is not there", doc, s.ID)
	}
	return cards[doc%perStore], nil
}
