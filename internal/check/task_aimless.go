package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleTaskAimless = &diag.Rule{
	Code: "P281", Name: "task-without-target", Severity: diag.Note,
	Title: diag.T("Nhiệm vụ không phục vụ chỉ tiêu nào", "A task serves no target"),
	Why: diag.T("Phần lớn nhiệm vụ của kế hoạch này ghi rõ phục vụ chỉ tiêu nào, nên người đọc sẽ hỏi nhiệm vụ này để làm gì. Hãy ghi “serves” nếu có; nhiệm vụ không gắn với chỉ tiêu nào thì để vậy.",
		"Most tasks of this plan say which targets they serve, so readers will ask what this one is for. Write “serves” if there is one; a task that belongs to no target is left as it is."),
	Good: "{id: nv-01, name: Rà soát thủ tục, serves: [ct-01]}",
}

// taskAimless looks only into plans of which more than half of the tasks say
// what they serve, and tells of all the others at once.
func taskAimless(d *plan.Document, _ Context) []diag.Finding {
	if len(d.Targets) == 0 {
		return nil
	}
	all := leaves(d)
	var aimless []row
	for _, t := range all {
		if !t.says(func(t *plan.Task) bool { return len(t.More().Serves) > 0 }) {
			aimless = append(aimless, t)
		}
	}
	if len(aimless) == 0 || 2*len(aimless) >= len(all) {
		return nil
	}
	first := aimless[0]
	return one(ruleTaskAimless.At(first.Pos(), diag.T("số nhiệm vụ không ghi phục vụ chỉ tiêu nào: %[1]d; đầu tiên là “%[2]s” (%[3]s)",
		"tasks that name no target that they serve: %[1]d; the first is “%[2]s” (%[3]s)", len(aimless), called(first.Name), first.ID)).WithHint(
		diag.T("ghi mã chỉ tiêu vào cột “serves”", "write the target's id into the column “serves”")))
}
