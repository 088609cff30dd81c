package pages

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"planpress/internal/chart"
	"planpress/internal/plan"
	"planpress/internal/progress"
	"planpress/internal/view"
)

// maxRows is how many rows a timeline has at most. With more tasks a row is a
// group of them.
const maxRows = 40

// span is a row of a timeline before it is drawn.
type span struct {
	text, url, state, class string
	from, to, first         plan.Date
	over                    bool   // what was to be done is done
	moved                   bool   // from another last day
	tasks                   []span // of a group
	late                    int    // of them
}

// timeline draws the tasks that have a last day; nil where there are fewer than
// two.
func (v *trackerView) timeline() *view.Timeline {
	spans, more := v.spans()
	out := &view.Timeline{More: more}
	if len(spans) > maxRows {
		spans, out.Groups = v.grouped(), true
		out.More += max(0, len(spans)-maxRows)
		spans = spans[:min(len(spans), maxRows)]
	}
	if len(spans) < 2 {
		return nil
	}
	s := scaleOf(spans)
	now := v.t.report.AsOf
	out.From, out.To, out.Tick = s.from, s.to, s.tick
	if now.Compare(s.from) >= 0 && now.Compare(s.to) <= 0 {
		out.Now = now
	}
	on := chart.Scale{Now: s.at(now), HasNow: !out.Now.IsZero(), Ticks: s.ticks}
	for i, x := range spans {
		row := view.TimelineRow{Text: x.text, URL: x.url, Dates: v.dates(x)}
		if !out.Groups {
			row.State = x.state
		}
		title := row.Dates
		if row.State != "" {
			title = v.p.opts.Words(row.State) + ": " + title
		}
		row.Picture = chart.Timeline(chart.Head{ID: "_span-" + strconv.Itoa(i+1), Title: title, Desc: x.text}, on, s.drawn(x)...)
		out.Rows = append(out.Rows, row)
	}
	return out
}

// drawn is a row's spans: its own, or those of its tasks where they can be told
// apart.
func (s scale) drawn(x span) []chart.Span {
	if len(x.tasks) > 1 && len(x.tasks) <= maxRows {
		var out []chart.Span
		for _, t := range x.tasks {
			out = append(out, s.drawn(t)...)
		}
		return out
	}
	out := chart.Span{Class: x.class, From: s.at(x.from), To: s.end(x.to), Thin: x.over}
	if x.moved {
		out.First, out.Moved = s.end(x.first), true
	}
	return []chart.Span{out}
}

// spans gives the tasks with a last day, and how many have none.
func (v *trackerView) spans() (out []span, none int) {
	for i := range v.t.report.Tasks {
		t := &v.t.report.Tasks[i]
		switch {
		case t.Split:
		case ends(t):
			out = append(out, v.span(t))
		default:
			none++
		}
	}
	return out, none
}

// ends reports whether a task has a last day that counts.
func ends(t *progress.Task) bool { return t.Due.Dated() && t.State != progress.Recurring }

func (v *trackerView) span(t *progress.Task) span {
	link := v.taskLink(t)
	over := t.State == progress.Done || t.State == progress.DoneLate
	s := span{over: over, text: link.Text, url: link.URL, state: "task." + t.State.Key(), class: t.State.Key(), from: t.More().Start.Earliest, to: t.Due.Latest}
	if s.from.IsZero() {
		s.from = t.Task.Deadline.Earliest
	}
	if issued := v.t.entry.Document.Issued; s.from.IsZero() && issued.IsDay() {
		s.from = issued
	}
	if s.from.IsZero() || s.from.Compare(s.to) > 0 {
		s.from = s.to
	}
	if t.Moved && t.Task.Deadline.Dated() {
		s.first = t.Task.Deadline.Latest
		s.moved = s.first != s.to
	}
	return s
}

// grouped makes one row of each group of the plan, or where it has none of each
// quarter in which tasks end.
func (v *trackerView) grouped() []span {
	groups := v.t.report.Groups()
	var out []span
	at := map[string]int{}
	for _, g := range groups {
		for _, t := range g.Tasks {
			if t.Split || !ends(t) {
				continue
			}
			s, key := v.span(t), g.Name
			if len(groups) == 1 {
				key = v.p.opts.Words("timeline.quarter", (int(s.to.Month)+2)/3, int(s.to.Year))
			}
			n, known := at[key]
			if !known {
				n = len(out)
				at[key] = n
				out = append(out, span{text: key, class: "group", from: s.from, to: s.to})
			}
			out[n].join(s, t.State)
		}
	}
	for _, g := range out {
		slices.SortStableFunc(g.tasks, func(a, b span) int { return a.to.Compare(b.to) })
	}
	return out
}

func (s *span) join(other span, state progress.State) {
	if other.from.Compare(s.from) < 0 {
		s.from = other.from
	}
	if other.to.Compare(s.to) > 0 {
		s.to = other.to
	}
	s.tasks = append(s.tasks, other)
	if state == progress.Late {
		s.late++
	}
}

// dates says in words what a row shows.
func (v *trackerView) dates(s span) string {
	lang := v.p.site.Registry.Settings.Lang
	text := date(lang, s.from) + " – " + date(lang, s.to)
	if s.from == s.to {
		text = date(lang, s.to)
	}
	if len(s.tasks) > 0 {
		return text + "; " + v.p.opts.Words("timeline.group", v.p.number(len(s.tasks)), v.p.number(s.late))
	}
	if s.moved {
		text += "; " + v.p.opts.Words("timeline.first", date(lang, s.first))
	}
	return strings.TrimSpace(text)
}

// scale places days between 0 and 1.
type scale struct {
	from, to plan.Date // first and last day
	tick     string    // key of the message that names the ticks
	ticks    []float64
}

// scaleOf makes a scale of whole months that holds all spans.
func scaleOf(spans []span) scale {
	from, to := spans[0].from, spans[0].to
	for _, s := range spans {
		if s.from.Compare(from) < 0 {
			from = s.from
		}
		for _, end := range []plan.Date{s.to, s.first} {
			if end.Compare(to) > 0 {
				to = end
			}
		}
	}
	first := time.Date(int(from.Year), time.Month(from.Month), 1, 0, 0, 0, 0, time.UTC)
	end := time.Date(int(to.Year), time.Month(to.Month)+1, 1, 0, 0, 0, 0, time.UTC)
	s := scale{from: plan.DateOf(first), to: plan.DateOf(end.AddDate(0, 0, -1))}
	step, months := 1, int(end.Sub(first).Hours()/24/30)
	switch {
	case months <= 18:
		s.tick = "timeline.months"
	case months <= 66:
		step, s.tick = 3, "timeline.quarters"
	default:
		step, s.tick = 12, "timeline.years"
	}
	for t := first.AddDate(0, 1, 0); t.Before(end); t = t.AddDate(0, 1, 0) {
		if (int(t.Month())-1)%step == 0 {
			s.ticks = append(s.ticks, s.at(plan.DateOf(t)))
		}
	}
	return s
}

// at is where a day begins on the scale.
func (s scale) at(d plan.Date) float64 {
	whole := s.to.Time().AddDate(0, 0, 1).Sub(s.from.Time())
	return float64(d.Time().Sub(s.from.Time())) / float64(whole)
}

// end is where a day ends.
func (s scale) end(d plan.Date) float64 { return s.at(plan.DateOf(d.Time().AddDate(0, 0, 1))) }
