package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleTargetUnserved = &diag.Rule{
	Code: "P280", Name: "target-without-task", Severity: diag.Warning,
	Title: diag.T("Chỉ tiêu không có nhiệm vụ nào phục vụ", "No task serves a target"),
	Why: diag.T("Kế hoạch này ghi nhiệm vụ nào phục vụ chỉ tiêu nào; chỉ tiêu không có nhiệm vụ thì không ai làm cho nó đạt. Hãy ghi mã chỉ tiêu vào “serves” của nhiệm vụ, hoặc thêm nhiệm vụ.",
		"This plan says which task serves which target; of one that none serves nobody sees to it that it is met. Name the target in “serves” of a task, or add a task."),
	Good: "{id: nv-01, name: Rà soát thủ tục, serves: [ct-01]}",
}

func targetUnserved(d *plan.Document, _ Context) []diag.Finding {
	if len(d.Targets) == 0 || !usesServes(d) {
		return nil
	}
	served := map[string]bool{}
	for i := range d.Tasks {
		for _, id := range d.Tasks[i].More().Serves {
			served[id] = true
		}
	}
	whole := map[string]string{} // of each part
	for i := range d.Targets {
		whole[d.Targets[i].ID] = d.Targets[i].Parent
	}
	up := func(id string, see func(id string)) { // from a target through those that it is a part of
		for range whole {
			if see(id); whole[id] == "" {
				break
			}
			id = whole[id]
		}
	}
	byParts := map[string]bool{}
	for id := range served {
		up(id, func(id string) { byParts[id] = true })
	}
	var out []diag.Finding
	for i := range d.Targets { // a part is served with its whole, and a whole by its parts
		t := &d.Targets[i]
		is := byParts[t.ID]
		if up(t.ID, func(id string) { is = is || served[id] }); !is {
			out = append(out, ruleTargetUnserved.At(t.Pos(), diag.T("không nhiệm vụ nào phục vụ chỉ tiêu “%[1]s” (%[2]s)", "no task serves the target “%[1]s” (%[2]s)", called(t.Name), t.ID)).WithHint(
				diag.T("ghi %s vào “serves” của một nhiệm vụ", "name %s in “serves” of a task", t.ID)))
		}
	}
	return out
}
