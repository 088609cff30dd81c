package citation

import "strings"

// maxListed bounds what is listed in one place: “điểm a, b, c và d”.
const maxListed = 24

// placeReader reads the words of a place.
type placeReader struct {
	t []byte
	place
	sure bool // it is a place of some document, also where none is named
}

func (r *placeReader) read(i int) bool {
	p := backSpace(r.t, i)
	if p == i || p == 0 || r.t[p-1]|0x20 != 'u' && r.t[p-1]|0x20 != 'n' {
		return false
	}
	r.start = wordStart(r.t, p)
	switch word := r.t[r.start:p]; {
	case len(word) == len("khoản") && sameWord(word, "khoản"):
		return r.clause(i) && r.points()
	case string(word) == "Điều", string(word) == "điều":
		r.sure = string(word) == "Điều"
		return r.article(i) && r.points()
	}
	return false
}

// clause reads “khoản 1, khoản 2 Điều 7” from the number of the clause.
func (r *placeReader) clause(i int) bool {
	p := 0
	if r.Clause, p = r.numbers(i); p == 0 {
		return false
	}
	for range maxListed {
		more := r.moreClauses(p)
		if more == 0 {
			break
		}
		p = more
	}
	p = skipComma(r.t, p)
	if of := phraseEnd(r.t, p, "của"); of > 0 {
		p = skipSpace(r.t, of)
	}
	p = phraseEnd(r.t, p, "điều")
	if p == 0 {
		return false
	}
	p = skipSpace(r.t, p)
	if this := phraseEnd(r.t, p, "này"); this > 0 {
		r.This, r.end = true, this
	} else {
		r.Article, r.end = r.numbers(p)
	}
	r.sure = true
	return r.end > 0 && !(r.Article > 0 && hasLetter(r.t, p))
}

// moreClauses passes “, khoản 2” and “và điểm b khoản 3”; 0 where none follows.
func (r *placeReader) moreClauses(p int) int {
	q := r.joiner(p)
	if q == 0 {
		return 0
	}
	if point := phraseEnd(r.t, q, "điểm"); point > 0 {
		if q = r.letters(skipSpace(r.t, point)); q == 0 {
			return 0
		}
		q = skipSpace(r.t, q)
	}
	clause := phraseEnd(r.t, q, "khoản")
	if clause == 0 {
		return 0
	}
	_, end := r.numbers(skipSpace(r.t, clause))
	return end
}

// article reads “Điều 7”, and “Điều 7 khoản 1 điểm a”, from the number of the
// article. “Điều 7.” at the start of a line is the article itself.
func (r *placeReader) article(i int) bool {
	if r.Article, r.end = r.numbers(i); r.end == 0 || hasLetter(r.t, i) {
		return false
	}
	if r.isHeading() {
		return false
	}
	clause := phraseEnd(r.t, skipComma(r.t, r.end), "khoản")
	if clause == 0 {
		return true
	}
	n, p := r.numbers(skipSpace(r.t, clause))
	if p == 0 || phraseEnd(r.t, skipComma(r.t, p), "điều") > 0 {
		return true
	}
	r.Clause, r.end = n, p
	if point := phraseEnd(r.t, skipComma(r.t, p), "điểm"); point > 0 {
		from := skipSpace(r.t, point)
		if end := r.letters(from); end > 0 {
			r.Point, r.end = string(r.t[from:wordEnd(r.t, from)]), end
		}
	}
	return true
}

func (r *placeReader) isHeading() bool {
	if r.end < len(r.t) && r.t[r.end] != '.' && r.t[r.end] != ':' {
		return false
	}
	before := strings.TrimRight(string(r.t[max(0, r.start-8):r.start]), " \t\u00a0*#")
	return r.start <= 8 && before == "" || strings.HasSuffix(before, "\n")
}

// numbers reads “5”, “5a”, “2, 3”, “5, 6 và 7”, “5 đến 9”. End is 0 where no
// number stands there that can be that of an article or a clause.
func (r *placeReader) numbers(p int) (first, end int) {
	first, end = r.oneNumber(p)
	if end == 0 || first == 0 {
		return 0, 0
	}
	for range maxListed {
		q := r.joiner(end)
		if q == 0 {
			break
		}
		_, next := r.oneNumber(q)
		if next == 0 || !r.endsList(next) {
			break
		}
		end = next
	}
	return first, end
}

func (r *placeReader) oneNumber(p int) (n, end int) {
	n, end = integer(r.t, p, 3)
	if end == p {
		return 0, 0
	}
	if k := wordEnd(r.t, end) - end; k == 1 && r.t[end] >= 'a' || k == 2 && isD(r.t, end) == 'đ' {
		end += k
	}
	if wordLen(r.t, end) > 0 || !endsDate(r.t, end) || end < len(r.t) && (r.t[end] == '/' || r.t[end] == '%') {
		return 0, 0
	}
	return n, end
}

// endsList reports whether what follows at p lets a number be one more of a
// list, and not the count of something: “Điều 5, 12 đơn vị”.
func (r *placeReader) endsList(p int) bool {
	q := skipSpace(r.t, p)
	return wordLen(r.t, q) == 0 || isCapital(r.t, q) || r.joiner(p) > 0 ||
		typeNames.end(r.t, q) > 0 || behindPlace.end(r.t, q) > 0
}

// joiner passes a comma, or “và”, or both, at p; 0 where there is none.
func (r *placeReader) joiner(p int) int {
	end := 0
	q := skipSpace(r.t, p)
	if q < len(r.t) && r.t[q] == ',' {
		q = skipSpace(r.t, q+1)
		end = q
	}
	if and := joiners.end(r.t, q); and > 0 {
		end = skipSpace(r.t, and)
	}
	return end
}

// letters passes “a”, “a, b và c”, the letters of points; 0 where there is none.
func (r *placeReader) letters(p int) int {
	end := 0
	for range maxListed {
		if p == 0 || !isPoint(r.t, p, wordEnd(r.t, p)) {
			break
		}
		end = wordEnd(r.t, p)
		p = r.joiner(end)
	}
	return end
}

// points reads “điểm a, b và c” before the place, back to front.
func (r *placeReader) points() bool {
	p := r.start
	for range maxListed {
		end := backSpace(r.t, p)
		if end > 0 && r.t[end-1] == ',' {
			end = backSpace(r.t, end-1)
		}
		s := wordStart(r.t, end)
		if !isPoint(r.t, s, end) {
			return true
		}
		p = s
		before := backSpace(r.t, p)
		if point := phraseStart(r.t, before, "điểm"); point >= 0 {
			r.Point, r.start, r.sure = string(r.t[s:end]), point, true
			return true
		}
		if and := phraseStart(r.t, before, "và"); and >= 0 {
			p = and
		}
	}
	return true
}

// isPoint reports whether t[s:e] is the letter of a point.
func isPoint(t []byte, s, e int) bool {
	return e-s == 1 && 'a' <= t[s] && t[s] <= 'y' || e-s == 2 && isD(t, s) == 'đ'
}

// hasLetter reports whether the number at p is one like 7a, which is not
// article 7: Provision cannot hold it.
func hasLetter(t []byte, p int) bool {
	_, end := integer(t, p, 3)
	return wordLen(t, end) > 0
}
