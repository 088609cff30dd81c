package prose

import (
	"strconv"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
)

var ruleListOrder = &diag.Rule{
	Code: "P130", Name: "list-order", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Số hoặc chữ thứ tự trong danh sách lặp lại hay đi lùi",
		EN: "A list's numbers or letters repeat or go back",
	},
	Why: diag.Text{
		VI: "Danh sách in đúng số đã viết, vì văn bản khác dẫn chiếu theo số đó. Hai khoản cùng số thì không dẫn chiếu được. Sửa số cho tăng dần; bỏ cách một số thì được.",
		EN: "Lists print the numbers as written, because other documents refer to them. Two clauses of one number cannot be referred to. Let the numbers rise; a gap is fine.",
	},
	Bad: "1. Sở Nội vụ\n1. Sở Tài chính", Good: "1. Sở Nội vụ\n2. Sở Tài chính",
}

func (w *writer) list(n *ast.List) {
	if n.IsOrdered() {
		w.orderedList(n)
		return
	}
	if hasTasks(n) {
		w.raw("<ul class=\"tasks\" role=\"list\">\n")
	} else {
		w.raw("<ul>\n")
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.raw("<li")
		w.listItem(n, c)
	}
	w.raw("</ul>\n")
}

// orderedList prints the numbers of the source: CommonMark counts from the
// first one and would renumber the clauses of a law behind a gap. Numbers that
// browsers would not print as written, "1)" and "01.", are labels like those
// of points.
func (w *writer) orderedList(n *ast.List) {
	labels := n.Marker == ')' || isPadded(w.src, n)
	if labels {
		w.raw(pointsOpen)
	} else {
		w.raw("<ol>\n")
	}
	expected := 1
	isClause := n.Marker == '.' && n.Parent().Kind() == ast.KindDocument
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		number := itemNumber(w.src, c, expected)
		if c.PreviousSibling() != nil && number < expected {
			w.reportOrder(c, number, expected)
		}
		w.raw("<li")
		digits := strconv.Itoa(number)
		if labels {
			w.label = string(itemDigits(w.src, c)) + string(n.Marker)
		} else if number != expected {
			w.raw(` value="`)
			w.raw(digits)
			w.raw(`"`)
		}
		if isClause {
			w.clauseAnchor(digits)
		}
		w.listItem(n, c)
		expected = number + 1
	}
	w.raw("</ol>\n")
}

// listItem writes an item from the end of its tag's attributes.
func (w *writer) listItem(n *ast.List, item ast.Node) {
	w.raw(">")
	if !n.IsTight && item.HasChildren() {
		w.raw("\n")
	}
	w.labelled(item)
	w.raw("</li>\n")
}

// itemNumber reads the number that stands before an item, which goldmark does
// not keep.
func itemNumber(src []byte, item ast.Node, expected int) int {
	number, err := strconv.Atoi(string(itemDigits(src, item)))
	if err != nil {
		return expected
	}
	return number
}

// itemDigits gives that number as it is written.
func itemDigits(src []byte, item ast.Node) []byte {
	start := min(max(item.Pos(), 0), len(src))
	for start < len(src) && (src[start] == ' ' || src[start] == '\t') {
		start++
	}
	end := start
	for end < len(src) && end-start < 9 && src[end] >= '0' && src[end] <= '9' {
		end++
	}
	return src[start:end]
}

// isPadded reports whether a number of a list is written with a zero before it.
func isPadded(src []byte, n *ast.List) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if digits := itemDigits(src, c); len(digits) > 1 && digits[0] == '0' {
			return true
		}
	}
	return false
}

func (w *writer) reportOrder(item ast.Node, number, expected int) {
	w.find(ruleListOrder, item.Pos(),
		diag.T("mục số %[1]d đứng ngay sau mục số %[2]d", "item number %[1]d comes right after number %[2]d", number, expected-1),
		diag.T("viết %d, hoặc kiểm tra lại thứ tự", "write %d, or check the order", expected))
}

// hasTasks reports whether a list is one of tasks: [ ] and [x].
func hasTasks(n *ast.List) bool {
	item := n.FirstChild()
	if item == nil || item.FirstChild() == nil {
		return false
	}
	_, ok := item.FirstChild().FirstChild().(*taskMark)
	return ok
}
