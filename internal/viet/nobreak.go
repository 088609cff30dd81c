package viet

import (
	"bytes"
	"unicode/utf8"
)

// noBreakSpace is U+00A0 in UTF-8.
const noBreakSpace = "\u00A0"

// NoBreak gives s with no-break spaces where a line break would tear apart
// what is read as one: a number from the word that it belongs to (“Điều 7”, “số
// 01/KH-UBND”, “năm 2023”, “Chương II”, “điểm a”) or from its unit (“10 %”, “5
// triệu”), and a sign from its number (“≥ 03”, “16 - 18”). It gives s itself
// where there is nothing to do.
//
// Of a full date, the spaces before “tháng” and “năm” stay, so that a narrow
// column can still break it.
func NoBreak(s string) string {
	text := []byte(s)
	if NoBreakIndex(text, 0) < 0 {
		return s
	}
	return string(AppendNoBreak(make([]byte, 0, len(s)+8), text))
}

// AppendNoBreak appends text to dst as NoBreak gives it.
func AppendNoBreak(dst, text []byte) []byte {
	from := 0
	for {
		at := NoBreakIndex(text, from)
		if at < 0 {
			return append(dst, text[from:]...)
		}
		dst = append(append(dst, text[from:at]...), noBreakSpace...)
		from = at + 1
	}
}

// NoBreakIndex gives the offset of the next space, from an offset on, that
// NoBreak replaces, or -1. What stands before from is taken into account. It
// is for callers that do more than one thing to a text in one pass.
func NoBreakIndex(text []byte, from int) int {
	for from < len(text) {
		n := bytes.IndexByte(text[from:], ' ')
		if n < 0 {
			return -1
		}
		if sticks(text, from+n) {
			return from + n
		}
		from += n + 1
	}
	return -1
}

// sticks reports whether the space at i holds its neighbours together.
func sticks(text []byte, i int) bool {
	if i == 0 || i+1 >= len(text) {
		return false
	}
	before, after := text[i-1], text[i+1]
	switch {
	case isDigit(after):
		return takesNumber(lastWord(text[:i])) || endsInSign(text[:i])
	case isDigit(before):
		return isUnit(firstWord(text[i+1:])) || isRange(text[i+1:])
	case after == 'I' || after == 'V' || after == 'X' || after == 'L':
		return isRoman(firstWord(text[i+1:])) && takesNumber(lastWord(text[:i]))
	case before == 'm', before == 't': // điểm a, điểm đ, point a
		return isPointLabel(text[i+1:]) && isPointWord(lastWord(text[:i]))
	}
	return false
}

// lastWord gives the letters that end text, leaving out one “:” or “.” behind
// them. Words longer than any that matters come out cut.
func lastWord(text []byte) []byte {
	end := len(text)
	if end > 0 && (text[end-1] == ':' || text[end-1] == '.') {
		end--
	}
	start := end
	for start > 0 && end-start < 16 {
		r, n := utf8.DecodeLastRune(text[:start])
		if !isLetter(r) {
			break
		}
		start -= n
	}
	return text[start:end]
}

// firstWord gives the letters, digits and unit signs that begin text.
func firstWord(text []byte) []byte {
	end := 0
	for end < len(text) && end < 16 {
		r, n := utf8.DecodeRune(text[end:])
		if !isLetter(r) && !(r < utf8.RuneSelf && isDigit(byte(r))) && r != '%' && r != '‰' && r != '°' && r != '²' && r != '³' {
			break
		}
		end += n
	}
	return text[:end]
}

// isLetter knows the letters of Vietnamese and English.
func isLetter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	case r < latinEnd:
		return r >= 0xC0
	}
	return vietStart <= r && r < vietEnd
}

// takesNumber reports whether a number behind the word belongs to it.
func takesNumber(word []byte) bool {
	switch string(word) {
	case "số", "Số", "SỐ", "ngày", "Ngày", "tháng", "Tháng", "năm", "Năm", "NĂM", "quý", "Quý", "tuần", "Tuần",
		"Điều", "điều", "ĐIỀU", "khoản", "Khoản", "điểm", "Điểm", "tiết", "Tiết",
		"mục", "Mục", "MỤC", "Chương", "chương", "CHƯƠNG", "Phần", "phần", "PHẦN", "lục", "Lục", "LỤC",
		"Bảng", "bảng", "Biểu", "biểu", "Hình", "hình", "Mẫu", "mẫu", "trang", "Trang",
		"đoạn", "ĐOẠN", "thứ", "khóa", "Khóa", "khoá", "Khoá", "kỳ", "Kỳ", "đợt", "Đợt", "bước", "Bước",
		"phường", "Phường", "quận", "Quận", "phố", "tổ", "Tổ":
		return true
	case "No", "no", "Article", "article", "Clause", "clause", "Section", "section", "Chapter", "chapter", "Part",
		"Annex", "annex", "Table", "table", "Figure", "figure", "page", "Page", "Form", "Quarter", "quarter":
		return true
	}
	return false
}

// isUnit reports whether a number before the word is a quantity of it.
func isUnit(word []byte) bool {
	switch string(word) {
	case "%", "‰", "°C", "km", "m", "cm", "mm", "km2", "m2", "m3", "km²", "m²", "m³", "ha", "kg", "g", "tấn", "tạ", "lít",
		"kW", "MW", "kWh", "MWh", "KB", "MB", "GB", "TB", "đồng", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "VND", "VNĐ", "USD", "EUR",
		"million", "billion":
		return true
	}
	return false
}

// endsInSign reports whether text ends in a sign that belongs to the number
// behind it.
func endsInSign(text []byte) bool {
	r, _ := utf8.DecodeLastRune(text)
	return r == '≥' || r == '≤' || r == '±' || r == '<' || r == '>'
}

// isRange reports whether text goes on with a dash and another number.
func isRange(text []byte) bool {
	dash := bytes.TrimPrefix(text, []byte("–"))
	if len(dash) == len(text) {
		dash = bytes.TrimPrefix(text, []byte("-"))
	}
	return len(dash) < len(text) && len(dash) > 1 && dash[0] == ' ' && isDigit(dash[1])
}

func isRoman(word []byte) bool {
	for _, c := range word {
		if c != 'I' && c != 'V' && c != 'X' && c != 'L' {
			return false
		}
	}
	return len(word) > 0
}

func isPointWord(word []byte) bool {
	switch string(word) {
	case "điểm", "Điểm", "point", "Point":
		return true
	}
	return false
}

// isPointLabel reports whether text begins with the letter of a point that
// stands alone: a, b, c, d, đ.
func isPointLabel(text []byte) bool {
	rest, ok := bytes.CutPrefix(text, []byte("đ"))
	if !ok {
		if text[0] < 'a' || text[0] > 'z' {
			return false
		}
		rest = text[1:]
	}
	return len(firstWord(rest)) == 0
}
