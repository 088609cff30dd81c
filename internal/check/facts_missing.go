package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleFactsMissing = &diag.Rule{
	Code: "P065", Name: "facts-missing", Severity: diag.Error,
	Title: diag.T("Văn bản đã ban hành thiếu số, cơ quan hoặc ngày ban hành", "An issued document without number, issuer or date of issue"),
	Why: diag.T("Không có số, cơ quan và ngày ban hành thì người đọc không viện dẫn được và không biết văn bản có thật hay không. Hãy ghi theo bản đã ký; nếu chưa ký, đặt publication: draft.",
		"Without number, issuer and date readers can neither cite a document nor tell whether it is genuine. Take them from the signed copy; if it is not signed yet, set publication: draft."),
	Source: "Decree 30/2020/NĐ-CP, Art. 8 and App. I.II.2–4",
	Bad:    "type: ke-hoach\npublication: published",
	Good:   "type: ke-hoach\nnumber: \"01/KH-UBND\"\nissuer: ubnd-phuong-hoa-giay\nissued: 2023-01-03\npublication: published",
}

func factsMissing(d *plan.Document, _ Context) []diag.Finding {
	if !isPublic(d) {
		return nil
	}
	var out []diag.Finding
	miss := func(field, vi, en, example string) {
		if !isGiven(d, field) {
			out = append(out, ruleFactsMissing.At(d.At("publication"), diag.T(
				"văn bản công bố nhưng thiếu %[1]s (%[3]s)", "the document is published but has no %[2]s (%[3]s)", vi, en, field)).WithHint(diag.T(
				"thêm dòng %[1]s: %[2]s, hoặc đặt publication: draft", "add a line %[1]s: %[2]s, or set publication: draft", field, example)))
		}
	}
	if d.Number.IsZero() && isNumbered(d.Type) {
		miss("number", "số và ký hiệu", "number", `"01/KH-UBND"`)
	}
	if d.Issuer == "" {
		miss("issuer", "cơ quan ban hành", "issuer", "ubnd-phuong-hoa-giay")
	}
	if d.Issued.IsZero() {
		miss("issued", "ngày ban hành", "date of issue", "2023-01-03")
	}
	return out
}

// isNumbered leaves out the types that carry no number.
func isNumbered(t *plan.Type) bool { return t == nil || t.ID != "thu-cong" && t.ID != "hien-phap" }
