// Package deadline reads deadlines as Vietnamese plans write them: “Quý
// II/2025”, “Trước ngày 15/12/2025”, “2025 và những năm tiếp theo”, “Hằng
// năm”. What it does not know stays a text, for a plan may say anything: no day
// is ever guessed, and a year that is not written is not taken from elsewhere.
package deadline

import (
	"strings"
	"time"

	"planpress/internal/plan"
	"planpress/internal/viet"
)

// Doubt says why a text that looks like a date gave none.
type Doubt uint8

const (
	Certain    Doubt = iota // it was read, or is no date
	NoSuchDate              // a day, month or quarter that is not in the calendar: 31/13/2025
	NoYear                  // “Quý II”: nobody can tell of which year
	Backwards               // the end lies before the beginning: 2026 - 2025
	Converted               // what a spreadsheet makes of a date it was not to read: Jun-26, 15/12/26, 46022
)

// Parse reads a deadline. The text is always kept; where the words have no
// date it is all there is.
//
// “Trước” before a date leaves that date out: what is due before 15/12 is late
// on 15/12. With a time of day it does not, for the day is not over. “Đến”,
// “hết”, “chậm nhất” take the date in.
func Parse(text string) (plan.Deadline, Doubt) {
	out := plan.Deadline{Text: text}
	p := parser{tokens: tokenize(viet.Fold(text))}
	switch {
	case len(p.tokens) == 0:
		return out, Certain
	case converted(p.tokens):
		return out, Converted
	}
	rest, recurs := recurrence(p.tokens)
	if recurs != plan.Once {
		out.Recurs = recurs
		p.tokens = rest
		s, ok := p.whole()
		if ok && s.doubt() == Certain && !s.until {
			out.Earliest, out.Latest, out.Open = s.earliest(), s.latest(), s.open
		} else if !ok && !within(rest) {
			out.Recurs = plan.Once // the word is part of a sentence
		}
		return out, Certain
	}
	s, ok := p.whole()
	if before, _, cut := strings.Cut(text, "("); !ok && cut && strings.HasSuffix(text, ")") { // “Quý III/2026 (dự kiến)”
		p.tokens = tokenize(viet.Fold(before))
		s, ok = p.whole()
	}
	if !ok {
		return out, Certain
	}
	if d := s.doubt(); d != Certain {
		return out, d
	}
	out.Earliest, out.Latest, out.Open = s.earliest(), s.latest(), s.open
	return out, Certain
}

// span is what a text says, before it is known to be in the calendar.
type span struct {
	first, last unit
	before      bool // the last day is the one before first's
	until       bool // only the end is known
	open        bool // only the beginning is known
}

// unit is a stretch of one year: a year, some months of it, or some days.
type unit struct {
	year                 int // 0: not written
	fromMonth, fromDay   int // 0, 0: from the beginning
	untilMonth, untilDay int
	bad                  bool // has a month or quarter that no year has
}

func (s span) doubt() Doubt {
	first, last := s.first, s.last
	if first.year == 0 {
		first.year = last.year
	}
	switch {
	case first.bad || last.bad:
		return NoSuchDate
	case first.year == 0 || last.year == 0:
		return NoYear
	case !first.begin().Valid() || !last.end().Valid() || !last.begin().Valid() || !first.end().Valid():
		return NoSuchDate
	case last.end().Compare(first.begin()) < 0:
		return Backwards
	}
	return Certain
}

func (s span) earliest() plan.Date {
	if s.before || s.until {
		return plan.Date{}
	}
	if s.first.year == 0 {
		s.first.year = s.last.year
	}
	return s.first.begin()
}

func (s span) latest() plan.Date {
	switch {
	case s.open:
		return plan.Date{}
	case s.before:
		return plan.DateOf(s.first.begin().Time().AddDate(0, 0, -1))
	}
	return s.last.end()
}

func (u unit) begin() plan.Date {
	return plan.Date{Year: int16(u.year), Month: int8(max(u.fromMonth, 1)), Day: int8(max(u.fromDay, 1))}
}

func (u unit) end() plan.Date {
	month := u.untilMonth
	if month == 0 {
		month = 12
	}
	day := u.untilDay
	if day == 0 {
		day = time.Date(u.year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	}
	return plan.Date{Year: int16(u.year), Month: int8(month), Day: int8(day)}
}
