package prose

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleHeadingEmpty = &diag.Rule{
	Code: "P120", Name: "heading-empty", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Đề mục không có chữ",
		EN: "A heading has no text",
	},
	Why: diag.Text{
		VI: "Người dùng trình đọc màn hình đi theo đề mục; một đề mục trống dẫn họ tới chỗ không có gì. Viết chữ cho đề mục hoặc xóa dòng đó.",
		EN: "People who use a screen reader move from heading to heading; an empty one leads to nothing. Give it a text or delete the line.",
	},
	Source: "WCAG 2.2, 2.4.6",
	Bad:    "##", Good: "## Mục tiêu",
}

var ruleHeadingSkip = &diag.Rule{
	Code: "P121", Name: "heading-skip", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Đề mục nhảy cấp",
		EN: "A heading skips a level",
	},
	Why: diag.Text{
		VI: "Cấp của đề mục cho biết phần nào nằm trong phần nào; bỏ qua một cấp thì mục lục và trình đọc màn hình báo sai cấu trúc. Viết đề mục ở cấp ngay dưới đề mục trước.",
		EN: "Levels tell which part lies within which; with one left out, the table of contents and screen readers tell a wrong structure. Use one level below the heading before it.",
	},
	Source: "WCAG 2.2, 1.3.1",
	Bad:    "## Mục tiêu\n\n#### Chỉ tiêu", Good: "## Mục tiêu\n\n### Chỉ tiêu",
}

var ruleBoldHeading = &diag.Rule{
	Code: "P127", Name: "bold-heading", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Đề mục viết bằng chữ đậm",
		EN: "A heading is written as bold text",
	},
	Why: diag.Text{
		VI: "Đoạn chữ đậm trông như đề mục nhưng không vào mục lục, và trình đọc màn hình không nhảy tới được. Viết đề mục bằng ##.",
		EN: "A bold paragraph looks like a heading, but is not in the table of contents, and screen readers cannot move to it. Write headings with ##.",
	},
	Source: "WCAG 2.2, 1.3.1",
	Bad:    "**I. MỤC ĐÍCH, YÊU CẦU**", Good: "## I. MỤC ĐÍCH, YÊU CẦU",
}

// checkBoldHeading reports a paragraph that is bold as a whole and begins as
// the headings of official texts do, with a Roman number, Phần, Chương, Mục
// or Phụ lục, or stands where a heading does. Articles may be written so; they have their anchor.
func (w *writer) checkBoldHeading(n *ast.Paragraph) {
	bold, ok := n.FirstChild().(*ast.Emphasis)
	if !ok || bold.Level != 2 || bold.NextSibling() != nil || n.Parent().Kind() != ast.KindDocument {
		return
	}
	text := w.plainText(bold)
	if !beginsHeading(text) && !w.introduces(n, text) {
		return
	}
	w.find(ruleBoldHeading, n.Pos(),
		diag.T("“%s” là chữ đậm, không phải đề mục", "“%s” is bold text, not a heading", excerpt(text)),
		diag.T("viết “## ” ở đầu dòng thay cho các dấu **", "write “## ” before it instead of the signs **"))
}

func beginsHeading(text string) bool {
	for _, word := range [...]string{"Phần ", "PHẦN ", "Chương ", "CHƯƠNG ", "Mục ", "MỤC ", "Phụ lục", "PHỤ LỤC"} {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	number := strings.TrimLeft(text, "IVX")
	return len(number) < len(text) && strings.HasPrefix(number, ". ")
}

// headingShift gives what is added to the levels of a body's headings. The
// page's only h1 is the title from the front matter, so a body that begins
// its levels with "#" is moved down by one as a whole, and one that begins
// with "##" is left as it is.
func headingShift(root ast.Node) int {
	for c := root.FirstChild(); c != nil; c = c.NextSibling() {
		if h, ok := c.(*ast.Heading); ok && h.Level == 1 {
			return 1
		}
	}
	return 0
}

func (w *writer) heading(n *ast.Heading) {
	level := min(max(n.Level+w.shift, 2), 6)
	if w.braces {
		w.takeMark(n)
	}
	text := strings.Join(strings.Fields(w.plainText(n)), " ")
	offset := headingOffset(n)
	if text == "" {
		w.find(ruleHeadingEmpty, offset,
			diag.T("đề mục này không có chữ", "this heading has no text"),
			diag.T("viết chữ cho đề mục hoặc xóa dòng này", "give it a text or delete the line"))
		w.withoutText(n)
		return
	}
	id := w.articleHeading(text, level, offset)
	if id == "" {
		id = w.headingID(text)
	}
	if w.quoted == 0 { // a heading that is quoted is not one of this text
		w.checkLevel(n, level, text, offset)
		w.checkLength(text, offset)
		w.outline = append(w.outline, plan.Heading{Level: level, ID: id, Text: text, Pos: w.at(offset)})
	}
	self := w.quoted == 0 && level <= deepestSelf
	if self {
		w.raw("<div class=\"head\">\n")
	}
	digit := byte('0' + level)
	w.buf = append(w.buf, '<', 'h', digit)
	w.raw(` id="`)
	w.raw(id)
	w.raw(`">`)
	w.inHeading = true
	w.children(n)
	w.inHeading = false
	w.buf = append(w.buf, '<', '/', 'h', digit, '>', '\n')
	if self {
		w.selfLink(id, text)
		w.raw("\n</div>\n")
	}
	w.counter.end()
}

// withoutText writes what a heading without a text has none the less, such as
// an image or HTML, with the findings of its own: it must not become a heading.
func (w *writer) withoutText(n *ast.Heading) {
	start := len(w.buf)
	w.raw("<p>")
	inside := len(w.buf)
	w.children(n)
	if len(w.buf) == inside {
		w.buf = w.buf[:start]
		return
	}
	w.raw("</p>\n")
	w.counter.end()
}

// checkLevel reports a heading that is more than one level below the one
// before it. The title of the page is the first.
func (w *writer) checkLevel(n *ast.Heading, level int, text string, offset int) {
	before := 1
	if len(w.outline) > 0 {
		before = w.outline[len(w.outline)-1].Level
	}
	if level <= before+1 {
		return
	}
	hint := diag.T("bớt %d dấu #", "use %d # fewer", n.Level+w.shift-before-1)
	if w.isUnderlined(n) { // with "---": "===" is never too deep
		hint = diag.T(
			"gạch dưới bằng === thay cho ---; nếu không phải đề mục mà là đường kẻ ngang, để một dòng trống trước ---",
			"underline it with === instead of ---; if no heading is meant but a line across, leave a blank line before ---")
	}
	w.find(ruleHeadingSkip, offset,
		diag.T("đề mục “%[1]s” ở cấp %[2]d, ngay sau cấp %[3]d", "heading “%[1]s” is at level %[2]d, right after level %[3]d", text, level, before),
		hint)
}

// isUnderlined reports whether a heading is written with a line of - or =
// below it instead of # before it.
func (w *writer) isUnderlined(n *ast.Heading) bool {
	lines := n.Lines()
	if lines.Len() == 0 {
		return false
	}
	text := lines.At(0).Start
	start := bytes.LastIndexByte(w.src[:text], '\n') + 1
	return bytes.IndexByte(w.src[start:text], '#') < 0
}

// headingOffset gives where a heading begins: goldmark places those that are
// underlined at their line.
func headingOffset(n *ast.Heading) int {
	offset := n.Pos()
	if lines := n.Lines(); lines.Len() > 0 && (offset < 0 || lines.At(0).Start < offset) {
		offset = lines.At(0).Start
	}
	return offset
}
