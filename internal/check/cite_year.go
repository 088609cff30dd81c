package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleCiteYear = &diag.Rule{
	Code: "P084", Name: "cite-year", Severity: diag.Warning,
	Title: diag.T("Viện dẫn có năm trong số khác năm của ngày", "A citation whose number has another year than its date"),
	Why: diag.T("Năm trong số của văn bản quy phạm pháp luật là năm ban hành; viện dẫn ghi hai năm khác nhau thì một chỗ sai và người đọc tìm không ra văn bản. Hãy đối chiếu với bản gốc.",
		"The year in the number of a normative document is that of its issue; a citation with two years has one wrong, and readers do not find the document. Compare with the original."),
	Source: "Decree 30/2020/NĐ-CP, Art. 15.1, App. I.II.6.b",
	Bad:    "Nghị định số 30/2020/NĐ-CP ngày 05/3/2021",
	Good:   "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
}

func citeYear(d *plan.Document, _ Context) []diag.Finding {
	var out []diag.Finding
	for i := range d.Citations {
		c := &d.Citations[i]
		year, day := c.Number.Year, c.Day.Year
		if year == 0 || day == 0 || year == day {
			continue
		}
		out = append(out, ruleCiteYear.At(c.Pos, diag.T("số %[1]s có năm %[2]d, nhưng ngày viện dẫn là %[3]s", "the number %[1]s has the year %[2]d, but the date is %[3]s",
			c.Number, year, c.Day)).WithHint(diag.T("đối chiếu với bản gốc rồi sửa số hoặc ngày", "compare with the original and mend the number or the date")))
	}
	return out
}
