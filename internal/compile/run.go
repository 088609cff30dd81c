package compile

import (
	"reflect"
)

// maxDepth is how deep templates may call one another.
const maxDepth = 1000

// state is one execution.
type state struct {
	out   []byte
	dot   reflect.Value
	vars  []reflect.Value // of all calls that are under way
	base  int             // of the current call's, in vars
	depth int
	args  []reflect.Value // of all functions that are being called
}

// values evaluates expressions. They are kept until forget: arguments on the
// stack of Go would not stay there, and take memory for every call.
func (s *state) values(of []expr) ([]reflect.Value, error) {
	top := len(s.args)
	for i := range of {
		v, err := of[i].eval(s)
		if err != nil {
			return nil, err
		}
		s.args = append(s.args, v)
	}
	return s.args[top:], nil
}

// stmt is one step of a program: a text, or something to do.
type stmt struct {
	text string
	run  func(*state) error
}

func (s *state) exec(body []stmt) error {
	for i := range body {
		st := &body[i]
		if st.run == nil {
			s.out = append(s.out, st.text...)
			continue
		}
		if err := st.run(s); err != nil {
			return err
		}
	}
	return nil
}

// call executes a template with its data.
func (s *state) call(p *proc, data reflect.Value) error {
	s.depth++
	base, dot, top := s.base, s.dot, len(s.vars)
	for range p.slots {
		s.vars = append(s.vars, reflect.Value{})
	}
	s.base, s.dot = top, data
	s.vars[top] = data
	err := s.exec(p.body)
	s.vars = s.vars[:top]
	s.base, s.dot = base, dot
	s.depth--
	return err
}

// forget ends the use of all values from one on.
func (s *state) forget(from int) { s.args = s.args[:from] }

// truth reports whether a value counts as true: as html/template has it,
// anything but the empty value; a struct always does.
func truth(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0
	case reflect.Struct:
		return true
	case reflect.Chan, reflect.Func, reflect.Pointer, reflect.UnsafePointer, reflect.Interface:
		return !v.IsNil()
	}
	return !v.IsZero()
}
