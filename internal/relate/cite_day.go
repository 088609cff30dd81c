package relate

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var ruleCiteDay = &diag.Rule{Code: "P233", Name: "cite-conflict", Severity: diag.Warning,
	Title: diag.T("Một văn bản được viện dẫn với hai ngày khác nhau", "One document is cited with two dates"),
	Why: diag.T("Một số, ký hiệu của một cơ quan trong một năm chỉ có một ngày ban hành; ngày viện dẫn sai thì người đọc tìm không ra văn bản. Hãy đối chiếu với bản gốc, rồi sửa ngày trong bài hoặc trong documents.yaml.",
		"A number of a body has one date of issue within a year; with the wrong one readers do not find the document. Compare with the original, then mend the date in the text or in documents.yaml."),
	Source: "Decree 30/2020/NĐ-CP, App. I.II.6.b",
	Bad:    "Nghị định số 30/2020/NĐ-CP ngày 15/3/2020", Good: "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020"}

// checkDay reports a citation with another date than the document has. Where
// the year is wrong, and the number says so, that has a rule of its own.
func (c *citer) checkDay(cited *plan.Cited, ref Reference) {
	issued := ref.issued()
	if n := cited.Number.Year; !cited.Day.IsDay() || !issued.IsDay() || cited.Day == issued || n != 0 && n != cited.Day.Year {
		return
	}
	c.report(onTwoDays(cited, cited.Day, cited.Pos, issued, ref.pos()))
}

func onTwoDays(cited *plan.Cited, day plan.Date, at source.Pos, other plan.Date, where source.Pos) diag.Finding {
	return ruleCiteDay.At(at, diag.T("%[1]s ở đây ghi ngày %[2]s, còn ở %[4]s là ngày %[3]s", "%[1]s has the date %[2]s here, and %[3]s at %[4]s",
		cited, day, other, where)).WithHint(diag.T("đối chiếu với bản gốc rồi sửa ngày sai", "compare with the original and mend the wrong date"))
}

// pos is where the date of issue of a document is written.
func (ref Reference) pos() source.Pos {
	if ref.External != nil {
		return ref.External.Pos
	}
	return ref.Entry.Document.At("issued")
}

// citedOnTwoDays reports documents that nobody has, and that texts cite with
// several dates: those that differ from the date that most texts have.
func (r *relater) citedOnTwoDays() {
	for _, u := range r.site.Unknown {
		if len(u.days) < 2 || u.Number.IsZero() || u.Issuer == "" && !isCentral(u.Number) {
			continue
		}
		usual := mostOften(u.days)
		for _, d := range u.days {
			if n := u.Number.Year; d.day != usual.day && (n == 0 || n == d.day.Year) {
				r.report(onTwoDays(&u.Cited, d.day, d.pos, usual.day, usual.pos))
			}
		}
	}
}

// mostOften gives the date that is there most often; of several, the first.
func mostOften(days []dayAt) dayAt {
	count := map[plan.Date]int{}
	best := days[0]
	for _, d := range days {
		count[d.day]++
	}
	for _, d := range days {
		if count[d.day] > count[best.day] {
			best = d
		}
	}
	return best
}
