package check

import (
	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var rulePartyForm = &diag.Rule{
	Code: "P064", Name: "party-form", Severity: diag.Warning,
	Title: diag.T("Văn bản của Đảng ghi số theo thể thức Nhà nước, hoặc ngược lại", "A Party document with a number in the state's form, or the reverse"),
	Why: diag.T("Văn bản của Đảng ghi số-loại/cơ quan (10-CTr/TU), văn bản Nhà nước ghi số/loại-cơ quan (01/KH-UBND). Nếu bản gốc viết như vậy, hãy giữ nguyên và ghi lý do: trong văn bản bằng “silence”, trong documents.yaml bằng “note”.",
		"The Party writes number-type/body (10-CTr/TU), the state number/type-body (01/KH-UBND). If the original is written so, keep it and say why: with “silence” in a document, with “note” in documents.yaml."),
	Source: "Instruction 36-HD/VPTW of 2018 (Party); Decree 30/2020/NĐ-CP, App. I.II.3 (state)",
	Bad:    "number: \"02/CTr-ĐU\"",
	Good:   "number: \"02-CTr/ĐU\"",
}

func partyForm(d *plan.Document, ctx Context) []diag.Finding {
	issuer := ctx.Orgs[d.Issuer]
	isParty := d.Number.IsParty() || d.Type != nil && d.Type.Family == plan.Party || issuer != nil && issuer.Kind == "dang"
	isState := d.Issued.Year >= firstYearSegments && issuer != nil && isStateKind(issuer.Kind)
	return inForm(d.Number, d.At("number"), isParty, isState && !isParty)
}

// External checks the number of a document that lives elsewhere, an entry of
// documents.yaml: its form and its year. An entry with a note is taken to explain its number.
func External(e *plan.External) []diag.Finding {
	n, err := citation.ParseNumber(e.Number)
	if err != nil || e.Note != "" {
		return nil
	}
	return append(inForm(n, e.Pos, n.IsParty() || e.Type != nil && e.Type.Family == plan.Party, false), inYear(n, e.Issued, e.Pos)...)
}

func inForm(n citation.Number, at source.Pos, isParty, isState bool) []diag.Finding {
	switch {
	case isParty && n.Form == citation.State:
		f := rulePartyForm.At(at, diag.T("số %s là của văn bản Đảng nhưng ghi theo thể thức Nhà nước",
			"the number %s belongs to a Party document but has the state's form", n.Text))
		return one(f.WithHint(writeAs(n.InPartyForm())))
	case isState && (n.Form == citation.Party || n.Form == citation.Old):
		f := rulePartyForm.At(at, diag.T("số %s là của cơ quan Nhà nước nhưng ghi theo thể thức văn bản Đảng",
			"the number %s belongs to a body of the state but has the Party's form", n.Text))
		return one(f.WithHint(writeAs(n.InStateForm())))
	}
	return nil
}

func writeAs(number string) diag.Text {
	if number == "" {
		return diag.T("đối chiếu với bản đã ký", "compare with the signed copy")
	}
	return diag.T("nếu bản đã ký không viết vậy, ghi: %s", "unless the signed copy has it so, write: %s", number)
}

// isStateKind reports whether a kind of body in orgs.yaml is one of the
// state. Mass organisations write numbers as the Party does.
func isStateKind(kind string) bool {
	switch kind {
	case "ubnd", "hdnd", "so", "phong", "bo":
		return true
	}
	return false
}
