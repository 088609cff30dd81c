package theme

import (
	"fmt"
	"strings"
	"text/template/parse"

	"planpress/internal/diag"
)

// check looks for what templates ask for and do not get.
func (t *Theme) check(all map[diag.Lang]messages, trouble *LoadError) {
	c := checker{theme: t, messages: all, trouble: trouble}
	for _, key := range wantedMessages() {
		c.key("messages", key, -1)
	}
	for _, lang := range languages {
		c.sameKeys(lang)
	}
	for _, name := range sortedKeys(t.shared) {
		c.tree(t.shared[name], nil)
	}
	for _, layout := range sortedKeys(t.layouts) {
		set := t.layouts[layout]
		for _, name := range sortedKeys(set) {
			c.tree(set[name], set)
		}
		if t.entry(layout) == baseName {
			c.filled(layout, set)
		}
	}
}

// checker walks over the trees of a theme.
type checker struct {
	theme    *Theme
	messages map[diag.Lang]messages
	trouble  *LoadError
	at       *parse.Tree
	defined  trees // by the layout that is walked over
	shared   bool  // the tree belongs to no layout
}

func (c *checker) tree(tree *parse.Tree, layout trees) {
	c.at, c.defined, c.shared = tree, layout, layout == nil
	c.list(tree.Root)
}

// filled reports what base calls and neither a component nor the layout
// defines.
func (c *checker) filled(layout string, set trees) {
	for _, call := range calls(c.theme.shared[baseName].Root) {
		if c.theme.shared[call] == nil && set[call] == nil {
			c.trouble.add(set[layout].ParseName, fmt.Sprintf("does not define %q, which base.html shows", call))
		}
	}
}

func (c *checker) place(n parse.Node) string {
	location, _ := c.at.ErrorContext(n)
	if i := strings.LastIndexByte(location, ':'); i > 0 {
		return location[:i] // without the byte in the line, which counts from 0
	}
	return location
}

func (c *checker) list(l *parse.ListNode) {
	if l == nil {
		return
	}
	for i, n := range l.Nodes {
		if a, ok := n.(*parse.ActionNode); ok && isBoot(a) {
			c.boot(l.Nodes, i)
		}
		c.node(n)
	}
}

func (c *checker) node(n parse.Node) {
	switch n := n.(type) {
	case *parse.ActionNode:
		c.pipe(n.Pipe)
	case *parse.IfNode:
		c.branch(&n.BranchNode)
	case *parse.WithNode:
		c.branch(&n.BranchNode)
	case *parse.RangeNode:
		c.branch(&n.BranchNode)
	case *parse.TemplateNode:
		c.call(n)
		c.pipe(n.Pipe)
	}
}

func (c *checker) branch(b *parse.BranchNode) {
	c.pipe(b.Pipe)
	c.list(b.List)
	c.list(b.ElseList)
}

func (c *checker) call(n *parse.TemplateNode) {
	if c.theme.shared[n.Name] != nil || c.defined[n.Name] != nil {
		return
	}
	if c.shared && c.at == c.theme.shared[baseName] {
		return // a layout must define it: see filled
	}
	c.trouble.add(c.place(n), fmt.Sprintf("there is no component %q", n.Name))
}

func (c *checker) pipe(p *parse.PipeNode) {
	if p == nil {
		return
	}
	for i, cmd := range p.Cmds {
		c.command(cmd, i > 0)
	}
}

// command checks a call of message or asset whose first argument is written
// out. One more argument comes from a pipe.
func (c *checker) command(cmd *parse.CommandNode, piped bool) {
	for _, arg := range cmd.Args {
		if p, ok := arg.(*parse.PipeNode); ok {
			c.pipe(p)
		}
	}
	name, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok || len(cmd.Args) < 2 {
		return
	}
	value, ok := cmd.Args[1].(*parse.StringNode)
	switch {
	case !ok:
	case name.Ident == "message":
		args := len(cmd.Args) - 2
		if piped {
			args++
		}
		c.key(c.place(cmd), value.Text, args)
	case name.Ident == "asset" && !c.theme.hasAsset(value.Text):
		c.trouble.add(c.place(cmd), fmt.Sprintf("there is no asset %q", value.Text))
	}
}

// key checks that every language has a message, and that it is given as many
// arguments as it has places for; args is -1 where that is not known.
func (c *checker) key(place, key string, args int) {
	for _, lang := range languages {
		text, ok := c.messages[lang][key]
		switch {
		case !ok:
			c.trouble.add(place, fmt.Sprintf("messages/%s.yaml has no %q", lang, key))
		case args >= 0 && wants(text) > args:
			c.trouble.add(place, fmt.Sprintf("message %q of messages/%s.yaml wants %d values and gets %d", key, lang, wants(text), args))
		}
	}
}

// sameKeys reports the keys that a language lacks and another has.
func (c *checker) sameKeys(lang diag.Lang) {
	for _, other := range languages {
		for _, key := range sortedKeys(c.messages[other]) {
			if _, ok := c.messages[lang][key]; !ok {
				c.trouble.add(fmt.Sprintf("messages/%s.yaml", lang), fmt.Sprintf("%q is missing, which messages/%s.yaml has", key, other))
			}
		}
	}
}

// boot checks that there is a script to show, and that it stands alone in its
// element: the policy of the site names the hash of exactly that text.
func (c *checker) boot(nodes []parse.Node, i int) {
	if c.theme.Boot.Data == nil {
		c.trouble.add(bootPath, "is missing: the script that restores the reader's choices")
	}
	before, after := text(nodes, i-1), text(nodes, i+1)
	if !strings.HasSuffix(before, "<script>") || !strings.HasPrefix(after, "</script>") {
		c.trouble.add(c.place(nodes[i]), "boot must stand as <script>{{boot}}</script>, without a space")
	}
}

func isBoot(a *parse.ActionNode) bool {
	id, ok := a.Pipe.Cmds[0].Args[0].(*parse.IdentifierNode)
	return ok && id.Ident == "boot"
}

func text(nodes []parse.Node, i int) string {
	if i < 0 || i >= len(nodes) {
		return ""
	}
	if t, ok := nodes[i].(*parse.TextNode); ok {
		return string(t.Text)
	}
	return ""
}

// calls lists the templates that a list calls, in order.
func calls(l *parse.ListNode) []string {
	if l == nil {
		return nil
	}
	var out []string
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TemplateNode:
			out = append(out, n.Name)
		case *parse.IfNode:
			out = append(append(out, calls(n.List)...), calls(n.ElseList)...)
		case *parse.WithNode:
			out = append(append(out, calls(n.List)...), calls(n.ElseList)...)
		case *parse.RangeNode:
			out = append(append(out, calls(n.List)...), calls(n.ElseList)...)
		}
	}
	return out
}
