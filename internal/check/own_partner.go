package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleOwnPartner = &diag.Rule{
	Code: "P287", Name: "own-partner", Severity: diag.Note,
	Title: diag.T("Cơ quan ban hành là đơn vị phối hợp của chính mình", "The issuer is a partner in its own plan"),
	Why: diag.T("Cơ quan ban hành giao việc cho các đơn vị; ghi chính mình là đơn vị phối hợp thì không rõ ai làm. Hãy ghi bộ phận cụ thể, hoặc bỏ đi.",
		"The issuer gives work to others; where it names itself as a partner nobody knows who does it. Name the unit that does, or leave it out."),
	Bad:  "{lead: cong-an-phuong, partners: [ubnd-phuong]}",
	Good: "{lead: cong-an-phuong, partners: [van-phong-ubnd-phuong]}",
}

func ownPartner(d *plan.Document, ctx Context) []diag.Finding {
	issuer := ctx.Orgs[d.Issuer]
	if issuer == nil {
		return nil
	}
	var out []diag.Finding
	for i := range d.Tasks {
		t := &d.Tasks[i]
		for _, ref := range t.Partners {
			if ref.ID == d.Issuer || ref.Name != "" && (ref.Name == issuer.Name || ref.Name == issuer.ShortName) {
				out = append(out, ruleOwnPartner.At(t.Pos(), diag.T("nhiệm vụ “%[1]s” (%[2]s) ghi cơ quan ban hành là đơn vị phối hợp",
					"the task “%[1]s” (%[2]s) names the issuer as a partner", called(t.Name), t.ID)).WithHint(
					diag.T("ghi đơn vị cụ thể, hoặc bỏ khỏi cột “Phối hợp”", "name the unit that does it, or take it out of the column “partners”")))
			}
		}
	}
	return out
}
