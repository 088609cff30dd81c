package citation

import (
	"slices"
	"strings"
)

// typeAbbrs are the abbreviations of types of documents that numbers carry.
// Their names are in package plan; a number must be readable without them.
//
// Sources: Decree 30/2020/NĐ-CP, App. III; Circular 01/2011/TT-BNV for the
// forms before it; Instruction 36-HD/VPTW for the Party's.
var typeAbbrs = [...]string{
	"NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ",
	"BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "SY", "TrS", "SL",
	"GN", "TTh", "UQ", "NP", // before 2020
	"L", "NĐ", "TT", "TTLT", "NQLT", "VBHN", "PL", // normative
	"KL", "QĐi", "QCh", "CV", "TTri", // of the Party
}

// IsTypeAbbr reports whether s is the abbreviation of a type of document, in
// exactly this spelling: case tells types apart from each other and from
// bodies.
func IsTypeAbbr(s string) bool { return slices.Contains(abbrsLike(s), s) }

// abbrsBySpelling finds the few abbreviations that a word may be.
var abbrsBySpelling = newIndex(typeAbbrs[:], keyOf)

// abbrsLike gives all abbreviations that are s but for capitals, and maybe others.
func abbrsLike(s string) []string {
	if len(s) > maxAbbr {
		return nil
	}
	return abbrsBySpelling.of(keyOf(s))
}

// maxAbbr bounds an abbreviation in bytes.
const maxAbbr = 8

// RightCase gives the spelling of an abbreviation that was typed with other
// capitals, as “Ctr” often is for “CTr”; "" where there is none.
func RightCase(s string) string {
	for _, a := range abbrsLike(s) {
		if strings.EqualFold(a, s) {
			return a
		}
	}
	return ""
}

// isMiscased reports whether s is the abbreviation of a type with wrong
// capitals. An abbreviation all in capitals is not counted: those are bodies.
func isMiscased(s string) bool { return RightCase(s) != "" && s != strings.ToUpper(s) }
