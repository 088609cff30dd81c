package matrix

import (
	"planpress/internal/deadline"
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleValue = &diag.Rule{
	Code: "P265", Name: "cell-value", Severity: diag.Error,
	Title: diag.T("Giá trị của ô không đọc được", "The value of a cell cannot be read"),
	Why: diag.T("Cột này chỉ nhận một số giá trị: ngày đủ ngày, tháng, năm; chiều của chỉ tiêu; có hoặc không. Gợi ý cho biết cách viết.",
		"The column takes certain values only: a whole date; the direction of a target; yes or no. The hint says how to write it."),
	Bad: "ma,ngay\nnv-01,tháng 3", Good: "ma,ngay\nnv-01,31/03/2026",
}

// day reads a cell that holds one day, as people or as machines write it. A row
// that does not say when is of no use.
func (f *findings) day(r *Row) (plan.Date, bool) {
	text := r.text(Date)
	d, doubt := deadline.Parse(text)
	if doubt == deadline.Certain && d.Earliest.IsDay() && d.Earliest == d.Latest && d.Recurs == plan.Once {
		return d.Earliest, true
	}
	message := diag.T("“%s” không phải là một ngày", "“%s” is no day", shorten(text))
	if text == "" {
		message = diag.T("dòng này không ghi ngày", "this row gives no day")
	}
	f.add(ruleValue, r.at(Date), message, diag.T("viết như: 31/03/2026 hoặc 2026-03-31", "write it like 31/03/2026 or 2026-03-31"))
	return plan.Date{}, false
}

// yes reads a cell that says yes or no; an empty one is no.
func (f *findings) yes(r *Row, field Field) bool {
	switch headKey(r.text(field)) {
	case "true", "co", "x", "da kiem dinh", "yes", "roi", "da":
		return true
	case "", "false", "khong", "chua", "no":
		return false
	}
	f.add(ruleValue, r.at(field), diag.T("“%s” không phải là có hoặc không", "“%s” is neither yes nor no", shorten(r.text(field))),
		diag.T("ghi true hoặc để trống", "write true, or leave it empty"))
	return false
}
