package main

import (
	"bytes"
	"fmt"
	"math"
	"time"
)

var names = map[string]string{
	cold: "cold", same: "warm, nothing changed", edited: "warm, one document changed", layout: "warm, base layout changed",
}

// page is the section of the page.
func page(about string, all []result) string {
	var b bytes.Buffer
	b.WriteString("Written by `go run ./internal/bench/compare`; do not edit.\n\n" + about + "\n\n## Goals\n\nWhat falls short comes first. The goals for `serve` are measured in a browser, by `go test ./internal/browsertest -run TestEdits -edits 200 -v`; 1,000,000 documents are not measured. Hugo is not measured where it would need more memory than there is.\n\n| goal | measured | |\n|---|---:|---|\n")
	for _, g := range goals(all) {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", g.text, g.got, g.verdict)
	}
	b.WriteString("\n## Figures\n\nProcessor time is of the program and what it starts, user and system. `written` is what a run wrote anew; both run with minified HTML. A peak below that of the measuring program, about 40 MB, cannot be seen.\n\n")
	b.WriteString("| documents | case | program | wall | slowest | processor | peak | pages | files | bytes | written |\n|---:|---|---|---:|---:|---:|---:|---:|---:|---:|---:|\n")
	for _, r := range all {
		fmt.Fprintf(&b, "| %d | %s | %s | %s | %s | %s | %d MB | %d | %d | %s | %s |\n", r.n, names[r.what], r.program,
			seconds(r.wall), seconds(r.slowest), seconds(r.cpu), r.peak/1024, r.pages, r.files, mega(r.bytes), mega(r.wrote))
	}
	b.WriteString("\n## Growth\n\n![Wall time of a cold build by number of documents](growth.svg)\n\n" + unequal)
	return b.String()
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.3f s", d.Seconds()) }
func mega(n int64) string            { return fmt.Sprintf("%.1f MB", float64(n)/1e6) }

const unequal = `## What is not equal

- Planpress checks the content and audits every page and link; Hugo does not.
- Planpress makes links of citations in the text and shows on both sides who cites whom; Hugo's pages leave citations as text.
- Planpress writes a JSON-LD file for every document, CSV, JSON and calendars of targets and tasks, pages of progress, lists by status, and a frozen list of addresses; its pages carry more markup (controls, policy, filters). Compare the bytes.
- Hugo's pages show targets and tasks as plain tables, without progress and without who leads.
- Hugo also has feeds for years and types; planpress has those of the site, of fields and of issuers.
- Search is not a part of either: for these figures planpress builds without it.
- Hugo has no warm build of the same kind: each run of it makes the whole site again; what it keeps is processed resources.
- The floor writes as many files and bytes as planpress, without a thought for a crash: no staging and no renaming. It reads no front matter.
`

var colours = map[string]string{"planpress": "#0b5394", "hugo": "#a61c00", "floor": "#38761d"}

// picture draws the wall times of cold builds, both axes logarithmic: a line
// of slope one is linear growth.
func picture(all []result) []byte {
	var b bytes.Buffer
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 420" role="img" aria-labelledby="t d" font-family="sans-serif" font-size="13">` + "\n")
	b.WriteString("<title id=\"t\">Wall time of a cold build by number of documents</title>\n<desc id=\"d\">Both axes are logarithmic.")
	for _, r := range all {
		if r.what == cold {
			fmt.Fprintf(&b, " %s, %d documents: %s.", r.program, r.n, seconds(r.wall))
		}
	}
	b.WriteString("</desc>\n<rect width=\"640\" height=\"420\" fill=\"#fff\"/>\n")
	for n := 1.0; n <= 6; n++ {
		fmt.Fprintf(&b, "<path d=\"M%.0f 20V380\" stroke=\"#ccc\"/><text x=\"%.0f\" y=\"400\" text-anchor=\"middle\">%.0f</text>\n", across(n), across(n), math.Pow(10, n))
	}
	for s := -2.0; s <= 3; s++ {
		fmt.Fprintf(&b, "<path d=\"M60 %.0fH520\" stroke=\"#ccc\"/><text x=\"54\" y=\"%.0f\" text-anchor=\"end\">%g s</text>\n", up(s), up(s)+4, math.Pow(10, s))
	}
	for _, name := range []string{"planpress", "hugo", "floor"} {
		line(&b, name, all)
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

func line(b *bytes.Buffer, name string, all []result) {
	path, x, y := "M", 0.0, 0.0
	for _, r := range all {
		if r.what != cold || r.program != name {
			continue
		}
		x, y = across(math.Log10(float64(r.n))), up(math.Log10(r.wall.Seconds()))
		path += fmt.Sprintf("%.1f %.1f ", x, y)
		fmt.Fprintf(b, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>", x, y, colours[name])
	}
	if x > 0 {
		fmt.Fprintf(b, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/><text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>\n", path, colours[name], x+8, y+4, colours[name], name)
	}
}

func across(log float64) float64 { return 60 + (log-1)*92 }
func up(log float64) float64     { return 380 - (log+2)*72 }
