// Package citation knows the numbers that Vietnamese documents carry, such as
// 01/KH-UBND, 30/2020/NĐ-CP, 10-CTr/TU and 111-HĐBT: it takes them apart, says
// what is wrong with one that does not follow the rules and what was probably
// meant, and puts them in order. It finds citations of documents, of laws by
// their names, and of places in documents in running text.
//
// Three families of shapes are in use.
//
//	state  01/KH-UBND         ordinal/symbol (Decree 30/2020/NĐ-CP, App. I.II.3)
//	       30/2020/NĐ-CP      ordinal/year/symbol: a normative document
//	party  10-CTr/TU          ordinal-type/body (Instruction 36-HD/VPTW of 2018)
//	old    111-HĐBT, 32-L/CTN ordinal-symbol: state documents, mostly before 1993
//
// Numbers are kept as they were written; values are compared as numbers, so
// 0124/KH-UBND and 124/KH-UBND are one. A number alone names no document:
// every commune has a 01/KH-UBND each year, so an issuer and a year belong to it.
package citation

import (
	"cmp"
	"strings"
)

// Form is the family of shapes a number follows.
type Form uint8

const (
	None  Form = iota // no number
	State             // 01/KH-UBND, 30/2020/NĐ-CP, 80/2015/QH13
	Party             // 10-CTr/TU
	Old               // 111-HĐBT, before 1990s reforms
)

// Number is a document's number and symbol, taken apart.
type Number struct {
	Text    string // as written, in normal form C
	Form    Form   // these three are small, for texts cite millions of numbers
	Year    int16  // the year segment, which marks a normative document; 0 where there is none
	Ordinal int32  // 1 for "01", 66 for "66.16"
	Suffix  string // what follows the digits: "c" of 30c/NQ-CP, ".16" of 66.16/2026/NQ-CP
	Type    string // abbreviation of the type, "KH"; "" where the symbol names none (80/2015/QH13)
	Body    string // symbol of the issuer, "UBND", "QH13", "BYT-BTC"
}

// IsZero reports whether there is no number.
func (n Number) IsZero() bool { return n.Form == None }

// String gives the number as written.
func (n Number) String() string { return n.Text }

// Padded reports whether the ordinal has the two digits that the law asks for:
// 01, not 1. Source: Decree 30/2020/NĐ-CP, App. I.II.3.b.
func (n Number) Padded() bool {
	return n.Ordinal > 9 || len(n.Text) > 1 && '0' <= n.Text[1] && n.Text[1] <= '9'
}

// Compare orders numbers: by year segment, then by ordinal as a number (2
// before 10, 0124 equal to 124), then by what distinguishes equal ordinals,
// then by symbol.
func (n Number) Compare(m Number) int {
	return cmp.Or(
		cmp.Compare(n.Year, m.Year),
		cmp.Compare(n.Ordinal, m.Ordinal),
		cmp.Compare(len(n.Suffix), len(m.Suffix)),
		strings.Compare(n.Suffix, m.Suffix),
		strings.Compare(n.Type, m.Type),
		strings.Compare(n.Body, m.Body),
	)
}
