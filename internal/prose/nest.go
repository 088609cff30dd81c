package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// nester puts lists that follow each other without indentation into one
// another, as official texts mean them:
//
//  1. Sở Nội vụ:
//     a) Chủ trì:
//     - hướng dẫn;
//     b) Báo cáo.
//  2. Sở Tài chính.
//
// CommonMark reads five lists here. Points go into the clause before them;
// dashes go into what announces them with a colon, or into what goes on
// behind them; and a list that goes on is one list with its beginning.
// Text between two lists ends all this.
type nester struct{}

func (nester) Transform(root *ast.Document, reader text.Reader, _ parser.Context) {
	nest(root, reader.Source())
}

// nest works on the children of a block and then on what they hold.
func nest(parent ast.Node, src []byte) {
	var open []ast.Node // lists that may still take in the next one, outermost first
	for c := parent.FirstChild(); c != nil; {
		next := c.NextSibling()
		if c.Type() == ast.TypeInline {
			return
		}
		if rank(c) < 0 {
			open = open[:0]
		} else {
			open = takeIn(open, c, src)
		}
		c = next
	}
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		nest(c, src)
	}
}

// rank is how deep a kind of list stands by custom; -1 for what is no list.
func rank(n ast.Node) int {
	switch n := n.(type) {
	case *points:
		return 1
	case *ast.List:
		switch {
		case n.IsOrdered():
			return 0
		case n.Marker == '+':
			return 3
		}
		return 2
	}
	return -1
}

// takeIn finds the place of a list behind the open ones, moves it there, and
// gives the lists that are open then.
func takeIn(open []ast.Node, list ast.Node, src []byte) []ast.Node {
	level, deeper := rank(list), false
	for len(open) > 0 && rank(open[len(open)-1]) > level {
		open, deeper = open[:len(open)-1], true
	}
	if len(open) == 0 {
		return append(open, list)
	}
	top := open[len(open)-1]
	if rank(top) == level {
		if goesOn(top, list, deeper, src) {
			join(top, list)
			return open
		}
		return append(open[:0], list)
	}
	if level == 1 || announces(top.LastChild(), src) || resumes(open, list.NextSibling(), src) {
		host := top.LastChild()
		host.AppendChild(host, list)
		return append(open, list)
	}
	return append(open[:0], list)
}

// join moves the items of list to the end of top. If one has paragraphs, both
// have.
func join(top, list ast.Node) {
	if isTight(top) != isTight(list) {
		loosen(top)
		loosen(list)
	}
	for item := list.FirstChild(); item != nil; item = list.FirstChild() {
		top.AppendChild(top, item)
	}
	list.Parent().RemoveChild(list.Parent(), list)
}

func isTight(list ast.Node) bool {
	if l, ok := list.(*ast.List); ok {
		return l.IsTight
	}
	return !list.(*points).loose
}

// loosen makes the texts of a tight list's items paragraphs.
func loosen(list ast.Node) {
	switch l := list.(type) {
	case *ast.List:
		l.IsTight = false
	case *points:
		l.loose = true
	}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		for c := item.FirstChild(); c != nil; {
			next := c.NextSibling()
			if block, ok := c.(*ast.TextBlock); ok {
				p := ast.NewParagraph()
				p.SetLines(block.Lines())
				for inline := block.FirstChild(); inline != nil; inline = block.FirstChild() {
					p.AppendChild(p, inline)
				}
				item.ReplaceChild(item, block, p)
			}
			c = next
		}
	}
}

// goesOn reports whether list continues top: by the next number or letter, or,
// for dashes, because they were only interrupted by deeper ones.
func goesOn(top, list ast.Node, deeper bool, src []byte) bool {
	last, first := top.LastChild(), list.FirstChild()
	if last == nil || first == nil {
		return false
	}
	switch top := top.(type) {
	case *points:
		return letterIndex(first.(*point)) > letterIndex(last.(*point))
	case *ast.List:
		other, ok := list.(*ast.List)
		if !ok || other.Marker != top.Marker {
			return false
		}
		if !top.IsOrdered() {
			return deeper
		}
		return itemNumber(src, first, -1) == itemNumber(src, last, -2)+1
	}
	return false
}

// resumes reports whether next goes on with one of the open lists.
func resumes(open []ast.Node, next ast.Node, src []byte) bool {
	if next == nil || rank(next) < 0 || rank(next) > 1 {
		return false
	}
	for _, list := range open {
		if rank(list) == rank(next) && goesOn(list, next, true, src) {
			return true
		}
	}
	return false
}

// announces reports whether the text of an item ends with a colon.
func announces(item ast.Node, src []byte) bool {
	if item == nil {
		return false
	}
	for c := item.LastChild(); c != nil; c = c.PreviousSibling() {
		if rank(c) >= 0 {
			continue
		}
		lines := c.Lines()
		if lines.Len() == 0 {
			return false
		}
		last := lines.At(lines.Len() - 1)
		return bytes.HasSuffix(bytes.TrimRight(last.Value(src), " \t\n*_"), []byte(":"))
	}
	return false
}
