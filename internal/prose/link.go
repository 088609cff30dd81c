package prose

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleAddress = &diag.Rule{
	Code: "P140", Name: "link-address", Severity: diag.Error,
	Title: diag.Text{
		VI: "Địa chỉ của liên kết không dùng được",
		EN: "A link's address cannot be used",
	},
	Why: diag.Text{
		VI: "Liên kết chỉ được dẫn tới http, https, mailto, tel, hoặc tới một tệp, một trang, một chỗ trong trang web này. Địa chỉ loại khác có thể chạy chương trình trên máy người đọc hoặc dẫn họ tới nơi họ không thấy.",
		EN: "Links may lead to http, https, mailto and tel addresses, or to a file, a page or a place of this site. Others could run programs on the reader's machine, or lead where the reader cannot see.",
	},
	Source: "RFC 3986, RFC 3987",
	Bad:    "[đơn](ms-word:ofe|u|https://vi.du/don.docx)", Good: "[đơn](https://vi.du/don.docx)",
}

var ruleLinkText = &diag.Rule{
	Code: "P141", Name: "link-text", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Liên kết không có chữ",
		EN: "A link has no text",
	},
	Why: diag.Text{
		VI: "Người dùng trình đọc màn hình chỉ nghe chữ của liên kết; không có chữ thì không biết nó dẫn tới đâu. Viết chữ nói rõ nơi đến.",
		EN: "People who use a screen reader hear a link's text; without one they cannot know where it leads. Write a text that says where.",
	},
	Source: "WCAG 2.2, 2.4.4",
	Bad:    "[](ke-hoach.md)", Good: "[Kế hoạch năm 2026](ke-hoach.md)",
}

var ruleLinkBroken = &diag.Rule{
	Code: "P144", Name: "link-broken", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Chữ trông như liên kết nhưng không phải",
		EN: "A text looks like a link but is none",
	},
	Why: diag.Text{
		VI: "Địa chỉ có dấu cách hoặc thiếu dấu ) thì Markdown không nhận là liên kết, và người đọc thấy nguyên các dấu ngoặc. Đặt địa chỉ giữa < và >.",
		EN: "With a space in its address or without its ) a link is not recognised, and readers see the brackets. Put the address between < and >.",
	},
	Source: "CommonMark 0.31.2, 6.3",
	Bad:    "[kế hoạch](Kế hoạch 2026.pdf)", Good: "[kế hoạch](<Kế hoạch 2026.pdf>)",
}

// checkBroken reports text in which the middle of a link is left over, unless
// one of its brackets was typed with a backslash.
func (w *writer) checkBroken(s []byte, offset int) {
	for from := 0; ; {
		middle := bytes.Index(s[from:], []byte("]("))
		if middle < 0 {
			return
		}
		middle += from
		start := from + max(0, bytes.LastIndexByte(s[from:middle], '['))
		from = middle + len("](")
		if isEscaped(s, middle) || (s[start] == '[' && isEscaped(s, start)) {
			continue
		}
		w.reportBroken(s, start, middle, offset)
		return
	}
}

func (w *writer) reportBroken(s []byte, start, middle, offset int) {
	end := middle + 1 + bytes.IndexByte(s[middle:], ')')
	if end <= middle+1 {
		end = len(s)
	}
	w.find(ruleLinkBroken, offset+start,
		diag.T("“%s” không thành liên kết", "“%s” does not become a link", excerpt(string(s[start:end]))),
		diag.T("nếu địa chỉ có dấu cách, đặt nó giữa < và >: [chữ](<tên tệp.pdf>); nếu không phải liên kết, gõ \\[", "if the address has spaces, put it between < and >: [text](<file name.pdf>); if it is no link, type \\["))
}

