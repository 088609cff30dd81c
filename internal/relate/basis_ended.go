package relate

import (
	"cmp"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var ruleBasisEnded = &diag.Rule{Code: "P235", Name: "basis-ended", Severity: diag.Warning,
	Title: diag.T("Căn cứ đã hết hiệu lực trước ngày ban hành", "A legal basis had ended before the day of issue"),
	Why: diag.T("Văn bản phải căn cứ vào văn bản đang có hiệu lực. Hãy căn cứ vào văn bản thay thế, hoặc sửa ngày và quan hệ trong documents.yaml nếu chúng sai; nếu bản đã ký viết như vậy, giữ nguyên và dùng “silence” kèm lý do.",
		"A document rests on what is in force. Name what replaced the basis, or mend its dates and relations in documents.yaml if they are wrong; if the signed copy has it so, keep it and silence the warning with the reason."),
	Source: "Decree 30/2020/NĐ-CP, App. I.II.6.a",
	Bad:    "issued: 2026-01-08\nlegal_basis: [luat-77-2015]   # hết hiệu lực từ 01/7/2025", Good: "issued: 2026-01-08\nlegal_basis: [luat-72-2025]"}

// basesEnded reports the bases that had ended by the day on which the document
// that rests on them was issued. What is replaced on that very day still counts.
func (r *relater) basesEnded() {
	for i, d := range r.in.Documents {
		e := &r.entered[i]
		if d.Kind != plan.KindDocument || d.Issued.IsZero() || len(e.Basis) != len(d.LegalBasis) {
			continue // of a basis that is not there that was said
		}
		for i, ref := range e.Basis {
			r.basisEnded(d, ref, d.LegalBasis[i].Pos)
		}
		for _, rel := range e.Relations {
			if rel.Kind == plan.BasedOn {
				r.basisEnded(d, rel.Other, rel.Pos)
			}
		}
	}
}

func (r *relater) basisEnded(d *plan.Document, basis Reference, at source.Pos) {
	a := r.acts.act(basis)
	if a == nil || a.over == d.Issued {
		return
	}
	last, by := a.lastIn()
	if !last.EndsBefore(d.Issued) {
		return
	}
	f := ruleBasisEnded.At(at, diag.T("căn cứ %[1]s có hiệu lực đến hết %[2]s, văn bản này ban hành %[3]s", "the basis %[1]s was in force until %[2]s, and this document was issued on %[3]s",
		a.name, last, d.Issued))
	if by != "" {
		r.report(f.WithHint(diag.T("xem %s, văn bản đã làm nó hết hiệu lực", "see %s, which ended it", by)))
		return
	}
	r.report(f.WithHint(diag.T("căn cứ vào văn bản đang có hiệu lực", "rest on what is in force")))
}

// lastIn is the last day on which an act was in force, and the name of what
// ended it, where something did. What an editor typed comes first.
func (a *act) lastIn() (last plan.Date, by string) {
	if a.typed.Kind != "" {
		switch {
		case !a.typed.Kind.Over():
			return plan.Date{}, ""
		case a.typed.Kind == plan.Expired:
			return a.typed.Date, ""
		}
		return dayBefore(a.typed.Date), ""
	}
	if !a.over.IsZero() {
		for _, d := range a.suffered {
			if d.ends() && !d.late {
				by = cmp.Or(by, d.by.name)
			}
		}
		return dayBefore(a.over), by
	}
	if a.open {
		return plan.Date{}, ""
	}
	return a.last, ""
}
