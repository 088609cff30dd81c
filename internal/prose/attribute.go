package prose

import (
	"bytes"
	"regexp"

	"planpress/internal/diag"
)

var ruleAttribute = &diag.Rule{
	Code: "P129", Name: "attribute-text", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Thuộc tính {…} hiện ra như chữ",
		EN: "Attributes {…} are shown as text",
	},
	Why: diag.Text{
		VI: "Một số công cụ khác cho đặt mã hay kiểu bằng {#ma} hoặc {.kieu}; ở đây người đọc thấy nguyên các dấu ngoặc. Xóa đi: địa chỉ của đề mục được làm từ chữ của nó, hình thức do giao diện lo. Ghi được ngôn ngữ, [Annual Report]{lang=en}, và dấu {tasks}, {targets} ở cuối đề mục của bảng nhiệm vụ, chỉ tiêu.",
		EN: "Other tools take {#id} or {.class} for attributes; here readers see the braces. Leave them out: a heading's address is made of its text, and the theme takes care of the looks. What can be given is a language, [Annual Report]{lang=en}, and the marks {tasks} and {targets} at the end of the heading of such a table.",
	},
	Bad: "## Mục tiêu {#muc-tieu}", Good: "## Mục tiêu",
}

var attributes = regexp.MustCompile(`\{:?[ \t]*(?:[#.][\p{L}\d_-]+|[A-Za-z-]+=[^{}\s]+)(?:[ \t]+[^{}]*)?\}`)

// checkAttributes reports what is written as attributes in a text.
func (w *writer) checkAttributes(s []byte, offset int) {
	if bytes.IndexByte(s, '{') < 0 {
		return
	}
	for _, m := range attributes.FindAllIndex(s, -1) {
		if !isEscaped(s, m[0]) {
			w.reportAttributes(s[m[0]:m[1]], offset+m[0])
			return
		}
	}
}

func (w *writer) reportAttributes(s []byte, offset int) {
	hint := diag.T(`xóa phần đó; nếu đúng là chữ cho người đọc, gõ \{`, `leave it out; if it is text for readers, type \{`)
	if w.inHeading {
		hint = diag.T("xóa phần đó: địa chỉ của đề mục được làm từ chữ của nó", "leave it out: a heading's address is made of its text")
	}
	w.find(ruleAttribute, offset, diag.T("“%s” hiện ra như chữ", "“%s” is shown as text", excerpt(string(s))), hint)
}
