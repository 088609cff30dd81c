package prose

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"planpress/internal/diag"
)

var ruleRawHTML = &diag.Rule{
	Code: "P122", Name: "raw-html", Severity: diag.Error,
	Title: diag.Text{
		VI: "Có mã HTML trong nội dung",
		EN: "There is HTML in the text",
	},
	Why: diag.Text{
		VI: "Nội dung chỉ dùng Markdown: mã HTML có thể chạy chương trình trên máy người đọc, làm vỡ trang và không kiểm tra được. Thay bằng Markdown; nếu muốn viết dấu < thì gõ \\<. Ghi chú <!-- --> được bỏ qua.",
		EN: "Texts are Markdown only: HTML can run scripts on the reader's machine, breaks pages and cannot be checked. Use Markdown instead; to write the sign <, type \\<. Comments <!-- --> are left out quietly.",
	},
	Bad: "dòng một<br>dòng hai", Good: "dòng một\\\ndòng hai",
}

var ruleCommentOpen = &diag.Rule{
	Code: "P123", Name: "comment-swallows", Severity: diag.Error,
	Title: diag.Text{
		VI: "Ghi chú <!-- --> nuốt mất chữ hoặc lộ ra trên trang",
		EN: "A comment <!-- --> swallows text or is shown",
	},
	Why: diag.Text{
		VI: "Ghi chú không đóng, hoặc có chữ đứng cùng dòng phía sau, làm mất nội dung mà không ai hay. Ghi chú bắt đầu giữa một đoạn mà không đóng trong đoạn đó thì người đọc thấy. Đóng ghi chú bằng --> và xuống dòng.",
		EN: "A comment that is not closed, or has text behind it on its line, makes text vanish unnoticed. One that begins within a paragraph and is not closed there is shown to readers. Close it with --> and start a new line.",
	},
	Bad: "<!-- xem lại --> Nội dung", Good: "<!-- xem lại -->\n\nNội dung",
}

// htmlBlock reports a block of HTML and shows its source as text: nothing of
// the author's is lost, and nothing of it is markup. Comments are left out.
func (w *writer) htmlBlock(n *ast.HTMLBlock) {
	offset, source := n.Pos(), blockSource(n, w.src)
	if n.HTMLBlockType == ast.HTMLBlockType2 {
		w.commentBlock(offset, source)
		return
	}
	w.reportHTML(offset, source)
	w.raw("<p>")
	w.prose(bytes.TrimSpace(source))
	w.raw("</p>\n")
	w.counter.end()
}

func blockSource(n *ast.HTMLBlock, src []byte) []byte {
	source := segments(n.Lines(), src)
	if n.HasClosure() {
		closure := n.ClosureLine
		source = append(source, closure.Value(src)...)
	}
	return source
}

func segments(lines *text.Segments, src []byte) []byte {
	var out []byte
	for i := range lines.Len() {
		line := lines.At(i)
		out = append(out, line.Value(src)...)
	}
	return out
}

// commentBlock drops a comment, but not what it takes with it.
func (w *writer) commentBlock(offset int, source []byte) {
	rest := bytes.TrimSpace(source)
	for bytes.HasPrefix(rest, []byte("<!--")) {
		end := bytes.Index(rest[2:], []byte("-->")) // "<!-->" is a whole comment
		if end < 0 {
			w.find(ruleCommentOpen, offset,
				diag.T("ghi chú <!-- này không có -->, nên phần còn lại của tệp bị bỏ mất", "this comment <!-- has no -->, so the rest of the file is lost"),
				diag.T("thêm --> ở chỗ ghi chú kết thúc", "add --> where the comment ends"))
			return
		}
		rest = bytes.TrimSpace(rest[2+end+3:])
	}
	if len(rest) == 0 {
		return
	}
	w.find(ruleCommentOpen, offset,
		diag.T("chữ “%s” đứng sau ghi chú trên cùng một dòng nên không được đọc là Markdown", "the text “%s” stands behind a comment on its line, so it is not read as Markdown", excerpt(string(rest))),
		diag.T("xuống dòng sau -->", "start a new line after -->"))
	w.raw("<p>")
	w.prose(rest)
	w.raw("</p>\n")
	w.counter.end()
}

