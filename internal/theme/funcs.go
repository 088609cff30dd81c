package theme

import (
	"fmt"
	"html/template"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/viet"
)

// Assets are the files that pages load. URL gives the address of one, from the
// site's root; Boot is the script in the head of every page.
type Assets struct {
	URL    func(name string) (string, bool)
	Boot   template.JS
	Policy string // of the page, naming the hash of Boot
}

// Funcs gives all functions that templates have, besides those of
// html/template:
//
//	message KEY ARGS…   words of the interface; {0}, {1} in them are the ARGS
//	date DATE           "03/01/2023", "3 January 2023"
//	longdate DATE       "ngày 03 tháng 01 năm 2023", "3 January 2023"
//	isodate DATE        "2023-01-03", for the attribute datetime
//	number N            "1.234", "1,234"
//	size BYTES          "2,3 MB"
//	tel PHONE           an address that calls the number
//	asset NAME          address of an asset; .Root goes before it
//	boot                the script of the head, for <script>{{boot}}</script>
//	policy              the Content-Security-Policy, for the meta element before it
func (t *Theme) Funcs(assets Assets) template.FuncMap {
	return template.FuncMap{
		"message":  t.message,
		"date":     ofDate(t.date),
		"longdate": ofDate(t.longDate),
		"isodate":  ofDate(plan.Date.String),
		"number":   t.number,
		"size":     func(bytes int64) string { return viet.Size(bytes, string(t.lang)) },
		"tel":      tel,
		"boot":     func() template.JS { return assets.Boot },
		"policy":   func() string { return assets.Policy },
		"asset": func(name string) (string, error) {
			if assets.URL != nil {
				if url, ok := assets.URL(name); ok {
					return url, nil
				}
			}
			return "", fmt.Errorf("there is no asset %q", name)
		},
	}
}

// ofDate is a function that compiled layouts call without reflection: lists
// have two dates for every document.
type ofDate func(plan.Date) string

func (f ofDate) Call(date any) string { return f(date.(plan.Date)) }

func (t *Theme) date(d plan.Date) string {
	if t.lang == diag.VI {
		return viet.ShortDate(int(d.Year), int(d.Month), int(d.Day))
	}
	return viet.EnglishDate(int(d.Year), int(d.Month), int(d.Day))
}

func (t *Theme) longDate(d plan.Date) string {
	if t.lang == diag.VI {
		return viet.LongDate(int(d.Year), int(d.Month), int(d.Day))
	}
	return viet.EnglishDate(int(d.Year), int(d.Month), int(d.Day))
}

func (t *Theme) number(n any) (string, error) {
	switch n := n.(type) {
	case int:
		return viet.Integer(int64(n), string(t.lang)), nil
	case int64:
		return viet.Integer(n, string(t.lang)), nil
	case float64:
		return viet.Decimal(n, -1, string(t.lang)), nil
	}
	return "", fmt.Errorf("number: %T is no number", n)
}

// tel makes a link of a phone number as people write it. Only digits and a
// leading plus get through, so the result is safe; html/template itself
// refuses the scheme.
func tel(phone string) template.URL {
	var b strings.Builder
	b.WriteString("tel:")
	for _, c := range phone {
		if '0' <= c && c <= '9' || c == '+' && b.Len() == len("tel:") {
			b.WriteRune(c)
		}
	}
	return template.URL(b.String())
}
