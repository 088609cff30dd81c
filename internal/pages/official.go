package pages

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/viet"
	"planpress/internal/view"
)

// official gives the parts that a document has on paper and a page on a screen
// says otherwise; nil for documents that have no such form: those without a
// number or a day, in another language, of the Party, or held back.
//
// Source: Decree 30/2020/NĐ-CP, Art. 8 and App. I.II.1–7 and 9.
func (p *Planner) official(e *relate.Entry, v *view.Document) *view.Official {
	d := e.Document
	if p.lang(d) != string(diag.VI) || d.Type == nil || d.Type.Family == plan.Party || d.Number.IsZero() ||
		!d.Issued.IsDay() || e.Issuer == nil || e.Issuer.Kind == "dang" || e.State != plan.Published {
		return nil
	}
	out := &view.Official{
		Parent: v.Issuer.Parent, Body: v.Issuer.Name, Type: d.Type.Name.VI, Subject: capital(v.Subject),
		PlaceDate: viet.LongDate(int(d.Issued.Year), int(d.Issued.Month), int(d.Issued.Day)),
		Name:      d.Signer.Name,
	}
	if v.Place != "" {
		out.PlaceDate = v.Place + ", " + out.PlaceDate
	}
	if out.Subject == "" {
		out.Subject = d.Title
	}
	for _, b := range v.Basis {
		line := "Căn cứ " + b.Title
		if b.Subject != "" && !strings.Contains(b.Title, b.Subject) {
			line += ", “" + b.Subject + "”"
		}
		out.Basis = append(out.Basis, line)
	}
	punctuate(out.Basis)
	for _, r := range d.Recipients {
		out.Recipients = append(out.Recipients, "- "+strings.TrimRight(strings.TrimLeft(r, "-– "), ".; "))
	}
	punctuate(out.Recipients)
	if d.Signer.Name != "" {
		out.OnBehalf, out.Position = signature(d.Signer, e.Issuer.Name)
	}
	return out
}

// punctuate ends each line as the Decree has it: ";", and "." the last.
func punctuate(lines []string) {
	for i := range lines {
		end := ";"
		if i == len(lines)-1 {
			end = "."
		}
		lines[i] += end
	}
}

// councils act as a whole, so that who signs signs on behalf of them, and the
// name of the place is left out: “TM. ỦY BAN NHÂN DÂN”.
var councils = [...]string{"Ủy ban nhân dân", "Hội đồng nhân dân"}

// signature gives the lines above a signer's name: in whose place, and what
// the signer is. They are in small letters; paper has them in capitals.
//
// Source: Decree 30/2020/NĐ-CP, Art. 13 and App. I.II.7.a.
func signature(s plan.Signer, body string) (onBehalf, position string) {
	head, council := "thủ trưởng", body
	for _, c := range councils {
		if strings.HasPrefix(body, c) {
			head, council = "Chủ tịch", c
		}
	}
	switch s.Authority {
	case "TM":
		return "TM. " + council, s.Position
	case "KT":
		if chief, ok := cutPrefixFold(s.Position, "phó "); ok {
			head = chief
		}
		return "KT. " + head, s.Position
	case "TL", "TUQ":
		return s.Authority + ". " + head, s.Position
	case "Q":
		return "", "Q. " + s.Position
	}
	return "", s.Position
}

// capital makes the first letter of a text great.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
