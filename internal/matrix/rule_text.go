package matrix

import (
	"unicode"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/source"
)

var ruleText = &diag.Rule{
	Code: "P264", Name: "cell-text", Severity: diag.Error,
	Title: diag.T("Ô quá dài hoặc có ký tự lạ", "A cell that is too long or has characters of control"),
	Why: diag.T("Mỗi ô dài nhất 2.000 ký tự. Ký tự điều khiển và ký tự đảo chiều chữ làm người đọc hiểu sai. Rút gọn, hoặc gõ lại ô này.",
		"A cell has at most 2,000 characters. Control characters and marks that reverse text mislead readers. Shorten the cell, or type it anew."),
}

const longestCell = 2000

// texts looks at the text of each cell of a row.
func (f *findings) texts(r *Row) {
	for i := range r.Cells {
		c := &r.Cells[i]
		if plain(c.Text) {
			continue
		}
		at := source.Pos{File: r.File, Line: int(c.Line), Column: int(c.Column)}
		if bad := control(c.Text); bad != 0 {
			f.add(ruleText, at, diag.T("ô có ký tự điều khiển U+%04X", "the cell holds the control character U+%04X", bad),
				diag.T("gõ lại ô này, đừng chép dán", "type the cell anew rather than pasting it"))
		}
		if n := utf8.RuneCountInString(c.Text); n > longestCell {
			f.add(ruleText, at, diag.T("ô dài %d ký tự; nhiều nhất là %d", "the cell has %d characters; at most %d are allowed", n, longestCell),
				diag.T("rút gọn, phần còn lại để trong nội dung văn bản", "shorten it, and leave the rest to the document's text"))
		}
	}
}

func plain(s string) bool { return len(s) <= longestCell && control(s) == 0 }

func control(s string) rune {
	for _, c := range s {
		if unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) || c == '\u2028' || c == '\u2029' || c == utf8.RuneError {
			return c
		}
	}
	return 0
}
