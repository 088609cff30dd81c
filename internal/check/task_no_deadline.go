package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleTaskNoDeadline = &diag.Rule{
	Code: "P283", Name: "task-without-deadline", Severity: diag.Warning,
	Title: diag.T("Nhiệm vụ không có thời hạn", "A task has no deadline"),
	Why: diag.T("Không có thời hạn thì không ai biết bao giờ là trễ. Việc không có ngày cuối thì ghi “Thường xuyên” hoặc “Hằng năm”.",
		"Without a deadline nobody knows when it is late. Of work without a last day write “Thường xuyên” or “Hằng năm”."),
	Good: "deadline: Quý II/2026",
}

func taskNoDeadline(d *plan.Document, _ Context) []diag.Finding {
	var out []diag.Finding
	for _, t := range leaves(d) {
		if !t.says(func(t *plan.Task) bool { return !t.Deadline.IsZero() }) {
			out = append(out, ruleTaskNoDeadline.At(t.Pos(), diag.T("nhiệm vụ “%[1]s” (%[2]s) không ghi thời hạn", "the task “%[1]s” (%[2]s) has no deadline", called(t.Name), t.ID)).WithHint(
				diag.T("ghi thời hạn như bản ký: “Quý II/2026”, “Thường xuyên”", "write it as the signed copy does: “Quý II/2026”, “Thường xuyên”")))
		}
	}
	return out
}
