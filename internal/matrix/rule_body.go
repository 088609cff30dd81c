package matrix

import (
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/suggest"
)

var ruleBodyShared = &diag.Rule{
	Code: "P277", Name: "body-name-shared", Severity: diag.Warning,
	Title: diag.T("Tên cơ quan có ở nhiều mục của orgs.yaml", "The name of a body that several entries of orgs.yaml have"),
	Why: diag.T("Sau khi sắp xếp đơn vị hành chính, phường mới và phường cũ có thể cùng tên; chỉ có mã mới phân biệt được. Ghi mã của cơ quan thay cho tên.",
		"After units were merged, the new ward and an old one may have one name; only ids tell them apart. Write the body's id in place of its name."),
	Bad: "chủ trì: UBND phường Tam Quan", Good: "chủ trì: ubnd-phuong-tam-quan",
}

var ruleBodyUnknown = &diag.Rule{
	Code: "P278", Name: "body-unknown", Severity: diag.Error,
	Title: diag.T("Mã cơ quan chủ trì, phối hợp không có trong orgs.yaml", "The id of a lead or partner is not in orgs.yaml"),
	Why: diag.T("Chữ không dấu có gạch nối được hiểu là mã trong orgs.yaml. Mã lạ thì nhiệm vụ không hiện ở trang của cơ quan nào. Sửa mã, thêm cơ quan vào orgs.yaml, hoặc ghi tên có dấu.",
		"Letters without marks, with hyphens, are an id of orgs.yaml. With one that is not there, the task is on no body's page. Mend the id, add the body to orgs.yaml, or write its name."),
	Bad: "chủ trì: van-phong-phuong-hoa-giai", Good: "chủ trì: van-phong-phuong-hoa-giay",
}

// Registry finds bodies by their ids and names.
type Registry struct {
	ids    map[string]bool
	all    []string
	byName map[string][]string // ids, by a name without marks
}

// NewRegistry makes a Registry of the bodies of orgs.yaml.
func NewRegistry(orgs []*plan.Org) *Registry {
	r := &Registry{ids: make(map[string]bool, len(orgs)), byName: make(map[string][]string, 2*len(orgs))}
	for _, o := range orgs {
		r.ids[o.ID] = true
		r.all = append(r.all, o.ID)
		name, short := headKey(o.Name), headKey(o.ShortName)
		r.byName[name] = append(r.byName[name], o.ID)
		if short != "" && short != name {
			r.byName[short] = append(r.byName[short], o.ID)
		}
	}
	return r
}

// bodies gives ids to the bodies that a document names, where one entry of
// orgs.yaml alone has the name. Each name is spoken of once.
func (f *findings) bodies(doc *plan.Document, reg *Registry) {
	said := map[string]bool{}
	look := func(refs []plan.OrgRef, at plan.Spot) {
		for i := range refs {
			key := refs[i].ID + "\x00" + refs[i].Name
			if !refs[i].Collective && f.body(&refs[i], reg, at, said[key]) {
				said[key] = true
			}
		}
	}
	for i := range doc.Targets {
		look(doc.Targets[i].Owners, doc.Targets[i].Spot)
	}
	for i := range doc.Tasks {
		look(doc.Tasks[i].Leads, doc.Tasks[i].Spot)
		look(doc.Tasks[i].Partners, doc.Tasks[i].Spot)
	}
}

// body looks one up, and reports whether something was wrong.
func (f *findings) body(ref *plan.OrgRef, reg *Registry, at plan.Spot, said bool) bool {
	if ref.Name != "" {
		ids := reg.byName[headKey(ref.Name)]
		switch {
		case len(ids) == 1:
			ref.ID = ids[0]
		case len(ids) > 1:
			if !said {
				f.add(ruleBodyShared, at.Pos(), diag.T("“%s” là tên của %d cơ quan trong orgs.yaml", "“%s” is the name of %d bodies in orgs.yaml", shorten(ref.Name), len(ids)),
					diag.T("ghi mã thay cho tên, một trong: %s", "write an id in place of the name, one of: %s", strings.Join(ids, ", ")))
			}
			return true
		}
		return false
	}
	if reg.ids[ref.ID] {
		return false
	}
	if !said {
		hint := diag.T("thêm cơ quan vào content/orgs.yaml, hoặc ghi tên có dấu", "add the body to content/orgs.yaml, or write its name")
		if near := suggest.Nearest(shorten(ref.ID), reg.all); near != "" {
			hint = diag.T("có phải bạn muốn viết “%s”?", "did you mean “%s”?", near)
		}
		f.add(ruleBodyUnknown, at.Pos(), diag.T("không có cơ quan mã “%s” trong orgs.yaml", "orgs.yaml has no body with the id “%s”", shorten(ref.ID)), hint)
	}
	return true
}
