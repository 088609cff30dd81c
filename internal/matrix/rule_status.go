package matrix

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/suggest"
)

var ruleStatus = &diag.Rule{
	Code: "P266", Name: "task-status", Severity: diag.Error,
	Title: diag.T("Trạng thái nhiệm vụ không có trong danh sách", "A status that is not known"),
	Why: diag.T("Trang đếm nhiệm vụ theo trạng thái; từ lạ không vào nhóm nào. Chậm, hoàn thành muộn, sắp đến hạn là do trang tự tính, không ghi tay.",
		"Tasks are counted by their status, and an unknown word is in no group. That a task is late, was done late or is due soon is computed, not written."),
	Bad: "nv-01,31/03/2026,quá hạn", Good: "nv-01,31/03/2026,đang thực hiện",
}

// statusNames are the words for each status; the first is written.
var statusNames = map[plan.Status][]string{
	plan.NotStarted: {"not-started", "chưa bắt đầu", "chưa thực hiện", "chưa triển khai"},
	plan.InProgress: {"in-progress", "đang thực hiện", "đang triển khai", "đang làm"},
	plan.Recurring:  {"recurring", "thường xuyên", "thực hiện thường xuyên"},
	plan.Done:       {"done", "hoàn thành", "đã hoàn thành", "xong", "đã xong"},
	plan.Merged:     {"merged", "đã gộp", "gộp", "nhập vào nhiệm vụ khác"},
	plan.Stopped:    {"stopped", "dừng", "đã dừng", "không thực hiện", "tạm dừng"},
}

// statuses gives the status of each word.
var statuses = func() map[string]plan.Status {
	out := map[string]plan.Status{}
	for status, names := range statusNames {
		for _, name := range names {
			out[headKey(name)] = status
		}
	}
	return out
}()

func (f *findings) status(r *Row) plan.Status {
	text := r.text(Status)
	if text == "" {
		return plan.NoStatus
	}
	if status, ok := statuses[headKey(text)]; ok {
		return status
	}
	var all []string
	for _, status := range plan.Statuses {
		all = append(all, statusNames[status]...)
	}
	hint := diag.T("dùng một trong: chưa bắt đầu, đang thực hiện, thường xuyên, hoàn thành, đã gộp, dừng",
		"use one of not-started, in-progress, recurring, done, merged, stopped")
	if near := suggest.Nearest(shorten(text), all); near != "" {
		hint = diag.T("có phải bạn muốn viết “%s”?", "did you mean “%s”?", near)
	}
	f.add(ruleStatus, r.at(Status), diag.T("không có trạng thái “%s”", "there is no status “%s”", shorten(text)), hint)
	return plan.NoStatus
}
