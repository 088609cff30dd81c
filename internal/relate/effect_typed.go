package relate

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleEffectTyped = &diag.Rule{Code: "P243", Name: "effect-contradicted", Severity: diag.Warning,
	Title: diag.T("Tình trạng hiệu lực ghi tay trái với điều tính được", "A typed legal effect contradicts what is computed"),
	Why: diag.T("Trang tính hiệu lực từ ngày tháng và từ các văn bản khác; ô effect thì không tự đổi theo. Hãy xóa effect nếu nó đã cũ, hoặc sửa ngày và quan hệ cho đúng. Nếu điều ghi tay vẫn đúng, bỏ qua cảnh báo này bằng “silence” kèm lý do.",
		"The site computes legal effect from dates and from other documents; what is typed in effect does not follow. Delete effect if it is out of date, or mend the dates and relations. If it is still right, silence the warning and say why."),
	Bad:  "effect: {status: in-force, reason: Còn hiệu lực.}   # trong khi văn bản khác đã thay thế",
	Good: "effect: {status: suspended, reason: Tạm dừng theo Thông báo số 9/TB-UBND của tỉnh.}"}

// typedEffects reports the effects that were typed although the documents of
// the site say otherwise. Where nothing can be computed, nothing contradicts.
func (r *relater) typedEffects() {
	for i, d := range r.in.Documents {
		a := r.acts.of[i]
		if a == nil || d.Effect.Kind == "" || r.entered[i].State == plan.Withdrawn {
			continue
		}
		computed := a.computed(r.in.AsOf)
		if computed.Kind == plan.EffectUnknown || computed.Kind == d.Effect.Kind {
			continue
		}
		r.report(ruleEffectTyped.At(d.Effect.Pos, diag.T(
			"ghi tay là %[1]s, nhưng tính ra là %[2]s%[3]s", "%[1]s is typed, but %[2]s is computed%[4]s",
			d.Effect.Kind, computed.Kind, because(computed, " vì "), because(computed, " because of "))).WithHint(diag.T(
			"xóa effect nếu nó đã cũ; nếu nó đúng, thêm silence cho P243 kèm lý do", "delete effect if it is out of date; if it is right, add a silence of P243 with the reason")))
	}
}

// because names the documents that an effect comes from.
func because(e Effect, word string) string {
	out := ""
	for _, rel := range e.By {
		out += word + rel.Other.name()
		word = ", "
	}
	return out
}
