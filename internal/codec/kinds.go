package codec

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
)

var boolCoder = coder{
	append: func(buf []byte, v reflect.Value) []byte {
		if v.Bool() {
			return append(buf, 1)
		}
		return append(buf, 0)
	},
	decode: func(in *input, v reflect.Value) { v.SetBool(in.uint() != 0) },
}

var intCoder = coder{
	append: func(buf []byte, v reflect.Value) []byte { return binary.AppendVarint(buf, v.Int()) },
	decode: func(in *input, v reflect.Value) {
		u := in.uint()
		n := int64(u>>1) ^ -int64(u&1) // as binary.Varint reads it
		if v.OverflowInt(n) {
			in.fail()
			return
		}
		v.SetInt(n)
	},
}

var uintCoder = coder{
	append: func(buf []byte, v reflect.Value) []byte { return binary.AppendUvarint(buf, v.Uint()) },
	decode: func(in *input, v reflect.Value) {
		n := in.uint()
		if v.OverflowUint(n) {
			in.fail()
			return
		}
		v.SetUint(n)
	},
}

var floatCoder = coder{
	append: func(buf []byte, v reflect.Value) []byte {
		return binary.BigEndian.AppendUint64(buf, math.Float64bits(v.Float()))
	},
	decode: func(in *input, v reflect.Value) {
		if b := in.take(8); len(b) == 8 {
			v.SetFloat(math.Float64frombits(binary.BigEndian.Uint64([]byte(b))))
		}
	},
}

var stringCoder = coder{
	append: func(buf []byte, v reflect.Value) []byte { return appendString(buf, v.String()) },
	decode: func(in *input, v reflect.Value) { v.SetString(in.string()) },
}

func appendString(buf []byte, s string) []byte {
	return append(binary.AppendUvarint(buf, uint64(len(s))), s...)
}

// bytesCoder is for slices of bytes, which are written as they are. Nil is 0,
// else the length is one more.
var bytesCoder = coder{
	append: func(buf []byte, v reflect.Value) []byte {
		if v.IsNil() {
			return append(buf, 0)
		}
		return append(binary.AppendUvarint(buf, uint64(v.Len())+1), v.Bytes()...)
	},
	decode: func(in *input, v reflect.Value) {
		if n := in.uint(); n > 0 {
			v.SetBytes([]byte(in.take(n - 1)))
		}
	},
}

// byteArray is for arrays of bytes, such as hashes.
func byteArray(t reflect.Type) coder {
	return coder{
		append: func(buf []byte, v reflect.Value) []byte { return append(buf, v.Bytes()...) },
		decode: func(in *input, v reflect.Value) { reflect.Copy(v, reflect.ValueOf([]byte(in.take(uint64(t.Len()))))) },
	}
}

// namedCoder writes a pointer as a name; "" is nil.
func namedCoder(n named) coder {
	return coder{
		append: func(buf []byte, v reflect.Value) []byte {
			if v.IsNil() {
				return appendString(buf, "")
			}
			return appendString(buf, n.name(v))
		},
		decode: func(in *input, v reflect.Value) {
			name := in.string()
			if name == "" {
				return
			}
			found, ok := n.find(name)
			if !ok {
				in.fail()
				return
			}
			v.Set(found)
		},
	}
}

// pointer writes whether there is a value, then the value.
func (b *builder) pointer(t reflect.Type) (coder, error) {
	elem, err := b.coder(t.Elem())
	if err != nil {
		return coder{}, err
	}
	return coder{
		append: func(buf []byte, v reflect.Value) []byte {
			if v.IsNil() {
				return append(buf, 0)
			}
			return elem.append(append(buf, 1), v.Elem())
		},
		decode: func(in *input, v reflect.Value) {
			if in.uint() == 0 || in.failed {
				return
			}
			p := reflect.New(t.Elem())
			elem.decode(in, p.Elem())
			v.Set(p)
		},
	}, nil
}

// slice writes 0 for nil, and else one more than the length.
func (b *builder) slice(t reflect.Type) (coder, error) {
	if t.Elem().Kind() == reflect.Uint8 {
		return bytesCoder, nil
	}
	if t.Elem().Size() == 0 {
		return coder{}, errors.New("has elements without a size")
	}
	elem, err := b.coder(t.Elem())
	if err != nil {
		return coder{}, err
	}
	return coder{
		append: func(buf []byte, v reflect.Value) []byte {
			if v.IsNil() {
				return append(buf, 0)
			}
			n := v.Len()
			buf = binary.AppendUvarint(buf, uint64(n)+1)
			for i := range n {
				buf = elem.append(buf, v.Index(i))
			}
			return buf
		},
		decode: func(in *input, v reflect.Value) {
			n := in.uint()
			if n == 0 {
				return
			}
			n--
			if n > uint64(len(in.rest)) { // each element has a byte at least
				in.fail()
				return
			}
			v.Set(reflect.MakeSlice(t, int(n), int(n)))
			for i := 0; i < int(n) && !in.failed; i++ {
				elem.decode(in, v.Index(i))
			}
		},
	}, nil
}

func (b *builder) array(t reflect.Type) (coder, error) {
	if t.Elem().Kind() == reflect.Uint8 {
		return byteArray(t), nil
	}
	elem, err := b.coder(t.Elem())
	if err != nil {
		return coder{}, err
	}
	return coder{
		append: func(buf []byte, v reflect.Value) []byte {
			for i := range t.Len() {
				buf = elem.append(buf, v.Index(i))
			}
			return buf
		},
		decode: func(in *input, v reflect.Value) {
			for i := 0; i < t.Len() && !in.failed; i++ {
				elem.decode(in, v.Index(i))
			}
		},
	}, nil
}

// field is one that is written of a struct.
type field struct {
	index int
	*coder
}

// maxFields is how many fields the mask of a struct has bits for.
const maxFields = 128

// structure writes the mask of the fields that are not zero, 64 to a word, and
// then these.
func (b *builder) structure(t reflect.Type) (coder, error) {
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		if slices.Contains(b.without[t], f.Name) {
			continue
		}
		if !f.IsExported() {
			return coder{}, fmt.Errorf("the field %s is not exported", f.Name)
		}
		c, err := b.coder(f.Type)
		if err != nil {
			return coder{}, fmt.Errorf("%s: %w", f.Name, err)
		}
		fields = append(fields, field{i, c})
	}
	if len(fields) > maxFields {
		return coder{}, fmt.Errorf("has %d fields, more than %d", len(fields), maxFields)
	}
	words := (len(fields) + 63) / 64
	return coder{
		append: func(buf []byte, v reflect.Value) []byte {
			var mask [maxFields / 64]uint64
			for i, f := range fields {
				if !v.Field(f.index).IsZero() {
					mask[i/64] |= 1 << (i % 64)
				}
			}
			for _, m := range mask[:words] {
				buf = binary.AppendUvarint(buf, m)
			}
			for i, f := range fields {
				if mask[i/64]&(1<<(i%64)) != 0 {
					buf = f.append(buf, v.Field(f.index))
				}
			}
			return buf
		},
		decode: func(in *input, v reflect.Value) {
			if in.depth++; in.depth > maxDepth {
				in.fail()
			}
			defer func() { in.depth-- }()
			var mask [maxFields / 64]uint64
			for i := range words {
				mask[i] = in.uint()
			}
			for i, f := range fields {
				if mask[i/64]&(1<<(i%64)) != 0 && !in.failed {
					f.decode(in, v.Field(f.index))
				}
			}
		},
	}, nil
}
