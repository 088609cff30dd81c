package matrix

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleNoEvidence = &diag.Rule{
	Code: "P268", Name: "done-without-evidence", Severity: diag.Note,
	Title: diag.T("Báo hoàn thành mà không có minh chứng", "Reported as done, without evidence"),
	Why: diag.T("Người dân có quyền xem kết quả. Ghi số văn bản, đường dẫn hoặc tệp cho thấy việc đã xong.",
		"Citizens have a right to see results. Name the document, the address or the file that shows it."),
	Source: "Nghị định 224/2026/NĐ-CP, Điều 7",
	Bad:    "nv-01,31/03/2026,hoàn thành,", Good: "nv-01,31/03/2026,hoàn thành,Báo cáo số 15/BC-UBND",
}

func (f *findings) needsEvidence(r *Row, u plan.Update) {
	if u.Status == plan.Done && len(u.Evidence) == 0 {
		f.add(ruleNoEvidence, r.at(Status), diag.T("báo hoàn thành ngày %s nhưng không có minh chứng", "reported as done on %s, without evidence", u.Date),
			diag.T("ghi ở cột Minh chứng số văn bản hoặc địa chỉ", "give a document's number or an address as evidence"))
	}
}
