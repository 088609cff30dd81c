package relate

import (
	"cmp"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleNumberDuplicate = &diag.Rule{Code: "P203", Name: "number-duplicate", Severity: diag.Error,
	Title: diag.T("Hai văn bản cùng số, ký hiệu của một cơ quan", "Two documents of one body have one number"),
	Why: diag.T("Số và ký hiệu là duy nhất của một cơ quan: trong một năm, với cấp ủy Đảng là trong một nhiệm kỳ theo từng loại văn bản; trùng số thì không ai biết đang dẫn văn bản nào. Hãy kiểm tra số, ngày và cơ quan ban hành của cả hai.",
		"Number and symbol are unique for a body: within a year, for committees of the Party within a term and type; otherwise nobody knows which document is cited. Check number, date and issuer of both."),
	Source: "Decree 30/2020/NĐ-CP, Art. 15.1, App. VI.III.1.h; Instruction 36-HD/VPTW of 2018 (Party)"}

// numbers finds documents that share issuer, number and symbol within the span
// in which they must not. Drafts count: their number may already be another's.
func (r *relater) numbers() {
	type key struct {
		issuer, suffix, kind, body string
		ordinal                    int32
		segment                    int16
		span                       plan.Date
		lang                       string
	}
	first := make(map[key]*plan.Document, len(r.in.Documents))
	for _, d := range r.in.Documents {
		n := d.Number
		if d.Kind != plan.KindDocument || n.IsZero() || d.Issuer == "" || d.Issued.IsZero() {
			continue
		}
		k := key{d.Issuer, n.Suffix, n.Type, n.Body, n.Ordinal, n.Year, r.numberSpan(d), cmp.Or(d.Lang, string(r.in.Registry.Settings.Lang))}
		other := first[k]
		if other == nil {
			first[k] = d
			continue
		}
		r.report(ruleNumberDuplicate.At(d.At("number"), diag.T("số %[1]s năm %[2]d của %[3]s đã thuộc về %[4]s",
			"number %[1]s of %[3]s in %[2]d already belongs to %[4]s", n, d.Issued.Year, d.Issuer, other.At("number"))).WithHint(diag.T(
			"kiểm tra number, issued và issuer của cả hai; bản dịch thì ghi lang", "check number, issued and issuer of both; a translation names its lang")))
	}
}

// congresses of the Party are held every five years, at all levels, and its
// committees count anew behind them.
const congresses = 5

// numberSpan tells the spans apart in which numbers of a body occur once: the
// year, or, of the Party, the term, here by the year it began in. In the year
// of a congress two terms meet, on a day that differs from body to body, so
// that only within a month it is certain that both are of one.
func (r *relater) numberSpan(d *plan.Document) plan.Date {
	year := d.Issued.Year
	org := r.orgs[d.Issuer]
	switch party := d.Number.IsParty() || org != nil && org.Kind == "dang"; {
	case !party:
		return plan.Date{Year: year}
	case year%congresses == 0:
		return plan.Date{Year: year, Month: d.Issued.Month}
	}
	return plan.Date{Year: year - year%congresses, Month: afterCongress}
}

// afterCongress is no month: it tells a term from the months of the year that
// it began in.
const afterCongress = 13
