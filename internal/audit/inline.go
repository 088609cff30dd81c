package audit

import (
	"bytes"

	"planpress/internal/diag"
)

var (
	ruleInline = &diag.Rule{Code: "P309", Name: "inline-code", Severity: diag.Error,
		Title: diag.T("Kiểu hoặc mã nằm ngay trong trang", "Style or code inside a page"),
		Why: diag.T("Chính sách bảo mật của trang cấm style, onclick và script viết trong trang; trình duyệt sẽ bỏ qua chúng. Giao diện đặt kiểu vào styles, mã vào scripts.",
			"The site's security policy forbids style, onclick and scripts written into pages; browsers ignore them. A theme puts style into styles and code into scripts."),
		Source: "Content Security Policy Level 3", Bad: `<p style="color:red">`, Good: `<p class="warning">`}
	ruleForeign = &diag.Rule{Code: "P310", Name: "foreign-element", Severity: diag.Error,
		Title: diag.T("Phần tử không được dùng", "An element that must not be used"),
		Why: diag.T("iframe, object, embed và base đưa nội dung của máy chủ khác vào trang hoặc đổi nơi mọi liên kết dẫn tới. Dùng liên kết thay cho chúng.",
			"iframe, object, embed and base bring content of other hosts into a page, or change where all links lead. Use a link instead."),
		Source: "Content Security Policy Level 3", Bad: "<iframe src=…>", Good: `<a href="https://…">`}
)

// inline reports an attribute that holds style or code.
func (p *page) inline(at *attr) {
	p.find(ruleInline, at.start, diag.T("thuộc tính %[1]s của thẻ %[2]s", "the attribute %[1]s of the tag %[2]s", at.name, p.tok.name))
}

// foreign looks at an element that may hold code or other pages.
func (p *page) foreign() {
	switch name := string(p.tok.name); name {
	case "style":
		p.find(ruleInline, p.tok.start, diag.T("phần tử style", "an element style"))
	case "script":
		_, elsewhere := p.tok.get("src")
		if text := p.tok.text; !elsewhere && string(text) != p.auditor.opts.Boot && len(bytes.TrimSpace(text)) > 0 {
			p.find(ruleInline, p.tok.start, diag.T("script viết trong trang", "a script written into the page"))
		}
	default:
		p.find(ruleForeign, p.tok.start, diag.T("phần tử %s", "an element %s", name))
	}
}
