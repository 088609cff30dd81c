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
	for i := range len(s) {
		c := s[i]
		switch {
		case entities[c] != "" && (c == '&' || c == '+'):
			dst = append(dst, entities[c]...)
		case inURL(c), c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			dst = append(dst, c)
		default:
			dst = append(dst, '%', hex[c>>4], hex[c&15])
		}
	}
	return dst
}

func inURL(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("!#$*,/:;=?@[]-._~", c) >= 0
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
