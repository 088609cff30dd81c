package citation

import "time"

// dateAt reads the date behind a citation that ends at p. End is 0 where there
// is none.
func dateAt(t []byte, p int) (d Date, end int) {
	q := skipSpace(t, p)
	comma, paren := false, false
	switch {
	case q < len(t) && t[q] == ',':
		comma, q = true, skipSpace(t, q+1)
	case q < len(t) && t[q] == '(':
		paren, q = true, skipSpace(t, q+1)
	}
	next := phraseEnd(t, q, "ngày")
	if next == 0 {
		if signed := beforeDay.end(t, q); signed > 0 {
			q = skipSpace(t, signed)
			next = phraseEnd(t, q, "ngày")
		}
	}
	if next > 0 {
		d, end = dayAt(t, skipSpace(t, next))
	} else if isDigit(t, q) {
		d, end = dayAt(t, q)
	} else if !comma {
		d, end = monthOrYear(t, q)
	}
	switch {
	case end == 0:
		return Date{}, 0
	case comma && afterDay.end(t, skipComma(t, end)) == 0:
		// “theo Kế hoạch số 01/KH-UBND, ngày 05/3/2023 phường tổ chức …”
		return Date{}, 0
	case paren && end < len(t) && t[end] == ')':
		end++
	}
	return d, end
}

func skipComma(t []byte, p int) int {
	p = skipSpace(t, p)
	if p < len(t) && t[p] == ',' {
		p = skipSpace(t, p+1)
	}
	return p
}

// dayAt reads a whole date at p: 03/01/2023, 3-1-2023, 3.1.2023, “3 tháng 1 năm
// 2023”, “3 tháng 1, 2023”, with the white space of real texts. End is 0 where
// there is none, or no such day.
func dayAt(t []byte, p int) (d Date, end int) {
	var q int
	if d.Day, q = integer(t, p, 2); q == p {
		return Date{}, 0
	}
	if next := phraseEnd(t, skipSpace(t, q), "tháng"); next > 0 {
		q = skipSpace(t, next)
	} else if q = dateSign(t, q); q == 0 {
		return Date{}, 0
	}
	d.Month, d.Year, end = monthYear(t, q)
	if end == 0 || !d.exists() {
		return Date{}, 0
	}
	return d, end
}

// exists reports whether the month has the day.
func (d Date) exists() bool {
	if d.Day <= 28 {
		return d.Day > 0
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Day() == d.Day
}

// monthYear reads “1/2023”, “1-2023”, “1 năm 2023”, “1, 2023”.
func monthYear(t []byte, p int) (month, year, end int) {
	month, q := integer(t, p, 2)
	if q == p || month < 1 || month > 12 {
		return 0, 0, 0
	}
	if next := phraseEnd(t, skipSpace(t, q), "năm"); next > 0 {
		q = skipSpace(t, next)
	} else if next := dateSign(t, q); next > 0 {
		q = next
	} else if q < len(t) && t[q] == ',' {
		q = skipSpace(t, q+1)
	}
	year, end = yearAt(t, q)
	return month, year, end
}

func monthOrYear(t []byte, p int) (d Date, end int) {
	if q := phraseEnd(t, p, "tháng"); q > 0 {
		d.Month, d.Year, end = monthYear(t, skipSpace(t, q))
	} else if q := phraseEnd(t, p, "năm"); q > 0 {
		d.Year, end = yearAt(t, skipSpace(t, q))
	}
	return d, end
}

// dateSign passes the sign between the parts of a date, with white space
// around it; 0 where there is none.
func dateSign(t []byte, p int) int {
	p = skipSpace(t, p)
	if p < len(t) && t[p] == '.' {
		return skipSpace(t, p+1)
	}
	if sign, n := signLen(t, p); sign != 0 && sign != '&' {
		return skipSpace(t, p+n)
	}
	return 0
}

func yearAt(t []byte, p int) (year, end int) {
	year, end = integer(t, p, 4)
	if end-p != 4 || year < 1900 || year > 2099 || !endsDate(t, end) {
		return 0, 0
	}
	return year, end
}

// endsDate reports whether the digits that end at p are not part of a range, a
// decimal number or a longer code.
func endsDate(t []byte, p int) bool {
	if wordLen(t, p) > 0 {
		return false
	}
	if p < len(t) && (t[p] == '.' || t[p] == ',') {
		return !isDigit(t, p+1)
	}
	q := skipSpace(t, p)
	sign, n := signLen(t, q)
	return sign == 0 || !isDigit(t, skipSpace(t, q+n))
}

// unusableDay passes a day that has no year, or one of two digits (“ngày 12/5”,
// “ngày 05/6/24”), behind a citation that ends at p; it gives p where none is.
func unusableDay(t []byte, p int) int {
	q := phraseEnd(t, skipSpace(t, p), "ngày")
	if q == 0 {
		return p
	}
	q = skipSpace(t, q)
	for range 3 {
		_, end := integer(t, q, 2)
		if end == q {
			return p
		}
		if q = dateSign(t, end); q == 0 {
			return end
		}
	}
	return p
}
