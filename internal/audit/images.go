package audit

import "planpress/internal/diag"

var ruleAlt = &diag.Rule{Code: "P308", Name: "page-image-alt", Severity: diag.Error,
	Title: diag.T("Hình trong trang không có alt", "An image of a page has no alt"),
	Why: diag.T("Không có alt, trình đọc màn hình đọc tên tệp. Hình trong bài cần mô tả; hình chỉ để trang trí của giao diện có alt trống.",
		"Without alt screen readers read the file's name. Images of a text need a description; a theme's decoration has an empty alt."),
	Source: "WCAG 2.2, 1.1.1", Bad: `<img src="a.png">`, Good: `<img src="a.png" alt="Sơ đồ phường">`}

func (p *page) image() {
	if _, ok := p.tok.get("alt"); !ok {
		src, _ := p.tok.get("src")
		p.find(ruleAlt, p.tok.start, diag.T("hình %q không có alt", "the image %q has no alt", src))
	}
}
