package compile

import (
	"fmt"
	"reflect"
	"text/template/parse"
)

var errorType = reflect.TypeFor[error]()

// function translates a call of a function of templates.
func (sc *scope) function(id *parse.IdentifierNode, args []expr) (expr, error) {
	if f, ok := sc.c.funcs[id.Ident]; ok {
		return sc.call(id, reflect.ValueOf(f), args)
	}
	switch id.Ident {
	case "and", "or":
		return sc.choice(id, args)
	case "not":
		if len(args) == 1 {
			return sc.boolean(id, args, func(v []reflect.Value) (bool, error) { return !truth(v[0]), nil }), nil
		}
	case "eq", "ne":
		return sc.compare(id, args)
	case "len":
		return sc.length(id, args)
	case "print":
		return sc.call(id, reflect.ValueOf(fmt.Sprint), args)
	case "printf":
		return sc.call(id, reflect.ValueOf(fmt.Sprintf), args)
	}
	return expr{}, sc.unsupported(id, "the function "+id.Ident)
}

// choice translates and, or: the first argument that decides, or the last.
func (sc *scope) choice(n *parse.IdentifierNode, args []expr) (expr, error) {
	if len(args) == 0 {
		return expr{}, sc.errorf(n, "%s needs an argument", n.Ident)
	}
	or := n.Ident == "or"
	typ := args[0].typ
	var types []reflect.Type
	for _, a := range args {
		if a.typ == nil {
			return expr{}, sc.unsupported(n, "a choice between values of types known at run time")
		}
		if a.typ != typ {
			typ = nil
		}
		types = append(types, a.typ)
	}
	if !or {
		types = types[len(types)-1:] // only the last can be true and chosen
	}
	return expr{typ: typ, types: types, node: n, eval: func(s *state) (v reflect.Value, err error) {
		for _, a := range args {
			if v, err = a.eval(s); err != nil || truth(v) == or {
				return v, err
			}
		}
		return v, nil
	}}, nil
}

// compare translates eq, which is true where the first argument equals any of
// the others, and ne.
func (sc *scope) compare(n *parse.IdentifierNode, args []expr) (expr, error) {
	if len(args) < 2 || (n.Ident == "ne" && len(args) != 2) {
		return expr{}, sc.errorf(n, "%s needs two arguments", n.Ident)
	}
	for _, a := range args {
		if !comparableAs(args[0].typ, a.typ) {
			return expr{}, sc.unsupported(n, "a comparison of these types")
		}
	}
	want := n.Ident == "eq"
	return sc.boolean(n, args, func(v []reflect.Value) (bool, error) {
		for _, other := range v[1:] {
			if equal(v[0], other) {
				return want, nil
			}
		}
		return !want, nil
	}), nil
}

// comparableAs reports whether values of two types can be compared by equal.
func comparableAs(a, b reflect.Type) bool {
	switch {
	case a == nil || b == nil:
		return false
	case a.Kind() == reflect.String:
		return b.Kind() == reflect.String
	case isInt(a):
		return isInt(b)
	}
	return a == b && (a.Kind() == reflect.Bool || a.Kind() == reflect.Struct && a.Comparable())
}

func equal(a, b reflect.Value) bool {
	switch {
	case a.Kind() == reflect.String:
		return a.String() == b.String()
	case a.CanInt():
		return a.Int() == b.Int()
	}
	return a.Equal(b)
}

func isInt(t reflect.Type) bool { return reflect.Int <= t.Kind() && t.Kind() <= reflect.Int64 }

// boolean is a condition over the values of all arguments.
func (sc *scope) boolean(n parse.Node, args []expr, decide func([]reflect.Value) (bool, error)) expr {
	return expr{typ: reflect.TypeFor[bool](), node: n, eval: func(s *state) (reflect.Value, error) {
		defer s.forget(len(s.args))
		values, err := s.values(args)
		if err != nil {
			return reflect.Value{}, err
		}
		ok, err := decide(values)
		return reflect.ValueOf(ok), err
	}}
}

