package plan

import (
	"strconv"
	"time"
)

// Date is a calendar day, month or year: Month and Day are zero where the
// date is not that exact. The zero Date is no date.
type Date struct {
	Year  int16
	Month int8
	Day   int8
}

// DateOf gives the day of a time, in that time's zone.
func DateOf(t time.Time) Date {
	return Date{int16(t.Year()), int8(t.Month()), int8(t.Day())}
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// IsDay reports whether the date is exact to the day.
func (d Date) IsDay() bool { return d.Day != 0 }

// Compare orders dates by their first day. A zero Date comes first.
func (d Date) Compare(e Date) int {
	if d.Year != e.Year {
		return int(d.Year) - int(e.Year)
	}
	if d.Month != e.Month {
		return int(d.Month) - int(e.Month)
	}
	return int(d.Day) - int(e.Day)
}

// EndsBefore reports whether d's last day comes before e's first day. Dates
// that are only as exact as a month or a year may overlap; then it is false. It
// is false where either is missing.
func (d Date) EndsBefore(e Date) bool {
	switch {
	case d.IsZero() || e.IsZero():
		return false
	case d.Year != e.Year:
		return d.Year < e.Year
	case d.Month == 0 || e.Month == 0:
		return false
	case d.Month != e.Month:
		return d.Month < e.Month
	}
	return d.Day != 0 && e.Day != 0 && d.Day < e.Day
}

// String gives the date in ISO 8601: 2023-01-03, 2023-01, 2023 or "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	out := appendPadded(make([]byte, 0, len("2006-01-02")), int(d.Year), 4)
	if d.Month != 0 {
		out = appendPadded(append(out, '-'), int(d.Month), 2)
	}
	if d.Day != 0 {
		out = appendPadded(append(out, '-'), int(d.Day), 2)
	}
	return string(out)
}

// appendPadded appends n with zeros before it.
func appendPadded(out []byte, n, width int) []byte {
	digits := strconv.Itoa(n)
	for range width - len(digits) {
		out = append(out, '0')
	}
	return append(out, digits...)
}

// Valid reports whether the date is in the calendar, in years 1800 to 2999.
func (d Date) Valid() bool {
	if d.Year < 1800 || d.Year > 2999 || d.Month < 0 || d.Month > 12 || d.Day < 0 || (d.Day > 0 && d.Month == 0) {
		return false
	}
	if d.Day == 0 {
		return true
	}
	t := time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC)
	return t.Day() == int(d.Day)
}

// Time gives the beginning of the date's first day in UTC.
func (d Date) Time() time.Time {
	return time.Date(int(d.Year), time.Month(max(d.Month, 1)), int(max(d.Day, 1)), 0, 0, 0, 0, time.UTC)
}

// Period is a span of dates, both ends included; either may be missing.
type Period struct{ From, To Date }

// IsZero reports whether there is no period.
func (p Period) IsZero() bool { return p == Period{} }
