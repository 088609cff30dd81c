package frontmatter

import (
	"strings"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/suggest"
	"planpress/internal/viet"
)

// choice is one of the words that a value may be; also holds other spellings.
// Case, Vietnamese marks and the signs - and _ do not count.
type choice[V any] struct {
	value V
	word  string
	also  []string
}

// oneOf is one of several words.
func oneOf[V any](choices ...choice[V]) shape[V] {
	index := map[string]int{}
	var words []string
	for i, c := range choices {
		words = append(words, c.word)
		for _, w := range append([]string{c.word}, c.also...) {
			index[w] = i
			index[wordKey(w)] = i
		}
	}
	w := want{diag.Text{VI: "một trong các từ " + strings.Join(words, ", "), EN: "one of the words " + strings.Join(words, ", ")}, words[0]}
	return shape[V]{
		read: func(r *reader, n *yaml.Node, at string) (v V, ok bool) {
			s, ok := r.scalar(n, at, w)
			if !ok {
				return v, false
			}
			i, ok := index[s]
			if !ok {
				i, ok = index[wordKey(s)]
			}
			if !ok {
				r.add(ruleValue.At(r.pos(n), diag.T("%s không nhận giá trị “%s”", "%s cannot be %q", at, shorten(s, 60))).
					WithHint(oneOfHint(s, words)))
				return v, false
			}
			return choices[i].value, true
		},
		schema: object{"enum": words},
	}
}

func oneOfHint(s string, words []string) diag.Text {
	all := strings.Join(words, ", ")
	if near := suggest.Nearest(shorten(s, 60), words); near != "" {
		return diag.T("có phải bạn muốn viết “%s”? Các giá trị: %s", "did you mean %q? The values are: %s", near, all)
	}
	return diag.T("dùng một trong: %s", "use one of: %s", all)
}

// wordKey is what two spellings of one word have in common.
func wordKey(s string) string {
	return strings.Join(strings.FieldsFunc(viet.Fold(s), func(c rune) bool { return c == '-' || c == '_' || c == ' ' }), " ")
}

// words is oneOf for values that are kept as the words themselves.
func words(list ...choice[string]) shape[string] {
	for i := range list {
		list[i].value = list[i].word
	}
	return oneOf(list...)
}

// onOff is a switch.
// toggle is onOff where saying nothing is a third thing.
var toggle = shape[plan.Switch]{
	read: func(r *reader, n *yaml.Node, at string) (plan.Switch, bool) {
		on, ok := onOff.read(r, n, at)
		if on {
			return plan.On, ok
		}
		return plan.Off, ok
	},
	schema: onOff.schema,
}

var onOff = shape[bool]{
	read:   oneOf(choice[bool]{true, "true", []string{"on", "yes", "bật", "có"}}, choice[bool]{false, "false", []string{"off", "no", "tắt", "không"}}).read,
	schema: object{"type": "boolean"},
}
