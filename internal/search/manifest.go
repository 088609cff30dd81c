package search

import (
	"encoding/json"
	"fmt"
)

// ManifestName is the one file of the index whose name stays.
const ManifestName = "index.bin"

// version is that of the format. A client that finds another one says so.
const version = 2

// Manifest says what there is.
type Manifest struct {
	Version  int               `json:"v"`
	Segments []SegmentInfo     `json:"segments"`
	Symbols  []string          `json:"symbols"`         // letters in numbers of documents
	Texts    map[string]string `json:"texts"`           // what the client says, in the site's language
	Seldom   string            `json:"seldom"`          // path of the script of what is seldom needed, from the site's root
	Style    string            `json:"style,omitempty"` // path of the style of the list under a search box, from the site's root
}

// SegmentInfo is what a client must know of a segment.
type SegmentInfo struct {
	ID        string   `json:"id"`
	Documents int      `json:"n"`
	Starts    []string `json:"starts"`
	Words     bool     `json:"words,omitempty"`
	Dead      []int    `json:"dead,omitempty"` // documents that no longer count, each less the one before
}

// Encode gives the bytes of the manifest's file.
func (m *Manifest) Encode() ([]byte, error) {
	m.Version = version
	data, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	return deflate(data)
}

func decodeManifest(data []byte) (*Manifest, error) {
	data, err := inflate(data)
	if err != nil {
		return nil, err
	}
	var m Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, err
	}
	if m.Version != version {
		return nil, fmt.Errorf("the index is of version %d, this program reads %d", m.Version, version)
	}
	return &m, nil
}

// dead gives the numbers of the documents that no longer count.
func (s *SegmentInfo) dead() map[int]bool {
	out := make(map[int]bool, len(s.Dead))
	doc := -1
	for _, step := range s.Dead {
		doc += step
		out[doc] = true
	}
	return out
}
