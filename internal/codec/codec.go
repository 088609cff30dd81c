// Package codec writes Go values as bytes and reads them back, for values that
// one run of the program leaves for the next, and for telling by a hash whether
// a value is the same.
//
// How a type is written follows from the type alone, field by field, so no
// field can be forgotten. It is no format for other programs or other versions:
// whoever keeps the bytes keeps the version of the program with them.
//
//   - Numbers are varints, strings and slices begin with their length, and nil
//     and empty slices differ.
//   - Of a struct, a mask says which fields are not zero; only those follow. So
//     a large struct that holds little is small.
//   - Equal values give equal bytes, and different values different ones.
//
// Decoding trusts nothing: damaged bytes give an error, or another value, and
// never a panic or an allocation out of proportion.
package codec

import (
	"errors"
	"fmt"
	"reflect"
)

// ErrDamaged is the error for bytes that are not those of a value.
var ErrDamaged = errors.New("the bytes are not those of a value")

// Codec writes and reads values of T. It is safe for concurrent use.
type Codec[T any] struct{ coder *coder }

// Option says how one type is written.
type Option func(*builder)

// ByName writes a pointer to one of a fixed set of values by a name. Find gives
// the value of a name, or nil; without it there is no way back.
func ByName[E any](name func(*E) string, find func(string) *E) Option {
	n := named{
		name: func(v reflect.Value) string { return name(v.Interface().(*E)) },
		find: func(s string) (reflect.Value, bool) {
			if find == nil {
				return reflect.Value{}, false
			}
			e := find(s)
			return reflect.ValueOf(e), e != nil
		},
	}
	return func(b *builder) { b.named[reflect.TypeFor[*E]()] = n }
}

// Without leaves out fields of a struct.
func Without[E any](fields ...string) Option {
	return func(b *builder) { b.without[reflect.TypeFor[E]()] = fields }
}

// named is how pointers are written by a name.
type named struct {
	name func(reflect.Value) string
	find func(string) (reflect.Value, bool)
}

// For makes the codec of a type. The error names what in it cannot be written:
// unexported fields, maps, interfaces, functions.
func For[T any](options ...Option) (*Codec[T], error) {
	b := builder{named: map[reflect.Type]named{}, without: map[reflect.Type][]string{}, made: map[reflect.Type]*coder{}}
	for _, o := range options {
		o(&b)
	}
	c, err := b.coder(reflect.TypeFor[T]())
	if err != nil {
		return nil, err
	}
	return &Codec[T]{c}, nil
}

// Append appends the bytes of a value to buf.
func (c *Codec[T]) Append(buf []byte, v *T) []byte {
	return c.coder.append(buf, reflect.ValueOf(v).Elem())
}

// Decode reads a value from its bytes, all of them. Its strings share the
// memory of data.
func (c *Codec[T]) Decode(data string, v *T) error {
	in := input{rest: data}
	c.coder.decode(&in, reflect.ValueOf(v).Elem())
	if in.failed || in.rest != "" {
		return ErrDamaged
	}
	return nil
}

// coder writes and reads the values of one type. A value that is read into is
// zero before.
type coder struct {
	append func(buf []byte, v reflect.Value) []byte
	decode func(in *input, v reflect.Value)
}

type builder struct {
	named   map[reflect.Type]named
	without map[reflect.Type][]string
	made    map[reflect.Type]*coder
}

func (b *builder) coder(t reflect.Type) (*coder, error) {
	if c := b.made[t]; c != nil {
		return c, nil
	}
	c := &coder{}
	b.made[t] = c // before its parts: a type may hold itself
	made, err := b.make(t)
	if err != nil {
		return nil, fmt.Errorf("%v: %w", t, err)
	}
	*c = made
	return c, nil
}

func (b *builder) make(t reflect.Type) (coder, error) {
	if n, ok := b.named[t]; ok {
		return namedCoder(n), nil
	}
	switch t.Kind() {
	case reflect.Bool:
		return boolCoder, nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return intCoder, nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return uintCoder, nil
	case reflect.Float32, reflect.Float64:
		return floatCoder, nil
	case reflect.String:
		return stringCoder, nil
	case reflect.Slice:
		return b.slice(t)
	case reflect.Array:
		return b.array(t)
	case reflect.Pointer:
		return b.pointer(t)
	case reflect.Struct:
		return b.structure(t)
	}
	return coder{}, errors.New("cannot be written")
}
