package check

import (
	"sync"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/progress"
)

var ruleLeadGone = &diag.Rule{
	Code: "P286", Name: "lead-not-valid", Severity: diag.Warning,
	Title: diag.T("Cơ quan chủ trì không tồn tại", "A body in charge does not exist"),
	Why: diag.T("Từ 01/07/2025 nhiều cơ quan đã được thay bằng cơ quan khác. Nhiệm vụ chưa xong phải có cơ quan đang hoạt động chịu trách nhiệm; cơ quan được giao phải có vào ngày ban hành.",
		"On 01/07/2025 many bodies gave way to others. A body that exists must answer for a task that is not done, and one that is given a task must exist on the day of issue."),
	Source: "Law 72/2025/QH15",
	Good:   "lead: phong-kinh-te",
}

func leadGone(d *plan.Document, ctx Context) []diag.Finding {
	var out []diag.Finding
	open := sync.OnceValue(func() map[*plan.Task]bool { return owed(d, ctx) })
	over := ctx.AsOf.IsZero() || periodIsOver(d, ctx)
	for i := range d.Tasks {
		t := &d.Tasks[i]
		for _, ref := range t.Leads {
			o := ctx.Orgs[ref.ID]
			if o == nil {
				continue
			}
			switch {
			case d.Issued.IsDay() && !o.ValidOn(d.Issued):
				out = append(out, ruleLeadGone.At(t.Pos(), diag.T("%[1]s chủ trì nhiệm vụ %[2]s nhưng không tồn tại vào ngày ban hành %[3]s",
					"%[1]s is in charge of the task %[2]s and did not exist on the day of issue, %[3]s", o.ID, t.ID, d.Issued)).WithHint(
					diag.T("kiểm tra mã cơ quan và thời hạn (valid) trong content/orgs.yaml", "check the id, and the validity in content/orgs.yaml")))
			case !over && !o.ValidOn(ctx.AsOf) && open()[t]:
				out = append(out, ruleLeadGone.At(t.Pos(), diag.T("%[1]s chủ trì nhiệm vụ %[2]s chưa xong, nhưng đã kết thúc hoạt động ngày %[3]s",
					"%[1]s is in charge of the task %[2]s, which is not done, and ended on %[3]s", o.ID, t.ID, o.To)).WithHint(
					diag.T("ghi cơ quan kế thừa; cơ quan cũ ghi vào “note”", "name the body that succeeds it; put the old one into “note”")))
			}
		}
	}
	return out
}

// owed gives the tasks of which the bodies that they name must still do
// something: a whole stands for its parts that name none.
func owed(d *plan.Document, ctx Context) map[*plan.Task]bool {
	out := map[*plan.Task]bool{}
	for _, r := range leaves(d) {
		if unfinished(r.Task, d, ctx) {
			r.says(func(t *plan.Task) bool {
				out[t] = len(t.Leads) > 0
				return out[t]
			})
		}
	}
	return out
}

// unfinished reports whether somebody must still do something for a task.
func unfinished(t *plan.Task, d *plan.Document, ctx Context) bool {
	one := plan.Document{Tasks: []plan.Task{*t}, Issued: d.Issued}
	s := progress.Of(&one, ctx.AsOf).Tasks[0].State
	return s.Open() || s == progress.Recurring
}
