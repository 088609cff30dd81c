package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var rulePlanPeriod = &diag.Rule{
	Code: "P070", Name: "plan-period", Severity: diag.Warning,
	Title: diag.T("Kế hoạch không ghi giai đoạn", "A plan without a period"),
	Why: diag.T("Người đọc cần biết kế hoạch của năm nào và còn thời hạn hay không. Hãy ghi “period” theo tên hoặc nội dung của kế hoạch.",
		"Readers need to know for which years a plan is and whether it still runs. Add “period” from the plan's title or text."),
	Source: "Decree 224/2026/NĐ-CP, Art. 7.1 (plans state their time; five-year and annual)",
	Bad:    "type: ke-hoach",
	Good:   "type: ke-hoach\nperiod: {from: 2020, to: 2025}",
}

func planPeriod(d *plan.Document, _ Context) []diag.Finding {
	if d.Type == nil || d.Type.Abbr != "KH" || !isPublic(d) || !d.Period.IsZero() || isGiven(d, "period") {
		return nil
	}
	return one(rulePlanPeriod.At(d.At("type"), diag.T(
		"kế hoạch này không ghi giai đoạn (period)", "this plan has no period")).WithHint(diag.T(
		"thêm dòng, ví dụ: period: {from: 2023-01, to: 2023-12}", "add a line, for example: period: {from: 2023-01, to: 2023-12}")))
}
