package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/progress"
)

var ruleTaskSilent = &diag.Rule{
	Code: "P285", Name: "task-without-report", Severity: diag.Note,
	Title: diag.T("Lâu không có báo cáo về nhiệm vụ", "Nothing was reported on tasks for long"),
	Why: diag.T("Trang cho người dân thấy nhiệm vụ nào lâu không có báo cáo. Nếu đã có kết quả, hãy thêm một dòng có ngày vào bảng báo cáo.",
		"The page shows citizens which tasks were not reported on for long. Where there is something to tell, add a dated row to the reports."),
	Good: "{item: nv-01, date: 2026-03-31, status: in-progress}",
}

// taskSilent tells of all such tasks of a plan at once, as long as its period
// lasts: they are reported on together.
func taskSilent(d *plan.Document, ctx Context) []diag.Finding {
	if len(d.Tasks) == 0 || ctx.AsOf.IsZero() || periodIsOver(d, ctx) {
		return nil
	}
	var first *progress.Task
	n := 0
	r := progress.Of(d, ctx.AsOf)
	for i := range r.Tasks {
		if t := &r.Tasks[i]; t.State == progress.NoReport && !t.Split {
			if n++; first == nil {
				first = t
			}
		}
	}
	if n == 0 {
		return nil
	}
	return one(ruleTaskSilent.At(first.Pos(), diag.T("số nhiệm vụ hơn %[1]d ngày không có báo cáo: %[2]d; đầu tiên là “%[3]s” (%[4]s)",
		"tasks on which nothing was reported for more than %[1]d days: %[2]d; the first is “%[3]s” (%[4]s)", progress.NoReportDays, n, called(first.Name), first.ID)).WithHint(
		diag.T("thêm dòng vào bảng báo cáo, có ngày và tình trạng", "add rows to the reports, each with its day and status")))
}
