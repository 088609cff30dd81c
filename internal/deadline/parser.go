package deadline

// parser reads tokens from the left.
type parser struct {
	tokens []token
	at     int
}

func (p *parser) peek(i int) token {
	if p.at+i >= len(p.tokens) {
		return token{number: -1}
	}
	return p.tokens[p.at+i]
}

func (p *parser) done() bool { return p.at >= len(p.tokens) }

// take reads words if they all stand next.
func (p *parser) take(words ...string) bool {
	for i, w := range words {
		if p.peek(i).word != w {
			return false
		}
	}
	p.at += len(words)
	return true
}

// any reads the first of several phrases that stands next.
func (p *parser) any(phrases ...[]string) bool {
	for _, phrase := range phrases {
		if p.take(phrase...) {
			return true
		}
	}
	return false
}

// whole reads all tokens as one span.
func (p *parser) whole() (s span, ok bool) {
	p.at = 0
	p.fillers()
	from := false
	switch {
	case p.take("truoc"):
		s.before = !p.take("het") // “trước hết tháng 6” is until its end
		s.until = !s.before
	case p.untilWords():
		s.until = true
	case p.any([]string{"tu"}, []string{"bat", "dau", "tu"}, []string{"ke", "tu"}):
		from = true
	}
	if p.fillers() && s.before {
		s.before, s.until = false, true // before 17:00 of a day is that day
	}
	if s.first, ok = p.unit(); !ok {
		return s, false
	}
	s.last = s.first
	for !p.done() && p.further() {
		if s.before || s.until {
			return s, false
		}
		from = false
		p.fillers()
		if s.last, ok = p.unit(); !ok {
			return s, false
		}
	}
	open := p.onwards()
	s.open = (open || from) && !s.before && !s.until
	return s, p.done() && (!open || s.open)
}

// further reads what stands between two units of one span.
func (p *parser) further() bool {
	start := p.at
	if p.any([]string{"-"}, []string{"den", "het"}, []string{"den"}, []string{",", "den"}, []string{"toi"}) {
		return true
	}
	if p.any([]string{","}, []string{"va"}) && (p.startsUnit()) {
		return true
	}
	p.at = start
	return false
}

// startsUnit reports whether a unit may begin here, and not “những năm tiếp
// theo”.
func (p *parser) startsUnit() bool {
	t := p.peek(0)
	return t.number >= 0 || t.word == "quy" || t.word == "thang" || t.word == "ngay" || t.word == "nam" && p.peek(1).number >= 0
}

func (p *parser) untilWords() bool {
	return p.any([]string{"cham", "nhat", "den", "het"}, []string{"cham", "nhat", "den"}, []string{"cham", "nhat"}, []string{"muon", "nhat"},
		[]string{"khong", "qua"}, []string{"den", "het"}, []string{"den", "cuoi"}, []string{"den"}, []string{"toi"}, []string{"het"})
}

// onwards reads the words for “and the years after”.
func (p *parser) onwards() bool {
	if p.any([]string{"tro", "di"}, []string{"tro", "ve", "sau"}) {
		return true
	}
	start := p.at
	p.any([]string{"va"}, []string{","}, []string{"-"})
	p.take("trong")
	if p.any([]string{"nhung"}, []string{"cac"}, []string{"ca"}) && p.any([]string{"nam"}, []string{"thang"}, []string{"quy"}) &&
		p.any([]string{"tiep", "theo"}, []string{"sau", "do"}, []string{"sau"}, []string{"ke", "tiep"}) {
		return true
	}
	p.at = start
	return false
}

// fillers passes over words that do not change what is meant, and over a time
// of day, of which it tells.
func (p *parser) fillers() (clock bool) {
	for {
		start := p.at
		p.any([]string{"hoan", "thanh"}, []string{"thuc", "hien"}, []string{"xong"}, []string{"trong"}, []string{"vao"}, []string{"du", "kien"},
			[]string{"thoi", "gian"}, []string{"giai", "doan"}, []string{"cuoi", "ngay"}, []string{"cac"}, []string{"cuoi"}, []string{"ca"})
		if t := p.peek(1).word; p.peek(0).number >= 0 && (t == "h" || t == "gio") {
			clock = true
			p.at += 2
			if p.peek(0).number >= 0 && p.peek(0).digits == 2 && p.peek(1).word != "/" {
				p.at++
			}
			p.any([]string{"phut"})
			p.take(",")
		}
		if p.at == start {
			return clock
		}
	}
}
