package compile

import (
	"fmt"
	"reflect"
	"text/template/parse"
)

// scope is the translation of one template: what dot and the variables are at
// the node that is being translated. A nil type is known only at run time.
type scope struct {
	c    *compiler
	tree *parse.Tree
	proc *proc
	dot  reflect.Type
	vars []variable
}

type variable struct {
	name string
	slot int
	typ  reflect.Type
}

func (sc *scope) place(n parse.Node) string {
	location, _ := sc.tree.ErrorContext(n)
	return location
}

func (sc *scope) unsupported(n parse.Node, what string) error {
	return &unsupported{sc.place(n), what}
}

func (sc *scope) errorf(n parse.Node, format string, args ...any) error {
	return fmt.Errorf("%s: %w", sc.place(n), fmt.Errorf(format, args...))
}

// list translates nodes in a scope of their own for variables. Neighbouring
// texts become one.
func (sc *scope) list(l *parse.ListNode) ([]stmt, error) {
	if l == nil {
		return nil, nil
	}
	mark := len(sc.vars)
	defer func() { sc.vars = sc.vars[:mark] }()
	var out []stmt
	for _, n := range l.Nodes {
		st, err := sc.node(n)
		if err != nil {
			return nil, err
		}
		switch last := len(out) - 1; {
		case st.run == nil && st.text == "":
		case st.run == nil && last >= 0 && out[last].run == nil:
			out[last].text += st.text
		default:
			out = append(out, st)
		}
	}
	return out, nil
}

func (sc *scope) node(n parse.Node) (stmt, error) {
	switch n := n.(type) {
	case *parse.TextNode:
		return stmt{text: string(n.Text)}, nil
	case *parse.CommentNode:
		return stmt{}, nil
	case *parse.ActionNode:
		return sc.action(n)
	case *parse.IfNode:
		return sc.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return sc.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return sc.rangeOver(n)
	case *parse.TemplateNode:
		return sc.template(n)
	}
	return stmt{}, sc.unsupported(n, n.String())
}

// declare gives a variable a place, from here to the end of its list.
func (sc *scope) declare(name string, typ reflect.Type) int {
	slot := sc.proc.slots
	sc.proc.slots++
	sc.vars = append(sc.vars, variable{name, slot, typ})
	return slot
}

func (sc *scope) variable(name string) (variable, bool) {
	for i := len(sc.vars) - 1; i >= 0; i-- {
		if sc.vars[i].name == name {
			return sc.vars[i], true
		}
	}
	return variable{}, false
}

// branch translates if and with. Where the value of with is of one of several
// types, as that of "or .Document .Other", its list is translated for each.
func (sc *scope) branch(b *parse.BranchNode, with bool) (stmt, error) {
	mark, dot := len(sc.vars), sc.dot
	defer func() { sc.vars, sc.dot = sc.vars[:mark], dot }()
	cond, err := sc.pipe(b.Pipe)
	if err != nil {
		return stmt{}, err
	}
	set, err := sc.declared(b.Pipe, cond.typ)
	if err != nil {
		return stmt{}, err
	}
	no, err := sc.list(b.ElseList)
	if err != nil {
		return stmt{}, err
	}
	if !with {
		yes, err := sc.list(b.List)
		return stmt{run: ifStmt(cond, set, yes, no)}, err
	}
	if cond.typ != nil {
		cond.types = []reflect.Type{cond.typ}
	}
	if len(cond.types) == 0 {
		return stmt{}, sc.unsupported(b, "with of a value whose type is known at run time")
	}
	var yes []typedList
	for _, t := range cond.types {
		sc.dot = t
		body, err := sc.list(b.List)
		if err != nil {
			return stmt{}, err
		}
		yes = append(yes, typedList{t, body})
	}
	return stmt{run: withStmt(cond, set, yes, no)}, nil
}

// typedList is a list translated for one type of dot.
type typedList struct {
	typ  reflect.Type
	body []stmt
}

