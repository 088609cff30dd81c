package viet

// Plain reports whether text has nothing but ASCII, the letters of composed
// Vietnamese, and the signs common in its texts: then it is valid UTF-8 in
// normal form C, and neither Eth nor ZeroWidth nor a look for the old eight-bit
// encodings would find anything. Nearly all texts are plain, and this one pass
// is a small part of the work of those five. False says nothing.
func Plain(text []byte) bool {
	state := uint64(between)
	for _, c := range text {
		state = steps[c] >> (state & 63)
	}
	return state&63 == between
}

// States of the automaton for Plain, as shifts into a word of steps.
const (
	between = iota * 6 // characters; where every text must end
	afterC3            // À to ý
	afterC4            // Ă đ ĩ ũ ơ ư and their neighbours: C4, C5, C6
	afterE1            // the letters with two marks
	afterE2            // dashes, quotation marks, the ellipsis
	inE1               // E1 BA, E1 BB
	inE2               // E2 80
	lost               // something else; there is no way back
)

// steps has for each byte the states that follow the eight states, six bits
// each: a step costs a load that waits for nothing, and a shift. Letters and
// marks come in no order that a processor could guess.
var steps = func() (table [256]uint64) {
	for c := range table {
		for state := between; state <= lost; state += 6 {
			table[c] |= uint64(step(state, byte(c))) << state
		}
	}
	return table
}()

func step(state int, c byte) int {
	trails := c&0xC0 == 0x80
	switch {
	case state == between && c < 0x80,
		state == afterC3 && trails && !foreign(0xC3, c),
		state == afterC4 && trails,
		state == inE1 && trails,
		state == inE2 && c >= 0x93 && c <= 0xA6:
		return between
	case state == between:
		return begin(c)
	case state == afterE1 && (c == 0xBA || c == 0xBB):
		return inE1
	case state == afterE2 && c == 0x80:
		return inE2
	}
	return lost
}

func begin(c byte) int {
	switch c {
	case 0xC3:
		return afterC3
	case 0xC4, 0xC5, 0xC6:
		return afterC4
	case 0xE1:
		return afterE1
	case 0xE2:
		return afterE2
	}
	return lost
}