// isEscaped reports whether an odd number of backslashes stands before a byte.
func isEscaped(s []byte, i int) bool {
	before := len(bytes.TrimRight(s[:i], `\`))
	return (i-before)%2 == 1
}

func (w *writer) link(n *ast.Link) {
	dest := string(appendDecoded(nil, n.Destination))
	a, bad := readAddress(dest)
	if bad != (diag.Text{}) {
		w.refuse(n.Pos(), dest, bad)
		w.children(n)
		return
	}
	text := w.plainText(n)
	if strings.TrimSpace(text) == "" && !hasImage(n) {
		w.find(ruleLinkText, n.Pos(),
			diag.T("liên kết tới “%s” không có chữ", "the link to “%s” has no text", excerpt(dest)),
			diag.T("viết chữ giữa hai dấu [ ]", "write its text between [ and ]"))
	}
	w.checkLinkWords(text, a, n.Pos())
	w.openLink(a, n.Pos())
	if len(n.Title) > 0 {
		w.raw(` title="`)
		w.plain(string(appendDecoded(nil, n.Title)))
		w.raw(`"`)
	}
	w.raw(">")
	before := w.inLink
	w.inLink = true
	w.children(n)
	w.inLink = before
	w.closeLink(a)
}

// autoLink writes an address that stands in the text as it is.
func (w *writer) autoLink(n *ast.AutoLink) {
	label, dest := string(n.Label(w.src)), string(n.URL(w.src))
	if strings.Contains(dest, "&") && !strings.Contains(dest, `\`) {
		label, dest = string(appendDecoded(nil, []byte(label))), string(appendDecoded(nil, []byte(dest)))
	}
	if n.AutoLinkType == ast.AutoLinkEmail && schemeOf(dest) != "mailto" {
		dest = "mailto:" + dest
	}
	if w.inLink {
		w.address(label)
		return
	}
	a, bad := readAddress(dest)
	if bad != (diag.Text{}) {
		w.refuse(n.Pos(), dest, bad)
		w.address(label)
		return
	}
	if isLongAddress(label) {
		w.longAddress(label, n.Pos())
	}
	w.openLink(a, n.Pos())
	w.raw(">")
	w.address(label)
	w.closeLink(a)
}

// address writes the text of an address, without typography.
func (w *writer) address(s string) {
	w.counter.add([]byte(s))
	w.plain(s)
}

// openLink writes the beginning of a link's tag, up to its further attributes.
// One that stays in the site has a hole for its address.
func (w *writer) openLink(a address, offset int) {
	w.raw(`<a href="`)
	if a.absolute != "" {
		w.plain(a.absolute)
	} else {
		w.hole(plan.Link{Dest: a.dest, Frag: a.frag, Pos: w.at(offset)})
	}
	w.raw(`"`)
	if a.external {
		w.raw(` class="external" rel="noopener noreferrer"`)
	}
}

// closeLink ends a link. Of one that leaves the site, the words that say so
// are part of its name: said, not seen, where the theme shows a sign.
func (w *writer) closeLink(a address) {
	if a.external {
		w.sayExternal()
	}
	w.raw("</a>")
}

func (w *writer) sayExternal() {
	w.raw(`<span class="hidden"> `)
	w.plain(w.words.ExternalLink)
	w.raw("</span>")
}

// hole leaves a place for the address of a link.
func (w *writer) hole(l plan.Link) {
	w.holes = append(w.holes, plan.Hole{Offset: len(w.buf), Index: len(w.links)})
	w.links = append(w.links, l)
}

// refuse reports an address; the text of the link stays as text.
func (w *writer) refuse(offset int, dest string, why diag.Text) {
	shown := excerpt(strings.Map(visible, dest))
	w.find(ruleAddress, offset,
		diag.Text{VI: "liên kết “" + shown + "”: " + why.VI, EN: "link “" + shown + "”: " + why.EN},
		diag.T("dùng địa chỉ https://…, mailto:…, tel:…, hoặc đường dẫn tới một tệp trong content/",
			"use an address https://…, mailto:…, tel:…, or a path to a file in content/"))
}

// visible replaces what a terminal would not show or would obey.
func visible(r rune) rune {
	if r < ' ' || (r >= 0x7f && r < 0xa0) || isHidden(r) {
		return '\ufffd'
	}
	return r
}

func hasImage(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*ast.Image); ok || hasImage(c) {
			return true
		}
	}
	return false
}
