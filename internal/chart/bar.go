package chart

import (
	"html/template"
	"strconv"
)

// Bar is how far something has come on its way: 0 is where it began, 1 the
// goal.
type Bar struct {
	Class       string // "bar-" and it is the class of the bar
	Part        float64
	Expected    float64 // where it should be by now
	HasExpected bool
}

// Progress draws a bar from the left to the goal, which is the right end, and a
// line where it should be.
func Progress(h Head, b Bar) template.HTML {
	p := open(h, "progress")
	p.box("way", 0, .2, 1, .6)
	p.box("bar bar-"+b.Class, 0, .2, b.Part, .6)
	if b.HasExpected {
		p.line("expected", b.Expected, 0, b.Expected, 1)
	}
	return p.close()
}

// Span is a stretch on a scale that goes from 0 to 1.
type Span struct {
	Class    string // "bar-" and it is the class of the bar
	From, To float64
	Thin     bool    // it is over: told by its height, not by its colour alone
	Open     bool    // it goes on beyond To
	First    float64 // where it was to end at first
	Moved    bool    // First is another place than To
}

// Scale is what the spans of a picture stand on.
type Scale struct {
	Now    float64   // the day of the picture
	HasNow bool      // Now is on the scale
	Ticks  []float64 // beginnings of months, quarters or years
}

// Timeline draws spans below one another. Pictures with the same scale can
// stand below one another too.
func Timeline(h Head, s Scale, spans ...Span) template.HTML {
	p := open(h, "span")
	if len(spans) > 1 {
		p = open(h, "spans", `height="`+strconv.FormatFloat(.5*float64(len(spans)+1), 'f', -1, 64)+`em"`)
	}
	for _, t := range s.Ticks {
		p.line("tick", t, 0, t, 1)
	}
	height := 1 / float64(len(spans))
	for i, span := range spans {
		p.span(span, float64(i)*height, height)
	}
	if s.HasNow {
		p.line("now", s.Now, 0, s.Now, 1)
	}
	return p.close()
}

// span draws one stretch in a row of the picture.
func (p *picture) span(s Span, y, height float64) {
	class := "bar bar-" + s.Class
	if s.Open {
		class += " open"
	}
	width := max(s.To-s.From, .008)
	if s.Thin {
		p.box(class, s.From, y+.42*height, width, .16*height)
	} else {
		p.box(class, s.From, y+.25*height, width, .5*height)
	}
	if s.Moved {
		p.line("first", s.First, y+.1*height, s.First, y+.9*height)
	}
}
