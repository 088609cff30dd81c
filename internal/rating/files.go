package rating

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
)

// DocumentsName is the file of the site that lists what can be rated.
const DocumentsName = "ratings/documents.json"

// The kinds of the two files, so that another one is not taken for them, and the
// version, which changes when an older program could misread one.
const (
	documentsKind = "planpress rated documents"
	totalsKind    = "planpress ratings"
	version       = 1
)

// maxFile bounds what is read, in bytes: a million documents have a quarter.
const maxFile = 1 << 30

// What is wrong with a file.
var (
	ErrForeign = errors.New("this is not a file that planpress wrote for ratings")
	ErrDamaged = errors.New("this file for ratings is damaged")
	ErrNewer   = errors.New("this file for ratings was written by a newer planpress")
)

// Documents is what can be rated: what the build tells the service.
type Documents struct {
	Site string     // its name
	Lang string     // "vi" or "en"
	Base string     // its absolute address, with a slash at the end; "" where it has none
	List []Document // by address
}

// Document is one that can be rated.
type Document struct {
	URL   string   `json:"url"` // of its page, from the site's root: "plans/2023/x/"
	Title string   `json:"title"`
	Was   []string `json:"was,omitempty"` // earlier addresses, whose votes are its votes
}

type documentsFile struct {
	Kind      string     `json:"kind"`
	Version   int        `json:"version"`
	Site      string     `json:"site"`
	Lang      string     `json:"lang"`
	Base      string     `json:"base"`
	Documents []Document `json:"documents"`
}

// Bytes gives the file: JSON with one document on each line.
func (d *Documents) Bytes() ([]byte, error) {
	head, err := json.Marshal(documentsFile{documentsKind, version, d.Site, d.Lang, d.Base, []Document{}})
	if err != nil {
		return nil, err
	}
	out := head[:len(head)-len("]}")]
	for i := range d.List {
		line, err := json.Marshal(&d.List[i])
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

// ReadDocuments reads the file. The error is ErrForeign, ErrDamaged, ErrNewer or
// the reader's.
func ReadDocuments(r io.Reader) (*Documents, error) {
	var f documentsFile
	if err := read(r, &f, documentsKind, func() (string, int) { return f.Kind, f.Version }); err != nil {
		return nil, err
	}
	for _, d := range f.Documents {
		if d.URL == "" {
			return nil, ErrDamaged
		}
	}
	return &Documents{f.Site, f.Lang, f.Base, f.Documents}, nil
}

// Totals are those of documents, by address.
type Totals map[string]Total

type totalsFile struct {
	Kind    string         `json:"kind"`
	Version int            `json:"version"`
	Ratings []documentLine `json:"ratings"`
}

type documentLine struct {
	URL string `json:"url"`
	Total
}

// Bytes gives the file: JSON with one document on each line, by address.
func (t Totals) Bytes() ([]byte, error) {
	out := fmt.Appendf(nil, "{\"kind\": %q, \"version\": %d, \"ratings\": [", totalsKind, version)
	for i, url := range slices.Sorted(maps.Keys(t)) {
		line, err := json.Marshal(documentLine{url, t[url]})
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

// CSV gives the totals for spreadsheets.
func (t Totals) CSV() ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"document", "count", "sum", "mean"}}
	for _, url := range slices.Sorted(maps.Keys(t)) {
		n := t[url]
		rows = append(rows, []string{url, strconv.FormatInt(n.Count, 10), strconv.FormatInt(n.Sum, 10), fmt.Sprintf("%d.%d", n.Tenths()/10, n.Tenths()%10)})
	}
	if err := w.WriteAll(rows); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// ReadTotals reads the file. The error is ErrForeign, ErrDamaged, ErrNewer or the
// reader's.
func ReadTotals(r io.Reader) (Totals, error) {
	var f totalsFile
	if err := read(r, &f, totalsKind, func() (string, int) { return f.Kind, f.Version }); err != nil {
		return nil, err
	}
	t := make(Totals, len(f.Ratings))
	for _, l := range f.Ratings {
		if _, twice := t[l.URL]; twice || l.URL == "" || !l.Sound() {
			return nil, ErrDamaged
		}
		t[l.URL] = l.Total
	}
	return t, nil
}

// read reads a file of a kind into a value, which says what it is.
func read(r io.Reader, into any, kind string, is func() (string, int)) error {
	data, err := io.ReadAll(io.LimitReader(r, maxFile))
	if err != nil {
		return err
	}
	err = json.Unmarshal(data, into)
	switch got, v := is(); {
	case got == kind && v > version:
		return ErrNewer
	case err != nil && (got == kind || begins(data, kind)):
		return ErrDamaged
	case err != nil, got != kind:
		return ErrForeign
	}
	return nil
}

// begins reports whether what cannot be read as JSON begins as a file of the kind
// does.
func begins(data []byte, kind string) bool {
	for _, form := range []string{"{\"kind\": %q", "{\"kind\":%q"} {
		if begin := fmt.Sprintf(form, kind); len(data) >= len(begin) && string(data[:len(begin)]) == begin {
			return true
		}
	}
	return false
}
