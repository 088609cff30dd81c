package audit

import (
	"strings"

	"planpress/internal/diag"
)

var (
	ruleOneMain = &diag.Rule{Code: "P304", Name: "one-main", Severity: diag.Error,
		Title: diag.T("Trang không có đúng một phần chính", "A page has not exactly one main part"),
		Why: diag.T("Phần tử main cho phép nhảy thẳng đến nội dung. Giao diện phải có đúng một main.",
			"The element main lets people go straight to the content. The theme has exactly one."),
		Source: "WCAG 2.2, 1.3.1, 2.4.1"}
	ruleNavName = &diag.Rule{Code: "P305", Name: "nav-name", Severity: diag.Warning,
		Title: diag.T("Có nhiều vùng điều hướng mà một vùng không tên", "Of several navigation regions one has no name"),
		Why: diag.T("Trình đọc màn hình liệt kê các vùng theo tên. Giao diện đặt aria-label hoặc aria-labelledby cho mỗi nav.",
			"Screen readers list regions by their names. The theme gives every nav an aria-label or aria-labelledby."),
		Source: "WCAG 2.2, 1.3.1; ARIA Authoring Practices, Landmark Regions", Bad: "<nav>…</nav> <nav>…</nav>", Good: `<nav aria-label="Danh mục">`}
)

// landmarks is what was seen of a page's regions.
type landmarks struct {
	mains, navs int
	unnamed     []int // offsets of navs
}

func (p *page) nav() {
	p.marks.navs++
	for _, name := range []string{"aria-label", "aria-labelledby"} {
		if v, _ := p.tok.get(name); strings.TrimSpace(v) != "" {
			return
		}
	}
	p.marks.unnamed = append(p.marks.unnamed, p.tok.start)
}

func (p *page) judgeLandmarks() {
	if p.marks.mains != 1 {
		p.whole(ruleOneMain, diag.T("trang có %d phần tử main, cần đúng một", "the page has %d main elements and needs one", p.marks.mains))
	}
	if p.marks.navs < 2 {
		return
	}
	for _, start := range p.marks.unnamed {
		p.find(ruleNavName, start, diag.T("nav này không có tên, mà trang có %d nav", "this nav has no name, and the page has %d of them", p.marks.navs))
	}
}
