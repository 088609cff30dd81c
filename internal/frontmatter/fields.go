package frontmatter

import (
	"strings"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/suggest"
)

// Field describes one key for people: the editors' guide, the skeleton of a
// new document and the JSON Schema are made from it.
type Field struct {
	Name     string    // what the key is called
	Aliases  []string  // other names that are accepted, mostly Vietnamese
	Required bool      // in documents; a page needs only a title
	Pages    bool      // has a meaning on other pages too, not only on documents
	Doc      diag.Text // what it is for, in a sentence
	Example  string    // the value as YAML; several lines begin with a line break and are indented
	meant    []string  // names that are refused, but whose intent is plain
	lenient  bool      // not required on pages
}

// field is a Field that can be read into a T.
type field[T any] struct {
	Field
	binding[T]
}

// binding connects a key's value with a part of a T. As with a shape, a read
// that gives false has said why, or had nothing to say.
type binding[T any] struct {
	read   func(r *reader, into *T, n *yaml.Node, at string) bool
	schema object
}

// bind makes a binding of a shape and of the place for its value.
func bind[T, V any](s shape[V], to func(*T) *V) binding[T] {
	return binding[T]{
		read: func(r *reader, into *T, n *yaml.Node, at string) bool {
			v, ok := s.read(r, n, at)
			if ok {
				*to(into) = v
			}
			return ok
		},
		schema: s.schema,
	}
}

// maxFields bounds the keys of one table, so that what was seen of them fits
// on the stack.
const maxFields = 80

// fields is the table of the keys that a mapping may have.
type fields[T any] struct {
	want  want
	list  []field[T]
	index map[string]int                                       // by name and alias
	names []string                                             // all of index, in the order of the table
	meant map[string]string                                    // by wordKey
	extra func(r *reader, into *T, key, value *yaml.Node) bool // takes keys that are in no table
}

func table[T any](w want, list ...field[T]) *fields[T] {
	t := &fields[T]{want: w, list: list, index: map[string]int{}, meant: map[string]string{}}
	for i, f := range list {
		for _, name := range append([]string{f.Name}, f.Aliases...) {
			t.index[name] = i
			t.names = append(t.names, name)
		}
		for _, name := range f.meant {
			t.meant[wordKey(name)] = f.Name
		}
	}
	return t
}

// shape makes the table a shape of its own, for values within other values.
func (t *fields[T]) shape() shape[T] {
	return shape[T]{
		read: func(r *reader, n *yaml.Node, at string) (v T, ok bool) {
			ok = t.read(r, n, &v, at)
			return v, ok
		},
		schema: t.schema(),
	}
}

// read reads a mapping into a T. It reports whether n was a mapping in which
// all required keys have values that could be read.
func (t *fields[T]) read(r *reader, n *yaml.Node, into *T, at string) bool {
	if n.Kind != yaml.MappingNode {
		r.wrongType(n, at, t.want)
		return false
	}
	var seen [maxFields]*yaml.Node
	ok := true
	for i := 0; i+1 < len(n.Content); i += 2 {
		ok = t.entry(r, n.Content[i], n.Content[i+1], into, at, &seen) && ok
	}
	return t.complete(r, n, at, &seen) && ok
}

