package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var rulePeriodOrder = &diag.Rule{
	Code: "P069", Name: "period-order", Severity: diag.Error,
	Title: diag.T("Giai đoạn kết thúc trước khi bắt đầu", "A period that ends before it begins"),
	Why: diag.T("Giai đoạn xếp kế hoạch vào năm và cho biết kế hoạch còn thời hạn hay không; hai đầu ngược nhau thì không tính được. Hãy đổi chỗ hoặc sửa “from” và “to”.",
		"The period puts a plan into its years and says whether it still runs; with its ends swapped nothing can be computed. Swap or correct “from” and “to”."),
	Bad:  "period: {from: 2025, to: 2020}",
	Good: "period: {from: 2020, to: 2025}",
}

func periodOrder(d *plan.Document, _ Context) []diag.Finding {
	if !d.Period.To.EndsBefore(d.Period.From) {
		return nil
	}
	return one(rulePeriodOrder.At(d.At("period"), diag.T(
		"giai đoạn bắt đầu %[1]s nhưng kết thúc %[2]s", "the period begins in %[1]s but ends in %[2]s", d.Period.From, d.Period.To)).WithHint(diag.T(
		"nếu chỉ bị đảo, ghi from: %[2]s, to: %[1]s", "if they are only swapped, write from: %[2]s, to: %[1]s", d.Period.From, d.Period.To)))
}
