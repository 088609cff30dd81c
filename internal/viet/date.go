package viet

import (
	"fmt"
	"strconv"
)

// LongDate gives a date in the form that the law prescribes: “ngày 03 tháng 01
// năm 2023”. Days under 10 and the months 1 and 2 have a leading zero; the
// other months have none: “ngày 29 tháng 6 năm 2019”. Without a day (0) it
// gives “tháng 01 năm 2023”, without a month “năm 2023”, without a year "".
//
// Source: Decree 30/2020/NĐ-CP, App. I.II.4.b.
func LongDate(year, month, day int) string {
	switch {
	case year == 0:
		return ""
	case month == 0:
		return "năm " + strconv.Itoa(year)
	}
	m := strconv.Itoa(month)
	if month < 3 {
		m = "0" + m
	}
	rest := "tháng " + m + " năm " + strconv.Itoa(year)
	if day == 0 {
		return rest
	}
	return fmt.Sprintf("ngày %02d %s", day, rest)
}

// ShortDate gives “03/01/2023”, “01/2023” without a day (0), “2023” without a
// month, "" without a year.
func ShortDate(year, month, day int) string {
	switch {
	case year == 0:
		return ""
	case month == 0:
		return strconv.Itoa(year)
	case day == 0:
		return fmt.Sprintf("%02d/%d", month, year)
	}
	return fmt.Sprintf("%02d/%02d/%d", day, month, year)
}

// EnglishDate gives “3 January 2023”, “January 2023” without a day (0), “2023”
// without a month, "" without a year.
func EnglishDate(year, month, day int) string {
	switch {
	case year == 0:
		return ""
	case month < 1 || month > len(englishMonths):
		return strconv.Itoa(year)
	case day == 0:
		return englishMonths[month-1] + " " + strconv.Itoa(year)
	}
	return strconv.Itoa(day) + " " + englishMonths[month-1] + " " + strconv.Itoa(year)
}

var englishMonths = [...]string{"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December"}
