package frontmatter

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/matrix"
	"planpress/internal/plan"
)

// tracked is a target or a task as it is read: its own row, and the rows of
// the lists within it.
type tracked struct {
	matrix.Row
	stages  []matrix.Row // further goals of a target
	reports []matrix.Row // actuals; updates and reschedules
}

// cells makes a row's fields of the columns of its kind, so that front matter
// and files have the same ones. Only the fields named are taken; without a name,
// all.
func cells[T any](k matrix.Kind, row func(*T) *matrix.Row, required matrix.Field, only ...matrix.Field) []field[T] {
	var out []field[T]
	for _, c := range matrix.Columns(k) {
		if len(only) > 0 && !has(only, c.Field) {
			continue
		}
		out = append(out, field[T]{
			Field{Name: c.Key, Aliases: c.Aliases, Required: c.Field == required, Doc: c.Doc, Example: c.Example},
			cell(c.Field, row)})
	}
	return out
}

func has(list []matrix.Field, f matrix.Field) bool {
	for _, x := range list {
		if x == f {
			return true
		}
	}
	return false
}

// cell binds a text, or several that are joined as in a file.
func cell[T any](f matrix.Field, row func(*T) *matrix.Row) binding[T] {
	return binding[T]{
		read: func(r *reader, into *T, n *yaml.Node, at string) bool {
			text, ok := texts.read(r, n, at)
			if ok {
				to := row(into)
				to.Cells = append(to.Cells, matrix.Cell{Field: f, Text: strings.Join(strings.Fields(text), " "), Line: int32(n.Line), Column: int32(n.Column)})
			}
			return ok
		},
		schema: texts.schema,
	}
}

var oneText = text(2000)

// texts is one text, or several that are joined.
var texts = shape[string]{
	read: func(r *reader, n *yaml.Node, at string) (string, bool) {
		if n.Kind != yaml.SequenceNode {
			return oneText.read(r, n, at)
		}
		return strings.Join(items(r, n, at, oneText), "; "), true
	},
	schema: object{"anyOf": []any{object{"type": []string{"string", "number", "boolean"}}, listSchema(oneText.schema, 50, false)}},
}

// rowOf makes a shape of rows of a table of fields, with the place of each.
func rowOf(t *fields[matrix.Row]) shape[matrix.Row] {
	return shape[matrix.Row]{
		read: func(r *reader, n *yaml.Node, at string) (row matrix.Row, ok bool) {
			row.Spot = r.spot(n)
			ok = t.read(r, n, &row, at)
			return row, ok
		},
		schema: t.schema(),
	}
}

func (r *reader) spot(n *yaml.Node) plan.Spot {
	return plan.Spot{File: r.file.Path, Line: int32(n.Line), Column: int32(n.Column)}
}

func ownRow(r *matrix.Row) *matrix.Row { return r }

var (
	goalTable = table(want{diag.T("một mốc của chỉ tiêu", "a goal of a target"), `{value: "≥ 95%", by: "2026"}`},
		cells(matrix.Targets, ownRow, matrix.Value, matrix.Value, matrix.Deadline, matrix.Scope)...)
	actualTable = table(want{diag.T("một số liệu của chỉ tiêu", "a value of a target"), `{date: 2026-03-31, period: Quý I/2026, value: "96,4%"}`},
		cells(matrix.Updates, ownRow, matrix.Date, matrix.Date, matrix.Period, matrix.Value, matrix.Verified, matrix.Text, matrix.Evidence, matrix.By)...)
	updateTable = table(want{diag.T("một lần cập nhật", "an update"), `{date: 2026-03-31, status: in-progress, text: Đã trình dự thảo}`},
		cells(matrix.Updates, ownRow, matrix.Date, matrix.Date, matrix.Period, matrix.Status, matrix.Progress, matrix.Text, matrix.Evidence, matrix.By)...)
	rescheduleTable = table(want{diag.T("một lần điều chỉnh thời hạn", "a moved deadline"), `{date: 2026-05-15, to: Quý IV/2026, reason: Chờ hướng dẫn của tỉnh}`},
		append(append(cells(matrix.Updates, ownRow, matrix.Date, matrix.Date), cells(matrix.Updates, ownRow, matrix.To, matrix.To)...),
			field[matrix.Row]{Field{Name: "reason", Aliases: []string{"ly_do"}, Doc: diag.T("Vì sao điều chỉnh.", "Why it was moved."), Example: "Chờ hướng dẫn của tỉnh"},
				cell(matrix.Text, ownRow)})...)
)

// within binds a list of rows of a target or a task.
func within(name, alias string, doc diag.Text, example string, t *fields[matrix.Row], to func(*tracked) *[]matrix.Row) field[tracked] {
	all := list(rowOf(t), matrix.MostRows, false)
	return field[tracked]{Field{Name: name, Aliases: []string{alias}, Doc: doc, Example: example}, binding[tracked]{
		read: func(r *reader, into *tracked, n *yaml.Node, at string) bool {
			rows, ok := all.read(r, n, at)
			*to(into) = append(*to(into), rows...)
			return ok
		},
		schema: all.schema,
	}}
}

func trackedRow(t *tracked) *matrix.Row { return &t.Row }

func stagesOf(t *tracked) *[]matrix.Row  { return &t.stages }
func reportsOf(t *tracked) *[]matrix.Row { return &t.reports }

