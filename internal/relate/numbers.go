package relate

import (
	"cmp"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleNumberDuplicate = &diag.Rule{Code: "P203", Name: "number-duplicate", Severity: diag.Error,
	Title: diag.T("Hai văn bản cùng số, ký hiệu của một cơ quan trong một năm", "Two documents of one body and year have one number"),
	Why: diag.T("Số và ký hiệu là duy nhất trong một năm của một cơ quan; trùng số thì không ai biết đang dẫn văn bản nào. Hãy kiểm tra số, ngày và cơ quan ban hành của cả hai.",
		"Number and symbol are unique for a body within a year; otherwise nobody knows which document is cited. Check number, date and issuer of both."),
	Source: "Decree 30/2020/NĐ-CP, Art. 15.1, App. VI.III.1.h"}

// numbers finds documents that share issuer, year, number and symbol. Drafts
// count: their number may already be another's.
func (r *relater) numbers() {
	type key struct {
		issuer, suffix, kind, body string
		ordinal, year, segment     int
		lang                       string
	}
	first := map[key]*plan.Document{}
	for _, d := range r.in.Documents {
		n := d.Number
		if d.Kind != plan.KindDocument || n.IsZero() || d.Issuer == "" || d.Issued.IsZero() {
			continue
		}
		k := key{d.Issuer, n.Suffix, n.Type, n.Body, n.Ordinal, int(d.Issued.Year), n.Year, cmp.Or(d.Lang, string(r.in.Registry.Settings.Lang))}
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
