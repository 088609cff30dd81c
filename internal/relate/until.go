package relate

import (
	"cmp"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleUntil = &diag.Rule{Code: "P246", Name: "until-misplaced", Severity: diag.Warning,
	Title: diag.T("Ngày cuối (until) của quan hệ không hợp lý", "The last day (until) of a relation makes no sense"),
	Why: diag.T("Chỉ ngưng hiệu lực (suspends) và gia hạn (extends) có ngày cuối; thay thế, bãi bỏ hay thu hồi là mãi mãi. Ngày cuối phải sau ngày bắt đầu, và gia hạn thì phải có ngày cuối để người đọc biết đến bao giờ.",
		"Only a suspension and an extension have a last day; to replace, repeal or recall is for ever. The last day comes after the first, and an extension needs one, so that readers know until when."),
	Bad:  "relations: {extends: [plans/2025/ke-hoach]}",
	Good: "relations: {extends: [{to: plans/2025/ke-hoach, until: 2026-06-30}]}"}

// lastDays checks the last days of relations.
func (r *relater) lastDays() {
	r.eachRelation(func(rel Relation, _, from plan.Date) { r.lastDayOf(rel, cmp.Or(rel.Date, from)) })
}

func (r *relater) lastDayOf(rel Relation, first plan.Date) {
	switch timed := rel.Kind == plan.Suspends || rel.Kind == plan.Extends; {
	case timed && rel.Until.EndsBefore(first):
		r.report(ruleUntil.At(rel.Pos, diag.T("đến %[1]s, nhưng mãi %[2]s mới bắt đầu", "until %[1]s, but only from %[2]s", rel.Until, first)).WithHint(
			diag.T("kiểm tra năm của until và date", "check the years of until and date")))
	case rel.Kind == plan.Extends && rel.Until.IsZero():
		r.report(ruleUntil.At(rel.Pos, diag.T("gia hạn nhưng không ghi đến ngày nào", "an extension that does not say until when")).WithHint(
			diag.T("viết: {to: %s, until: 2026-12-31}", "write: {to: %s, until: 2026-12-31}", refTo(rel.Other))))
	case !timed && !rel.Until.IsZero():
		r.report(ruleUntil.At(rel.Pos, diag.T("quan hệ %[1]s không có ngày cuối, nhưng ghi until: %[2]s", "the relation %[1]s has no last day, but until is %[2]s", rel.Kind, rel.Until)).WithHint(
			diag.T("xóa until; nếu chỉ ngưng một thời gian thì dùng suspends", "delete until; for what is only stopped for a time use suspends")))
	}
}

// refTo is how front matter names a document.
func refTo(ref Reference) string {
	if ref.External != nil {
		return ref.External.ID
	}
	return refName(ref.Entry.Document.Path)
}
