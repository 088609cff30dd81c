package relate

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
	"planpress/internal/viet"
)

var ruleFieldSpellings = &diag.Rule{Code: "P225", Name: "field-spelled-twice", Severity: diag.Warning,
	Title: diag.T("Hai tên lĩnh vực chung một địa chỉ", "Two names of fields have one address"),
	Why: diag.T("Địa chỉ danh sách của một lĩnh vực lấy từ tên, bỏ dấu và viết thường. Hai cách viết cho cùng một địa chỉ thì văn bản của chúng nằm chung một danh sách. Nếu là một lĩnh vực, viết thống nhất; nếu là hai, đặt tên khác nhau rõ hơn.",
		"The address of a field's list is its name without marks and in lower case. Documents under two spellings with one address stand in one list. If they are one field, spell it in one way; if they are two, give them names that differ in more than marks."),
	Bad: "fields: [Lượng]   # văn bản khác ghi [Lương]", Good: "fields: [Khối lượng công việc]"}

// fieldNames reports the fields that are spelled differently and would still
// be listed as one. Each spelling is reported once.
func (r *relater) fieldNames() {
	type use struct {
		name string
		pos  source.Pos
	}
	first := map[string]use{} // by slug
	said := map[string]bool{}
	for _, d := range r.in.Documents {
		if d.Kind != plan.KindDocument {
			continue
		}
		for i, field := range d.Fields {
			if said[field] {
				continue
			}
			slug := viet.Slug(field)
			if slug == "" {
				continue
			}
			pos := d.At(indexed("fields", i))
			one, known := first[slug]
			switch {
			case !known:
				first[slug] = use{field, pos}
				said[field] = true
			case one.name != field:
				said[field] = true
				r.report(ruleFieldSpellings.At(pos, diag.T("“%[1]s” và “%[2]s” (%[3]s) chung một danh sách: /%[4]s",
					"%[1]q and %[2]q (%[3]s) share one list: /%[4]s", field, one.name, one.pos, FieldsURL+slug+"/")).WithHint(diag.T(
					"nếu là một lĩnh vực, viết “%s”; nếu không, đổi một tên", "if they are one field, write %q; otherwise change one of the names", one.name)))
			}
		}
	}
}
