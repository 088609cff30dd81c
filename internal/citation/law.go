package citation

import "bytes"

// lawName is the name of a law: “Luật Đất đai”, “Bộ luật Lao động”.
type lawName struct {
	start int // of the name
	head  int // end of “Luật”, “Bộ luật”, “Pháp lệnh”, “Hiến pháp”
}

// maxName bounds the words of the name of a law. “Luật Quản lý, sử dụng vốn
// nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp” has twenty.
const maxName = 32

// lawBefore finds the name of a law that ends at end. It goes back word by word
// to the words that laws begin with, and gives up at whatever is not part of a
// name. “Luật sửa đổi, bổ sung một số điều của Luật Đất đai” is one name.
func lawBefore(t []byte, end int) (name lawName, ok bool) {
	if !mayNameLaw(t, end) {
		return name, false
	}
	p := end
	if s := phraseStart(t, backOne(t, p, ')'), "sửa đổi"); s > 0 && t[s-1] == '(' {
		p = backSpace(t, s-1) // “Luật Đất đai (sửa đổi)”
	}
	for range maxName {
		s := wordStart(t, p)
		if s == p || isDigit(t, s) {
			break
		}
		if head, start, is := lawHead(t, s, p); is {
			if first := skipSpace(t, head); !isLawHeadFollowed(t, first, head, end) {
				break
			}
			amends := phraseEnd(t, skipSpace(t, head), "sửa đổi") > 0
			if !ok || amends {
				name, ok = lawName{start, head}, true
			}
			if s = amending.start(t, backSpace(t, start)); amends || s < 0 {
				break
			}
		} else if endsName(t, s) {
			break
		}
		q := backSpace(t, s)
		if q > 0 && t[q-1] == ',' {
			q = backSpace(t, q-1)
		}
		if q == s {
			break
		}
		p = q
	}
	return name, ok && unfinished.start(t, backSpace(t, name.start)) < 0
}

// mayNameLaw reports whether a word that laws begin with stands before end, in
// the same sentence. Most years are not those of laws, and this is quick.
func mayNameLaw(t []byte, end int) bool {
	for p := end - 1; p >= 0 && end-p < 300; p-- {
		switch c := t[p]; {
		case c == '.', c == ';', c == ':', c-'0' <= 9:
			return false
		case c == 'L' || c == 'B' || c == 'P' || c == 'H':
			for _, head := range lawHeads {
				if bytes.HasPrefix(t[p:], []byte(head)) {
					return true
				}
			}
		}
	}
	return false
}

// backOne gives p-1 where that byte is c, and 0 elsewhere.
func backOne(t []byte, p int, c byte) int {
	if p > 0 && t[p-1] == c {
		return p - 1
	}
	return 0
}

// lawHead reports whether the word t[s:p] ends the words that a law begins with.
func lawHead(t []byte, s, p int) (head, start int, ok bool) {
	switch {
	case p-s != len("Luật") && p-s != len("lệnh") && p-s != len("pháp"):
		return 0, 0, false
	case sameWord(t[s:p], "luật"):
		if b := phraseStart(t, backSpace(t, s), "bộ"); b >= 0 {
			return p, b, t[b] == 'B'
		}
		before := wordBefore(t, s)
		for _, not := range notLaws {
			if len(before) == len(not) && sameWord(before, not) {
				return 0, 0, false
			}
		}
		return p, s, t[s] == 'L'
	case bytes.Equal(t[s:p], []byte("lệnh")), bytes.Equal(t[s:p], []byte("pháp")):
		for _, phrase := range [...]string{"pháp lệnh", "hiến pháp"} {
			if b := phraseStart(t, p, phrase); b >= 0 && (t[b] == 'P' || t[b] == 'H') {
				return p, b, true
			}
		}
	}
	return 0, 0, false
}

// isLawHeadFollowed reports whether a name follows the head: a capital, or
// “sửa đổi”. “Luật sư” and “Luật này” are none; the Constitution needs no name.
func isLawHeadFollowed(t []byte, first, head, end int) bool {
	if head == end {
		return phraseStart(t, head, "hiến pháp") >= 0
	}
	return first > head && (isCapital(t, first) || phraseEnd(t, first, "sửa đổi") > 0 ||
		phraseEnd(t, first, "nước") > 0 && phraseStart(t, head, "hiến pháp") >= 0)
}

// endsName reports whether the word at p is none of the name of a law.
func endsName(t []byte, p int) bool {
	if isCapital(t, p) {
		before := wordBefore(t, p)
		return typeNames.end(t, p) > 0 && !(len(before) == len("luật") && sameWord(before, "luật"))
	}
	if excused.end(t, p) > 0 {
		return false
	}
	return endsLawName.end(t, p) > 0 || endsLawNameUnless.end(t, p) > 0
}

// lawOfYear reads “Luật Đất đai năm 2024” or “Luật Đất đai (2024)”, of which
// t[i:j] is the year.
func (f *finder) lawOfYear(i, j int) bool {
	year, _ := integer(f.text, i, 4)
	if year < 1945 || year > 2099 || !endsDate(f.text, j) {
		return false
	}
	p := backSpace(f.text, i)
	if s := phraseStart(f.text, p, "năm"); s >= 0 {
		p = s
	}
	if open := backOne(f.text, p, '('); open > 0 && j < len(f.text) && f.text[j] == ')' {
		p, j = open, j+1 // “Luật Đất đai (năm 2024)”
	}
	name, ok := lawBefore(f.text, backSpace(f.text, p))
	if backSpace(f.text, p) == i || !ok {
		return false
	}
	return f.add(&Span{Start: name.start, End: j, Full: j, Type: string(f.text[name.start:name.head]), Day: Date{Year: year}}, named)
}

// lawOfDay reads “Luật Đất đai ngày 18 tháng 01 năm 2024”, of which the day
// begins at i.
func (f *finder) lawOfDay(i int) bool {
	s := phraseStart(f.text, backSpace(f.text, i), "ngày")
	if s <= 0 {
		return false
	}
	day, end := dayAt(f.text, i)
	p := backSpace(f.text, s)
	if end == 0 || p == s {
		return false
	}
	name, ok := lawBefore(f.text, p)
	if !ok {
		return false
	}
	return f.add(&Span{Start: name.start, End: p, Full: end, Type: string(f.text[name.start:name.head]), Day: day}, named)
}

// lawBeforeNumber takes back the law that was found by its year where its
// number follows: “Bộ luật Hình sự năm 2015 số 100/2015/QH13” is one citation.
func (f *finder) lawBeforeNumber(start int, e *extent) (law Span, ok bool) {
	if len(f.dst) == f.base || !e.assembly || skipSpace(f.text, f.full) != start {
		return Span{}, false
	}
	law = f.dst[len(f.dst)-1]
	if law.Day.IsZero() || law.Full != law.End || !law.Number.IsZero() {
		return Span{}, false
	}
	f.dst, f.full = f.dst[:len(f.dst)-1], law.Start
	return law, true
}
