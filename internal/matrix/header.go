package matrix

import (
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/suggest"
	"planpress/internal/viet"
)

var ruleColumn = &diag.Rule{
	Code: "P261", Name: "column-unknown", Severity: diag.Warning,
	Title: diag.T("Cột không rõ là gì", "A column that is not known"),
	Why: diag.T("Cột được nhận ra qua tên. Cột có tên lạ không được đọc, nên thông tin trong đó không vào danh sách nhiệm vụ, chỉ tiêu. Sửa lại tên, hoặc chuyển nội dung vào cột Ghi chú.",
		"Columns are known by their names. One with another name is not read, so what is in it is missing from the list of tasks or targets. Mend the name, or move the text to the column Ghi chú."),
	Bad: "STT,Nhiệm vụ,Chủ chì", Good: "STT,Nhiệm vụ,Chủ trì",
}

var ruleColumnTwice = &diag.Rule{
	Code: "P262", Name: "column-twice", Severity: diag.Error,
	Title: diag.T("Hai cột cùng nghĩa", "Two columns of one meaning"),
	Why:   diag.T("Không biết lấy giá trị ở cột nào. Giữ một cột, hoặc đổi tên một trong hai cột.", "Nobody knows which value counts. Keep one of them, or name one of them otherwise."),
	Bad:   "Nhiệm vụ,Thời hạn,Tiến độ", Good: "Nhiệm vụ,Thời hạn",
}

// column is what one column of a table holds.
type column struct {
	field Field  // 0: not read
	year  string // of “Kế hoạch năm 2026”: 2026
}

// heads gives the field of each name that a column of a kind may have.
var heads = func() (out [len(columns)]map[string]Field) {
	for k := range columns {
		out[k] = map[string]Field{}
		for _, c := range columns[k] {
			for _, name := range append(append([]string{c.Key}, c.Aliases...), c.heads...) {
				if _, taken := out[k][headKey(name)]; !taken { // the first column of the table comes first
					out[k][headKey(name)] = c.Field
				}
			}
		}
	}
	return out
}()

// headKey is what spellings of one name have in common.
func headKey(name string) string {
	return strings.Join(strings.FieldsFunc(viet.Fold(name), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9')
	}), " ")
}

// header reads the names of a table's columns.
func (f *findings) header(k Kind, row RawRow) []column {
	out := make([]column, len(row.Cells))
	seen := map[column]int{}
	for i, c := range row.Cells {
		if c.Text == "" {
			continue
		}
		out[i] = columnOf(k, c.Text)
		if out[i].field == 0 {
			if k == Updates && forPeople(c.Text) {
				continue
			}
			if k != Targets || !isResult(c.Text) || hasGoal(k, row) {
				f.unknown(k, row, c)
				continue
			}
			out[i] = column{field: Value}
		}
		if first, twice := seen[out[i]]; twice {
			f.add(ruleColumnTwice, row.at(c), diag.T("cột “%s” và cột “%s” cùng nghĩa", "the columns “%s” and “%s” mean the same",
				shorten(row.Cells[first].Text), shorten(c.Text)), diag.T("giữ một cột; cột sau không được đọc", "keep one of them; the second is not read"))
			out[i] = column{}
			continue
		}
		seen[out[i]] = i
	}
	return out
}

// forPeople reports whether a column of a file of updates is there for those
// who fill it in: the id says what a row is about, and its name is elsewhere.
func forPeople(name string) bool {
	key := headKey(name)
	return heads[Tasks][key] == Name || heads[Targets][key] == Name || heads[Tasks][key] == No
}

// columnOf finds the column that a name means.
func columnOf(k Kind, name string) column {
	key := headKey(name)
	if field, ok := heads[k][key]; ok {
		return column{field: field}
	}
	if before, _, cut := strings.Cut(name, "("); cut { // “Thời hạn (tháng/năm)”
		if field, ok := heads[k][headKey(before)]; ok {
			return column{field: field}
		}
	}
	if k == Targets {
		return yearColumn(key)
	}
	return column{}
}

// yearColumn reads “Kế hoạch năm 2026”, a goal, and “Thực hiện năm 2025”, the
// value before it.
func yearColumn(key string) column {
	words := strings.Fields(key)
	if len(words) == 0 {
		return column{}
	}
	year := words[len(words)-1]
	if len(year) != 4 || strings.Trim(year, "0123456789") != "" {
		return column{}
	}
	before := strings.TrimSuffix(strings.Join(words[:len(words)-1], " "), "nam")
	switch strings.TrimSpace(before) {
	case "", "ke hoach", "kh", "muc tieu", "chi tieu", "muc tieu den", "den", "phan dau", "giao":
		return column{field: Value, year: year}
	case "thuc hien", "ket qua", "uoc thuc hien", "th", "uth", "hien trang", "ket qua thuc hien":
		return column{field: Baseline, year: year}
	}
	return column{}
}

// hasGoal reports whether a column holds what is to be reached. Where none does,
// “Kết quả” of a table of targets is that, as in the annex of the national plan.
func hasGoal(k Kind, row RawRow) bool {
	for _, c := range row.Cells {
		if columnOf(k, c.Text).field == Value {
			return true
		}
	}
	return false
}

func isResult(name string) bool { return headKey(name) == "ket qua" }

func (f *findings) unknown(k Kind, row RawRow, c Cell) {
	message := diag.T("không rõ cột “%s” là gì, nên cột này không được đọc", "nobody knows what the column “%s” is, so it is not read", shorten(c.Text))
	hint := diag.T("dùng một tên như: %s", "use a name such as: %s", strings.Join(usual(k), ", "))
	var names []string
	for _, col := range columns[k] {
		names = append(append(names, col.heads...), col.Key)
	}
	if near := suggest.Nearest(shorten(c.Text), names); near != "" {
		hint = diag.T("có phải bạn muốn viết “%s”?", "did you mean “%s”?", near)
	}
	f.add(ruleColumn, row.at(c), message, hint)
}

// usual lists the first name of each column.
func usual(k Kind) []string {
	var out []string
	for _, c := range columns[k] {
		out = append(out, c.heads[0])
	}
	return out
}

// RawRow is a line of a table, before it is known what its columns are.
type RawRow struct {
	plan.Spot
	Cells []Cell // without a Field
}
