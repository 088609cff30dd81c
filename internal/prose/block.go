package prose

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
)

var ruleIndented = &diag.Rule{
	Code: "P124", Name: "indented-code", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Đoạn thụt vào bốn dấu cách thành mã nguồn",
		EN: "A text moved in by four spaces becomes code",
	},
	Why: diag.Text{
		VI: "Markdown coi đoạn thụt vào từ bốn dấu cách là mã nguồn: chữ in đều nét, không xuống dòng. Bỏ dấu cách ở đầu dòng; nếu đúng là mã thì đặt giữa hai dòng ```.",
		EN: "Markdown takes a paragraph that is moved in by four spaces or more for code, in fixed width and without line breaks. Remove the spaces; if it is code, put it between two lines of ```.",
	},
	Source: "CommonMark 0.31.2, 4.4",
	Bad:    "    Ngày 03/01/2023, UBND phường có Kế hoạch …", Good: "Ngày 03/01/2023, UBND phường có Kế hoạch …",
}

var ruleFenceOpen = &diag.Rule{
	Code: "P125", Name: "code-open", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Khối mã ``` không được đóng",
		EN: "A block of code ``` is not closed",
	},
	Why: diag.Text{
		VI: "Thiếu dòng ``` ở cuối thì tất cả những gì đứng sau đều thành mã nguồn, kể cả đề mục và bảng. Thêm dòng đó ở chỗ mã kết thúc.",
		EN: "Without a line ``` at its end, all that follows becomes code, headings and tables too. Add that line where the code ends.",
	},
	Source: "CommonMark 0.31.2, 4.5",
	Bad:    "```\n01/KH-UBND", Good: "```\n01/KH-UBND\n```",
}

func (w *writer) paragraph(n *ast.Paragraph) {
	if w.isTableCaption(n) {
		return
	}
	w.checkLines(n)
	if img := loneImage(n); img != nil {
		w.figure(img)
		return
	}
	w.checkBoldHeading(n)
	w.checkForeign(n)
	w.raw("<p")
	article := w.articleAnchor(n)
	w.raw(">")
	w.pointLabel()
	w.findCites(n)
	w.children(n)
	if article != "" {
		w.raw(" ")
		w.selfLink(article, strings.TrimRight(w.plainText(n.FirstChild()), ".: "))
	}
	w.raw("</p>\n")
	w.counter.end()
}

// checkLines reports what the lines of a text were likely meant as.
func (w *writer) checkLines(n ast.Node) {
	if !w.checkBrokenTable(n) {
		w.checkAlmost(n)
	}
}

// textBlock writes the text of a list item that needs no paragraph.
func (w *writer) textBlock(n *ast.TextBlock) {
	w.checkLines(n)
	w.pointLabel()
	w.findCites(n)
	w.children(n)
	w.counter.end()
	if n.NextSibling() != nil {
		w.raw("\n")
	}
}

func (w *writer) blockquote(n *ast.Blockquote) {
	w.raw("<blockquote>\n")
	w.quoted++
	w.children(n)
	w.quoted--
	w.raw("</blockquote>\n")
}

// indentedCode writes a block that is code only because of its spaces, which
// in texts copied from Word it hardly ever is.
func (w *writer) indentedCode(n *ast.CodeBlock) {
	if lines := n.Lines(); lines.Len() > 0 {
		first := lines.At(0)
		w.find(ruleIndented, first.Start,
			diag.T("đoạn “%s” thụt vào từ bốn dấu cách nên thành mã nguồn", "“%s” is moved in by four spaces or more, so it becomes code", excerpt(string(bytes.TrimSpace(first.Value(w.src))))),
			diag.T("bỏ dấu cách ở đầu dòng, hoặc đặt mã giữa hai dòng ```", "remove the spaces, or put code between two lines of ```"))
	}
	w.codeBlock(n, nil)
}

// fencedCode writes a block between two lines of ``` or ~~~.
func (w *writer) fencedCode(n *ast.FencedCodeBlock) {
	if !w.isFenceClosed(n) {
		w.find(ruleFenceOpen, n.Pos(),
			diag.T("khối mã bắt đầu ở đây không có dòng đóng", "the block of code that begins here has no line that closes it"),
			diag.T("thêm một dòng như dòng mở, không có chữ, ở chỗ mã kết thúc", "add a line like the opening one, without words, where the code ends"))
	}
	w.codeBlock(n, n.Language(w.src))
}

// isFenceClosed looks at the line behind the code: goldmark does not keep what
// ended it.
func (w *writer) isFenceClosed(n *ast.FencedCodeBlock) bool {
	end := len(w.src)
	if lines := n.Lines(); lines.Len() > 0 {
		end = lines.At(lines.Len() - 1).Stop
	} else if line := bytes.IndexByte(w.src[n.Pos():], '\n'); line >= 0 {
		end = n.Pos() + line + 1
	}
	behind := bytes.TrimLeft(w.src[end:], " \t>")
	return bytes.HasPrefix(behind, []byte("```")) || bytes.HasPrefix(behind, []byte("~~~"))
}

// codeBlock writes preformatted text. It can be scrolled with the keyboard,
// since its lines do not wrap.
func (w *writer) codeBlock(n ast.Node, language []byte) {
	w.raw(`<pre tabindex="0"><code`)
	if len(language) > 0 {
		w.raw(` class="language-`)
		w.buf = appendEscaped(w.buf, appendDecoded(nil, language))
		w.raw(`"`)
	}
	w.raw(">")
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		value := line.Value(w.src)
		w.counter.add(value)
		w.buf = appendEscaped(w.buf, value)
	}
	w.raw("</code></pre>\n")
	w.counter.end()
}

// codeSpan writes its text as it stands, without typography; a line break in
// it is a space.
func (w *writer) codeSpan(n *ast.CodeSpan) {
	w.raw("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		value := t.Segment.Value(w.src)
		if w.inCell {
			value = bytes.ReplaceAll(value, []byte(`\|`), []byte("|"))
		}
		w.counter.add(value)
		if len(value) > 0 && value[len(value)-1] == '\n' {
			w.buf = append(appendEscaped(w.buf, value[:len(value)-1]), ' ')
			continue
		}
		w.buf = appendEscaped(w.buf, value)
	}
	w.raw("</code>")
}