func (sc *scope) length(n parse.Node, args []expr) (expr, error) {
	if len(args) != 1 || args[0].typ == nil {
		return expr{}, sc.unsupported(n, "len of this")
	}
	switch args[0].typ.Kind() {
	case reflect.Slice, reflect.Array, reflect.String, reflect.Map:
	default:
		return expr{}, sc.errorf(n, "len of type %s", args[0].typ)
	}
	of := args[0].eval
	return expr{typ: reflect.TypeFor[int](), node: n, eval: func(s *state) (reflect.Value, error) {
		v, err := of(s)
		if err != nil {
			return v, err
		}
		return reflect.ValueOf(v.Len()), nil
	}}, nil
}

// call translates a call of a Go function. One whose arguments are constant is
// made now.
func (sc *scope) call(n *parse.IdentifierNode, f reflect.Value, args []expr) (expr, error) {
	typ := f.Type()
	fixed := typ.NumIn()
	if typ.IsVariadic() {
		fixed--
	}
	if len(args) < fixed || (len(args) > fixed && !typ.IsVariadic()) {
		return expr{}, sc.errorf(n, "wrong number of args for %s: want %d got %d", n.Ident, typ.NumIn(), len(args))
	}
	allConstant := true
	for i, a := range args {
		param := typ.In(min(i, typ.NumIn()-1))
		if i >= fixed {
			param = typ.In(fixed).Elem()
		}
		switch {
		case a.typ == nil || a.typ.Kind() == reflect.Interface:
			return expr{}, sc.unsupported(n, "an argument of a type known at run time")
		case !a.typ.AssignableTo(param) && a.value.IsValid() && isInt(a.typ) && isInt(param):
			args[i] = constant(a.value.Convert(param), n)
		case !a.typ.AssignableTo(param):
			return expr{}, sc.errorf(n, "wrong type for value; expected %s; got %s", param, a.typ)
		}
		allConstant = allConstant && a.value.IsValid()
	}
	invoke := sc.invoke(n, f, args)
	if allConstant {
		v, err := invoke(new(state))
		if err != nil {
			return expr{}, err
		}
		return constant(v, n), nil
	}
	return expr{typ: typ.Out(0), node: n, eval: invoke}, nil
}

func (sc *scope) invoke(n *parse.IdentifierNode, f reflect.Value, args []expr) func(*state) (reflect.Value, error) {
	fails := f.Type().NumOut() == 2 && f.Type().Out(1) == errorType
	direct := withoutReflection(f)
	return func(s *state) (reflect.Value, error) {
		defer s.forget(len(s.args))
		values, err := s.values(args)
		if err != nil {
			return reflect.Value{}, err
		}
		if direct != nil {
			text, err := direct(values)
			if err != nil {
				return reflect.Value{}, sc.errorf(n, "error calling %s: %w", n.Ident, err)
			}
			return reflect.ValueOf(text), nil
		}
		out := f.Call(values)
		if fails && !out[1].IsNil() {
			return out[0], sc.errorf(n, "error calling %s: %w", n.Ident, out[1].Interface().(error))
		}
		return out[0], nil
	}
}

// Direct is a function of one value that can be called without reflection: a
// named function type with this method, which calls it.
type Direct interface{ Call(value any) string }

// withoutReflection calls functions of the commonest shapes directly, which
// costs a third of a call by reflection; nil for others.
func withoutReflection(f reflect.Value) func([]reflect.Value) (string, error) {
	switch call := f.Interface().(type) {
	case Direct:
		return func(v []reflect.Value) (string, error) { return call.Call(v[0].Interface()), nil }
	case func(...any) string:
		return func(v []reflect.Value) (string, error) { return call(values(v)...), nil }
	case func(string, ...any) (string, error):
		return func(v []reflect.Value) (string, error) { return call(v[0].String(), values(v[1:])...) }
	}
	return nil
}

func values(v []reflect.Value) []any {
	out := make([]any, len(v))
	for i := range v {
		out[i] = v[i].Interface()
	}
	return out
}
