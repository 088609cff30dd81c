package citation

import (
	"encoding/binary"
	"math/bits"
)

// nextDigit gives the offset of the first digit in t from i on, len(t) without
// one. It looks at eight bytes at a time: every citation has a digit, and most
// text has none.
func nextDigit(t []byte, i int) int {
	const (
		zeros = 0x3030303030303030 // eight '0'
		low   = 0x7f7f7f7f7f7f7f7f
		above = 0x7676767676767676 // carries into the high bit from 10 on
	)
	for ; i+8 <= len(t); i += 8 {
		v := binary.LittleEndian.Uint64(t[i:]) ^ zeros
		if digits := ^(v | ((v & low) + above)) &^ low; digits != 0 {
			return i + bits.TrailingZeros64(digits)/8
		}
	}
	for ; i < len(t); i++ {
		if isDigit(t, i) {
			return i
		}
	}
	return i
}
