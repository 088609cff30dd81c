package frontmatter

import (
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var (
	wantDay    = want{diag.T("một ngày", "a date"), "2023-01-03"}
	wantDate   = want{diag.T("một ngày, tháng hoặc năm", "a day, a month or a year"), "2023-01"}
	wantPeriod = want{diag.T("một khoảng thời gian", "a span of time"), "{from: 2023-01, to: 2023-12}"}
)

const (
	dayPattern  = `^\d{4}-\d{2}-\d{2}$`
	datePattern = `^\d{4}(-\d{2}(-\d{2})?)?$`
)

// day is a date that is exact to the day.
var day = shape[plan.Date]{
	read: func(r *reader, n *yaml.Node, at string) (plan.Date, bool) {
		d, ok := r.date(n, at, wantDay)
		if ok && !d.IsDay() {
			r.add(ruleDate.At(r.pos(n), diag.T("%s cần đủ ngày, tháng, năm, nhưng đây là “%s”", "%s needs day, month and year, but this is %q", at, n.Value)).
				WithHint(diag.T("viết năm-tháng-ngày: 2023-01-03", "write year-month-day: 2023-01-03")))
			return plan.Date{}, false
		}
		return d, ok
	},
	schema: object{"type": "string", "pattern": dayPattern},
}

// date is a day, a month or a year.
var date = shape[plan.Date]{
	read: func(r *reader, n *yaml.Node, at string) (plan.Date, bool) { return r.date(n, at, wantDate) },
	schema: object{"anyOf": []any{
		object{"type": "string", "pattern": datePattern},
		object{"type": "integer", "minimum": 1800, "maximum": 2999},
	}},
}

// date reads ISO 8601, and answers every other way to write a date with the
// right one.
func (r *reader) date(n *yaml.Node, at string, w want) (plan.Date, bool) {
	s, ok := r.scalar(n, at, w)
	if !ok {
		return plan.Date{}, false
	}
	d, ok := isoDate(s)
	if ok && d.Valid() {
		return d, true
	}
	if ok {
		r.add(ruleDate.At(r.pos(n), diag.T("%s: ngày %s không có trong lịch", "%s: there is no day %s in the calendar", at, s)).
			WithHint(diag.T("kiểm tra lại ngày và tháng; thứ tự là năm-tháng-ngày", "check day and month; the order is year-month-day")))
		return plan.Date{}, false
	}
	f := ruleDate.At(r.pos(n), diag.T("%s: “%s” không viết theo dạng năm-tháng-ngày", "%s: %q is not written as year-month-day", at, shorten(s, 40)))
	if guess := guessDate(s); guess.Valid() && (guess.IsDay() || w != wantDay) {
		r.add(f.WithHint(diag.T("viết: %s", "write: %s", guess)))
	} else {
		r.add(f.WithHint(diag.T("viết như: %s", "write it like: %s", w.example)))
	}
	return plan.Date{}, false
}

// isoDate takes apart 2023-01-03, 2023-01 and 2023. The parts are numbers, but
// need not be in the calendar.
func isoDate(s string) (plan.Date, bool) {
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return plan.Date{}, false
	}
	for i := range len(s) {
		dash := i == 4 || i == 7
		if dash != (s[i] == '-') || !dash && (s[i] < '0' || s[i] > '9') {
			return plan.Date{}, false
		}
	}
	digit := func(i int) int { return int(s[i] - '0') }
	d := plan.Date{Year: int16(digit(0)*1000 + digit(1)*100 + digit(2)*10 + digit(3))}
	if len(s) > 4 {
		if d.Month = int8(digit(5)*10 + digit(6)); d.Month == 0 {
			d.Month = -1 // written, and not in the calendar
		}
	}
	if len(s) > 7 {
		if d.Day = int8(digit(8)*10 + digit(9)); d.Day == 0 {
			d.Day = -1
		}
	}
	return d, true
}

var (
	vietnameseDate = regexp.MustCompile(`^(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$`)
	longDate       = regexp.MustCompile(`^ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})$`)
	looseDate      = regexp.MustCompile(`^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[t ].*)?$`)
	looseMonth     = regexp.MustCompile(`^(?:tháng )?(\d{1,2})[/.-](\d{4})$`)
)

// guessDate gives the date that was probably meant; it may not be Valid.
func guessDate(s string) plan.Date {
	s = strings.Trim(strings.ToLower(s), "“”‘’\"'")
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	for _, re := range []*regexp.Regexp{vietnameseDate, longDate} {
		if m := re.FindStringSubmatch(s); m != nil {
			return plan.Date{Year: int16(number(m[3])), Month: int8(number(m[2])), Day: int8(number(m[1]))}
		}
	}
	if m := looseDate.FindStringSubmatch(s); m != nil {
		return plan.Date{Year: int16(number(m[1])), Month: int8(number(m[2])), Day: int8(number(m[3]))}
	}
	if m := looseMonth.FindStringSubmatch(s); m != nil {
		return plan.Date{Year: int16(number(m[2])), Month: int8(number(m[1]))}
	}
	return plan.Date{}
}

var (
	years       = regexp.MustCompile(`^(\d{4})\s*[-–—]\s*(\d{4})$`)
	periodTable = table(wantPeriod,
		field[plan.Period]{Field{Name: "from", Aliases: []string{"tu"}, Doc: diag.T("Ngày, tháng hoặc năm đầu.", "First day, month or year."), Example: "2023"},
			bind(date, func(p *plan.Period) *plan.Date { return &p.From })},
		field[plan.Period]{Field{Name: "to", Aliases: []string{"den"}, Doc: diag.T("Ngày, tháng hoặc năm cuối.", "Last day, month or year."), Example: "2025"},
			bind(date, func(p *plan.Period) *plan.Date { return &p.To })},
	)
)

// period is a span of dates: two keys, or in short 2020-2025, or one date.
var period = shape[plan.Period]{
	read: func(r *reader, n *yaml.Node, at string) (p plan.Period, ok bool) {
		if n.Kind != yaml.ScalarNode {
			if ok = periodTable.read(r, n, &p, at); ok && !hasValue(n) {
				r.add(ruleMissing.At(r.pos(n), diag.T("%s chưa ghi from và to", "%s gives neither from nor to", at)).
					WithHint(diag.T("viết như: %s", "write it like: %s", wantPeriod.example)))
			}
			return p, ok
		}
		if m := years.FindStringSubmatch(strings.TrimSpace(n.Value)); m != nil {
			from, _ := isoDate(m[1])
			to, _ := isoDate(m[2])
			if from.Valid() && to.Valid() {
				return plan.Period{From: from, To: to}, true
			}
		}
		d, ok := r.date(n, at, wantPeriod)
		return plan.Period{From: d, To: d}, ok
	},
	schema: object{"anyOf": []any{
		periodTable.schema(),
		object{"type": "string", "pattern": `^\d{4}(\s*[-–—]\s*\d{4}|-\d{2}(-\d{2})?)?$`},
		object{"type": "integer", "minimum": 1800, "maximum": 2999},
	}},
}

// hasValue reports whether any key of a mapping has a value.
func hasValue(n *yaml.Node) bool {
	for i := 1; i < len(n.Content); i += 2 {
		if !absent(n.Content[i]) {
			return true
		}
	}
	return false
}
