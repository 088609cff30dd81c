package matrix

import (
	"slices"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
	"planpress/internal/suggest"
)

var ruleUnknownItem = &diag.Rule{
	Code: "P276", Name: "item-unknown", Severity: diag.Error,
	Title: diag.T("Mã không thuộc nhiệm vụ hay chỉ tiêu nào của văn bản", "An id of no task or target of the document"),
	Why: diag.T("Cập nhật của một mã không có thì không hiện ở đâu; nhiệm vụ phục vụ một chỉ tiêu không có thì không đếm được. Sửa mã, hoặc thêm nhiệm vụ, chỉ tiêu còn thiếu.",
		"An update of an id that nothing has is shown nowhere, and a task that serves no known target cannot be counted. Mend the id, or add what is missing."),
	Bad: "cập nhật của nv-99", Good: "cập nhật của nv-09",
}

func (f *findings) unknownItem(r *Row, field Field, id string, index map[string]place) {
	f.unknownID(r.at(field), id, index, anyKind)
}

// wanted says of what kind the row must be that an id names.
type wanted uint8

const (
	anyKind wanted = iota
	aTarget
	aTask
)

func (w wanted) is(p place) bool { return w == anyKind || (w == aTarget) == p.target }

func (f *findings) unknownID(at source.Pos, id string, index map[string]place, kind wanted) {
	if p, known := index[id]; known && !kind.is(p) {
		message := diag.T("“%s” là mã của một nhiệm vụ; ở đây cần mã của một chỉ tiêu", "“%s” is the id of a task; a target's is needed here", shorten(id))
		if kind == aTask {
			message = diag.T("“%s” là mã của một chỉ tiêu; ở đây cần mã của một nhiệm vụ", "“%s” is the id of a target; a task's is needed here", shorten(id))
		}
		f.add(ruleUnknownItem, at, message, diag.T("kiểm tra mã và tên cột", "check the id, and the name of the column"))
		return
	}
	hint := diag.T("dùng mã ở cột Mã của bảng nhiệm vụ, chỉ tiêu", "use an id from the tables of tasks and targets")
	if near := f.nearID(id, index, kind); near != "" {
		hint = diag.T("có phải bạn muốn viết “%s”?", "did you mean “%s”?", near)
	}
	message := diag.T("không có nhiệm vụ hay chỉ tiêu nào mã “%s”", "no task or target has the id “%s”", shorten(id))
	if id == "" {
		message = diag.T("dòng này không ghi mã nhiệm vụ hay chỉ tiêu", "this row names no task or target")
	}
	f.add(ruleUnknownItem, at, message, hint)
}

// mostHints bounds the looking for ids that were meant: where this many are
// wrong, none was mistyped.
const mostHints = 100

// nearID gives the id that was meant, "" where none is near.
func (f *findings) nearID(id string, index map[string]place, kind wanted) string {
	told := 0
	for i := range *f {
		if (*f)[i].Rule == ruleUnknownItem {
			told++
		}
	}
	if told > mostHints {
		return ""
	}
	names := make([]string, 0, len(index))
	for name, p := range index {
		if kind.is(p) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return suggest.Nearest(shorten(id), names)
}

// references looks up the ids by which tasks and targets name one another.
func (f *findings) references(doc *plan.Document, index map[string]place) {
	check := func(at plan.Spot, id string, kind wanted) {
		if p, ok := index[id]; id != "" && (!ok || !kind.is(p)) {
			f.unknownID(at.Pos(), id, index, kind)
		}
	}
	for i := range doc.Targets {
		check(doc.Targets[i].Spot, doc.Targets[i].Parent, aTarget)
	}
	for i := range doc.Tasks {
		t := &doc.Tasks[i]
		rest := t.More()
		check(t.Spot, rest.Parent, aTask)
		for _, id := range rest.Serves {
			check(t.Spot, id, aTarget)
		}
		for _, id := range rest.Requires {
			check(t.Spot, id, aTask)
		}
	}
}