var targetTable = table(want{diag.T("một chỉ tiêu", "a target"), `{name: Hồ sơ đúng hạn, value: "≥ 95%", by: "2026"}`},
	append(cells(matrix.Targets, trackedRow, matrix.Name),
		within("goals", "cac_moc", diag.T("Các mốc tiếp theo.", "Further goals."), "\n  - {value: \"≥ 98%\", by: \"2030\"}", goalTable, stagesOf),
		within("actuals", "so_lieu", diag.T("Giá trị đạt được từng kỳ; chỉ viết thêm.", "The values that were reached; only ever added to."),
			"\n  - {date: 2026-03-31, period: Quý I/2026, value: \"96,4%\"}", actualTable, reportsOf))...)

var taskTable = table(want{diag.T("một nhiệm vụ", "a task"), "{name: Rà soát thủ tục, lead: Văn phòng, deadline: Quý II/2026}"},
	append(cells(matrix.Tasks, trackedRow, matrix.Name),
		within("updates", "cap_nhat", diag.T("Các lần cập nhật; chỉ viết thêm.", "Updates; only ever added to."),
			"\n  - {date: 2026-03-31, status: in-progress, text: Đã trình dự thảo}", updateTable, reportsOf),
		within("reschedules", "dieu_chinh", diag.T("Các lần điều chỉnh thời hạn; thời hạn đầu giữ nguyên.", "Moved deadlines; the first one stays as it is."),
			"\n  - {date: 2026-05-15, to: Quý IV/2026, reason: Chờ hướng dẫn của tỉnh}", rescheduleTable, reportsOf))...)

// trackedItem makes a shape of a table of targets or tasks, with the place of
// each.
func trackedItem(t *fields[tracked]) shape[tracked] {
	return shape[tracked]{
		read: func(r *reader, n *yaml.Node, at string) (item tracked, ok bool) {
			item.Spot = r.spot(n)
			ok = t.read(r, n, &item, at)
			return item, ok
		},
		schema: t.schema(),
	}
}

var (
	targetList = list(trackedItem(targetTable), matrix.MostRows, false)
	taskList   = list(trackedItem(taskTable), matrix.MostRows, false)
)

func readTargets(r *reader, doc *plan.Document, n *yaml.Node, at string) bool {
	all, ok := targetList.read(r, n, at)
	var made []plan.Target
	for _, item := range all {
		t, ok, found := matrix.Target(item.Row, item.stages...)
		for _, row := range item.reports {
			found = append(found, matrix.Reached(&t, row)...)
		}
		if r.addAll(found); ok {
			made = append(made, t)
		}
	}
	doc.Targets = slices.Concat(doc.Targets, made)
	return ok
}

func readTasks(r *reader, doc *plan.Document, n *yaml.Node, at string) bool {
	all, ok := taskList.read(r, n, at)
	var made []plan.Task
	for _, item := range all {
		t, ok, found := matrix.Task(item.Row)
		for _, row := range item.reports {
			found = append(found, matrix.Report(&t, row)...)
		}
		if r.addAll(found); ok {
			made = append(made, t)
		}
	}
	doc.Tasks = slices.Concat(doc.Tasks, made)
	return ok
}

func (r *reader) addAll(found []diag.Finding) {
	for _, f := range found {
		r.add(f)
	}
}

// fileTable is a file beside the document in place of a list.
var fileTable = table(want{diag.T("một tệp CSV", "a CSV file"), "{file: nhiem-vu.csv}"},
	field[string]{Field{Name: "file", Aliases: []string{"tep"}, Required: true, Doc: diag.T("Tệp trong thư mục cùng tên với văn bản.", "A file in the folder named like the document."), Example: "nhiem-vu.csv"},
		bind(dataFile, func(s *string) *string { return s })})

// dataFile is the name of a CSV file in the document's own folder.
var dataFile = shape[string]{
	read: func(r *reader, n *yaml.Node, at string) (string, bool) {
		name, ok := attachedFile.read(r, n, at)
		if ok && !strings.HasSuffix(strings.ToLower(name), ".csv") {
			r.add(ruleValue.At(r.pos(n), diag.T("%s cần một tệp .csv, nhưng đây là “%s”", "%s needs a .csv file, but this is %q", at, shorten(name, 60))).
				WithHint(diag.T("xuất bảng tính ra dạng “CSV UTF-8”", "export the spreadsheet as \"CSV UTF-8\"")))
			return "", false
		}
		return name, ok
	},
	schema: attachedFile.schema,
}

// listOrFile binds a list of rows, or the file that they are in.
func listOrFile(read func(*reader, *plan.Document, *yaml.Node, string) bool, rows object, file func(*plan.Document) *string) binding[plan.Document] {
	schemas := []any{dataFile.schema, fileTable.schema()}
	if rows != nil {
		schemas = append(schemas, rows)
	}
	return binding[plan.Document]{
		read: func(r *reader, doc *plan.Document, n *yaml.Node, at string) bool {
			switch {
			case n.Kind == yaml.MappingNode:
				return fileTable.read(r, n, file(doc), at)
			case n.Kind == yaml.SequenceNode && read != nil:
				return read(r, doc, n, at)
			}
			name, ok := dataFile.read(r, n, at)
			*file(doc) = name
			return ok
		},
		schema: object{"anyOf": schemas},
	}
}
