package prose

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/viet"
)

// A caption is a paragraph right before a table, or right behind it, that
// begins with "Bảng 1.", "Bảng:", "Biểu số 02:" or "Table 1.". Where one stands
// between two tables it belongs to the one below it.

// captionWords are what captions begin with.
var captionWords = [...]string{"Bảng", "BẢNG", "Biểu", "BIỂU", "Table", "TABLE"}

// captionOf gives the paragraph with a table's caption, or nil.
func captionOf(w *writer, n *table) ast.Node {
	if before := n.PreviousSibling(); w.isCaption(before) {
		return before
	}
	after := n.NextSibling()
	if !w.isCaption(after) {
		return nil
	}
	if _, another := after.NextSibling().(*table); another {
		return nil
	}
	return after
}

// isTableCaption reports whether a paragraph is written with a table, and so
// not where it stands.
func (w *writer) isTableCaption(p ast.Node) bool {
	if below, ok := p.NextSibling().(*table); ok && captionOf(w, below) == p {
		return true
	}
	above, ok := p.PreviousSibling().(*table)
	return ok && captionOf(w, above) == p
}

func (w *writer) isCaption(n ast.Node) bool {
	p, ok := n.(*ast.Paragraph)
	if !ok || !w.mayBeCaption(p) {
		return false
	}
	label, _ := captionLabel(w.plainText(p))
	return label != ""
}

// mayBeCaption leaves out, without putting a text together, nearly all
// paragraphs that are no captions.
func (w *writer) mayBeCaption(p *ast.Paragraph) bool {
	first, ok := p.FirstChild().(*ast.Text)
	if !ok {
		return true
	}
	text := first.Segment.Value(w.src)
	return slices.ContainsFunc(captionWords[:], func(word string) bool { return len(text) < len(word) || string(text[:len(word)]) == word })
}

// captionName gives the anchor of the table with a caption: "bang-1" for
// "Bảng 1. Chỉ tiêu", "" where there is no number.
func captionName(text string) string {
	label, numbered := captionLabel(text)
	if !numbered {
		return ""
	}
	return viet.Slug(label)
}

// captionLabel reads the label before a caption's text: "Bảng 1" of "Bảng 1.
// Chỉ tiêu". It is empty where the text is no caption.
func captionLabel(text string) (label string, numbered bool) {
	end := 0
	for _, word := range captionWords {
		if strings.HasPrefix(text, word) {
			end = len(word)
		}
	}
	if end == 0 {
		return "", false
	}
	rest := text[end:]
	for _, number := range [...]string{" số ", " SỐ ", " "} {
		if after, ok := strings.CutPrefix(rest, number); ok {
			length := numberLength(after)
			if length == 0 {
				return "", false
			}
			numbered = true
			end += len(number) + length
			rest = after[length:]
			break
		}
	}
	if rest == "" || (rest[0] != '.' && rest[0] != ':') || strings.TrimSpace(rest[1:]) == "" {
		return "", false
	}
	return text[:end], numbered
}

// numberLength gives the length of the number that s begins with: "2", "2.1",
// "2-1", "IV" or "A".
func numberLength(s string) int {
	length := len(s) - len(strings.TrimLeft(s, "0123456789IVXLABC"))
	for length > 0 && length+1 < len(s) && (s[length] == '.' || s[length] == '-') {
		further := s[length+1:]
		digits := len(further) - len(strings.TrimLeft(further, "0123456789"))
		if digits == 0 {
			break
		}
		length += 1 + digits
	}
	return length
}
