package audit

import (
	"bytes"
	"strings"

	"planpress/internal/diag"
)

var (
	ruleLang = &diag.Rule{Code: "P306", Name: "page-lang", Severity: diag.Error,
		Title: diag.T("Trang không khai báo ngôn ngữ", "A page does not say its language"),
		Why: diag.T("Không có lang, trình đọc màn hình đọc tiếng Việt bằng giọng khác. Ghi lang trong content/site.yaml; giao diện đặt nó vào thẻ html.",
			"Without lang screen readers read Vietnamese with another voice. Write lang in content/site.yaml; the theme puts it into the html tag."),
		Source: "WCAG 2.2, 3.1.1", Bad: "<html>", Good: `<html lang="vi">`}
	ruleTitle = &diag.Rule{Code: "P307", Name: "page-title", Severity: diag.Error,
		Title: diag.T("Trang không có tên", "A page has no title"),
		Why: diag.T("Tên trang hiện trên thẻ trình duyệt, trong dấu trang và kết quả tìm kiếm. Ghi title ở đầu văn bản.",
			"The title is what tabs, bookmarks and search results show. Write a title in the document's front matter."),
		Source: "WCAG 2.2, 2.4.2"}
)

// head is what was seen of a page's head.
type head struct{ hasLang, hasTitle bool }

func (h *head) html(t *tokenizer) {
	lang, _ := t.get("lang")
	h.hasLang = strings.TrimSpace(lang) != ""
}

func (h *head) title(text []byte) {
	h.hasTitle = h.hasTitle || len(bytes.TrimSpace(text)) > 0
}

func (p *page) judgeHead() {
	if !p.head.hasLang {
		p.whole(ruleLang, diag.T("thẻ html không có lang", "the html tag has no lang"))
	}
	if !p.head.hasTitle {
		p.whole(ruleTitle, diag.T("trang không có title, hoặc title trống", "the page has no title, or an empty one"))
	}
}
