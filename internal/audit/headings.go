package audit

import "planpress/internal/diag"

var (
	ruleOneH1 = &diag.Rule{Code: "P302", Name: "one-h1", Severity: diag.Error,
		Title: diag.T("Trang không có đúng một đề mục bậc nhất", "A page has not exactly one heading of the first level"),
		Why: diag.T("Người dùng trình đọc màn hình tìm h1 để biết trang nói về gì. Giao diện phải đặt tiêu đề của trang vào một h1.",
			"People who use a screen reader look for the h1 to learn what a page is about. The theme puts the page's title into one h1."),
		Source: "WCAG 2.2, 1.3.1, 2.4.6"}
	ruleHeadingJump = &diag.Rule{Code: "P303", Name: "heading-jump", Severity: diag.Warning,
		Title: diag.T("Đề mục nhảy bậc", "A heading skips a level"),
		Why: diag.T("Sau đề mục bậc hai là bậc ba, không phải bậc bốn; nếu không, người nghe trang tưởng mình bỏ sót một phần. Dùng ### thay cho ####.",
			"A heading of the second level is followed by one of the third, not of the fourth; otherwise people who hear the page think they missed a part. Write ### instead of ####."),
		Source: "WCAG 2.2, 1.3.1", Bad: "## I. Mục tiêu\n#### 1. Chung", Good: "## I. Mục tiêu\n### 1. Chung"}
)

// headings is what was seen of a page's headings.
type headings struct {
	h1s  int
	last int
}

func (p *page) heading(level int) {
	h := &p.headings
	if level == 1 {
		h.h1s++
	}
	if level > h.last+1 && h.last > 0 {
		p.find(ruleHeadingJump, p.tok.start, diag.T("h%[1]d đứng ngay sau h%[2]d", "h%[1]d follows h%[2]d", level, h.last))
	}
	h.last = level
}

func (p *page) judgeHeadings() {
	if p.headings.h1s != 1 {
		p.whole(ruleOneH1, diag.T("trang có %d đề mục h1, cần đúng một", "the page has %d h1 headings and needs one", p.headings.h1s))
	}
}
