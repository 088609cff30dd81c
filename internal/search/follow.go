package search

import "math/bits"

// follow tells which words stand behind a pair in a document, so that three words
// in a row can be told from two pairs: none, 0; one word, its sign, which is below
// several; or several words, of each one of seven bits. What it denies is certain,
// what it allows is likely, of one word very much so.
type follow uint8

const several follow = 0x80

// sign gives the follow of one word, by its key.
func sign(key string) follow {
	h := uint32(0)
	for _, r := range key {
		h = h*31 + uint32(r)
	}
	return 1 + follow(h*0x9E3779B1>>16%uint32(several-1))
}

// and gives the follow of the words of both.
func (f follow) and(g follow) follow {
	switch {
	case f == 0 || f == g:
		return g
	case g == 0:
		return f
	}
	return several | f.bits() | g.bits()
}

func (f follow) bits() follow {
	if f < several {
		return 1 << (f % 7)
	}
	return f
}

// allows reports whether the word of a sign may be among them.
func (f follow) allows(sign follow) bool {
	if f < several {
		return f == sign
	}
	return f&sign.bits() != 0
}

// doubt says how little is meant by what it allows: 0 of one word, then more the
// more words there are.
func (f follow) doubt() int {
	if f < several {
		return 0
	}
	return bits.OnesCount8(uint8(f))
}
