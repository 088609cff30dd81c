package viet

import "strconv"

// Decimal gives a number with its thousands in groups and exactly places
// digits behind the separator: 1.234.567,89 in Vietnamese ("vi"), 1,234,567.89
// in any other language. A negative places gives as many digits as are needed.
func Decimal(v float64, places int, lang string) string {
	return group(strconv.FormatFloat(v, 'f', places, 64), lang)
}

// Integer gives a whole number with its thousands in groups, as Decimal does.
func Integer(n int64, lang string) string {
	return group(strconv.FormatInt(n, 10), lang)
}

// group turns the digits that strconv writes into those of a language.
func group(digits, lang string) string {
	thousand, point := byte(','), byte('.')
	if lang == "vi" {
		thousand, point = point, thousand
	}
	start := 0
	for start < len(digits) && !isDigit(digits[start]) {
		start++
	}
	end := start
	for end < len(digits) && isDigit(digits[end]) {
		end++
	}
	out := append(make([]byte, 0, len(digits)+len(digits)/3), digits[:start]...)
	for i := start; i < end; i++ {
		if i > start && (end-i)%3 == 0 {
			out = append(out, thousand)
		}
		out = append(out, digits[i])
	}
	if end < len(digits) && digits[end] == '.' {
		out = append(append(out, point), digits[end+1:]...)
	} else {
		out = append(out, digits[end:]...)
	}
	return string(out)
}

// Size gives a number of bytes as people say it: “2,3 MB”. A unit is 1024 of
// the one before, as the file managers of most readers count. Below ten there
// is one digit behind the separator, unless it is 0.
func Size(bytes int64, lang string) string {
	units := [...]string{"byte", "KB", "MB", "GB", "TB"}
	v, unit := float64(bytes), 0
	for v >= 1023.5 && unit < len(units)-1 {
		v, unit = v/1024, unit+1
	}
	switch {
	case unit == 0 && bytes != 1 && lang != "vi":
		return Integer(bytes, lang) + " bytes"
	case unit == 0:
		return Integer(bytes, lang) + " byte"
	case v < 9.95 && int64(v*10+0.5)%10 != 0:
		return Decimal(v, 1, lang) + " " + units[unit]
	}
	return Decimal(v, 0, lang) + " " + units[unit]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
