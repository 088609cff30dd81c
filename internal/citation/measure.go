package citation

// extent is how far a number reaches in running text, and how certain that is.
// It is found without reading the number: most candidates are none.
type extent struct {
	end    int
	sign   byte   // before the symbol, '/' or '-'; 0 where it was forgotten (“01KH-UBND”)
	year   bool   // it has a year segment
	spaced bool   // white space inside, “68- NQ/TW”
	small  bool   // the symbol is in small letters, “01/kh-ubnd”
	groups int    // of the symbol
	first  []byte // the first of them
	second []byte // the second, nil where there is one only

	typed    bool // first is the abbreviation of a type
	assembly bool // first is the National Assembly, or the like
}

// measure finds the extent of a number whose first digits are t[i:j].
func measure(t []byte, i, j int) (e extent, ok bool) {
	if j-i > 5 {
		return e, false
	}
	p, ok := ordinalEnd(t, j)
	if !ok {
		return e, false
	}
	sign, q := signAt(t, p, &e.spaced)
	switch {
	case sign == 0 && (p > j || !isGroupStart(t, p)):
		return e, false
	case sign != 0:
		e.sign, p = sign, q
		if isDigit(t, p) {
			if p = e.yearEnd(t, p); p == 0 {
				return e, false
			}
		}
	}
	return e, e.symbol(t, p) && endsThere(t, e.end)
}

// mayGoOn tells most digits that end at j from those of a number: behind them
// are the sign of something else, or white space and a word.
func mayGoOn(t []byte, j int) bool {
	if j+1 >= len(t) {
		return false
	}
	switch c := t[j]; c {
	case ',', ';', ':', ')', '%':
		return false
	case ' ':
		return t[j+1] == 0xC2 || t[j+1] == 0xE2 || t[j+1] < 0x80 && !isAlnum(t[j+1])
	}
	return true
}

// ordinalEnd passes what may follow the digits that end at j: “c”, “A”, “.16”. Other
// letters make a quantity of them (“60km”), or a number that lacks its sign.
func ordinalEnd(t []byte, j int) (p int, ok bool) {
	p = j
	if j == len(t) {
		return p, false
	}
	if c := t[j]; 'a' <= c && c <= 'z' || isCapitalSuffix(t[j:]) {
		p++
	} else if c == 0xC4 && j+1 < len(t) && t[j+1] == 0x91 { // đ
		p += 2
	}
	if p > j && wordLen(t, p) > 0 {
		return p, false
	}
	if p < len(t) && t[p] == '.' {
		if _, end := integer(t, p+1, 3); end > p+1 && !isDigit(t, end) {
			p = end
		}
	}
	return p, true
}

// signAt reads a slash or a hyphen at p, or what was typed for one, with white
// space around it. Sign is 0 where there is none.
func signAt(t []byte, p int, spaced *bool) (sign byte, end int) {
	q := skipSpace(t, p)
	sign, n := signLen(t, q)
	if sign == 0 {
		return 0, p
	}
	end = skipSpace(t, q+n)
	if q > p || end > q+n {
		*spaced = true
	}
	return sign, end
}

func signLen(t []byte, p int) (sign byte, n int) {
	if p >= len(t) {
		return 0, 0
	}
	switch c := t[p]; c {
	case '/', '-':
		if p+1 < len(t) && t[p+1] == c {
			return c, 2
		}
		return c, 1
	case '\\':
		return '/', 1
	case '&':
		return '&', 1
	case 0xE2:
		if p+2 < len(t) {
			return wideSign(string(t[p : p+3])), 3
		}
	}
	return 0, 0
}

// wideSign reads the dashes and slashes that word processors put in.
func wideSign(s string) byte {
	switch s {
	case "‐", "‑", "–", "—", "−":
		return '-'
	case "∕", "⁄":
		return '/'
	}
	return 0
}

