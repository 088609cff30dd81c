// Command index makes the index of so many documents that no site is made of them:
// it says what that costs, how many bytes queries read of it, and where they are made
// of all documents, which is when it is known, how good the answers are. Pages and
// browsers have no part in it; bench/search has.
//
//	go run ./internal/bench/index -docs 1000000
//	go run ./internal/bench/index -docs 100000 -asked 100000
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
	docs, err := order(n)
	if err != nil {
		return err
	}
	begun := time.Now()
	segment, err := index(docs)
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

// order gives the documents in the order of the index, in which a build adds them:
// newest year first, those of one body together.
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
	out := make([]int, n)
	for place, k := range keys {
		out[place] = k.i
	}
	return out, err
}

func index(docs []int) (*search.Segment, error) {
	b := search.NewBuilder(len(docs), nil)
	err := bench.Each(len(docs), func(place int) error {
		b.Add(place, document(bench.Make(siteSeed, docs[place])))
		return nil
	})
	if err != nil {
		return nil, err
	}
	return b.Finish(context.Background(), 0)
}

func document(d bench.Doc) *search.Document {
	shown := queries.Of(d)
	var body strings.Builder
	for _, text := range shown.Blocks[1:] { // the first is the title
		body.WriteString("<p>" + html.EscapeString(text) + "</p>")
	}
	return &search.Document{URL: shown.URL, Title: d.Title, Number: d.Number, Date: d.Issued, Issuer: "Ủy ban nhân dân " + shown.Place, Type: "Kế hoạch",
		Status: "Còn hiệu lực", Fields: d.Fields, Body: []byte(body.String()),
		Facets: []string{search.Facet('y', fmt.Sprint(d.Year)), search.Facet('i', fmt.Sprintf("ubnd-%d", d.Body)), search.Facet('t', "ke-hoach")}}
}

// ask has queries read the index as a browser would for the first time.
func ask(segment *search.Segment, asked, each int, seed uint64) error {
	files := map[string][]byte{}
	for _, f := range segment.Files {
		files[f.Name] = f.Data
	}
	state := search.State{Segments: []search.SegmentState{segment.State(nil)}}
	manifest, err := state.Manifest(search.Manifest{}).Encode()
	if err != nil {
		return err
	}
	files[search.ManifestName] = manifest
	docs, err := queries.Site(siteSeed, asked)
	if err != nil {
		return err
	}
	read, count, score := map[string]int{}, map[string]int{}, map[string]float64{}
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
		found, err := x.Search(search.Query{Text: q.Text, Count: 10})
		if err != nil {
			return err
		}
		read[q.Kind] += x.Read
		count[q.Kind]++
		score[q.Kind] += q.Score(urls(found))
	}
	total := 0.0
	for _, kind := range queries.Kinds {
		mean := float64(read[kind]) / float64(count[kind]) / 1000
		total += mean
		fmt.Printf("%-40s %6.1f kB a query", kind, mean)
		if asked == segment.Documents {
			fmt.Printf(", score %.2f", score[kind]/float64(count[kind]))
		}
		fmt.Println()
	}
	fmt.Printf("%-40s %6.1f kB\n", "mean", total/float64(len(queries.Kinds)))
	return nil
}

func urls(found *search.Results) []string {
	var out []string
	for _, r := range found.Results {
		out = append(out, r.URL)
	}
	return out
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
