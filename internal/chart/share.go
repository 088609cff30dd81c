package chart

import (
	"html/template"
	"strconv"
)

// Pattern is what tells a part from its neighbours without colour.
type Pattern uint8

const (
	Solid Pattern = iota
	Rising
	Falling
	Crossed
	Dotted
	Level
	Empty
)

// marks are the patterns' drawings, on squares of eight units.
var marks = [...]string{Rising: `<path d="M-2 2L2-2M0 8L8 0M6 10L10 6"/>`, Falling: `<path d="M-2 6L2 10M0 0L8 8M6-2L10 2"/>`,
	Crossed: `<path d="M0 0L8 8M8 0L0 8"/>`, Dotted: `<circle cx="4" cy="4" r="1.5"/>`, Level: `<path d="M0 2H8M0 6H8"/>`}

func (p Pattern) drawn() bool { return int(p) < len(marks) && marks[p] != "" }

// Part is one part of a whole. Class is the end of its class: "part-" and it.
type Part struct {
	Class   string
	N       int
	Pattern Pattern
}

// Share draws a whole and its parts side by side. Parts without anything in
// them are left out.
func Share(h Head, parts []Part) template.HTML {
	p := open(h, "share")
	sum := 0
	for _, part := range parts {
		sum += part.N
	}
	p.raw(`<defs>`)
	for _, part := range parts {
		if part.N > 0 && part.Pattern.drawn() {
			p.raw(`<pattern id="`, p.pattern(part), `" class="mark-`, part.Class, `" width="8" height="8" patternUnits="userSpaceOnUse">`, marks[part.Pattern], `</pattern>`)
		}
	}
	p.raw(`</defs>`)
	x := 0.0
	for _, part := range parts {
		if part.N <= 0 {
			continue
		}
		width := float64(part.N) / float64(sum)
		p.box("part-"+part.Class, x, 0, width, 1)
		if part.Pattern.drawn() {
			p.raw(`<rect class="hatch" fill="url(#`, p.pattern(part), `)" x="`, percent(x), `" y="0" width="`, percent(width), `" height="100%"/>`)
		}
		x += width
	}
	return p.close()
}

// Swatch draws the pattern of a part for a list beside the picture h, which has
// it. The words stand next to it, so it says nothing itself.
func Swatch(h Head, part Part) template.HTML {
	p := &picture{id: h.ID}
	p.raw(`<svg class="swatch" aria-hidden="true" focusable="false">`)
	p.box("part-"+part.Class, 0, 0, 1, 1)
	if part.Pattern.drawn() {
		p.raw(`<rect class="hatch" fill="url(#`, p.pattern(part), `)" width="100%" height="100%"/>`)
	}
	return p.close()
}

// pattern is the id of a part's pattern.
func (p *picture) pattern(part Part) string { return p.id + "p" + strconv.Itoa(int(part.Pattern)) }
