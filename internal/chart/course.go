package chart

import "html/template"

// Course is the values that something had over time, and where it is to come.
type Course struct {
	Values    []float64
	Low, High float64 // the goal: a line where they are the same, else a band
}

// Line draws the values from left to right, joined by lines, over the goal.
func Line(h Head, c Course) template.HTML {
	p := open(h, "course")
	least, most := c.Low, c.High
	for _, v := range c.Values {
		least, most = min(least, v), max(most, v)
	}
	margin := (most - least) * .1
	if margin == 0 {
		margin = 1
	}
	least, most = least-margin, most+margin
	at := func(v float64) float64 { return 1 - (v-least)/(most-least) }
	if c.High > c.Low {
		p.box("goal-band", 0, at(c.High), 1, at(c.Low)-at(c.High))
	}
	p.line("goal", 0, at(c.Low), 1, at(c.Low))
	place := func(i int) float64 { return (float64(i) + .5) / float64(len(c.Values)) }
	for i := 1; i < len(c.Values); i++ {
		p.line("course-line", place(i-1), at(c.Values[i-1]), place(i), at(c.Values[i]))
	}
	for i, v := range c.Values {
		p.raw(`<circle class="course-point" cx="`, percent(place(i)), `" cy="`, percent(at(v)), `" r="5"/>`)
	}
	return p.close()
}
