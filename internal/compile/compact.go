package compile

import (
	"maps"
	"slices"
	"text/template/parse"
)

// Compact gives the templates that one calls with the white space of their
// literal text that no reader sees taken out, so that every page is shorter and
// none has to be shortened. The trees given stay as they are.
//
// It is careful rather than thorough: what stands in quotes, in pre, textarea,
// script, style or title stays, and so does a template that is called in
// different places of a page, as in text and in an attribute, or of which
// branches end in different ones.
func Compact(entry string, trees map[string]*parse.Tree) map[string]*parse.Tree {
	c := &compactor{source: trees, out: map[call]*compacted{}}
	c.template(entry, spot{})
	times := map[string]int{}
	for from := range c.out {
		times[from.name]++
	}
	all := maps.Clone(trees)
	for from, t := range c.out {
		if !t.keep && times[from.name] == 1 {
			all[from.name] = t.tree
		}
	}
	return all
}

type compactor struct {
	source  map[string]*parse.Tree
	out     map[call]*compacted
	current *compacted
	ahead   int // how many lists edgeAhead still looks into
}

// call is a template with the place of a page at which it is called.
type call struct {
	name string
	at   spot
}

// compacted is a template of which the text is being made shorter.
type compacted struct {
	tree *parse.Tree
	end  spot // the place after it
	keep bool // it stays what it was
}

// template shortens a template that is called at a place, and gives the place
// after it.
func (c *compactor) template(name string, at spot) spot {
	source := c.source[name]
	if source == nil || source.Root == nil {
		return at
	}
	tag := at.tag
	at = at.within()
	at.seen, at.tag = anything, ""
	t := c.out[call{name, at}]
	if t == nil {
		t = &compacted{tree: source.Copy(), end: at}
		c.out[call{name, at}] = t
		caller := c.current
		c.current = t
		t.end = c.list(t.tree.Root, nil, at)
		c.current = caller
	}
	if t.end == at {
		at.tag = tag // such templates are parts of tags: attributes, values
		return at
	}
	return t.end
}

// list shortens nodes that begin at a place, and gives the place after them.
// Next is what comes after the list, the nearest last.
func (c *compactor) list(l *parse.ListNode, next [][]parse.Node, at spot) spot {
	if l == nil {
		return at
	}
	for i, n := range l.Nodes {
		rest := append(slices.Clip(next), l.Nodes[i+1:])
		switch n := n.(type) {
		case *parse.TextNode:
			n.Text = at.shorten(n.Text, func() bool {
				c.ahead = maxAhead
				return c.edgeAhead(rest, at.head)
			})
		case *parse.CommentNode:
		case *parse.ActionNode:
			if len(n.Pipe.Decl) == 0 {
				at.value()
			}
		case *parse.IfNode:
			at = c.branch(&n.BranchNode, rest, at)
		case *parse.WithNode:
			at = c.branch(&n.BranchNode, rest, at)
		case *parse.RangeNode:
			at = c.loop(&n.BranchNode, rest, at)
		case *parse.TemplateNode:
			at = c.template(n.Name, at)
		default: // a jump: it leads to where other text was before
			c.current.keep = true
		}
	}
	return at
}

func (c *compactor) branch(b *parse.BranchNode, next [][]parse.Node, at spot) spot {
	return c.join(c.list(b.List, next, at), c.list(b.ElseList, next, at))
}

func (c *compactor) loop(b *parse.BranchNode, next [][]parse.Node, at spot) spot {
	again := at
	again.seen = anything
	return c.join(c.join(again, c.list(b.List, nil, again)), c.list(b.ElseList, next, at))
}

// join gives the place at which two branches meet.
func (c *compactor) join(a, b spot) spot {
	a, b = a.within(), b.within()
	if a.seen != b.seen {
		a.seen, b.seen = anything, anything
	}
	if a != b {
		c.current.keep = true
		return spot{mode: inLost}
	}
	return a
}

// maxAhead is how many branches and calls edgeAhead looks into: each empty one
// may double them.
const maxAhead = 200

// edgeAhead reports whether what comes next begins with a tag that is an edge,
// whatever the data is. Lists are those to come, the nearest last.
func (c *compactor) edgeAhead(lists [][]parse.Node, head bool) bool {
	if c.ahead--; c.ahead < 0 {
		return false
	}
	for i := len(lists) - 1; i >= 0; i-- {
		for j, n := range lists[i] {
			into := func(l *parse.ListNode) bool {
				rest := append(slices.Clone(lists[:i]), lists[i][j+1:])
				if l != nil {
					rest = append(rest, l.Nodes)
				}
				return c.edgeAhead(rest, head)
			}
			switch n := n.(type) {
			case *parse.TextNode:
				if text := trimSpace(n.Text); len(text) > 0 {
					return isEdge(tagName(text), head)
				}
				continue
			case *parse.CommentNode:
				continue
			case *parse.ActionNode:
				if len(n.Pipe.Decl) > 0 {
					continue
				}
			case *parse.IfNode:
				return into(n.List) && into(n.ElseList)
			case *parse.WithNode:
				return into(n.List) && into(n.ElseList)
			case *parse.RangeNode:
				return into(n.List) && into(n.ElseList)
			case *parse.TemplateNode:
				if t := c.source[n.Name]; t != nil {
					return into(t.Root)
				}
			}
			return false
		}
	}
	return false
}
