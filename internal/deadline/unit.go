package deadline

// unit reads one stretch of time.
func (p *parser) unit() (unit, bool) {
	switch {
	case p.take("quy"), p.peek(0).word == "q" && p.peek(1).number > 0 && p.take("q"):
		return p.quarters()
	case p.take("thang"), p.peek(0).word == "t" && p.peek(1).number > 0 && p.take("t"):
		return p.months()
	case p.take("ngay"):
		return p.day()
	case p.take("nam"):
		t := p.peek(0)
		if !isYear(t) {
			return unit{}, false
		}
		p.at++
		return unit{year: t.number}, true
	case p.take("nua"):
		return p.part(6)
	}
	if n := p.monthsCount(); n > 0 {
		return p.part(n)
	}
	return p.numeric()
}

// monthsCount reads “6 tháng” before “đầu năm” or “cuối năm”.
func (p *parser) monthsCount() int {
	n := p.peek(0).number
	if n < 0 {
		n = spelled(p.peek(0).word)
	}
	if w := p.peek(2).word; n < 1 || n > 11 || p.peek(1).word != "thang" || (w != "dau" && w != "cuoi") {
		return 0
	}
	p.at += 2
	return n
}

// part reads “đầu năm 2025” behind a number of months.
func (p *parser) part(months int) (unit, bool) {
	first := p.take("dau")
	if !first && !p.take("cuoi") {
		return unit{}, false
	}
	u := unit{fromMonth: 1, untilMonth: months}
	if !first {
		u = unit{fromMonth: 13 - months, untilMonth: 12}
	}
	p.take("cua")
	if !p.take("nam") {
		return unit{}, false
	}
	if isYear(p.peek(0)) {
		u.year = p.peek(0).number
		p.at++
	}
	return u, true
}

// quarters reads “II/2025”, “II, III năm 2025”, “I - III/2025”.
func (p *parser) quarters() (unit, bool) {
	first, last, ok := p.numbers("quy", func(t token) int {
		if t.number >= 0 && t.digits <= 2 {
			return t.number
		}
		return roman(t.word)
	})
	if !ok {
		return unit{}, false
	}
	u := unit{fromMonth: first*3 - 2, untilMonth: last * 3, bad: first < 1 || last > 4}
	return u, p.year(&u)
}

// months reads “10/2025”, “3 - 6 năm 2025”, “mười hai năm 2025”.
func (p *parser) months() (unit, bool) {
	first, last, ok := p.numbers("thang", func(t token) int {
		if t.number >= 0 && t.digits <= 2 {
			return t.number
		}
		return -1
	})
	if !ok {
		if first = p.spelledMonth(); first == 0 {
			return unit{}, false
		}
		last = first
	}
	u := unit{fromMonth: first, untilMonth: last, bad: first < 1 || last > 12}
	return u, p.year(&u)
}

func (p *parser) spelledMonth() int {
	n := spelled(p.peek(0).word)
	if n == 0 || n == 5 && isYear(p.peek(1)) { // “tháng năm 2025” may be either
		return 0
	}
	p.at++
	if n == 10 {
		if more := spelled(p.peek(0).word); more == 1 || more == 2 {
			p.at++
			return 10 + more
		}
	}
	return n
}

// numbers reads one number or several that belong together, in rising order; of
// gives the number of a token, below 1 for none.
func (p *parser) numbers(word string, of func(token) int) (first, last int, ok bool) {
	first = of(p.peek(0))
	if first < 0 || first == 0 && p.peek(0).number != 0 {
		return 0, 0, false
	}
	p.at++
	last = first
	for {
		sep, next := p.peek(0).word, p.peek(1)
		if sep != "," && sep != "va" && sep != "-" && sep != "den" {
			return first, last, true
		}
		skip := 2
		if next.word == word && sep != "-" && sep != "den" { // “quý II và quý III”
			next, skip = p.peek(2), 3
		}
		n := of(next)
		if n <= last || n < 1 || isDate(p.tokens[min(p.at+skip-1, len(p.tokens)):]) {
			return first, last, true
		}
		last = n
		p.at += skip
	}
}

// isDate reports whether tokens begin with a whole day: 15/6/2025.
func isDate(t []token) bool {
	return len(t) >= 5 && t[0].number >= 0 && t[1].word == "/" && t[2].number >= 0 && t[3].word == "/" && isYear(t[4])
}

// year reads the year behind a month or a quarter; it may be missing. It gives
// false where something else stands behind the sign.
func (p *parser) year(u *unit) bool {
	if w := p.peek(0).word; (w == "/" || w == "-" || w == "nam" || w == "," || w == ".") && isYear(p.peek(1)) {
		u.year = p.peek(1).number
		p.at += 2
		return true
	}
	if (p.peek(0).word == "/" || p.peek(0).word == ",") && p.peek(1).word == "nam" && isYear(p.peek(2)) {
		u.year = p.peek(2).number
		p.at += 3
		return true
	}
	if isYear(p.peek(0)) {
		u.year = p.peek(0).number
		p.at++
		return true
	}
	return p.peek(0).word != "/"
}

// day reads what stands behind “ngày”: “31 tháng 12 năm 2025”, “31/12/2025”.
func (p *parser) day() (unit, bool) {
	d := p.peek(0)
	if d.number < 0 || d.digits > 2 || p.peek(1).word != "thang" {
		return p.numeric()
	}
	m := p.peek(2).number
	if m < 0 {
		p.at += 2
		if m = p.spelledMonth(); m == 0 {
			return unit{}, false
		}
	} else {
		p.at += 3
	}
	u := oneDay(d.number, m)
	return u, p.year(&u)
}

func oneDay(day, month int) unit {
	return unit{fromMonth: month, fromDay: day, untilMonth: month, untilDay: day, bad: month < 1 || month > 12 || day < 1 || day > 31}
}

// numeric reads dates that are all digits.
func (p *parser) numeric() (unit, bool) {
	a, s, b, s2, c := p.peek(0), p.peek(1).word, p.peek(2), p.peek(3).word, p.peek(4)
	sign := s == "/" || s == "-" || s == "."
	switch {
	case a.number < 0:
		return unit{}, false
	case isYear(a) && sign && s == s2 && b.number >= 0 && b.digits <= 2 && c.number >= 0 && c.digits <= 2: // 2025-12-31
		p.at += 5
		u := oneDay(c.number, b.number)
		u.year = a.number
		return u, true
	case isYear(a) && s == "-" && b.number >= 0 && b.digits == 2 && p.peek(3) == (token{number: -1}): // 2025-12
		p.at += 3
		return unit{year: a.number, fromMonth: b.number, untilMonth: b.number, bad: b.number < 1 || b.number > 12}, true
	case isYear(a):
		p.at++
		return unit{year: a.number}, true
	case sign && b.number >= 0 && s == s2 && a.digits <= 2 && b.digits <= 2 && isYear(c):
		p.at += 5
		u := oneDay(a.number, b.number)
		u.year = c.number
		return u, true
	case sign && isYear(b) && a.digits <= 2:
		p.at += 3
		return unit{year: b.number, fromMonth: a.number, untilMonth: a.number, bad: a.number < 1 || a.number > 12}, true
	case s == "/" && b.number >= 0 && a.digits <= 2 && b.digits <= 2:
		p.at += 3
		u := oneDay(a.number, b.number)
		return u, p.year(&u)
	}
	return unit{}, false
}

// isYear reports whether a token can be a year.
func isYear(t token) bool { return t.digits == 4 && t.number >= 1900 && t.number <= 2199 }
