package matrix

import "planpress/internal/diag"

var ruleNotForThis = &diag.Rule{
	Code: "P258", Name: "cell-not-for-this", Severity: diag.Warning,
	Title: diag.T("Ô không dùng cho loại việc này", "A cell that does not belong to this kind of row"),
	Why: diag.T("Nhiệm vụ có trạng thái, tiến độ và thời hạn mới; chỉ tiêu có giá trị. Ô ghi nhầm cột thì không được đọc, và người dân không thấy điều đã báo cáo.",
		"A task has a status, progress and a new deadline; a target has a value. What stands in the wrong column is not read, and citizens do not see what was reported."),
	Bad: "Mã,Ngày,Giá trị\nnv-01,31/03/2026,60", Good: "Mã,Ngày,Tiến độ\nnv-01,31/03/2026,60",
}

// onlyTargets and onlyTasks look for cells that a row about the other kind has.
func (f *findings) onlyTargets(r *Row, id string) {
	for _, field := range [...]Field{Value, Verified} {
		if c := r.cell(field); c != nil {
			f.add(ruleNotForThis, r.at(field), diag.T("“%s” là một nhiệm vụ, nên không đọc “%s” ở cột dành cho chỉ tiêu", "“%s” is a task, so “%s” in a column for targets is not read", shorten(id), shorten(c.Text)),
				diag.T("ghi phần trăm vào cột Tiến độ, kết quả bằng lời vào cột Nội dung", "put a percentage into the column Tiến độ, a result in words into the column Nội dung"))
		}
	}
}

func (f *findings) onlyTasks(r *Row, id string) {
	for _, field := range [...]Field{Status, Progress, To} {
		if c := r.cell(field); c != nil {
			f.add(ruleNotForThis, r.at(field), diag.T("“%s” là một chỉ tiêu, nên không đọc “%s” ở cột dành cho nhiệm vụ", "“%s” is a target, so “%s” in a column for tasks is not read", shorten(id), shorten(c.Text)),
				diag.T("ghi số liệu vào cột Giá trị, diễn giải vào cột Nội dung", "put figures into the column Giá trị, words into the column Nội dung"))
		}
	}
}
