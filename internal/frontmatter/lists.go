package frontmatter

import (
	"strings"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
)

// list is a sequence of at most limit items. With lone, one item may stand
// without a list around it.
func list[V any](of shape[V], limit int, lone bool) shape[[]V] {
	w := want{diag.T("một danh sách", "a list"), "[a, b]"}
	return shape[[]V]{
		read: func(r *reader, n *yaml.Node, at string) ([]V, bool) {
			if lone && n.Kind != yaml.SequenceNode {
				r.place(item(at, 0), n)
				v, ok := of.read(r, n, item(at, 0))
				return []V{v}, ok
			}
			if n.Kind != yaml.SequenceNode {
				r.notAList(n, at, w)
				return nil, false
			}
			if len(n.Content) > limit {
				r.add(ruleTooLarge.At(r.pos(n), diag.T("%s có %d mục; nhiều nhất là %d", "%s has %d items; at most %d are allowed",
					at, len(n.Content), limit)).WithHint(diag.T("chuyển bớt vào nội dung hoặc tệp đính kèm", "move some of them to the body or to an attachment")))
				return nil, false
			}
			return items(r, n, at, of), true
		},
		schema: listSchema(of.schema, limit, lone),
	}
}

// items reads each item of a sequence, and says which of them are empty.
func items[V any](r *reader, n *yaml.Node, at string, of shape[V]) []V {
	out := make([]V, 0, len(n.Content))
	for i, c := range n.Content {
		name := item(at, i)
		if absent(c) {
			r.add(ruleMissing.At(r.pos(c), diag.T("%s trống", "%s is empty", name)).
				WithHint(diag.T("điền giá trị hoặc xóa dòng này", "give it a value, or delete the line")))
			continue
		}
		if v, ok := of.read(r, c, name); ok {
			r.place(item(at, len(out)), c) // by its place in the result: others may have been refused
			out = append(out, v)
		}
	}
	return out
}

// notAList says how the value given is written as a list; commas in it were
// meant to part the items.
func (r *reader) notAList(n *yaml.Node, at string, w want) {
	if n.Kind == yaml.ScalarNode && !absent(n) {
		parts := strings.Split(shorten(n.Value, 40), ",")
		for i, part := range parts {
			parts[i] = quoteIfNeeded(strings.TrimSpace(part))
		}
		w.example = at + ": [" + strings.Join(parts, ", ") + "]"
	}
	r.wrongType(n, at, w)
}

func listSchema(of object, limit int, lone bool) object {
	s := object{"type": "array", "items": of, "maxItems": limit}
	if lone {
		return object{"anyOf": []any{of, s}}
	}
	return s
}

// quoteIfNeeded writes a value so that YAML reads it as text.
func quoteIfNeeded(s string) string {
	if strings.ContainsAny(s, `:#[]{},&*!|>'"%@`+"`") {
		return quote(s)
	}
	return s
}

// quote writes a text in the quotes that need the fewest escapes.
func quote(s string) string {
	if strings.Contains(s, `"`) {
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return `"` + strings.ReplaceAll(s, `\`, `\\`) + `"`
}