// yearEnd passes a year segment and its sign; 0 where the digits are none.
func (e *extent) yearEnd(t []byte, p int) int {
	y, q := integer(t, p, 4)
	if e.sign != '/' || q-p != 4 || y < 1800 || y > 2099 {
		return 0
	}
	e.year = true
	if isGroupStart(t, q) {
		return q // “49/2025TT-BCT”
	}
	sign, next := signAt(t, q, &e.spaced)
	if sign != '/' && sign != '-' {
		return 0
	}
	return next
}

// isGroupStart reports whether a capital that symbols begin with is at p: A to
// Z, Đ, or the Ð that is typed for it.
func isGroupStart(t []byte, p int) bool {
	return p < len(t) && ('A' <= t[p] && t[p] <= 'Z' || isD(t, p) == 'Đ')
}

// isD gives 'Đ' or 'đ' where that, or the letter eth in place of it, is at p.
func isD(t []byte, p int) rune {
	if p+1 < len(t) {
		switch {
		case t[p] == 0xC4 && t[p+1] == 0x90, t[p] == 0xC3 && t[p+1] == 0x90:
			return 'Đ'
		case t[p] == 0xC4 && t[p+1] == 0x91, t[p] == 0xC3 && t[p+1] == 0xB0:
			return 'đ'
		}
	}
	return 0
}

// maxGroup bounds a group in bytes; the longest in use have some fifteen.
// maxGroups bounds the groups of a symbol; nine ministries make ten.
const maxGroup, maxGroups = 24, 12

// group gives the end of the group of a symbol at p; 0 where there is none, or
// where it goes on in letters that symbols do not have, as words do.
func (e *extent) group(t []byte, p int) int {
	q := p
	for q < len(t) && q-p <= maxGroup {
		n := 1
		if !isAlnum(t[q]) {
			if n = 2; isD(t, q) == 0 {
				break
			}
		}
		q += n
	}
	if q == p || q-p > maxGroup || isDigit(t, p) || wordLen(t, q) > 0 {
		return 0
	}
	if !isGroupStart(t, p) {
		if e.groups > 0 && !e.small && !e.typed {
			return 0
		}
		e.small = true
	}
	return q
}

// symbol passes the groups of a symbol. White space is taken for a slip only
// where a type still wants its body: “12/QĐ - UBND”, but not “161/CP - TTg”.
func (e *extent) symbol(t []byte, p int) bool {
	end := e.group(t, p)
	if end == 0 {
		return false
	}
	e.first, e.end, e.groups = t[p:end], end, 1
	e.typed, e.assembly = isTypeSymbol(e.first), isAssembly(e.first)
	for {
		spaced := false
		sign, q := signAt(t, e.end, &spaced)
		if sign == 0 {
			return true
		}
		small := e.small
		end := e.group(t, q)
		if end == 0 {
			return true
		}
		if spaced && (e.groups > 1 || !e.typed || !isBodyLike(t[q:end])) {
			e.small = small
			return true
		}
		if e.groups == 1 {
			e.second = t[q:end]
		}
		if e.groups++; e.groups > maxGroups {
			return false
		}
		e.end, e.spaced = end, e.spaced || spaced
	}
}

// endsThere reports whether a number may end at p: what follows does not make
// it part of a path, an address or a file's name.
func endsThere(t []byte, p int) bool {
	if p == len(t) {
		return true
	}
	if wordLen(t, p) > 0 {
		return false
	}
	switch t[p] {
	case '/', '-', '\\', '&':
		return wordLen(t, p+1) == 0 || t[p] == '/' && typeNames.end(t, p+1) > 0 // “5/QĐ-BCĐ/Kế hoạch số 6”
	case '.':
		return p+1 == len(t) || !('a' <= t[p+1] && t[p+1] <= 'z' || isSymbolWord(t, p+1))
	case '@', '_', '=', '#', '~', '%':
		return false
	}
	return true
}

// isSymbolWord reports whether the word at p is all capitals, as in
// “123/QĐ-UBND.HC”: half of such a number would be another one.
func isSymbolWord(t []byte, p int) bool {
	q := p
	for isGroupStart(t, q) {
		q++
		if t[q-1] >= 0x80 {
			q++
		}
	}
	return q > p && wordLen(t, q) == 0
}
