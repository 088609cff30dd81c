package prose

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"planpress/internal/diag"
)

var ruleAlmost = &diag.Rule{
	Code: "P128", Name: "almost-markup", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Dòng trông như đề mục, danh sách hay bảng nhưng chỉ là chữ thường",
		EN: "A line looks like a heading, a list or a table but is plain text",
	},
	Why: diag.Text{
		VI: "Chữ chép từ Word hay thiếu dấu cách sau #, 1. hay a), dùng dấu • hoặc gạch dài ở đầu dòng, dùng dấu tab thay cho bảng. Markdown không nhận các dấu đó: các dòng dính vào nhau thành một đoạn, và người đọc thấy nguyên dấu. Sửa như gợi ý của từng chỗ; nếu đúng là chữ thường thì gõ \\ trước dấu đầu dòng, hoặc tách các dòng bằng dòng trống.",
		EN: "Text copied from Word often has no space behind #, 1. or a), begins its items with • or a long dash, or has tabs instead of a table. Markdown does not know these: the lines run together in one paragraph, and readers see the signs. Mend each as its hint says; if plain text is meant, type \\ before the sign, or divide the lines with blank ones.",
	},
	Source: "CommonMark 0.31.2, 4.2 and 5.2; GFM 0.29, 4.10",
	Bad:    "##Mục tiêu", Good: "## Mục tiêu",
}

// An almost is a place where a text is almost markup.
type almost struct {
	offset        int
	message, hint diag.Text
}

// checkAlmost reports the first line of a paragraph that was likely meant as
// markup: one mended, the others of its kind are seen by its author.
func (w *writer) checkAlmost(p ast.Node) {
	lines := p.Lines()
	tab := -1
	for i := range lines.Len() {
		line, start := w.lineAt(lines, i)
		if len(line) == 0 {
			continue
		}
		if lines.Len() > 1 {
			if at := bytes.IndexByte(line, '\t'); at >= 0 && tab >= 0 {
				w.findAlmost(almostTabs(tab))
				return
			} else if at >= 0 {
				tab = start + at
			}
		}
		found, ok := almostSign(line)
		found.offset = start
		if !ok && i+1 < lines.Len() {
			next, _ := w.lineAt(lines, i+1)
			if found, ok = almostItems(line, next); ok {
				found.offset = start
			} else {
				found, ok = w.almostTable(lines, i)
			}
		}
		if ok {
			w.findAlmost(found)
			return
		}
	}
}

func (w *writer) findAlmost(a almost) { w.find(ruleAlmost, a.offset, a.message, a.hint) }

// almostSign recognises a line whose sign lacks the space behind it. Its
// offset is that of the line.
func almostSign(line []byte) (almost, bool) {
	switch b := line[0]; {
	case b == '#':
		signs := len(line) - len(bytes.TrimLeft(line, "#"))
		if signs > 6 || !beginsWord(line[signs:]) {
			return almost{}, false
		}
		return almost{
			message: diag.T("“%s” không thành đề mục vì thiếu dấu cách sau #", "“%s” is no heading, because there is no space behind #", excerpt(string(line))),
			hint:    diag.T(`viết “%[1]s …”; nếu chỉ là chữ, gõ \# ở đầu dòng`, `write “%[1]s …”; if it is plain text, type \# at the beginning`, line[:signs]),
		}, true
	case b >= '0' && b <= '9':
		digits := len(line) - len(bytes.TrimLeft(line, "0123456789"))
		if digits > 9 || digits == len(line) || (line[digits] != '.' && line[digits] != ')') || !beginsWord(line[digits+1:]) {
			return almost{}, false
		}
		return withoutSpace(line, digits+1), true
	}
	letter, size := utf8.DecodeRune(line)
	if len(line) > size && line[size] == ')' && strings.ContainsRune(pointLetters, letter) && beginsWord(line[size+1:]) {
		return withoutSpace(line, size+1), true
	}
	return almost{}, false
}

func withoutSpace(line []byte, mark int) almost {
	return almost{
		message: diag.T("“%[1]s” không thành mục của danh sách vì thiếu dấu cách sau “%[2]s”", "“%[1]s” is no item of a list, because there is no space behind “%[2]s”", excerpt(string(line)), line[:mark]),
		hint:    diag.T("viết “%s …”; nếu ngay trên đó là chữ thường thì để một dòng trống ở giữa", "write “%s …”; with plain text right above it, leave a blank line between them", line[:mark]),
	}
}

// almostItems recognises two lines that begin as the items of a list do
// elsewhere, but not in Markdown: with • or –, or with a - that touches the
// text. One such line alone may well be a sentence.
func almostItems(line, next []byte) (almost, bool) {
	sign := itemSign(line)
	if sign == 0 || itemSign(next) == 0 {
		return almost{}, false
	}
	text := excerpt(string(line))
	if sign == '-' || sign == '+' {
		return almost{
			message: diag.T("“%[1]s” không thành mục của danh sách vì thiếu dấu cách sau %[2]c", "“%[1]s” is no item of a list, because there is no space behind %[2]c", text, sign),
			hint:    diag.T("viết “%c …” ở đầu mỗi mục", "write “%c …” at the beginning of each item", sign),
		}, true
	}
	return almost{
		message: diag.T("“%[1]s” không thành mục của danh sách vì Markdown không nhận dấu %[2]c", "“%[1]s” is no item of a list, because %[2]c is no sign of Markdown", text, sign),
		hint:    diag.T("thay dấu %c ở đầu mỗi mục bằng “- ” (gạch nối và dấu cách)", "begin each item with “- ” (a hyphen and a space) instead of %c", sign),
	}, true
}

// itemSign gives the sign that a line begins with like an item; 0 for none.
func itemSign(line []byte) rune {
	sign, size := utf8.DecodeRune(line)
	switch sign {
	case '-', '+':
		if beginsWord(line[size:]) {
			return sign
		}
	case '•', '·', '–', '—', '●', '○', '▪', '■', '◦', '\uf0b7': // the last is Word's bullet
		if behind, _ := utf8.DecodeRune(line[size:]); unicode.IsSpace(behind) || unicode.IsLetter(behind) {
			return sign
		}
	}
	return 0
}

func beginsWord(s []byte) bool {
	r, _ := utf8.DecodeRune(s)
	return unicode.IsLetter(r)
}

// lineAt gives a line of a block without the white space around it, and where
// it begins.
func (w *writer) lineAt(lines *text.Segments, i int) ([]byte, int) {
	s := lines.At(i)
	whole := w.src[s.Start:s.Stop]
	line := bytes.TrimLeft(whole, " \t\r\n")
	return bytes.TrimRight(line, " \t\r\n"), s.Start + len(whole) - len(line)
}
