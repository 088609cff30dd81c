// Command index makes the index of so many documents that no site is made of them:
// it says what that costs, and how many bytes queries read of it. Pages, browsers
// and answers have no part in it; bench/search has.
//
//	go run ./internal/bench/index -docs 1000000
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"html"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"planpress/internal/bench"
	"planpress/internal/bench/queries"
	"planpress/internal/search"
)

const siteSeed = 1

func main() {
	n := flag.Int("docs", 100_000, "documents")
	asked := flag.Int("asked", 10_000, "documents that queries are made of")
	each := flag.Int("queries", 12, "queries of each kind")
	seed := flag.Uint64("seed", 2, "of the queries")
	flag.Parse()
	if err := run(*n, min(*asked, *n), *each, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "index:", err)
		os.Exit(1)
	}
}

func run(n, asked, each int, seed uint64) error {
	debug.SetMemoryLimit(2 << 30) // as a build does
	places, err := order(n)
	if err != nil {
		return err
	}
	begun := time.Now()
	segment, err := index(n, places)
	if err != nil {
		return err
	}
	peak, err := memory()
	if err != nil {
		return err
	}
	size := 0
	for _, f := range segment.Files {
		size += len(f.Data)
	}
	fmt.Printf("%d documents: %v with making their texts, %d MB of memory at the most, %d MB counted, %d files, %.1f MB\n",
		n, time.Since(begun).Round(time.Second), peak, segment.Memory>>20, len(segment.Files), float64(size)/1e6)
	return ask(segment, asked, each, seed)
}

// order gives the place of each document: newest year first, those of one body
// together.
func order(n int) ([]int, error) {
	type key struct{ year, body, i int }
	keys := make([]key, n)
	err := bench.Each(n, func(i int) error {
		d := bench.Make(siteSeed, i)
		keys[i] = key{d.Year, d.Body, i}
		return nil
	})
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(b.year, a.year), cmp.Compare(a.body, b.body), cmp.Compare(a.i, b.i))
	})
	places := make([]int, n)
	for place, k := range keys {
		places[k.i] = place
	}
	return places, err
}

func index(n int, places []int) (*search.Segment, error) {
	b := search.NewBuilder(n, nil)
	err := bench.Each(n, func(i int) error {
		d := bench.Make(siteSeed, i)
		b.Add(places[i], document(&d))
		return nil
	})
	if err != nil {
		return nil, err
	}
	return b.Finish(context.Background(), 0)
}

func document(d *bench.Doc) *search.Document {
	var body strings.Builder
	for _, text := range blocks(d) {
		body.WriteString("<p>" + html.EscapeString(text) + "</p>")
	}
	return &search.Document{URL: address(d), Title: d.Title, Number: d.Number, Date: d.Issued, Issuer: "Ủy ban nhân dân " + place(d), Type: "Kế hoạch",
		Status: "Còn hiệu lực", Summary: d.Summary, Fields: d.Fields, Body: []byte(body.String()),
		Facets: []string{search.Facet('y', fmt.Sprint(d.Year)), search.Facet('i', fmt.Sprintf("ubnd-%d", d.Body)), search.Facet('t', "ke-hoach")}}
}

func address(d *bench.Doc) string { return fmt.Sprintf("plans/%d/%s/", d.Year, d.Name) }
func place(d *bench.Doc) string   { return fmt.Sprintf("phường Ví Dụ %d", d.Body) }

func blocks(d *bench.Doc) []string {
	return strings.FieldsFunc(d.Text, func(r rune) bool { return r == '\n' || r == '|' })
}

// ask has queries read the index as a browser would for the first time.
func ask(segment *search.Segment, asked, each int, seed uint64) error {
	files := map[string][]byte{}
	for _, f := range segment.Files {
		files[f.Name] = f.Data
	}
	state := search.State{Segments: []search.SegmentState{segment.State(nil)}}
	var err error
	if files[search.ManifestName], err = state.Manifest(search.Manifest{}).Encode(); err != nil {
		return err
	}
	docs := make([]queries.Doc, asked)
	err = bench.Each(asked, func(i int) error {
		d := bench.Make(siteSeed, i)
		topic, _, _ := strings.Cut(strings.TrimPrefix(d.Title, "Kế hoạch "), " trên địa bàn ")
		docs[i] = queries.Doc{URL: address(&d), Title: d.Title, Number: d.Number, Year: d.Year, Place: place(&d), Topic: topic, Blocks: blocks(&d)}
		return nil
	})
	if err != nil {
		return err
	}
	read, count := map[string]int{}, map[string]int{}
	for _, q := range queries.Make(docs, seed, each) {
		x, err := search.Open(func(name string) ([]byte, error) {
			data, ok := files[name]
			if !ok {
				return nil, fmt.Errorf("there is no file %s", name)
			}
			return data, nil
		})
		if err != nil {
			return err
		}
		if _, err := x.Search(search.Query{Text: q.Text, Count: 10}); err != nil {
			return err
		}
		read[q.Kind] += x.Read
		count[q.Kind]++
	}
	total := 0.0
	for _, kind := range queries.Kinds {
		mean := float64(read[kind]) / float64(count[kind]) / 1000
		total += mean
		fmt.Printf("%-12s %6.1f kB a query\n", kind, mean)
	}
	fmt.Printf("%-12s %6.1f kB\n", "mean", total/float64(len(queries.Kinds)))
	return nil
}

// memory gives the most that this process had in memory, in MB.
func memory() (int, error) {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(data)) {
		var kb int
		if _, err := fmt.Sscanf(line, "VmHWM: %d kB", &kb); err == nil {
			return kb / 1000, nil
		}
	}
	return 0, fmt.Errorf("the kernel does not say how much memory was used")
}
