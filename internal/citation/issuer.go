package citation

// issuerAt finds the words behind “của” that name a body, in text behind a
// citation that ends at p. To is 0 where there are none.
func issuerAt(t []byte, p int) (from, to int) {
	of := phraseEnd(t, skipComma(t, p), "của")
	if of == 0 {
		return 0, 0
	}
	r := issuer{t: t, from: skipSpace(t, of)}
	if !r.mayBegin() {
		return 0, 0
	}
	p = r.from
	for range maxName {
		end := r.word(p)
		if end == 0 {
			break
		}
		r.end = end
		if p = r.next(end); p == 0 {
			break
		}
	}
	return r.from, r.end
}

// issuer is the name of a body that is being read.
type issuer struct {
	t         []byte
	from, end int
	headed    bool // it has a head whose names have “và” and commas in them
	whole     bool // it is complete, but for levels and places: “UBND tỉnh”
	inName    bool // the word before calls for a capital: “Sở Kế hoạch …”, “Tài chính - Kế hoạch”
}

func (r *issuer) mayBegin() bool {
	if isCapital(r.t, r.from) {
		return typeNames.end(r.t, r.from) == 0
	}
	return smallIssuers.end(r.t, r.from) > 0
}

// word gives the end of the word at p where it is part of the name; 0 where the
// name has ended.
func (r *issuer) word(p int) int {
	if isDigit(r.t, p) { // “Phường 5”, “Ban Chỉ đạo 35”
		if _, end := integer(r.t, p, 3); end > p && p > r.from && endsDate(r.t, end) {
			return end
		}
		return 0
	}
	k, end := firstKey(r.t, p)
	if inNames[k] {
		if end := r.phrase(p, k); end > 0 {
			return end
		}
	}
	if end == p || p > r.from && r.stops(p, k) {
		return 0
	}
	r.inName = false
	return end
}

// inNames has the words that phrase looks for.
var inNames = anyOf(inBodies, bodyFields, wholeBodies, levels, behindWhole, bodyHeads)

// phrase gives the end of the words at p that names of bodies are made of.
func (r *issuer) phrase(p int, k key) int {
	if end := inBodies.endOf(r.t, p, k); end > 0 && p > r.from {
		return end
	}
	if r.inName && p > r.from {
		if end := bodyFields.endOf(r.t, p, k); end > 0 { // “Môi trường - Nông nghiệp”
			r.whole, r.inName = true, false
			return end
		}
	}
	if end := wholeBodies.endOf(r.t, p, k); end > 0 {
		r.whole, r.headed, r.inName = true, false, false
		return end
	}
	if end := levels.endOf(r.t, p, k); end > 0 && phraseEnd(r.t, p, "xã hội") == 0 {
		r.whole, r.inName = true, false
		return end
	}
	if r.whole {
		if end := behindWhole.endOf(r.t, p, k); end > 0 {
			return end
		}
	}
	head := bodyHeads.endOf(r.t, p, k)
	if head == 0 {
		return 0
	}
	if p > r.from && r.whole && !isCapital(r.t, p) {
		return 0
	}
	r.headed, r.inName = true, true
	if end := bodyFields.end(r.t, skipSpace(r.t, head)); end > 0 {
		r.whole, r.inName = true, false
		return end
	}
	return head
}

// stops reports whether the word at p is none of the name. Capitals are part of
// names, also where the same syllable is a verb: “xã Tân Lập”, “Cần Thơ”.
func (r *issuer) stops(p int, k key) bool {
	if isCapital(r.t, p) {
		return !r.inName && (typeNames.endOf(r.t, p, k) > 0 || phraseEnd(r.t, p, "về") > 0 || phraseEnd(r.t, p, "v/v") > 0)
	}
	if r.whole && !r.inName {
		return true
	}
	if r.inName && duties.endOf(r.t, p, k) > 0 {
		return false
	}
	return endsIssuer.endOf(r.t, p, k) > 0
}

// next gives where the next word of the name begins; 0 where the name ends.
func (r *issuer) next(end int) int {
	q := skipSpace(r.t, end)
	sign, n := signLen(r.t, q)
	switch {
	case q > end && sign == '-' && r.headed && isCapital(r.t, skipSpace(r.t, q+n)): // “Lao động - Thương binh”
		r.inName = true
		return skipSpace(r.t, q+n)
	case q == end && (sign == '-' || sign == '&') && wordLen(r.t, q+n) > 0:
		return q + n
	case q == end && q < len(r.t) && r.t[q] == ',':
		return r.behindComma(q + 1)
	case q == end:
		return 0
	}
	if and := phraseEnd(r.t, q, "và"); and > 0 {
		if p := skipSpace(r.t, and); r.isMore(p) {
			r.inName = true
			return p
		}
	}
	return q
}

// behindComma gives where the name goes on behind a comma: only where its last
// part follows with “và”, as in “Văn hóa, Thể thao và Du lịch”.
func (r *issuer) behindComma(p int) int {
	p = skipSpace(r.t, p)
	if phraseEnd(r.t, p, "chống") > 0 { // “phòng, chống thiên tai”
		return p
	}
	if !r.isMore(p) {
		return 0
	}
	for q, words := p, 0; words < 6; words++ {
		end := wordEnd(r.t, q)
		if end == q {
			return 0
		}
		q = skipSpace(r.t, end)
		if and := phraseEnd(r.t, q, "và"); and > 0 && r.isMore(skipSpace(r.t, and)) {
			return p
		}
		if q < len(r.t) && r.t[q] == ',' {
			q = skipSpace(r.t, q+1)
		}
	}
	return 0
}

// isMore reports whether the words at p are another part of the same name, and
// not another body or document.
func (r *issuer) isMore(p int) bool {
	return r.headed && isCapital(r.t, p) && bodyHeads.end(r.t, p) == 0 &&
		otherBodies.end(r.t, p) == 0 && (typeNames.end(r.t, p) == 0)
}
