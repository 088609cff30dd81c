package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleTaskNoDeliverable = &diag.Rule{
	Code: "P284", Name: "task-without-deliverable", Severity: diag.Warning,
	Title: diag.T("Nhiệm vụ không ghi sản phẩm", "A task has no deliverable"),
	Why: diag.T("Không ghi sản phẩm thì khi báo cáo hoàn thành không ai kiểm tra được. Hãy ghi điều người dân sẽ thấy: quyết định, báo cáo, công trình.",
		"Without a deliverable nobody can check a report that says it is done. Write what citizens will see: a decision, a report, a building."),
	Good: "deliverable: Báo cáo rà soát",
}

func taskNoDeliverable(d *plan.Document, _ Context) []diag.Finding {
	var out []diag.Finding
	for _, t := range leaves(d) {
		if t.Deadline.Recurs == plan.Once && !t.says(func(t *plan.Task) bool { return t.Deliverable != "" }) {
			out = append(out, ruleTaskNoDeliverable.At(t.Pos(), diag.T("nhiệm vụ “%[1]s” (%[2]s) không ghi sản phẩm", "the task “%[1]s” (%[2]s) has no deliverable", called(t.Name), t.ID)).WithHint(
				diag.T("ghi vào cột “Sản phẩm”; việc thường xuyên thì không cần", "write it into the column “deliverable”; work that recurs needs none")))
		}
	}
	return out
}
