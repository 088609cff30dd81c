package relate

import (
	"slices"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var (
	ruleIssuerUnknown = &diag.Rule{Code: "P014", Name: "issuer-unknown", Severity: diag.Error,
		Title: diag.T("Cơ quan ban hành không có trong danh bạ", "The issuer is not in the registry"),
		Why: diag.T("Tên cơ quan được lấy từ content/orgs.yaml để viết thống nhất và để biết cơ quan nào kế thừa. Hãy thêm cơ quan vào đó hoặc sửa mã.",
			"Names of bodies come from content/orgs.yaml, so that they are written in one way and successors are known. Add the body there or mend the id."),
		Bad: "issuer: ubnd-tam-qan", Good: "issuer: ubnd-tam-quan"}
	ruleOrgUnknown = &diag.Rule{Code: "P209", Name: "org-reference", Severity: diag.Error,
		Title: diag.T("Danh bạ nhắc tới cơ quan không có", "The registry names a body that is not in it"),
		Why: diag.T("Cơ quan cấp trên, tiền thân và kế thừa phải là mã có trong content/orgs.yaml.",
			"Parents, predecessors and successors must be ids of content/orgs.yaml.")}
	ruleOrgCycle = &diag.Rule{Code: "P210", Name: "org-cycle", Severity: diag.Error,
		Title: diag.T("Các cơ quan là cấp trên của nhau", "Bodies are parents of one another"),
		Why: diag.T("Một cơ quan không thể là cấp trên của chính mình, dù qua cơ quan khác.",
			"A body cannot be above itself, not even through others.")}
	ruleIssuerInvalid = &diag.Rule{Code: "P214", Name: "issuer-not-valid", Severity: diag.Warning,
		Title: diag.T("Cơ quan không tồn tại vào ngày ban hành", "The body did not exist on the day of issue"),
		Why: diag.T("Từ 01/07/2025 nhiều cơ quan đã được thay bằng cơ quan khác, có khi cùng tên. Hãy kiểm tra ngày ban hành, mã cơ quan và thời hạn (valid) trong content/orgs.yaml.",
			"On 01/07/2025 many bodies gave way to others, some of the same name. Check the date, the id and the validity in content/orgs.yaml."),
		Source: "Law 72/2025/QH15"}
)

// organisations indexes the bodies and checks that they refer to one another.
func (r *relater) organisations() {
	for _, o := range r.in.Registry.Orgs {
		r.orgs[o.ID] = o
	}
	for _, o := range r.in.Registry.Orgs {
		for _, id := range slices.Concat([]string{o.Parent}, o.Predecessors, o.Successors) {
			if id != "" && r.orgs[id] == nil {
				r.report(ruleOrgUnknown.At(o.Pos, diag.T("cơ quan %[1]q nhắc tới %[2]q, mã này không có trong danh bạ",
					"the body %[1]q names %[2]q, which is not in the registry", o.ID, id)).WithHint(r.didYouMean(id, r.orgIDs, diag.T(
					"thêm cơ quan đó vào content/orgs.yaml, hoặc sửa mã", "add that body to content/orgs.yaml, or mend the id"))))
			}
		}
	}
	r.cycles()
}

// cycles reports the bodies that are above themselves. Each body is walked
// over once.
func (r *relater) cycles() {
	walk := map[string]int{} // by id: the walk upwards that met it first
	cyclic := map[string]bool{}
	for i, o := range r.in.Registry.Orgs {
		for ; o != nil && walk[o.ID] == 0; o = r.orgs[o.Parent] {
			walk[o.ID] = i + 1
		}
		if o == nil || walk[o.ID] != i+1 {
			continue
		}
		for ; !cyclic[o.ID]; o = r.orgs[o.Parent] {
			cyclic[o.ID] = true
		}
	}
	for _, o := range r.in.Registry.Orgs {
		if cyclic[o.ID] {
			r.report(ruleOrgCycle.At(o.Pos, diag.T("cơ quan %q là cấp trên của chính nó", "the body %q is above itself", o.ID)).WithHint(diag.T(
				"sửa parent: %s", "mend parent: %s", o.Parent)))
		}
	}
}

func (r *relater) orgIDs() []string {
	ids := make([]string, 0, len(r.orgs))
	for _, o := range r.in.Registry.Orgs {
		ids = append(ids, o.ID)
	}
	return ids
}

// issuer finds a document's issuer and checks that it existed.
func (r *relater) issuer(d *plan.Document) *plan.Org {
	if d.Issuer == "" {
		return nil
	}
	o := r.orgs[d.Issuer]
	if o == nil {
		r.report(ruleIssuerUnknown.At(d.At("issuer"), diag.T("cơ quan ban hành %q không có trong content/orgs.yaml",
			"issuer %q is not in content/orgs.yaml", d.Issuer)).WithHint(r.didYouMean(d.Issuer, r.orgIDs, diag.T(
			"thêm cơ quan này vào content/orgs.yaml, hoặc sửa mã", "add this body to content/orgs.yaml, or mend the id"))))
		return nil
	}
	if d.Issued.IsDay() && !o.ValidOn(d.Issued) {
		r.report(ruleIssuerInvalid.At(d.At("issuer"), diag.T("%[1]s (%[2]s) không tồn tại vào ngày %[3]s",
			"%[1]s (%[2]s) did not exist on %[3]s", o.Name, o.ID, d.Issued)).WithHint(validity(o)))
	}
	return o
}

func validity(o *plan.Org) diag.Text {
	open := func(d plan.Date) string {
		if d.IsZero() {
			return "…"
		}
		return d.String()
	}
	return diag.T("danh bạ ghi: từ %[1]s đến %[2]s", "the registry says: from %[1]s to %[2]s", open(o.From), open(o.To))
}
