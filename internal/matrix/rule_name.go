package matrix

import "planpress/internal/diag"

var ruleNoName = &diag.Rule{
	Code: "P263", Name: "row-without-name", Severity: diag.Error,
	Title: diag.T("Hàng không có tên nhiệm vụ hoặc chỉ tiêu", "A row without the name of its task or target"),
	Why: diag.T("Hàng này có mã, cơ quan hay thời hạn nhưng không nói phải làm gì, nên không đưa vào danh sách được. Điền tên, hoặc xóa hàng.",
		"The row has an id, a body or a deadline, but does not say what is to be done, so it cannot be listed. Give the name, or delete the row."),
	Bad: "STT,Nhiệm vụ,Chủ trì\n1,,Văn phòng", Good: "STT,Nhiệm vụ,Chủ trì\n1,Rà soát thủ tục,Văn phòng",
}

func (f *findings) named(r *Row) bool {
	if r.text(Name) != "" {
		return true
	}
	f.add(ruleNoName, r.Pos(), diag.T("hàng này không có tên nhiệm vụ hoặc chỉ tiêu", "this row has no name of a task or target"),
		diag.T("điền tên, hoặc xóa hàng", "give the name, or delete the row"))
	return false
}
