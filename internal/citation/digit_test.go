package citation

import "testing"

// TestNextDigit puts every byte before and behind a digit, at every place of
// the eight that are looked at together.
func TestNextDigit(t *testing.T) {
	for c := range 256 {
		text := make([]byte, 21)
		for i := range text {
			text[i] = byte(c)
		}
		isOne := '0' <= c && c <= '9'
		if got, none := nextDigit(text, 3), 3; isOne && got != none || !isOne && got != len(text) {
			t.Fatalf("among bytes %#x: %d", c, got)
		}
		for at := range text {
			text[at] = '0' + byte(at%10)
			if got := nextDigit(text, 0); !isOne && got != at {
				t.Fatalf("among bytes %#x the digit at %d is found at %d", c, at, got)
			}
			text[at] = byte(c)
		}
	}
}
