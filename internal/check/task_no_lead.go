package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleTaskNoLead = &diag.Rule{
	Code: "P282", Name: "task-without-lead", Severity: diag.Warning,
	Title: diag.T("Nhiệm vụ không có cơ quan chủ trì", "Nobody is in charge of a task"),
	Why: diag.T("Không ai chịu trách nhiệm thì không ai làm, và người dân không biết hỏi ai. Mỗi nhiệm vụ cần ít nhất một cơ quan chủ trì.",
		"What nobody answers for is not done, and citizens do not know whom to ask. Each task has at least one body in charge."),
	Good: "lead: van-phong-phuong-hoa-giay",
}

func taskNoLead(d *plan.Document, _ Context) []diag.Finding {
	var out []diag.Finding
	for _, t := range leaves(d) {
		if !t.says(func(t *plan.Task) bool { return len(t.Leads) > 0 }) {
			out = append(out, ruleTaskNoLead.At(t.Pos(), diag.T("nhiệm vụ “%[1]s” (%[2]s) không ghi cơ quan chủ trì", "the task “%[1]s” (%[2]s) names no body in charge", called(t.Name), t.ID)).WithHint(
				diag.T("ghi mã hoặc tên cơ quan vào cột “Cơ quan chủ trì”", "write the id or name of the body into the column “lead”")))
		}
	}
	return out
}
