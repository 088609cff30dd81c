package compile

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// expr is a translated expression. Of a constant, value is valid.
type expr struct {
	typ   reflect.Type   // nil: known only at run time
	types []reflect.Type // where typ is nil: one of these, if they are known
	value reflect.Value
	eval  func(*state) (reflect.Value, error)
	node  parse.Node
}

func constant(v reflect.Value, n parse.Node) expr {
	return expr{typ: v.Type(), value: v, node: n, eval: func(*state) (reflect.Value, error) { return v, nil }}
}

// pipe translates the commands of a pipe, up to its escapers.
func (sc *scope) pipe(p *parse.PipeNode) (expr, error) {
	var e expr
	for i, cmd := range p.Cmds {
		if _, ok := escaperName(cmd); ok {
			return e, nil
		}
		var final []expr
		if i > 0 {
			final = []expr{e}
		}
		var err error
		if e, err = sc.command(cmd, final); err != nil {
			return e, err
		}
	}
	return e, nil
}

// command translates a call or a value. Final is what comes through a pipe.
func (sc *scope) command(cmd *parse.CommandNode, final []expr) (expr, error) {
	if id, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		args, err := sc.args(cmd.Args[1:], final)
		if err != nil {
			return expr{}, err
		}
		return sc.function(id, args)
	}
	if len(cmd.Args) > 1 || len(final) > 0 {
		return expr{}, sc.unsupported(cmd, "a method with arguments")
	}
	return sc.arg(cmd.Args[0])
}

func (sc *scope) args(nodes []parse.Node, final []expr) ([]expr, error) {
	var out []expr
	for _, n := range nodes {
		e, err := sc.arg(n)
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return append(out, final...), nil
}

// arg translates one value.
func (sc *scope) arg(n parse.Node) (expr, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return sc.dotExpr(n), nil
	case *parse.FieldNode:
		return sc.fields(n, sc.dotExpr(n), n.Ident)
	case *parse.VariableNode:
		v, ok := sc.variable(n.Ident[0])
		if !ok {
			return expr{}, sc.errorf(n, "there is no variable %s", n.Ident[0])
		}
		e := expr{typ: v.typ, node: n, eval: func(s *state) (reflect.Value, error) { return s.vars[s.base+v.slot], nil }}
		return sc.fields(n, e, n.Ident[1:])
	case *parse.ChainNode:
		e, err := sc.arg(n.Node)
		if err != nil {
			return e, err
		}
		return sc.fields(n, e, n.Field)
	case *parse.PipeNode:
		if len(n.Decl) > 0 {
			return expr{}, sc.unsupported(n, n.String())
		}
		return sc.pipe(n)
	case *parse.StringNode:
		return constant(reflect.ValueOf(n.Text), n), nil
	case *parse.BoolNode:
		return constant(reflect.ValueOf(n.True), n), nil
	case *parse.NumberNode:
		if n.IsInt && !strings.ContainsAny(n.Text, ".eEpP") { // 1.0 and 1e3 are no integers, though they could be
			return constant(reflect.ValueOf(int(n.Int64)), n), nil
		}
	case *parse.IdentifierNode:
		return sc.function(n, nil)
	}
	return expr{}, sc.unsupported(n, n.String())
}

func (sc *scope) dotExpr(n parse.Node) expr {
	return expr{typ: sc.dot, node: n, eval: func(s *state) (reflect.Value, error) { return s.dot, nil }}
}

// fields translates .A.B behind a value.
func (sc *scope) fields(n parse.Node, e expr, names []string) (expr, error) {
	for _, name := range names {
		var err error
		if e, err = sc.field(n, e, name); err != nil {
			return e, err
		}
	}
	return e, nil
}

func (sc *scope) field(n parse.Node, e expr, name string) (expr, error) {
	if e.typ == nil || e.typ.Kind() == reflect.Interface {
		return e, sc.unsupported(n, "a field of a value whose type is known at run time")
	}
	if m, ok := e.typ.MethodByName(name); ok {
		return sc.method(n, e, m)
	}
	typ, pointer := e.typ, e.typ.Kind() == reflect.Pointer
	if pointer {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct {
		if typ.Kind() == reflect.Map {
			return e, sc.unsupported(n, "a map")
		}
		return e, sc.errorf(n, "can't evaluate field %s in type %s", name, e.typ)
	}
	f, ok := typ.FieldByName(name)
	if !ok || !f.IsExported() {
		return e, sc.errorf(n, "can't evaluate field %s in type %s", name, e.typ)
	}
	if len(f.Index) != 1 {
		return e, sc.unsupported(n, "an embedded field")
	}
	index, of := f.Index[0], e.eval
	out := expr{typ: f.Type, node: n}
	if !pointer {
		out.eval = func(s *state) (reflect.Value, error) {
			v, err := of(s)
			if err != nil {
				return v, err
			}
			return v.Field(index), nil
		}
		return out, nil
	}
	out.eval = func(s *state) (reflect.Value, error) {
		v, err := of(s)
		if err != nil {
			return v, err
		}
		if v.IsNil() {
			return v, sc.missing(n, e.typ, name)
		}
		return v.Elem().Field(index), nil
	}
	return out, nil
}

// method is a call of a method without arguments.
func (sc *scope) method(n parse.Node, e expr, m reflect.Method) (expr, error) {
	if m.Type.NumIn() != 1 || m.Type.NumOut() != 1 {
		return e, sc.unsupported(n, "a method with arguments or an error")
	}
	of, index := e.eval, m.Index
	asksZero := m.Name == "IsZero" && e.typ.Implements(reflect.TypeFor[zeroer]())
	return expr{typ: m.Type.Out(0), node: n, eval: func(s *state) (reflect.Value, error) {
		v, err := of(s)
		if err != nil {
			return v, err
		}
		if v.Kind() == reflect.Pointer && v.IsNil() {
			return v, sc.missing(n, e.typ, m.Name)
		}
		if asksZero {
			return reflect.ValueOf(v.Interface().(zeroer).IsZero()), nil
		}
		return v.Method(index).Call(nil)[0], nil
	}}, nil
}

func (sc *scope) missing(n parse.Node, of reflect.Type, name string) error {
	return sc.errorf(n, "nil pointer evaluating %s.%s", of, name)
}

// zeroer is what layouts ask of every date; the answer needs no reflection.
type zeroer interface{ IsZero() bool }
