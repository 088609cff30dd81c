package compile

import "strings"

// These do what the escapers of html/template do, appending to a page.

func appendRaw(dst []byte, s string) []byte { return append(dst, s...) }

// entities are the characters that are replaced in texts and attributes.
var entities = [256]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

func appendEscaped(dst []byte, s string) []byte {
	done := 0
	for i := range len(s) {
		if e := entities[s[i]]; e != "" {
			dst = append(append(dst, s[done:i]...), e...)
			done = i + 1
		}
	}
	return append(dst, s[done:]...)
}

// filterURL lets through relative URLs and those of http, https and mailto.
func filterURL(s string) string {
	scheme, _, ok := strings.Cut(s, ":")
	if !ok || strings.Contains(scheme, "/") ||
		strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto") {
		return s
	}
	return "#ZgotmplZ"
}

// appendURL percent-encodes what cannot stand in a URL, and escapes the rest
// for an attribute.
func appendURL(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	done := 0
	for i := range len(s) {
		c := s[i]
		if inURL[c] || c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			continue
		}
		dst = append(dst, s[done:i]...)
		done = i + 1
		if c == '&' || c == '+' {
			dst = append(dst, entities[c]...)
			continue
		}
		dst = append(dst, '%', hex[c>>4], hex[c&15])
	}
	return append(dst, s[done:]...)
}

// inURL are the bytes that stay as they are.
var inURL = func() (table [256]bool) {
	for c := range table {
		table[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	for _, c := range []byte("!#$*,/:;=?@[]-._~") {
		table[c] = true
	}
	return table
}()

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
