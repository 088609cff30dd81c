package deadline

import "planpress/internal/plan"

// recurrence finds the words that say how often work comes again, and gives the
// tokens without them. Of several the one written first counts: “hằng tháng,
// quý, năm” is monthly.
func recurrence(tokens []token) (rest []token, found plan.Recurrence) {
	for i := 0; i < len(tokens); {
		n, how := recursAt(tokens[i:])
		if n == 0 {
			rest = append(rest, tokens[i])
			i++
			continue
		}
		if found == plan.Once {
			found = how
		}
		i += n
		for found != plan.Once && i+1 < len(tokens) && joins(tokens[i].word) && every(tokens[i+1].word) != plan.Once &&
			(i+2 == len(tokens) || tokens[i+2].number < 0 && roman(tokens[i+2].word) == 0) {
			i += 2 // “hằng tháng, hằng quý” comes here as its second word, “hằng tháng, quý” as a whole
		}
	}
	for found != plan.Once && len(rest) > 0 && joins(rest[0].word) {
		rest = rest[1:]
	}
	for found != plan.Once && len(rest) > 0 && joins(rest[len(rest)-1].word) {
		rest = rest[:len(rest)-1]
	}
	return rest, found
}

// recursAt reads words of recurrence at the beginning, and gives how many they
// are.
func recursAt(t []token) (int, plan.Recurrence) {
	is := func(i int, w string) bool { return i < len(t) && t[i].word == w }
	switch {
	case is(0, "thuong") && (is(1, "xuyen") || is(1, "ky")), is(0, "lien") && is(1, "tuc"):
		return 2, plan.Always
	case is(0, "dinh") && is(1, "ky"):
		if n, how := recursAt(t[2:]); n > 0 {
			return n + 2, how
		}
		if len(t) > 2 && every(t[2].word) != plan.Once {
			return 3, every(t[2].word)
		}
	case is(0, "hang") || is(0, "moi"):
		if len(t) > 2 && isHalf(t[1]) && is(2, "thang") {
			return 3, plan.HalfYearly
		}
		if len(t) > 1 && every(t[1].word) != plan.Once {
			return 2, every(t[1].word)
		}
	case len(t) > 3 && t[0].number > 0 && is(1, "thang") && t[2].word == "/" && is(3, "lan"): // “6 tháng/lần”
		if how := byMonths(t[0].number); how != plan.Once {
			return 4, how
		}
	case len(t) > 3 && t[0].number > 0 && is(1, "thang") && is(2, "mot") && is(3, "lan"): // “6 tháng một lần”
		if how := byMonths(t[0].number); how != plan.Once {
			return 4, how
		}
	case len(t) > 3 && t[0].number == 1 && is(1, "lan") && t[2].word == "/" && every(t[3].word) != plan.Once:
		return 4, every(t[3].word)
	}
	return 0, plan.Once
}

func every(word string) plan.Recurrence {
	switch word {
	case "nam":
		return plan.Yearly
	case "quy":
		return plan.Quarterly
	case "thang":
		return plan.Monthly
	case "tuan":
		return plan.Weekly
	case "ngay":
		return plan.Daily
	}
	return plan.Once
}

func byMonths(n int) plan.Recurrence {
	switch n {
	case 1:
		return plan.Monthly
	case 3:
		return plan.Quarterly
	case 6:
		return plan.HalfYearly
	case 12:
		return plan.Yearly
	}
	return plan.Once
}

func isHalf(t token) bool { return t.number == 6 || t.word == "sau" }

func joins(word string) bool {
	return word == "," || word == "va" || word == "/" || word == "-" || word == "hoac"
}

// within reports whether what stands beside a recurrence says when within each
// span it is: “trước ngày 15”, “Quý IV”, “vào cuối”, or nothing.
func within(rest []token) bool {
	for _, t := range rest {
		if t.number >= 0 || joins(t.word) || roman(t.word) > 0 || every(t.word) != plan.Once {
			continue
		}
		switch t.word {
		case "truoc", "vao", "cuoi", "dau", "giua", "trong", "thu", "cham", "nhat", "den", "tu", "cua", "theo", "ky", "khi", "co", "phat", "sinh", "dot", "xuat":
		default:
			return false
		}
	}
	return true
}
