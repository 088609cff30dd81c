package prose

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"planpress/internal/diag"
	"planpress/internal/viet"
)

var ruleLanguageUnknown = &diag.Rule{
	Code: "P133", Name: "language-unknown", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Mã ngôn ngữ không có thật",
		EN: "A language code that does not exist",
	},
	Why: diag.Text{
		VI: "Trình đọc màn hình chọn giọng đọc theo mã ngôn ngữ; mã sai thì chữ nước ngoài bị đọc bằng giọng Việt. Tiếng Anh là en, tiếng Pháp là fr, tiếng Trung là zh, tiếng Tày là tyz.",
		EN: "Screen readers choose a voice by the language's code; with a wrong one they read foreign words in the voice of the page. English is en, French is fr, Vietnamese is vi.",
	},
	Source: "WCAG 2.2, 3.1.2; BCP 47",
	Bad:    "[Annual Report]{lang=eng-lish}", Good: "[Annual Report]{lang=en}",
}

var kindSpan = ast.NewNodeKind("Span")

// span is a text in another language: [Annual Report]{lang=en}. Other readers
// of Markdown show it as it is written, with all of its words.
type span struct {
	ast.BaseInline
	lang string
	at   int // of the code, in the Markdown
}

func (*span) Kind() ast.NodeKind              { return kindSpan }
func (n *span) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

var spanEnd = regexp.MustCompile(`^\]\{[ \t]*lang=("?)([A-Za-z0-9_-]{1,35})"?[ \t]*\}`)

// spanParser reads spans. Their text is plain: emphasis goes around the span.
// It stops at the next bracket, so that a text of brackets takes no longer
// than any other.
type spanParser struct{}

func (spanParser) Trigger() []byte { return []byte{'['} }

func (spanParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.Position()
	block.Advance(1)
	n := &span{}
	for {
		rest, at := block.PeekLine()
		if rest == nil {
			break
		}
		end := bracket(rest)
		if end < 0 {
			n.AppendChild(n, spanLine(at, block.Source()))
			block.AdvanceLine()
			continue
		}
		m := spanEnd.FindSubmatchIndex(rest[end:])
		if m == nil || (end == 0 && !n.HasChildren()) {
			break
		}
		if end > 0 {
			n.AppendChild(n, ast.NewTextSegment(at.WithStop(at.Start+end)))
		}
		n.lang, n.at = string(rest[end+m[4]:end+m[5]]), at.Start+end+m[4]
		block.Advance(end + m[1])
		return n
	}
	block.SetPosition(line, segment)
	return nil
}

// bracket gives the offset of the first bracket of a text that is not written
// with a backslash; -1 without one.
func bracket(s []byte) int {
	for from := 0; ; {
		at := bytes.IndexAny(s[from:], "[]")
		if at < 0 {
			return -1
		}
		at += from
		if !isEscaped(s, at) {
			return at
		}
		from = at + 1
	}
}

// spanLine is a line of a span's text, up to its end.
func spanLine(at text.Segment, src []byte) *ast.Text {
	t := ast.NewTextSegment(at.TrimRightSpace(src))
	t.SetSoftLineBreak(true)
	return t
}

// span writes a text in another language.
func (w *writer) span(n *span) {
	if !viet.IsLanguage(n.lang) {
		w.find(ruleLanguageUnknown, n.at,
			diag.T("“%s” không phải là mã của ngôn ngữ nào", "“%s” is not the code of any language", n.lang),
			diag.T("tiếng Anh là en: [Annual Report]{lang=en}", "English is en, Vietnamese is vi: [Kế hoạch]{lang=vi}"))
		w.children(n)
		return
	}
	w.raw(`<span lang="`)
	w.plain(n.lang)
	w.raw(`">`)
	w.children(n)
	w.raw("</span>")
}
