package relate

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleReplacedTwice = &diag.Rule{Code: "P242", Name: "replaced-twice", Severity: diag.Warning,
	Title: diag.T("Hai văn bản cùng thay thế toàn bộ một văn bản", "Two documents replace the whole of one"),
	Why: diag.T("Văn bản đã bị thay thế toàn bộ thì không còn gì để thay thế nữa, và người đọc không biết phải theo văn bản nào. Hãy ghi rõ phần được thay thế (provision), hoặc nối tiếp: văn bản sau thay thế văn bản liền trước.",
		"What was replaced as a whole cannot be replaced again, and readers cannot tell which document to follow. Name the part that is replaced (provision), or make a chain: the later one replaces the one before it."),
	Bad:  "# hai tệp cùng ghi\nrelations: {replaces: [plans/2022/ke-hoach]}",
	Good: "# tệp thứ hai\nrelations: {replaces: [plans/2024/ke-hoach-thay-the-lan-mot]}"}

// replacedTwice reports the second and further documents that replace the
// whole of one. What never took place does not count.
func (r *relater) replacedTwice() {
	first := map[*act]*act{}
	for _, d := range r.acts.deeds {
		if d.relation.Kind != plan.Replaces || !d.whole() || !d.done {
			continue
		}
		before := first[d.to]
		if before == nil {
			first[d.to] = d.by
		}
		if before == nil || before == d.by {
			continue
		}
		r.report(ruleReplacedTwice.At(d.relation.Pos, diag.T(
			"%[1]s đã được thay thế toàn bộ bởi %[2]s, nay lại bởi %[3]s", "%[1]s was already replaced as a whole by %[2]s, and now by %[3]s", d.to.name, before.name, d.by.name)).WithHint(diag.T(
			"ghi provision nếu chỉ thay thế một phần, hoặc thay thế %s", "add provision if only a part is replaced, or replace %s", before.name)))
	}
}
