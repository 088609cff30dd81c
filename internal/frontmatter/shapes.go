package frontmatter

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/viet"
)

// object is a piece of JSON Schema.
type object = map[string]any

// shape is one kind of value: how it is read from a node, and how JSON Schema
// describes it. A read that gives false has said why, or had nothing to say.
type shape[V any] struct {
	read   func(r *reader, n *yaml.Node, at string) (V, bool)
	schema object
}

// scalar gives the text of a node that must be a single value.
func (r *reader) scalar(n *yaml.Node, at string, w want) (string, bool) {
	if n.Kind != yaml.ScalarNode || absent(n) {
		r.wrongType(n, at, w)
		return "", false
	}
	s := strings.TrimSpace(n.Value)
	if n.Style&yaml.DoubleQuotedStyle != 0 {
		s = viet.NFCString(s) // escapes can spell what the file's own bytes cannot
	}
	return s, true
}

var wantText = want{diag.T("một đoạn chữ", "a text"), `"…"`}

// wantedText is wantText with the text itself where YAML took it for a key with
// its value, as it takes “Lưu: VT” at the end of the recipients.
func wantedText(n *yaml.Node) want {
	w := wantText
	if n.Kind == yaml.MappingNode && len(n.Content) == 2 && n.Content[0].Kind == yaml.ScalarNode && n.Content[1].Kind == yaml.ScalarNode {
		w.example = quote(shorten(n.Content[0].Value+": "+n.Content[1].Value, 80))
	}
	return w
}

// text is one line of text of at most limit characters. Line breaks of YAML's
// long forms become spaces.
func text(limit int) shape[string] {
	return shape[string]{
		read: func(r *reader, n *yaml.Node, at string) (string, bool) {
			s, ok := r.scalar(n, at, wantedText(n))
			if !ok {
				return "", false
			}
			if strings.ContainsAny(s, "\n\t\r") {
				s = strings.Join(strings.Fields(s), " ")
			}
			r.swallowed(n, at)
			return s, r.plainText(n, at, s, limit)
		},
		schema: object{"type": "string", "minLength": 1, "maxLength": limit},
	}
}

// plainText refuses characters that do not belong in a line of text: controls,
// and marks that reverse the reading direction of what follows.
func (r *reader) plainText(n *yaml.Node, at, s string, limit int) bool {
	for _, c := range s {
		if unicode.IsControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) {
			r.add(ruleText.At(r.pos(n), diag.T("%s có ký tự điều khiển U+%04X", "%s holds the control character U+%04X", at, c)).
				WithHint(diag.T("gõ lại giá trị này, đừng chép dán", "type this value anew rather than pasting it")))
			return false
		}
	}
	if len(s) > limit && utf8.RuneCountInString(s) > limit {
		r.add(ruleText.At(r.pos(n), diag.T("%s dài %d ký tự; nhiều nhất là %d", "%s has %d characters; at most %d are allowed",
			at, utf8.RuneCountInString(s), limit)).WithHint(diag.T("rút gọn, phần còn lại để trong nội dung", "shorten it and leave the rest to the body")))
		return false
	}
	return true
}

// swallowed reports text that YAML takes for a comment: "Kế hoạch #1".
func (r *reader) swallowed(n *yaml.Node, at string) {
	c := n.LineComment
	if len(c) < 2 || c[1] == ' ' || c[1] == '#' || n.Style != 0 {
		return
	}
	r.add(ruleSwallowed.At(r.pos(n), diag.T("%s: phần “%s” bị YAML coi là chú thích và bỏ đi", "%s: YAML takes %q for a comment and drops it",
		at, shorten(c, 40))).WithHint(diag.T("đặt cả giá trị trong dấu nháy kép; nếu là chú thích, thêm dấu cách sau #",
		"put the whole value in double quotes; if it is a comment, put a space after #")))
}

// integer is a whole number from low to high.
func integer(low, high int) shape[int] {
	w := want{diag.T("một số nguyên", "a whole number"), strconv.Itoa(max(low, min(high, 10)))}
	return shape[int]{
		read: func(r *reader, n *yaml.Node, at string) (int, bool) {
			s, ok := r.scalar(n, at, w)
			if !ok {
				return 0, false
			}
			v, err := strconv.Atoi(s)
			if err != nil {
				r.wrongType(n, at, w)
				return 0, false
			}
			if v < low || v > high {
				r.add(ruleValue.At(r.pos(n), diag.T("%s là %d, ngoài khoảng %d đến %d", "%s is %d, outside %d to %d", at, v, low, high)).
					WithHint(diag.T("viết một số nguyên từ %d đến %d", "write a whole number from %d to %d", low, high)))
				return 0, false
			}
			return v, true
		},
		schema: object{"type": "integer", "minimum": low, "maximum": high},
	}
}

// weight is any whole number that JSON can carry everywhere.
var weight = integer(math.MinInt16, math.MaxInt16)
