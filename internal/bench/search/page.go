package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"planpress/internal/bench/queries"
)

func section(docs int, seed uint64, each int, engines []*engine) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## Search\n\nWritten by `go run ./internal/bench/search -docs %d -seed %d`: %d queries of each kind, made from the documents with their right answers; cold caches, Chromium, HTTP/2, bytes as they are sent.\n\n", docs, seed, each)
	b.WriteString(goals(engines))
	b.WriteString("\n| measured |")
	for _, e := range engines {
		fmt.Fprintf(&b, " %s |", e.name)
	}
	b.WriteString("\n|---|" + strings.Repeat("---:|", len(engines)) + "\n")
	row := func(what string, value func(*engine) string) {
		fmt.Fprintf(&b, "| %s |", what)
		for _, e := range engines {
			fmt.Fprintf(&b, " %s |", value(e))
		}
		b.WriteByte('\n')
	}
	row("bytes a query, without excerpts", func(e *engine) string { return kilo(e.mean(func(a answer) int64 { return a.bare })) })
	row("bytes a query, with excerpts", func(e *engine) string { return kilo(e.mean(func(a answer) int64 { return a.quoted })) })
	row("code that a search loads, gzip", func(e *engine) string { return kilo(float64(e.client)) })
	row("index on disk, files", func(e *engine) string { return fmt.Sprintf("%.1f MB, %d", float64(e.bytes)/1e6, e.files) })
	row("processor time, wall time to index", func(e *engine) string { return fmt.Sprintf("%.1f s, %.1f s", e.cpu.Seconds(), e.wall.Seconds()) })
	row("peak memory to index", func(e *engine) string { return fmt.Sprintf("%.0f MB", float64(e.peak)/1e3) })
	row("1 % of documents changed: bytes, time", func(e *engine) string { return fmt.Sprintf("%s, %.1f s", kilo(float64(e.wrote)), e.change.Seconds()) })
	row("first results, 150 ms and 1.6 Mbit/s", func(e *engine) string { return milli(e.first) })
	row("one search, processor slowed 6 times", func(e *engine) string { return milli(e.slowed) })
	for _, kind := range queries.Kinds {
		row(kind, func(e *engine) string { return fmt.Sprintf("%.2f", e.score(kind)) })
	}
	b.WriteString("\nOf planpress, time and memory to index are those of a build with search less those of one without; the time after a change is that of the whole build. Phrases are scored by precision at ten, all else by whether the first page is a right one. With excerpts planpress counts the pages of the results in sight on a small screen, from which the excerpts are taken; Pagefind its data of ten results.\n")
	return b.String()
}

func kilo(n float64) string        { return fmt.Sprintf("%.1f kB", n/1e3) }
func milli(d time.Duration) string { return fmt.Sprintf("%d ms", d.Milliseconds()) }

func (e *engine) mean(of func(answer) int64) float64 {
	sum := int64(0)
	for _, a := range e.asked {
		sum += of(a)
	}
	return float64(sum) / float64(max(len(e.asked), 1))
}

// score is the mean of a kind.
func (e *engine) score(kind string) float64 {
	sum, n := 0.0, 0
	for _, a := range e.asked {
		if a.kind == kind {
			sum += a.score
			n++
		}
	}
	return sum / float64(max(n, 1))
}

type goal struct {
	what, got string
	met       bool
}

// goals are what was aimed at; what falls short comes first.
func goals(engines []*engine) string {
	own := engines[0]
	var list []goal
	add := func(what, got string, met bool) { list = append(list, goal{what, got, met}) }
	if len(engines) > 1 {
		other := engines[1]
		ratio := func(what string, a, b, most float64) {
			add(what, fmt.Sprintf("1/%.1f", b/max(a, 1e-9)), a <= b*most)
		}
		bare, quoted := func(a answer) int64 { return a.bare }, func(a answer) int64 { return a.quoted }
		ratio("bytes a query without excerpts: at most 1/15 of Pagefind's", own.mean(bare), other.mean(bare), 1./15)
		ratio("bytes a query with excerpts: at most 1/10", own.mean(quoted), other.mean(quoted), 1./10)
		ratio("index on disk: at most 1/4", float64(own.bytes), float64(other.bytes), 1./4)
		ratio("files of the index: at most 1/3", float64(own.files), float64(other.files), 1./3)
		ratio("processor time to index: at most 1/4", own.cpu.Seconds(), other.cpu.Seconds(), 1./4)
		ratio("peak memory to index: at most 1/10", float64(own.peak), float64(other.peak), 1./10)
		ratio("bytes after 1 % of the documents changed: at most 1/40", float64(own.wrote), float64(other.wrote), 1./40)
	}
	add("code that a search loads: at most 8 kB compressed", kilo(float64(own.client)), own.client <= 8000)
	add("build after 1 % of the documents changed: at most 2 s", fmt.Sprintf("%.1f s", own.change.Seconds()), own.change <= 2*time.Second)
	marks, plain := own.score(queries.Topic), own.score(queries.TopicPlain)
	add("topic, place and year, right page first: at least .97", fmt.Sprintf("%.2f", marks), marks >= .97)
	add("the same without marks: at least .97, within .01", fmt.Sprintf("%.2f", plain), plain >= .97 && marks-plain <= .01 && plain-marks <= .01)
	number := own.score(queries.Number)
	add("number and place, right page first: at least .98", fmt.Sprintf("%.2f", number), number >= .98)
	phrase, two := own.score(queries.Phrase), own.score(queries.TwoPhrases)
	add("phrase without marks, precision at ten: at least .95", fmt.Sprintf("%.2f", phrase), phrase >= .95)
	add("two phrases, precision at ten: at least .90", fmt.Sprintf("%.2f", two), two >= .90)
	add("first results on 150 ms and 1.6 Mbit/s: at most 1.2 s", milli(own.first), own.first <= 1200*time.Millisecond)
	add("one search with the processor slowed 6 times: at most 300 ms", milli(own.slowed), own.slowed <= 300*time.Millisecond)
	slices.SortStableFunc(list, func(a, b goal) int {
		switch {
		case a.met == b.met:
			return 0
		case b.met:
			return -1
		}
		return 1
	})
	var b strings.Builder
	b.WriteString("| goal | measured | |\n|---|---:|---|\n")
	for _, g := range list {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", g.what, g.got, map[bool]string{true: "met", false: "**missed**"}[g.met])
	}
	return b.String()
}
