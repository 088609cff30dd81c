package matrix

import (
	"slices"
	"strconv"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var ruleNoTable = &diag.Rule{
	Code: "P274", Name: "table-missing", Severity: diag.Error,
	Title: diag.T("Không có bảng hoặc tệp nhiệm vụ, chỉ tiêu ở nơi đã ghi", "No table or file of tasks or targets where one is named"),
	Why: diag.T("Đề mục đánh dấu {tasks} hay {targets} cần một bảng ngay dưới nó; tên tệp CSV cần đúng tệp trong thư mục cùng tên với văn bản.",
		"A heading marked {tasks} or {targets} needs a table right below it; the name of a CSV file needs that file in the folder named like the document."),
	Bad: "## Nhiệm vụ {tasks}\n\nCác nhiệm vụ như sau.", Good: "## Nhiệm vụ {tasks}\n\n| Nhiệm vụ | Chủ trì |\n|---|---|\n| Rà soát | Văn phòng |",
}

// Add reads the table of a document's own text into it.
func Add(doc *plan.Document, k Kind, head RawRow, lines []RawRow) []diag.Finding {
	var f findings
	f.table(doc, k, head, lines)
	return f
}

// NoTable is the finding of a heading that is marked, and has no table.
func NoTable(at source.Pos) diag.Finding {
	return ruleNoTable.At(at, diag.T("không có bảng ngay dưới đề mục này", "there is no table right below this heading")).
		WithHint(diag.T("đặt bảng ngay dưới đề mục, hoặc bỏ dấu {…}", "put the table right below the heading, or leave out the {…}"))
}

// table adds targets or tasks to a document.
func (f *findings) table(doc *plan.Document, k Kind, head RawRow, lines []RawRow) {
	cols, ok := f.columnsWith(k, head, Name)
	if !ok {
		return
	}
	if len(lines) > 0 && numbersColumns(lines[0]) {
		lines = lines[1:]
	}
	targets, tasks := len(doc.Targets), len(doc.Tasks)
	hasParent := false
	for _, c := range cols {
		hasParent = hasParent || c.field == Parent
	}
	var newTargets []plan.Target
	var newTasks []plan.Task
	for _, r := range f.rows(cols, lines) {
		if k == Targets {
			t, ok, more := Target(r.Row, r.stages...)
			if *f = append(*f, more...); ok {
				newTargets = append(newTargets, t)
			}
			continue
		}
		t, ok, more := Task(r.Row)
		if *f = append(*f, more...); ok {
			newTasks = append(newTasks, t)
		}
		for i := range r.stages { // only targets have further rows of one id
			f.named(&r.stages[i])
		}
	}
	doc.Targets, doc.Tasks = slices.Concat(doc.Targets, newTargets), slices.Concat(doc.Tasks, newTasks) // without the room that appending leaves
	number(doc, !hasParent, targets, tasks)
}

// numbersColumns reports whether a row, as the annexes of plans have it below
// the names of the columns, only counts these: (1) (2) (3), or A B 1 2.
func numbersColumns(row RawRow) bool {
	next := 1
	for _, c := range row.Cells {
		text := strings.TrimSuffix(strings.TrimPrefix(c.Text, "("), ")")
		switch {
		case text == strconv.Itoa(next):
			next++
		case next > 1 || len(text) != 1 || text[0] < 'A' || text[0] > 'C':
			return false
		}
	}
	return next > 2
}

// columnsWith reads the names of the columns, one of which must be there.
func (f *findings) columnsWith(k Kind, head RawRow, need Field) ([]column, bool) {
	cols := f.header(k, head)
	for _, c := range cols {
		if c.field == need {
			return cols, true
		}
	}
	name := columns[k][0].heads[0]
	for _, c := range columns[k] {
		if c.Field == need {
			name = c.heads[0]
		}
	}
	f.add(ruleUnreadable, head.Pos(), diag.T("bảng không có cột “%s”", "the table has no column “%s”", name),
		diag.T("hàng đầu của bảng là tên các cột; đặt tên cột này là “%s”", "the first row holds the names of the columns; call this one “%s”", name))
	return nil, false
}
