package check

import (
	"strings"

	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleNumberType = &diag.Rule{
	Code: "P060", Name: "number-type", Severity: diag.Warning,
	Title: diag.T("Số và ký hiệu không khớp với loại văn bản", "The number does not fit the type of document"),
	Why: diag.T("Người đọc tìm và viện dẫn văn bản bằng số và ký hiệu; chữ viết tắt trong đó cho biết loại văn bản. Hãy sửa “number” hoặc “type” theo bản đã ký.",
		"Readers find and cite a document by its number, whose abbreviation says what type it is. Correct “number” or “type” after the signed copy."),
	Source: "Decree 30/2020/NĐ-CP, App. I.II.3 and App. III",
	Bad:    "type: ke-hoach\nnumber: \"01/QĐ-UBND\"",
	Good:   "type: ke-hoach\nnumber: \"01/KH-UBND\"",
}

// numberType is silent where a type has no abbreviation, for in a letter's
// symbol (15/PC-TH) a unit can look like a type, and where the law lets a number
// name no type (80/2015/QH13, 111-HĐBT).
func numberType(d *plan.Document, _ Context) []diag.Finding {
	n, t := d.Number, d.Type
	if n.IsZero() || t == nil || t.Abbr == "" || n.Form == citation.Old || fits(n, t) {
		return nil
	}
	at := d.At("number")
	if n.Type == "" {
		if t.Family == plan.Normative {
			return nil
		}
		return one(ruleNumberType.At(at, diag.T(
			"ký hiệu của số %[1]s không cho biết loại văn bản", "the number %[1]s does not say what type of document it is", n.Text)).WithHint(diag.T(
			"văn bản loại “%[1]s” mang chữ viết tắt %[3]s", "a document of type \"%[2]s\" carries the abbreviation %[3]s", t.Name.VI, t.Name.EN, t.Abbr)))
	}
	if right := citation.RightCase(n.Type); right != n.Type && t.HasAbbr(right) {
		return one(ruleNumberType.At(at, diag.T(
			"chữ viết tắt “%[1]s” trong số %[2]s viết sai chữ hoa", "the abbreviation \"%[1]s\" in the number %[2]s has wrong capitals", n.Type, n.Text)).WithHint(diag.T(
			"viết: %s", "write: %s", strings.Replace(n.Text, n.Type, right, 1))))
	}
	return one(ruleNumberType.At(at, diag.T(
		"số %[1]s mang chữ viết tắt “%[2]s”, nhưng loại văn bản là “%[3]s” (%[5]s)",
		"the number %[1]s carries the abbreviation \"%[2]s\", but the type is \"%[4]s\" (%[5]s)",
		n.Text, n.Type, t.Name.VI, t.Name.EN, t.Abbr)).WithHint(typeHint(n, t)))
}

// fits reports whether numbers of a type may carry the number's abbreviation.
// The Party has abbreviations of its own for types of the same name.
func fits(n citation.Number, t *plan.Type) bool {
	if t.HasAbbr(n.Type) {
		return true
	}
	if n.Form != citation.Party {
		return false
	}
	party := t.In(plan.Party)
	return party != nil && party.HasAbbr(n.Type)
}

// typeHint names the number that fits the type, and the type that fits the
// number where there is one.
func typeHint(n citation.Number, t *plan.Type) diag.Text {
	number := strings.Replace(n.Text, n.Type, t.Abbr, 1)
	if others := plan.TypesByAbbr(n.Type); len(others) > 0 {
		return diag.T("theo bản đã ký, ghi number: \"%[1]s\" hoặc type: %[2]s", "after the signed copy, write number: \"%[1]s\" or type: %[2]s", number, others[0].ID)
	}
	return diag.T("theo bản đã ký, ghi number: \"%s\"", "after the signed copy, write number: \"%s\"", number)
}
