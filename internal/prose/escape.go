package prose

// appendEscaped appends s with the four characters that mean something in
// HTML text or in a double-quoted attribute written as references, and NUL,
// which HTML does not allow, as the replacement character.
func appendEscaped[S string | []byte](dst []byte, s S) []byte {
	done := 0
	for i := 0; i < len(s); i++ {
		ref := reference[s[i]]
		if ref == "" {
			continue
		}
		dst = append(dst, s[done:i]...)
		dst = append(dst, ref...)
		done = i + 1
	}
	return append(dst, s[done:]...)
}

// reference says how a byte is written where it cannot stand for itself.
var reference = [256]string{0: "\ufffd", '"': "&quot;", '&': "&amp;", '<': "&lt;", '>': "&gt;"}
