package frontmatter

import (
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
	"planpress/internal/suggest"
)

// Into reads a theme's YAML into a Go value: a pointer to a struct or a slice.
// A key is the name of a field, as templates write it, or what the field's tag
// `key:"…"` says. Nothing is passed over: a key that no field has, a key given
// twice and a value of another kind are findings, and only a file without any
// may be used. Dates are written 2023-01-03, 2023-01 or 2023.
func Into(f *source.File, into any) []diag.Finding {
	r := &reader{file: f}
	value := reflect.ValueOf(into).Elem()
	kind := yaml.MappingNode
	if value.Kind() == reflect.Slice {
		kind = yaml.SequenceNode
	}
	part, ok := r.whole(maxMapping)
	if !ok {
		return r.result()
	}
	root := &yaml.Node{Kind: kind, Line: 1, Column: 1}
	for _, n := range r.roots(part, kind) {
		root.Content = append(root.Content, n.Content...)
	}
	r.into(root, value, "")
	return r.result()
}

// into reads a node into a value that can be set.
func (r *reader) into(n *yaml.Node, value reflect.Value, at string) {
	if spoilt(n) {
		return
	}
	if to, ok := value.Addr().Interface().(*plan.Date); ok {
		*to, _ = date.read(r, n, at)
		return
	}
	switch value.Kind() {
	case reflect.Pointer:
		value.Set(reflect.New(value.Type().Elem()))
		r.into(n, value.Elem(), at)
	case reflect.Struct:
		r.intoStruct(n, value, at)
	case reflect.Slice:
		r.intoSlice(n, value, at)
	case reflect.Map:
		r.intoMap(n, value, at)
	case reflect.String:
		if n.Kind != yaml.ScalarNode || n.Tag != "!!str" {
			r.wrongType(n, at, wantText)
			return
		}
		value.SetString(n.Value)
	default:
		// Numbers and truth values; the library knows how large each may be.
		fraction := n.Tag == "!!float" && !value.CanFloat() // would be cut off without a word
		if n.Kind != yaml.ScalarNode || n.Tag == "!!str" || fraction || n.Decode(value.Addr().Interface()) != nil {
			r.wrongType(n, at, wantOf(value.Kind()))
		}
	}
}

func wantOf(kind reflect.Kind) want {
	if kind == reflect.Bool {
		return want{diag.T("đúng hoặc sai", "true or false"), "true"}
	}
	return want{diag.T("một số", "a number"), "12"}
}

func (r *reader) intoSlice(n *yaml.Node, value reflect.Value, at string) {
	if n.Kind != yaml.SequenceNode {
		r.wrongType(n, at, want{diag.T("một danh sách", "a list"), "[…]"})
		return
	}
	value.Set(reflect.MakeSlice(value.Type(), len(n.Content), len(n.Content)))
	for i, c := range n.Content {
		r.into(c, value.Index(i), item(at, i))
	}
}

func (r *reader) intoStruct(n *yaml.Node, value reflect.Value, at string) {
	fields := map[string]int{}
	var names []string
	for i := range value.NumField() {
		name := value.Type().Field(i).Name
		if key := value.Type().Field(i).Tag.Get("key"); key != "" {
			name = key
		}
		fields[name] = i
		names = append(names, name)
	}
	r.pairs(n, at, func(key, val *yaml.Node) {
		i, ok := fields[key.Value]
		if !ok {
			f := ruleUnknown.At(r.pos(key), diag.T("không có khóa “%s” ở đây", "there is no key %q here", shorten(key.Value, 40)))
			if near := suggest.Nearest(key.Value, names); near != "" {
				f = f.WithHint(diag.T("có phải là %s?", "did you mean %s?", near))
			} else {
				f = f.WithHint(diag.Text{VI: "các khóa: " + strings.Join(names, ", "), EN: "the keys are " + strings.Join(names, ", ")})
			}
			r.add(f)
			return
		}
		r.into(val, value.Field(i), child(at, key.Value))
	})
}

// intoMap reads a map from strings.
func (r *reader) intoMap(n *yaml.Node, value reflect.Value, at string) {
	value.Set(reflect.MakeMap(value.Type()))
	r.pairs(n, at, func(key, val *yaml.Node) {
		v := reflect.New(value.Type().Elem()).Elem()
		r.into(val, v, child(at, key.Value))
		value.SetMapIndex(reflect.ValueOf(key.Value), v)
	})
}

// pairs calls each for the keys of a mapping, each key once.
func (r *reader) pairs(n *yaml.Node, at string, each func(key, val *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.wrongType(n, at, want{diag.T("một nhóm “khóa: giá trị”", "a group of keys with values"), "{…: …}"})
		return
	}
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if first, twice := seen[key.Value]; twice {
			r.twice(key.Value, first, key)
			continue
		}
		seen[key.Value] = key
		each(key, n.Content[i+1])
	}
}
