// Package chart draws small pictures of numbers as SVG inside a page: shares of
// a whole, a bar on its way to a goal, a span of time, the course of a value.
//
// A picture holds marks and no text: it is as wide as the place it stands in,
// every mark is placed in percent of that, and what it is about is said beside
// it, in text that wraps and grows as other text does. So nothing becomes
// unreadable on a narrow screen. Each has a title and a description for those
// who hear it. Colours come from classes that a theme styles; what a mark means
// is told by its pattern, its shape or its place as well.
//
// No library was found that does this. go-chart, go-charts and gonum/plot write
// SVG with colours and fonts in style attributes, which a strict policy
// forbids, and without title or description; go-echarts draws in the browser,
// with a script; svgo writes elements one by one and would save nothing here.
package chart

import (
	"html/template"
	"strconv"
	"strings"
)

// Head names a picture. ID is the beginning of all ids in it and must be its
// own on the page.
type Head struct{ ID, Title, Desc string }

// picture writes one SVG element.
type picture struct {
	strings.Builder
	id string
}

func open(h Head, class string, attributes ...string) *picture {
	p := &picture{id: h.ID}
	p.Grow(1280) // bytes that most pictures fit in
	p.raw(`<svg class="chart `, class, `" `)
	for _, a := range attributes {
		p.raw(a, ` `)
	}
	p.raw(`role="img" aria-labelledby="`, h.ID, `t`)
	if h.Desc != "" {
		p.raw(` `, h.ID, `d`)
	}
	p.raw(`"><title id="`, h.ID, `t">`, escape(h.Title), `</title>`)
	if h.Desc != "" {
		p.raw(`<desc id="`, h.ID, `d">`, escape(h.Desc), `</desc>`)
	}
	return p
}

func (p *picture) close() template.HTML {
	p.raw(`</svg>`)
	return template.HTML(p.String())
}

func (p *picture) raw(parts ...string) {
	for _, s := range parts {
		p.WriteString(s)
	}
}

// box draws a rectangle; places are parts of the whole, from the left and from
// above.
func (p *picture) box(class string, x, y, width, height float64) {
	p.raw(`<rect class="`, class, `" x="`, percent(x), `" y="`, percent(y), `" width="`, percent(width), `" height="`, percent(height), `"/>`)
}

func (p *picture) line(class string, x1, y1, x2, y2 float64) {
	p.raw(`<line class="`, class, `" x1="`, percent(x1), `" y1="`, percent(y1), `" x2="`, percent(x2), `" y2="`, percent(y2), `"/>`)
}

// percent writes a part of a whole with at most two digits behind the point.
func percent(part float64) string {
	s := strconv.FormatFloat(min(max(part, 0), 1)*100, 'f', 2, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".") + "%"
}

func escape(s string) string { return template.HTMLEscapeString(s) }
