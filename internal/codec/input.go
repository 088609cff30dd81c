package codec

// input is bytes that are being read. After a failure everything reads as
// zero.
type input struct {
	rest   string
	failed bool
	depth  int // of structs within structs
}

// maxDepth bounds how deep structs may be nested, lest damaged bytes exhaust
// the stack.
const maxDepth = 100

func (in *input) fail() { in.rest, in.failed = "", true }

// uint reads a varint.
func (in *input) uint() uint64 {
	var n uint64
	for i := 0; i < len(in.rest) && i < 10; i++ {
		c := in.rest[i]
		if i == 9 && c > 1 {
			break
		}
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			in.rest = in.rest[i+1:]
			return n
		}
	}
	in.fail()
	return 0
}

func (in *input) take(n uint64) string {
	if n > uint64(len(in.rest)) {
		in.fail()
		return ""
	}
	s := in.rest[:n]
	in.rest = in.rest[n:]
	return s
}

func (in *input) string() string { return in.take(in.uint()) }
