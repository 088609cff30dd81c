package matrix

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleTwice = &diag.Rule{
	Code: "P275", Name: "item-id-twice", Severity: diag.Error,
	Title: diag.T("Hai nhiệm vụ hoặc chỉ tiêu cùng mã", "Two tasks or targets with one id"),
	Why: diag.T("Cập nhật, địa chỉ và tệp dữ liệu gọi mỗi nhiệm vụ, chỉ tiêu bằng mã; hai việc cùng mã thì không biết cập nhật nói về việc nào. Trong một văn bản, nhiệm vụ và chỉ tiêu cũng không dùng chung mã.",
		"Updates, addresses and data call each task and target by its id; with one id for two nobody knows which is meant. Within a document, tasks and targets share no id either."),
	Bad: "mã nv-01 ở hai hàng", Good: "nv-01, nv-02",
}

// place says which target or task of a document an id is.
type place struct {
	target bool
	index  int
}

// ids gives ids to what has none, and finds everything by them. Of two with one
// id the first is found.
func (f *findings) ids(doc *plan.Document) map[string]place {
	number(doc, false, 0, 0)
	index := make(map[string]place, len(doc.Targets)+len(doc.Tasks))
	lines := make(map[string]plan.Spot, len(doc.Targets)+len(doc.Tasks))
	add := func(id string, at plan.Spot, p place) {
		if _, taken := index[id]; taken {
			f.add(ruleTwice, at.Pos(), diag.T("mã “%s” đã dùng ở %s", "the id “%s” is already used at %s", id, lines[id].Pos()),
				diag.T("đặt mã khác cho một trong hai", "give one of the two another id"))
			return
		}
		index[id], lines[id] = p, at
	}
	for i := range doc.Targets {
		add(doc.Targets[i].ID, doc.Targets[i].Spot, place{true, i})
	}
	for i := range doc.Tasks {
		add(doc.Tasks[i].ID, doc.Tasks[i].Spot, place{false, i})
	}
	return index
}
