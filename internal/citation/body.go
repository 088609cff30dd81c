package citation

import "strings"

// IsParty reports whether the number's body is one of the Party: a committee
// (TW, TU, HU, ĐU), its office, or one of its commissions. Whether the number
// follows the Party's form is another matter: 02/CTr-ĐU does not.
//
// TU is the committee of a province, a city or a town alike.
func (n Number) IsParty() bool {
	first, _, _ := strings.Cut(n.Body, "-")
	switch withoutTerm(first) {
	case "TW", "TU", "ThU", "HU", "QU", "ĐU", "ĐUK", "CB",
		"VPTW", "BTCTW", "BTGTW", "BDVTW", "BNCTW", "UBKTTW",
		"VPTU", "BTCTU", "BTGTU", "BDVTU", "BNCTU", "UBKTTU",
		"VPHU", "BTCHU", "BTGHU", "BDVHU", "UBKTHU", "UBKTĐU", "BTCĐU", "BTGĐU", "VPĐU",
		"BCSĐ", "BCSĐCP", "ĐĐQH", "ĐĐ":
		return true
	}
	return false
}

// InPartyForm gives the number as the Party writes it, 02-CTr/ĐU for
// 02/CTr-ĐU; "" where it names no type or no body, or has a year segment.
func (n Number) InPartyForm() string { return n.rewritten("-", "/") }

// InStateForm gives the number as bodies of the state write it, 10/KH-UBND
// for 10-KH/UBND; "" where it names no type or no body, or has a year segment.
func (n Number) InStateForm() string { return n.rewritten("/", "-") }

func (n Number) rewritten(beforeType, beforeBody string) string {
	if n.Type == "" || n.Body == "" || n.Year != 0 {
		return ""
	}
	end := strings.IndexAny(n.Text, "/-")
	return n.Text[:end] + beforeType + n.Type + beforeBody + n.Body
}

// isStateBody reports whether a symbol is that of a body of the state, which
// used the shape that is the Party's today: 32-L/CTN.
func isStateBody(body string) bool {
	first, _, _ := strings.Cut(body, "-")
	switch withoutTerm(first) {
	case "CTN", "CP", "TTg", "HĐBT", "QH", "UBTVQH", "UBND", "HĐND":
		return true
	}
	return false
}
