package frontmatter

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var effectKind = oneOf(
	choice[plan.EffectKind]{plan.InForce, "in-force", []string{"còn hiệu lực", "đang có hiệu lực"}},
	choice[plan.EffectKind]{plan.PartlyInForce, "partly", []string{"còn hiệu lực một phần", "hết hiệu lực một phần"}},
	choice[plan.EffectKind]{plan.NotYetInForce, "not-yet", []string{"chưa có hiệu lực"}},
	choice[plan.EffectKind]{plan.Suspended, "suspended", []string{"ngưng hiệu lực", "đình chỉ", "tạm ngưng hiệu lực"}},
	choice[plan.EffectKind]{plan.Expired, "expired", []string{"hết hiệu lực"}},
	choice[plan.EffectKind]{plan.Replaced, "replaced", []string{"bị thay thế", "đã thay thế"}},
	choice[plan.EffectKind]{plan.Repealed, "repealed", []string{"bị bãi bỏ", "bãi bỏ", "hủy bỏ"}},
	choice[plan.EffectKind]{plan.Recalled, "recalled", []string{"bị thu hồi", "thu hồi"}},
	choice[plan.EffectKind]{plan.EffectUnknown, "unknown", []string{"chưa rõ"}},
)

// effectTable is a status of legal effect that an editor types. A status alone
// is refused: a reader is told why it was not left to be computed.
var effectTable = table(want{diag.T("tình trạng hiệu lực kèm lý do", "a legal effect with a reason"), "{status: expired, reason: …}"},
	field[plan.TypedEffect]{Field{Name: "status", Aliases: []string{"tinh_trang"}, Required: true,
		Doc:     diag.T("in-force, partly, not-yet, suspended, expired, replaced, repealed, recalled hoặc unknown.", "in-force, partly, not-yet, suspended, expired, replaced, repealed, recalled or unknown."),
		Example: "expired"},
		bind(effectKind, func(e *plan.TypedEffect) *plan.EffectKind { return &e.Kind })},
	field[plan.TypedEffect]{Field{Name: "reason", Aliases: []string{"ly_do"}, Required: true,
		Doc: diag.T("Vì sao ghi tay, viết cho người đọc.", "Why it is typed, for readers."), Example: "Theo Thông báo số 12/TB-UBND của tỉnh."},
		bind(text(1000), func(e *plan.TypedEffect) *string { return &e.Reason })},
	field[plan.TypedEffect]{Field{Name: "date", Aliases: []string{"ngay"},
		Doc: diag.T("Từ ngày nào; với expired là ngày cuối còn hiệu lực.", "Since when; for expired the last day in force."), Example: "2026-06-30"},
		bind(day, func(e *plan.TypedEffect) *plan.Date { return &e.Date })},
)

var typedEffect = located(effectTable, func(e *plan.TypedEffect) *source.Pos { return &e.Pos })
