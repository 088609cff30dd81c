package relate

import (
	"slices"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

// externalRelations resolves what documents of documents.yaml do to others. A
// document that is not published yet may be named: nobody is led there.
func (r *relater) externalRelations() {
	for _, x := range r.in.Registry.Externals {
		for _, rel := range x.Relations {
			r.externalRelation(x, rel)
		}
	}
}

func (r *relater) externalRelation(x *plan.External, rel plan.Relation) {
	name := strings.TrimSuffix(rel.To.Target, ".md")
	to := Reference{External: r.externals[name]}
	if to.External == nil {
		to.Entry = r.named[name]
	}
	switch {
	case to.External == x:
		r.report(ruleSelfReference.At(rel.To.Pos, diag.T("văn bản %q dẫn tới chính nó", "the document %q refers to itself", x.ID)).WithHint(diag.T(
			"viết văn bản kia, hoặc xóa dòng này", "name the other document, or delete this line")))
		return
	case to == Reference{}:
		r.report(r.unknown(rel.To))
		return
	case to.Entry != nil && !to.Entry.shown:
		return
	}
	declared := Relation{rel.Kind, to, rel.Provision, rel.Date, rel.Until, rel.To.Pos}
	if slices.ContainsFunc(r.declared[x], declared.same) {
		return
	}
	r.declared[x] = append(r.declared[x], declared)
	if to.Entry != nil {
		declared.Other = Reference{External: x}
		to.Entry.Inverse = append(to.Entry.Inverse, declared)
	}
}