// checkComment reports a comment that begins in a text and does not end in its
// paragraph: it is no comment then, and readers see it.
func (w *writer) checkComment(s []byte, offset int) {
	at := bytes.Index(s, []byte("<!--"))
	if at < 0 || isEscaped(s, at) {
		return
	}
	w.find(ruleCommentOpen, offset+at,
		diag.T("ghi chú <!-- này không có --> trong cùng đoạn, nên người đọc thấy nó", "this comment <!-- has no --> in its paragraph, so readers see it"),
		diag.T(`đặt cả ghi chú ở dòng riêng, giữa hai dòng trống; nếu là chữ thường, gõ \<`, `put the whole comment on lines of its own, between blank ones; if it is plain text, type \<`))
}

// inlineHTML does the same for HTML within a line.
func (w *writer) inlineHTML(n *ast.RawHTML) {
	source := segments(n.Segments, w.src)
	if bytes.HasPrefix(source, []byte("<!--")) {
		return
	}
	offset := n.Pos()
	if n.Segments.Len() > 0 {
		offset = n.Segments.At(0).Start
	}
	w.reportHTML(offset, source)
	w.prose(source)
}

// reportHTML makes the finding for a piece of HTML. The end of an element
// whose beginning was reported is not reported again.
func (w *writer) reportHTML(offset int, source []byte) {
	tag := tagName(source)
	if w.rawHTML && bytes.HasPrefix(source, []byte("</")) {
		return
	}
	w.rawHTML = true
	w.find(ruleRawHTML, offset,
		diag.T("mã HTML “%s” không được dùng trong nội dung", "HTML “%s” is not allowed in the text", excerpt(string(source))),
		w.remedy(tag))
}

// tagName gives the name of the tag that HTML begins with, in lower case.
func tagName(source []byte) string {
	s := strings.TrimLeft(strings.ToLower(string(source[:min(len(source), 40)])), " </")
	end := strings.IndexFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	if end < 0 {
		return s
	}
	return s[:end]
}

// remedy says what to write instead of a tag.
func (w *writer) remedy(tag string) diag.Text {
	switch tag {
	case "br":
		if w.inCell {
			return diag.T("trong ô của bảng không xuống dòng được: ngăn bằng dấu chấm phẩy hoặc tách thành hai hàng", "a cell cannot break its line: use a semicolon or make two rows")
		}
		return diag.T(`để xuống dòng, gõ dấu \ hoặc hai dấu cách ở cuối dòng`, `for a line break, end the line with \ or with two spaces`)
	case "b", "strong":
		return diag.T("viết chữ đậm là **chữ**", "write bold text as **text**")
	case "i", "em":
		return diag.T("viết chữ nghiêng là *chữ*", "write italic text as *text*")
	case "s", "del", "strike":
		return diag.T("viết chữ gạch ngang là ~~chữ~~", "write struck text as ~~text~~")
	case "a":
		return diag.T("viết liên kết là [chữ](địa-chỉ)", "write links as [text](address)")
	case "img":
		return diag.T("viết hình là ![mô tả](tệp.png)", "write images as ![description](file.png)")
	case "table", "thead", "tbody", "tr", "td", "th":
		return diag.T("viết bảng bằng các cột | a | b |", "write tables with columns | a | b |")
	case "ul", "ol", "li":
		return diag.T("viết danh sách bằng - hoặc 1.", "write lists with - or 1.")
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return diag.T("viết đề mục bằng ##", "write headings with ##")
	case "p", "div", "span", "center", "font", "u":
		return diag.T("bỏ thẻ này; hình thức do giao diện của trang lo", "leave the tag out; the theme takes care of the looks")
	}
	return diag.T(`bỏ thẻ này; nếu muốn viết dấu < thì gõ \<`, `leave it out; to write the sign <, type \<`)
}

// excerpt shortens a text for use in a message.
func excerpt(s string) string {
	s = strings.Join(strings.Fields(s[:min(len(s), 400)]), " ")
	s = strings.ToValidUTF8(s, "")
	runes := []rune(s)
	if len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return s
}
