package check

import (
	"strconv"
	"strings"

	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleYearSegment = &diag.Rule{
	Code: "P063", Name: "year-segment", Severity: diag.Warning,
	Title: diag.T("Số có năm mà loại văn bản không có, hoặc ngược lại", "A number with a year where the type has none, or the reverse"),
	Why: diag.T("Năm ở giữa số cho biết đó là văn bản quy phạm pháp luật (25/2020/QĐ-UBND); văn bản hành chính không có (636/QĐ-UBND). Sai một trong hai làm người đọc hiểu nhầm giá trị của văn bản.",
		"A year inside the number marks a normative document (25/2020/QĐ-UBND); administrative documents have none (636/QĐ-UBND). A wrong one misleads readers about the document's force."),
	Source: "Decree 30/2020/NĐ-CP, App. I.II.3; Law 64/2025/QH15 on the promulgation of legal documents, and the laws before it since 1996",
	Bad:    "type: ke-hoach\nnumber: \"01/2023/KH-UBND\"",
	Good:   "type: ke-hoach\nnumber: \"01/KH-UBND\"",
}

// firstYearSegments is the year in which numbers began to carry years.
const firstYearSegments = 1997

func yearSegment(d *plan.Document, _ Context) []diag.Finding {
	n, t := d.Number, d.Type
	if t == nil || n.Form != citation.State {
		return nil
	}
	switch {
	case t.Family != plan.Normative && n.Year != 0:
		return one(ruleYearSegment.At(d.At("number"), diag.T(
			"số %[1]s có năm %[2]d như văn bản quy phạm pháp luật, nhưng loại là “%[3]s”",
			"the number %[1]s has the year %[2]d as normative documents do, but the type is \"%[4]s\"",
			n.Text, n.Year, t.Name.VI, t.Name.EN)).WithHint(withoutYear(n, t)))
	case t.Family == plan.Normative && n.Year == 0 && needsYear(t) && int(d.Issued.Year) >= firstYearSegments:
		return one(ruleYearSegment.At(d.At("number"), diag.T(
			"số %[1]s thiếu năm mà số của văn bản quy phạm pháp luật (%[2]s) phải có",
			"the number %[1]s lacks the year that numbers of normative documents (%[3]s) have",
			n.Text, t.Name.VI, t.Name.EN)).WithHint(withYear(n, d)))
	}
	return nil
}

// needsYear leaves out consolidated texts, whose numbers have no year
// (01/VBHN-VPQH), and the Constitution, which has no number.
func needsYear(t *plan.Type) bool { return t.ID != "van-ban-hop-nhat" && t.ID != "hien-phap" }

func withoutYear(n citation.Number, t *plan.Type) diag.Text {
	number := strings.Replace(n.Text, "/"+strconv.Itoa(int(n.Year))+"/", "/", 1)
	if sibling := t.In(plan.Normative); sibling != nil {
		return diag.T("ghi number: \"%[1]s\"; nếu là văn bản quy phạm pháp luật thì ghi type: %[2]s",
			"write number: \"%[1]s\"; if the document is normative, write type: %[2]s", number, sibling.ID)
	}
	return diag.T("ghi number: \"%s\"", "write number: \"%s\"", number)
}

func withYear(n citation.Number, d *plan.Document) diag.Text {
	number := strings.Replace(n.Text, "/", "/"+strconv.Itoa(int(d.Issued.Year))+"/", 1)
	if sibling := d.Type.In(plan.Administrative); sibling != nil {
		return diag.T("ghi number: \"%[1]s\"; nếu là văn bản cá biệt thì ghi type: %[2]s",
			"write number: \"%[1]s\"; if the document is an individual one, write type: %[2]s", number, sibling.ID)
	}
	return diag.T("ghi number: \"%s\"", "write number: \"%s\"", number)
}
