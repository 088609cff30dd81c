package matrix

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// MostRows bounds the rows of one file, MostColumns the cells of one row.
const (
	MostRows    = 5000
	MostColumns = 100
)

var ruleUnreadable = &diag.Rule{
	Code: "P272", Name: "table-unreadable", Severity: diag.Error,
	Title: diag.T("Bảng không đọc được", "A table that cannot be read"),
	Why: diag.T("Dấu nháy kép mở mà không đóng làm các hàng dính vào nhau; thiếu hàng tên cột hoặc cột tên thì không biết ô nào là gì. Xuất lại tệp từ phần mềm bảng tính ở dạng “CSV UTF-8”.",
		"A quote that is not closed runs rows together; without the row of names, or the column of names, nobody knows what the cells are. Export the file anew as \"CSV UTF-8\"."),
	Source: "RFC 4180",
	Bad:    "STT,Nhiệm vụ\n1,\"Rà soát thủ tục", Good: "STT,Nhiệm vụ\n1,\"Rà soát thủ tục\"",
}

// readCSV takes a CSV file apart: the row of names, and those below it.
func (f *findings) readCSV(k Kind, file *source.File) (head RawRow, lines []RawRow, ok bool) {
	text := string(file.Data)
	skipped := 0
	if rest, cut := strings.CutPrefix(text, "sep="); cut { // Excel's word for the sign
		if _, text, cut = strings.Cut(rest, "\n"); cut {
			skipped = 1
		}
	}
	in := csvFile{path: file.Path, lines: strings.Split(text, "\n"), skipped: skipped, r: csvReader(text, separator(k, text))}
	r := in.r
	for {
		cells, err := r.Read()
		if err != nil {
			if err != io.EOF {
				f.unreadable(in, err)
			}
			return head, lines, head.Cells != nil && err == io.EOF
		}
		row := in.row(cells)
		if len(cells) > MostColumns || len(lines) == MostRows && !empty(row) {
			f.add(ruleUnreadable, row.Pos(), diag.T("tệp có hơn %d hàng hoặc hơn %d cột", "the file has more than %d rows or %d columns", MostRows, MostColumns),
				diag.T("chia thành nhiều kế hoạch", "split it into several plans"))
			return head, nil, false
		}
		switch {
		case empty(row):
		case head.Cells == nil:
			head = row
			in.name(k, head)
		default:
			f.cells(head, row)
			lines = append(lines, row)
		}
	}
}

func (f *findings) unreadable(in csvFile, err error) {
	at := source.Pos{File: in.path}
	var broken *csv.ParseError
	message := diag.T("tệp không phải là CSV", "the file is not CSV")
	if errors.As(err, &broken) {
		at.Line = broken.StartLine + in.skipped
		message = diag.T("dấu nháy kép ở hàng này không khớp (hàng %d, cột %d)", "the quotes of this row do not match (line %d, column %d)", broken.Line+in.skipped, broken.Column)
	}
	f.add(ruleUnreadable, at, message, diag.T("mỗi dấu nháy trong ô viết hai lần, và cả ô trong dấu nháy kép: \"Đề án \"\"Một cửa\"\"\"",
		"write each quote within a cell twice, and the whole cell in quotes: \"Đề án \"\"Một cửa\"\"\""))
}

// csvFile knows where the cells of a CSV file are.
type csvFile struct {
	path    string
	lines   []string
	skipped int // lines before those that r reads
	r       *csv.Reader
	fields  []Field // of the columns, once their names are read
}

func (in *csvFile) name(k Kind, head RawRow) {
	for _, c := range head.Cells {
		in.fields = append(in.fields, columnOf(k, c.Text).field)
	}
}

// row gives the cells of the row that was just read.
func (in *csvFile) row(cells []string) RawRow {
	out := RawRow{Cells: make([]Cell, len(cells))}
	for i, text := range cells {
		line, col := in.r.FieldPos(i)
		before := in.lines[line-1]
		field := Field(0)
		if i < len(in.fields) {
			field = in.fields[i]
		}
		out.Cells[i] = Cell{Text: cellText(text, field), Line: int32(line + in.skipped), Column: int32(utf8.RuneCountInString(before[:min(col-1, len(before))]) + 1)}
	}
	out.Spot = plan.Spot{File: in.path, Line: out.Cells[0].Line, Column: 1}
	return out
}

func empty(row RawRow) bool {
	for _, c := range row.Cells {
		if c.Text != "" {
			return false
		}
	}
	return true
}

func (row RawRow) at(c Cell) source.Pos {
	return source.Pos{File: row.File, Line: int(c.Line), Column: int(c.Column)}
}
