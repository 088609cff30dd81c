package frontmatter

import (
	"encoding/json"
	"strings"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

// extra keeps a key that begins with x-, of any value. Each name may be used
// once.
func extra(r *reader, doc *plan.Document, key, value *yaml.Node) bool {
	name, ok := strings.CutPrefix(key.Value, "x-")
	if !ok || name == "" {
		return false
	}
	for _, e := range doc.Extra {
		if e.Key == key.Value {
			r.add(ruleTwice.At(r.pos(key), diag.T("khóa “%s” có hai lần", "the key %q is given twice", shorten(key.Value, 60))).
				WithHint(diag.T("giữ lại một dòng, xóa dòng kia", "keep one of the lines and delete the other")))
			return true
		}
	}
	r.place(key.Value, value)
	doc.Extra = append(doc.Extra, plan.Extra{Key: key.Value, JSON: string(appendJSON(nil, value))})
	return true
}

// appendJSON writes a node as JSON. Keys keep their order; what YAML calls a
// date is text, and so is a number that JSON would not read.
func appendJSON(b []byte, n *yaml.Node) []byte {
	switch n.Kind {
	case yaml.SequenceNode:
		b = append(b, '[')
		for i, c := range n.Content {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendJSON(b, c)
		}
		return append(b, ']')
	case yaml.MappingNode:
		b = append(b, '{')
		for i := 0; i+1 < len(n.Content); i += 2 {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(appendString(b, n.Content[i].Value), ':')
			b = appendJSON(b, n.Content[i+1])
		}
		return append(b, '}')
	}
	return appendScalar(b, n)
}

func appendScalar(b []byte, n *yaml.Node) []byte {
	switch {
	case spoilt(n) || n.Tag == "!!null":
		return append(b, "null"...)
	case n.Tag == "!!bool":
		return append(b, strings.ToLower(n.Value)...)
	case (n.Tag == "!!int" || n.Tag == "!!float") && json.Valid([]byte(n.Value)):
		return append(b, n.Value...)
	}
	return appendString(b, n.Value)
}

func appendString(b []byte, s string) []byte {
	quoted, err := json.Marshal(s)
	if err != nil { // never for a string
		return append(b, `""`...)
	}
	return append(b, quoted...)
}