// entry reads one key. It gives false where a required value could not be read.
func (t *fields[T]) entry(r *reader, key, value *yaml.Node, into *T, at string, seen *[maxFields]*yaml.Node) bool {
	if key.Kind != yaml.ScalarNode {
		if !spoilt(key) {
			r.add(ruleKey.At(r.pos(key), diag.T("tên khóa phải là chữ", "a key must be text")).WithHint(diag.T(
				"nếu đây là giá trị, hãy đặt nó trong dấu nháy kép", "if this is a value, put it in double quotes")))
		}
		return true
	}
	i, ok := t.index[key.Value]
	if !ok {
		if t.extra == nil || !t.extra(r, into, key, value) {
			t.unknown(r, key)
		}
		return true
	}
	f := &t.list[i]
	if first := seen[i]; first != nil {
		r.twice(f.Name, first, key)
		return true
	}
	seen[i] = key
	switch {
	case r.page && at == "" && !f.Pages:
		r.add(ruleNotOnPages.At(r.pos(key), diag.T(
			"khóa “%s” chỉ có nghĩa với văn bản, không dùng cho trang khác", "the key %q has a meaning for documents only, not for other pages",
			key.Value)).WithHint(diag.T("bỏ dòng này, hoặc chuyển tệp vào content/plans/", "remove the line, or move the file to content/plans/")))
	case absent(value):
		if f.Required {
			r.add(ruleMissing.At(r.pos(key), diag.T("khóa “%s” chưa có giá trị", "the key %q has no value", key.Value)).
				WithHint(exampleHint(f.Field)))
		}
	case !spoilt(value):
		name := child(at, f.Name)
		r.place(name, value)
		return f.read(r, into, value, name) || !f.Required
	}
	return !f.Required
}

// complete reports the required keys that are not there.
func (t *fields[T]) complete(r *reader, n *yaml.Node, at string, seen *[maxFields]*yaml.Node) bool {
	ok := true
	for i := range t.list {
		f := &t.list[i]
		if !f.Required || seen[i] != nil || (r.page && at == "" && (!f.Pages || f.lenient)) {
			continue
		}
		ok = false
		if r.broken && at == "" {
			continue
		}
		name := child(at, f.Name)
		r.add(ruleMissing.At(r.pos(n), diag.T("thiếu khóa bắt buộc “%s”", "the required key %q is missing", name)).
			WithHint(exampleHint(f.Field)))
	}
	return ok
}

func exampleHint(f Field) diag.Text {
	return diag.T("thêm: %s: %s", "add: %s: %s", f.Name, strings.TrimLeft(f.Example, " "))
}

func (r *reader) twice(name string, first, second *yaml.Node) {
	message := diag.T("khóa “%s” có hai lần; lần đầu ở dòng %d", "the key %q is given twice; first on line %d", second.Value, first.Line)
	if first.Value != second.Value {
		message = diag.T("“%[1]s” và “%[2]s” (dòng %[3]d) là cùng một khóa: %[4]s",
			"%[1]q and %[2]q (line %[3]d) are the same key: %[4]s", second.Value, first.Value, first.Line, name)
	}
	r.add(ruleTwice.At(r.pos(second), message).WithHint(diag.T("giữ lại một dòng, xóa dòng kia", "keep one of the lines and delete the other")))
}

// noBreakSpace comes with text that was pasted from a word processor or a web
// page. To YAML it is a letter.
const noBreakSpace = 0xA0

// unknown reports a key that is in no table, with the key that was probably
// meant.
func (t *fields[T]) unknown(r *reader, key *yaml.Node) {
	if len(r.findings) >= maxFindings {
		r.full = true
		return
	}
	f := ruleUnknown.At(r.pos(key), diag.T("không có khóa “%s”", "there is no key %q", shorten(key.Value, 60)))
	near, ok := t.meant[wordKey(shorten(key.Value, 60))]
	if !ok {
		near = suggest.Nearest(shorten(key.Value, 60), t.names)
	}
	switch {
	case strings.ContainsRune(key.Value, noBreakSpace):
		f.Hint = diag.T("thay dấu cách không ngắt (U+00A0) ở đây bằng dấu cách thường", "put ordinary spaces in place of the no-break spaces (U+00A0) here")
	case near != "":
		f.Hint = diag.T("có phải bạn muốn viết “%s”?", "did you mean %q?", near)
	case t.extra != nil:
		f.Hint = diag.T("khóa riêng của bạn bắt đầu bằng “x-”: x-%s", "keys of your own begin with \"x-\": x-%s", shorten(key.Value, 60))
	default:
		f.Hint = diag.T("các khóa ở đây: %s", "the keys here are: %s", strings.Join(t.canonical(), ", "))
	}
	r.add(f)
}

func (t *fields[T]) canonical() []string {
	names := make([]string, len(t.list))
	for i, f := range t.list {
		names[i] = f.Name
	}
	return names
}
