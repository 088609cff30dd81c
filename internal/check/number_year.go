package check

import (
	"strconv"
	"strings"

	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var ruleNumberYear = &diag.Rule{
	Code: "P061", Name: "number-year", Severity: diag.Warning,
	Title: diag.T("Năm trong số khác năm ban hành", "The year in the number is not the year of issue"),
	Why: diag.T("Năm trong số của văn bản quy phạm pháp luật là năm ban hành; hai năm khác nhau thì một chỗ đã gõ sai và văn bản khó tìm. Hãy đối chiếu với bản đã ký.",
		"The year in the number of a normative document is that of its issue; where they differ one was mistyped, and the document is hard to find. Compare with the signed copy."),
	Source: "Decree 78/2025/NĐ-CP on normative documents; Decree 30/2020/NĐ-CP, Art. 15.1",
	Bad:    "number: \"25/2020/QĐ-UBND\"\nissued: 2021-03-01",
	Good:   "number: \"25/2021/QĐ-UBND\"\nissued: 2021-03-01",
}

func numberYear(d *plan.Document, _ Context) []diag.Finding {
	return inYear(d.Number, d.Issued, d.At("number"))
}

func inYear(n citation.Number, day plan.Date, at source.Pos) []diag.Finding {
	year, issued := n.Year, day.Year
	if year == 0 || issued == 0 || year == issued {
		return nil
	}
	corrected := strings.Replace(n.Text, "/"+strconv.Itoa(int(year))+"/", "/"+strconv.Itoa(int(issued))+"/", 1)
	return one(ruleNumberYear.At(at, diag.T(
		"số %[1]s ghi năm %[2]d, nhưng văn bản ban hành ngày %[3]s", "the number %[1]s has the year %[2]d, but the document was issued on %[3]s",
		n.Text, year, day)).WithHint(diag.T(
		"theo bản đã ký, ghi number: \"%s\" hoặc sửa ngày ở issued", "after the signed copy, write number: \"%s\" or correct the date at issued", corrected)))
}
