package check

import "planpress/internal/plan"

// endsBefore reports whether the last day of a comes before the first day of
// b. Dates that are only as exact as a month or a year may overlap; then it is
// false. It is false where either is missing.
func endsBefore(a, b plan.Date) bool {
	switch {
	case a.IsZero() || b.IsZero():
		return false
	case a.Year != b.Year:
		return a.Year < b.Year
	case a.Month == 0 || b.Month == 0:
		return false
	case a.Month != b.Month:
		return a.Month < b.Month
	}
	return a.Day != 0 && b.Day != 0 && a.Day < b.Day
}
