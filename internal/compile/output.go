package compile

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// escaperName gives the escaper that a command of an escaped tree calls.
func escaperName(cmd *parse.CommandNode) (string, bool) {
	if id, ok := cmd.Args[0].(*parse.IdentifierNode); ok && len(cmd.Args) == 1 {
		return strings.CutPrefix(id.Ident, "_html_template_")
	}
	return "", false
}

// action translates an action: a declaration, or a value with its escapers.
func (sc *scope) action(n *parse.ActionNode) (stmt, error) {
	e, err := sc.pipe(n.Pipe)
	if err != nil {
		return stmt{}, err
	}
	if len(n.Pipe.Decl) > 0 {
		set, err := sc.declared(n.Pipe, e.typ)
		return stmt{run: func(s *state) error {
			v, err := e.eval(s)
			if err == nil {
				set(s, v)
			}
			return err
		}}, err
	}
	var escapers []string
	for _, cmd := range n.Pipe.Cmds {
		if name, ok := escaperName(cmd); ok {
			escapers = append(escapers, name)
		}
	}
	return sc.output(n, e, escapers)
}

// output writes a value through its escapers.
func (sc *scope) output(n parse.Node, e expr, escapers []string) (stmt, error) {
	str := stringer(e.typ)
	write := writer(e.typ, escapers)
	if str == nil || write == nil {
		return stmt{}, sc.unsupported(n, fmt.Sprintf("a value of type %v through %s", e.typ, strings.Join(escapers, ", ")))
	}
	if e.value.IsValid() {
		return stmt{text: string(write(nil, str(e.value)))}, nil
	}
	return stmt{run: func(s *state) error {
		v, err := e.eval(s)
		if err != nil {
			return err
		}
		s.out = write(s.out, str(v))
		return nil
	}}, nil
}

// stringer gives what makes a string of a value of a type, as html/template
// does; nil where that is left to it.
func stringer(t reflect.Type) func(reflect.Value) string {
	switch {
	case t == nil || t.Kind() == reflect.Pointer || t.Kind() == reflect.Interface:
		return nil
	case t == reflect.TypeFor[string]() || isTrusted(t):
		return reflect.Value.String
	case t.Implements(errorType) || t.Implements(reflect.TypeFor[fmt.Stringer]()):
	case t.Kind() == reflect.String:
		return reflect.Value.String
	case isInt(t):
		return func(v reflect.Value) string { return strconv.FormatInt(v.Int(), 10) }
	}
	return func(v reflect.Value) string { return fmt.Sprint(v.Interface()) }
}

// isTrusted reports whether a type is one that html/template escapes
// differently.
func isTrusted(t reflect.Type) bool {
	switch t {
	case reflect.TypeFor[template.HTML](), reflect.TypeFor[template.URL](), reflect.TypeFor[template.JS](),
		reflect.TypeFor[template.CSS](), reflect.TypeFor[template.HTMLAttr](), reflect.TypeFor[template.JSStr](), reflect.TypeFor[template.Srcset]():
		return true
	}
	return false
}

// writer gives what appends a string of a type through escapers; nil where
// that is left to html/template.
func writer(t reflect.Type, escapers []string) func(dst []byte, s string) []byte {
	chain := strings.Join(escapers, " ")
	switch t {
	case reflect.TypeFor[template.HTML]():
		if chain == "htmlescaper" {
			return appendRaw
		}
		return nil
	case reflect.TypeFor[template.JS]():
		if chain == "jsvalescaper" {
			return appendRaw
		}
		return nil
	case reflect.TypeFor[template.URL]():
		if chain == "urlfilter urlnormalizer attrescaper" {
			return appendURL
		}
		return nil
	}
	if isTrusted(t) {
		return nil
	}
	switch chain {
	case "htmlescaper", "attrescaper", "rcdataescaper":
		return appendEscaped
	case "urlfilter urlnormalizer attrescaper":
		return func(dst []byte, s string) []byte { return appendURL(dst, filterURL(s)) }
	case "urlnormalizer attrescaper":
		return appendURL
	case "urlfilter attrescaper":
		return func(dst []byte, s string) []byte { return appendEscaped(dst, filterURL(s)) }
	}
	return nil
}
