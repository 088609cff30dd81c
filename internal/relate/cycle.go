package relate

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleReplaceCycle = &diag.Rule{Code: "P208", Name: "replace-cycle", Severity: diag.Error,
	Title: diag.T("Các văn bản thay thế lẫn nhau", "Documents replace one another"),
	Why: diag.T("Văn bản ban hành sau thay thế văn bản ban hành trước, không có chiều ngược lại; nếu không, người dân không biết văn bản nào còn hiệu lực. Hãy xóa dòng replaces viết nhầm.",
		"A later document replaces an earlier one, never the other way round as well; otherwise citizens cannot tell which of them holds. Delete the line of replaces that is wrong."),
	Bad: "relations: {replaces: [plans/2025/ke-hoach-sua-doi]}", Good: "relations: {replaces: [plans/2022/ke-hoach]}"}

// replaced reports the documents that replace themselves through others. Each
// relation is walked over once. Those of a part do not count: two documents may
// well replace parts of each other.
func (r *relater) replaced() {
	const ahead, behind = 1, 2 // on the way to the document that is looked at, or done with
	seen := map[*Entry]int{}
	var walk func(e *Entry)
	walk = func(e *Entry) {
		seen[e] = ahead
		for _, rel := range e.Document.Relations {
			to := r.named(rel.To)
			switch {
			case rel.Kind != plan.Replaces || rel.Provision != "" || to == nil || to == e:
			case seen[to] == ahead:
				r.report(ruleReplaceCycle.At(rel.To.Pos, diag.T(
					"văn bản này thay thế %[1]s, mà %[1]s lại thay thế văn bản này, trực tiếp hoặc qua văn bản khác",
					"this document replaces %[1]s, and %[1]s replaces this one, itself or through others", to.Document.Path)).WithHint(diag.T(
					"xóa một trong các dòng replaces đó: văn bản ban hành trước không thay thế văn bản ban hành sau",
					"delete one of these lines of replaces: an earlier document does not replace a later one")))
			case seen[to] == 0:
				walk(to)
			}
		}
		seen[e] = behind
	}
	for _, d := range r.in.Documents {
		if e := r.all[d.Path]; seen[e] == 0 {
			walk(e)
		}
	}
}
