package relate

import "planpress/internal/diag"

var ruleActsOnLater = &diag.Rule{Code: "P241", Name: "acts-on-later", Severity: diag.Warning,
	Title: diag.T("Văn bản tác động lên văn bản ban hành sau nó", "A document acts on one that was issued later"),
	Why: diag.T("Một văn bản chỉ thay thế, sửa đổi, bãi bỏ, thu hồi, ngưng hiệu lực, gia hạn hay đính chính được văn bản đã có. Ngược lại thì một ngày ban hành ghi sai, hoặc quan hệ phải ghi ở văn bản kia.",
		"A document can only replace, amend, repeal, recall, suspend, extend or correct what is already there. If it is the other way round, one date of issue is wrong, or the relation belongs into the other document."),
	Bad:  "# ban hành 10/01/2025\nrelations: {replaces: [plans/2026/ke-hoach]}",
	Good: "# ban hành 08/01/2026\nrelations: {replaces: [plans/2025/ke-hoach]}"}

// actOnLater reports what is done to documents that were issued after the one
// that does it.
func (r *relater) actOnLater() {
	for _, d := range r.acts.deeds {
		if !d.by.issued.EndsBefore(d.to.issued) {
			continue
		}
		r.report(ruleActsOnLater.At(d.relation.Pos, diag.T(
			"văn bản này ban hành ngày %[1]s, còn %[2]s mãi đến %[3]s mới ban hành (%[4]s)",
			"this document was issued on %[1]s, and %[2]s only on %[3]s (%[4]s)", d.by.issued, d.to.name, d.to.issued, d.relation.Kind)).WithHint(diag.T(
			"kiểm tra ngày ban hành của cả hai, hoặc ghi quan hệ này ở văn bản kia", "check both dates of issue, or declare the relation in the other document")))
	}
}
