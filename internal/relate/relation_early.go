package relate

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleRelationEarly = &diag.Rule{Code: "P245", Name: "relation-early", Severity: diag.Warning,
	Title: diag.T("Quan hệ có hiệu lực trước khi văn bản được ban hành", "A relation from before its document was issued"),
	Why: diag.T("Văn bản chưa ban hành thì chưa thay thế hay bãi bỏ được gì; trang tính từ ngày ban hành. Hãy kiểm tra năm của date và của issued.",
		"A document does nothing before it is issued, and the site counts from that day. Check the years of date and issued."),
	Bad:  "issued: 2026-01-08\nrelations: {replaces: [{to: plans/2025/ke-hoach, date: 2025-01-08}]}",
	Good: "issued: 2026-01-08\nrelations: {replaces: [{to: plans/2025/ke-hoach, date: 2026-01-08}]}"}

// earlyRelations reports relations that begin before their own document was
// issued.
func (r *relater) earlyRelations() {
	r.eachRelation(func(rel Relation, issued, _ plan.Date) {
		if !rel.Date.EndsBefore(issued) {
			return
		}
		r.report(ruleRelationEarly.At(rel.Pos, diag.T(
			"từ ngày %[1]s, nhưng văn bản này ban hành ngày %[2]s", "from %[1]s, but this document was issued on %[2]s", rel.Date, issued)).WithHint(diag.T(
			"sửa date, hoặc xóa nó: không ghi thì tính từ ngày văn bản này có hiệu lực", "mend date, or delete it: without it the day counts on which this document takes effect")))
	})
}

// eachRelation goes over the relations that documents of the site and of
// documents.yaml declare, with the day of issue and the first day in force of
// the one that declares it; zero where not known.
func (r *relater) eachRelation(f func(rel Relation, issued, from plan.Date)) {
	for i, d := range r.in.Documents {
		from, _ := firstDay(d)
		for _, rel := range r.entered[i].Relations {
			f(rel, d.Issued, from)
		}
	}
	for _, x := range r.in.Registry.Externals {
		for _, rel := range r.declared[x] {
			f(rel, x.Issued, r.acts.external[x].from)
		}
	}
}
