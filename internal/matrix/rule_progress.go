package matrix

import (
	"strings"

	"planpress/internal/diag"
	"planpress/internal/goal"
	"planpress/internal/plan"
)

var ruleProgress = &diag.Rule{
	Code: "P267", Name: "task-progress", Severity: diag.Error,
	Title: diag.T("Tiến độ không phải từ 0 đến 100", "Progress that is not from 0 to 100"),
	Why:   diag.T("Tiến độ là phần trăm công việc đã làm. Ghi một số từ 0 đến 100, hoặc để trống.", "Progress is the percentage of the work that is done. Give a number from 0 to 100, or leave it empty."),
	Bad:   "nv-01,31/03/2026,120%", Good: "nv-01,31/03/2026,60%",
}

func (f *findings) progress(r *Row) int8 {
	text := r.text(Progress)
	if text == "" {
		return plan.NoProgress
	}
	v, ok := goal.Number(strings.TrimSpace(strings.TrimSuffix(text, "%")))
	if ok && v >= 0 && v <= 100 {
		return int8(v + 0.5)
	}
	f.add(ruleProgress, r.at(Progress), diag.T("tiến độ “%s” không phải là số từ 0 đến 100", "the progress “%s” is no number from 0 to 100", shorten(text)),
		diag.T("ghi phần trăm đã làm: 60", "give the percentage done: 60"))
	return plan.NoProgress
}