func ifStmt(cond expr, set func(*state, reflect.Value), yes, no []stmt) func(*state) error {
	return func(s *state) error {
		v, err := cond.eval(s)
		if err != nil {
			return err
		}
		set(s, v)
		if truth(v) {
			return s.exec(yes)
		}
		return s.exec(no)
	}
}

func withStmt(cond expr, set func(*state, reflect.Value), yes []typedList, no []stmt) func(*state) error {
	return func(s *state) error {
		v, err := cond.eval(s)
		if err != nil {
			return err
		}
		set(s, v)
		if !truth(v) {
			return s.exec(no)
		}
		before := s.dot
		s.dot = v
		for i := range yes {
			if len(yes) == 1 || yes[i].typ == v.Type() {
				err = s.exec(yes[i].body)
				break
			}
		}
		s.dot = before
		return err
	}
}

// declared translates what is left of := in a pipe.
func (sc *scope) declared(p *parse.PipeNode, typ reflect.Type) (func(*state, reflect.Value), error) {
	switch {
	case len(p.Decl) == 0:
		return func(*state, reflect.Value) {}, nil
	case p.IsAssign || len(p.Decl) > 1:
		return nil, sc.unsupported(p, p.String())
	}
	slot := sc.declare(p.Decl[0].Ident[0], typ)
	return func(s *state, v reflect.Value) { s.vars[s.base+slot] = v }, nil
}

func (sc *scope) rangeOver(n *parse.RangeNode) (stmt, error) {
	mark, dot := len(sc.vars), sc.dot
	defer func() { sc.vars, sc.dot = sc.vars[:mark], dot }()
	over, err := sc.pipe(n.Pipe)
	if err != nil {
		return stmt{}, err
	}
	if over.typ == nil || (over.typ.Kind() != reflect.Slice && over.typ.Kind() != reflect.Array) || n.Pipe.IsAssign {
		return stmt{}, sc.unsupported(n, "a range over something else than a slice")
	}
	key, elem := -1, -1
	sc.dot = over.typ.Elem()
	if decl := n.Pipe.Decl; len(decl) == 1 {
		elem = sc.declare(decl[0].Ident[0], sc.dot)
	} else if len(decl) == 2 {
		key = sc.declare(decl[0].Ident[0], reflect.TypeFor[int]())
		elem = sc.declare(decl[1].Ident[0], sc.dot)
	}
	body, err := sc.list(n.List)
	if err != nil {
		return stmt{}, err
	}
	sc.dot = dot
	none, err := sc.list(n.ElseList)
	if err != nil {
		return stmt{}, err
	}
	return stmt{run: func(s *state) error {
		v, err := over.eval(s)
		if err != nil {
			return err
		}
		if v.Len() == 0 {
			return s.exec(none)
		}
		before := s.dot
		for i := range v.Len() {
			s.dot = v.Index(i)
			if key >= 0 {
				s.vars[s.base+key] = reflect.ValueOf(i)
			}
			if elem >= 0 {
				s.vars[s.base+elem] = s.dot
			}
			if err := s.exec(body); err != nil {
				return err
			}
		}
		s.dot = before
		return nil
	}}, nil
}

func (sc *scope) template(n *parse.TemplateNode) (stmt, error) {
	data := expr{typ: reflect.TypeFor[any](), eval: func(*state) (reflect.Value, error) { return reflect.Value{}, nil }}
	if n.Pipe != nil {
		var err error
		if data, err = sc.pipe(n.Pipe); err != nil {
			return stmt{}, err
		}
		if len(n.Pipe.Decl) > 0 {
			return stmt{}, sc.unsupported(n, n.String())
		}
	}
	p, err := sc.c.proc(n.Name, data.typ)
	if err != nil {
		return stmt{}, err
	}
	return stmt{run: func(s *state) error {
		v, err := data.eval(s)
		if err != nil {
			return err
		}
		if s.depth == maxDepth {
			return sc.errorf(n, "templates call one another more than %d deep", maxDepth)
		}
		return s.call(p, v)
	}}, nil
}
