package relate

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleExtension = &diag.Rule{Code: "P244", Name: "extension-void", Severity: diag.Warning,
	Title: diag.T("Gia hạn không có tác dụng", "An extension without effect"),
	Why: diag.T("Chỉ gia hạn được văn bản còn hiệu lực, và đến một ngày sau ngày cuối đã ghi. Văn bản đã hết hiệu lực thì phải ban hành lại. Hãy kiểm tra expires của văn bản kia, ngày và until của gia hạn.",
		"Only what is still in force can be extended, and only beyond its last day. What has ended has to be issued anew. Check the other document's expires, and the date and until of the extension."),
	Bad:  "expires: 2025-12-31   # và một văn bản ngày 15/02/2026 gia hạn nó",
	Good: "expires: 2025-12-31   # và một văn bản ngày 15/12/2025 gia hạn: {to: …, until: 2026-06-30}"}

// extensions reports the extensions of what had already ended, and those that
// extend nothing. What had been repealed or replaced counts as ended.
func (r *relater) extensions() {
	for _, d := range r.acts.deeds {
		if d.relation.Kind != plan.Extends || !d.whole() || !d.done {
			continue
		}
		switch until := d.relation.Until; {
		case d.late:
			r.report(ruleExtension.At(d.relation.Pos, diag.T(
				"gia hạn từ %[1]s, khi %[2]s đã hết hiệu lực", "extended from %[1]s, when %[2]s was no longer in force", d.begins, d.to.name)).WithHint(diag.T(
				"kiểm tra ngày của gia hạn và expires của văn bản kia", "check the date of the extension, and the other document's expires")))
		case !until.IsZero() && !d.to.expires.IsZero() && until.Compare(d.to.expires) <= 0:
			r.report(ruleExtension.At(d.relation.Pos, diag.T(
				"gia hạn đến %[1]s, nhưng %[2]s vốn có hiệu lực đến %[3]s", "extended until %[1]s, but %[2]s is in force until %[3]s anyway", until, d.to.name, d.to.expires)).WithHint(diag.T(
				"sửa until thành một ngày sau %s", "mend until: a day after %s", d.to.expires)))
		}
	}
}
