package matrix

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleOrder = &diag.Rule{
	Code: "P270", Name: "update-out-of-order", Severity: diag.Warning,
	Title: diag.T("Cập nhật cũ hơn cập nhật đứng trước nó", "An update older than the one before it"),
	Why: diag.T("Cập nhật chỉ được viết thêm vào cuối, không sửa dòng cũ; vì vậy ngày của mỗi việc tăng dần. Ngày giảm là gõ nhầm, hoặc một dòng được chèn vào sau.",
		"Updates are only ever added at the end, and old ones are not changed; so their dates rise. One that falls is a slip, or a row that was put in later."),
	Bad: "nv-01,30/06/2026\nnv-01,31/03/2026", Good: "nv-01,31/03/2026\nnv-01,30/06/2026",
}

func (f *findings) later(r *Row, on, before plan.Date) {
	if on.Compare(before) < 0 {
		f.add(ruleOrder, r.at(Date), diag.T("cập nhật ngày %s đứng sau cập nhật ngày %s", "an update of %s stands behind one of %s", on, before),
			diag.T("kiểm tra ngày; xếp cập nhật theo thứ tự thời gian", "check the date; keep updates in the order of time"))
	}
}
