package queries

import (
	"fmt"
	"strings"

	"planpress/internal/bench"
)

// Site gives the first n documents of the generated site of a seed, as readers have
// them.
func Site(seed uint64, n int) ([]Doc, error) {
	out := make([]Doc, n)
	err := bench.Each(n, func(i int) error {
		out[i] = Of(bench.Make(seed, i))
		return nil
	})
	return out, err
}

// Of gives a generated document as readers have it.
func Of(d bench.Doc) Doc {
	topic, _, _ := strings.Cut(strings.TrimPrefix(d.Title, "Kế hoạch "), " trên địa bàn ")
	return Doc{URL: fmt.Sprintf("plans/%d/%s/", d.Year, d.Name), Title: d.Title, Number: d.Number, Year: d.Year,
		Place: fmt.Sprintf("phường Ví Dụ %d", d.Body), Topic: topic, Blocks: shown(d)}
}

// shown is what the page of a document says, in pieces, the title first.
func shown(d bench.Doc) []string {
	out := []string{d.Title, d.Summary}
	for _, t := range d.Targets {
		out = append(out, t.Name)
	}
	for _, t := range d.Tasks {
		out = append(out, t.Name, t.Deliverable)
	}
	return append(out, strings.FieldsFunc(d.Text, func(r rune) bool { return r == '\n' || r == '|' })...)
}
