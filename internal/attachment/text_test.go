package attachment

import (
	"strings"
	"testing"
)

// TestTextMayBeCutInACharacter is of Vietnamese tables larger than what is
// looked at: a character there has up to three bytes, and emoji four.
func TestTextMayBeCutInACharacter(t *testing.T) {
	for _, char := range []string{"đ", "ệ", "😀"} {
		for before := range len(char) + 1 {
			text := strings.Repeat("a", headSize-before) + char
			if !isText([]byte(text)[:headSize], nil, 0) {
				t.Errorf("refused with %d of the %d bytes of %s at the end", before, len(char), char)
			}
		}
	}
	broken := "a\xFFa" + strings.Repeat("a", headSize)
	if isText([]byte(broken)[:headSize], nil, 0) {
		t.Error("bytes that are no UTF-8 were taken for text")
	}
}
