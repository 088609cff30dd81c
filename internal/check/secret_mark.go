package check

import (
	"strings"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var ruleSecretMark = &diag.Rule{
	Code: "P071", Name: "secret-mark", Severity: diag.Error,
	Title: diag.T("Có dấu chỉ độ mật hoặc lưu hành nội bộ", "A mark of secrecy or of internal circulation"),
	Why: diag.T("Văn bản mật và văn bản lưu hành nội bộ không được đăng công khai. Hãy đưa tệp ra khỏi content/ ngay và hỏi người ký; nếu văn bản không mật, bỏ dấu đó.",
		"Secret documents and those for internal circulation must not be published. Take the file out of content/ at once and ask who signed it; if it is not secret, remove the mark."),
	Source: "Decree 30/2020/NĐ-CP, App. I.III.2; Law 104/2016/QH13, Art. 6",
	Bad:    "title: \"Kế hoạch kiểm tra (MẬT)\"",
	Good:   "title: \"Kế hoạch kiểm tra\"",
}

// secretMarks are in small letters, in normal form C.
var secretMarks = map[string]bool{
	"mật": true, "tối mật": true, "tuyệt mật": true, "tài liệu mật": true, "văn bản mật": true,
	"lưu hành nội bộ": true, "chỉ lưu hành nội bộ": true, "tài liệu lưu hành nội bộ": true, "không phổ biến": true,
}

// longestMark is the length of the longest mark in bytes; capitals have as many.
const longestMark = len("tài liệu lưu hành nội bộ")

// secretMark looks at the title, the summary and the recipients, and Headings at
// the headings: a mark stands by itself there, as a whole, first in brackets, or in capitals
// between signs. “Bí mật” inside a sentence is none.
func secretMark(d *plan.Document, _ Context) []diag.Finding {
	out := markIn(d.Title, d.At("title"))
	out = append(out, markIn(d.Summary, d.At("summary"))...)
	for _, r := range d.Recipients {
		out = append(out, markIn(r, d.At("recipients"))...)
	}
	return out
}

// Headings finds marks of secrecy in the headings of a body.
func Headings(outline []plan.Heading) (out []diag.Finding) {
	for _, h := range outline {
		out = append(out, markIn(h.Text, h.Pos)...)
	}
	return out
}

func markIn(text string, at source.Pos) []diag.Finding {
	opens := false // a bracket stands before the part
	for rest := text; rest != ""; {
		part, sign := rest, ""
		if i := strings.IndexFunc(rest, isBreak); i >= 0 {
			_, n := utf8.DecodeRuneInString(rest[i:])
			part, sign = rest[:i], rest[i:i+n]
		}
		rest = rest[len(part)+len(sign):]
		part = strings.TrimSpace(part)
		if len(part) <= longestMark && secretMarks[strings.ToLower(part)] && (opens || standsOut(part, text)) {
			return one(ruleSecretMark.At(at, diag.T(
				"có dấu “%s”: văn bản này không được đăng công khai", "it is marked \"%s\": this document must not be published", part)).WithHint(diag.T(
				"đưa tệp ra khỏi content/ ngay; nếu văn bản không mật, bỏ dấu này", "take the file out of content/ at once; if the document is not secret, remove the mark")))
		}
		opens = sign == "(" || sign == "[" || opens && part == ""
	}
	return nil
}

// standsOut reports whether a part of a text is set off as marks are, in
// capitals or alone. Honey (mật) in a list of goods is not.
func standsOut(part, text string) bool {
	return part == strings.ToUpper(part) || part == strings.Trim(text, " .:*")
}

func isBreak(r rune) bool {
	switch r {
	case '(', ')', '[', ']', '{', '}', ':', ';', '.', ',', '–', '—', '-', '/', '|', '*', '“', '”', '"':
		return true
	}
	return false
}
