package citation

import "bytes"

// intro is what stands before a number. Each allows more than the one before it.
type intro uint8

const (
	denied intro = iota // the name of something else: “mẫu số”
	bare                // nothing that helps
	so                  // “số”
	named               // a type of document, with “số” or without
)

// isCitation decides whether an extent is that of a document's number, from
// its symbol and from what stands before it.
func (e *extent) isCitation(in intro, hasSo bool) bool {
	strong := e.isStrong()
	switch {
	case in == denied:
		return false
	case e.small:
		return e.groups > 1 && (in == named && hasSo || in == so && e.typed)
	case e.sign == 0:
		return in >= so && hasSo && strong
	case strong:
		return in >= so || !(e.spaced && e.sign == '-')
	case in == named && (hasSo || e.year):
		return e.typed || isBodyLike(e.first)
	}
	// “kho số 5/BCH quân sự” names no document
	return in >= so && isKnownBody(e.first) && (in == named || e.groups > 1)
}

// isStrong reports whether the symbol says by itself that this is a document:
// a type and a body, or a year and the National Assembly.
func (e *extent) isStrong() bool {
	if e.typed {
		return e.groups > 1 && isBodyLike(e.second)
	}
	return e.year && e.assembly
}

// isTypeSymbol reports whether a group is the abbreviation of a type, with
// some of its capitals wrong or right, and with eth in place of Đ.
func isTypeSymbol(group []byte) bool {
	abbrs := typeAbbrs[:]
	if bytes.IndexByte(group, 0xC3) < 0 { // the first byte of eth
		k, _ := firstKey(group, 0)
		abbrs = abbrsBySpelling.of(k)
	}
	for _, a := range abbrs {
		if sameGroup(group, a) {
			return true
		}
	}
	return false
}

func sameGroup(group []byte, abbr string) bool {
	if len(group) != len(abbr) {
		return false
	}
	for i := 0; i < len(abbr); i++ {
		g, a := group[i], abbr[i]
		switch {
		case a < 0x80 && g|0x20 == a|0x20:
		case a == 0xC4 && (g == 0xC4 || g == 0xC3):
		case a == 0x90 && (g == 0x90 || g == 0x91 || g == 0xB0), a == 0x91 && (g == 0x90 || g == 0x91 || g == 0xB0):
		default:
			return false
		}
	}
	return true
}

// isBodyLike reports whether a group looks like the symbol of a body: it has
// two capitals, as CP, TTg and QH13 do.
func isBodyLike(group []byte) bool {
	capitals := 0
	for i, c := range group {
		if 'A' <= c && c <= 'Z' || isD(group, i) == 'Đ' {
			capitals++
		}
	}
	return capitals > 1
}

// isAssembly reports whether a group is the National Assembly, its standing
// committee, or one of the councils of state before them, in its n-th term.
func isAssembly(group []byte) bool {
	switch string(withoutTerm(group)) {
	case "QH", "UBTVQH", "HĐNN", "UBTVQHK", "QHK":
		return true
	}
	return false
}

// withoutTerm leaves out the digits at the end: of QH13, QH.
func withoutTerm[T string | []byte](group T) T {
	n := len(group)
	for n > 0 && group[n-1]-'0' <= 9 {
		n--
	}
	return group[:n]
}

// isKnownBody reports whether a group is the symbol of a body that numbers
// carry without a type, as those of letters do.
func isKnownBody(group []byte) bool {
	name := withoutTerm(group)
	switch string(name) {
	case "CP", "TTg", "HĐBT", "CTN", "LCT", "UBND", "HĐND", "VPCP", "TW", "TU", "HU", "ĐU", "TANDTC", "VKSNDTC", "UBDT", "TTCP", "NHNN", "BHXH", "UBHC", "VPUB", "VP", "UB", "SL", "TTLT", "TTLB":
		return true
	}
	return isAssembly(group) || len(name) > 2 && (name[0] == 'B' || name[0] == 'S') && isBodyLike(name)
}
