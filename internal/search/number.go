package search

import "strings"

// The number of a document, "01/2023/KH-UBND", is the terms "#1", "#1/kh" and
// "#1/kh-ubnd": without zeros in front, and without the year.

// numberKeys gives the terms of a number as it is written on a document.
func numberKeys(s *scanner, number string) []string {
	var parts []string
	s.text(number, func(w *word, _ gap) { parts = append(parts, w.key) })
	if len(parts) == 0 || !isNumber(parts[0]) {
		return nil
	}
	key := "#" + bare(parts[0])
	out := []string{key}
	parts = parts[1:]
	if len(parts) > 0 && isYear(parts[0]) {
		parts = parts[1:]
	}
	for i, p := range parts {
		key += string("/-"[min(i, 1)]) + p
		out = append(out, key)
	}
	return out
}

// symbols gives the letters of a document's number: "kh", "ubnd".
func symbols(s *scanner, number string) []string {
	keys := numberKeys(s, number)
	if len(keys) < 2 {
		return nil
	}
	_, letters, _ := strings.Cut(keys[len(keys)-1], "/")
	return strings.Split(letters, "-")
}

// isNumber reports whether a key is the number part of a document's number.
func isNumber(key string) bool {
	if key == "" || len(key) > 6 {
		return false
	}
	for i := range len(key) {
		if !digit(key[i]) {
			return false
		}
	}
	return true
}

// bare takes the zeros in front of a number away.
func bare(digits string) string {
	if s := strings.TrimLeft(digits, "0"); s != "" {
		return s
	}
	return "0"
}

// isYear reports whether a key is a year of our time.
func isYear(key string) bool {
	return isNumber(key) && len(key) == 4 && (key[0] == '1' && key[1] == '9' || key[0] == '2' && key[1] == '0')
}
