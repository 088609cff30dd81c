// Package compile makes fast programs of HTML templates.
//
// html/template is right and slow: a page of a document takes it 400 µs, most
// of them in calls by reflection. This package lets html/template decide how
// every value is escaped, reads its decisions from the parse trees, and
// translates the trees into closures for one type of data. What does not
// depend on the data becomes text; fields are found once; strings are escaped
// straight into the page.
//
// The output is byte for byte that of html/template. A template that uses what
// is not translated (break, ranges over maps, values in scripts and styles …)
// is left to html/template: Program.Slow says why. Fields that do not exist
// are found at once instead of when a page first comes by.
//
// Compact shortens templates before that, for pages that need not be minified.
package compile

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"sync"
	"text/template/parse"
)

// Program makes pages of data of one type. It is safe for concurrent use.
type Program struct {
	main   *proc
	slow   *template.Template // where main is nil
	reason error
	states sync.Pool
}

// New translates the template called name of a set of parse trees. Its data is
// of type data. The functions must be pure: calls with constant arguments are
// made once. Errors begin with the place in the template.
func New(name string, trees map[string]*parse.Tree, funcs template.FuncMap, data reflect.Type) (*Program, error) {
	tmpl, err := escape(name, trees, funcs)
	if err != nil {
		return nil, err
	}
	c := &compiler{source: trees, funcs: funcs, escaped: map[string]*parse.Tree{}, procs: map[procKey]*proc{}}
	for _, t := range tmpl.Templates() {
		c.escaped[t.Name()] = t.Tree
	}
	p := &Program{}
	p.states.New = func() any { return new(state) }
	p.main, err = c.proc(name, data)
	var un *unsupported
	if errors.As(err, &un) {
		p.main, p.slow, p.reason = nil, tmpl, err
		return p, nil
	}
	return p, err
}

// Slow says what keeps the template from being translated; nil where it is.
func (p *Program) Slow() error { return p.reason }

// Append makes a page and appends it to dst. Errors begin with the place in the
// template.
func (p *Program) Append(dst []byte, data any) ([]byte, error) {
	if p.main == nil {
		b := bytes.NewBuffer(dst)
		if err := p.slow.Execute(b, data); err != nil {
			return nil, plainError{err}
		}
		return b.Bytes(), nil
	}
	s := p.states.Get().(*state)
	defer p.states.Put(s)
	s.out, s.vars, s.args, s.depth = dst, s.vars[:0], s.args[:0], 0
	err := s.call(p.main, reflect.ValueOf(data))
	out := s.out
	clear(s.vars[:cap(s.vars)]) // keep no page alive
	clear(s.args[:cap(s.args)])
	s.dot, s.out = reflect.Value{}, nil
	if err != nil {
		return nil, err
	}
	return out, nil
}

// escape has html/template work out the escaping of all templates that name
// reaches.
func escape(name string, trees map[string]*parse.Tree, funcs template.FuncMap) (*template.Template, error) {
	tmpl := template.New(name).Funcs(funcs)
	for key := range reached(trees, name) {
		if _, err := tmpl.AddParseTree(key, trees[key].Copy()); err != nil {
			return nil, plainError{err}
		}
	}
	tmpl = tmpl.Lookup(name)
	if tmpl == nil {
		return nil, fmt.Errorf("there is no template %q", name)
	}
	// The first execution escapes; it ends with the first byte.
	var unsafe *template.Error
	if err := tmpl.Execute(nowhere{}, nil); errors.As(err, &unsafe) {
		return nil, plainError{err}
	}
	return tmpl, nil
}

// reached gives the names of the templates that one calls, itself included, as
// far as they exist: copying and escaping the others would be the greater part
// of the work.
func reached(trees map[string]*parse.Tree, name string) map[string]bool {
	found := map[string]bool{}
	var calls func(n parse.Node)
	visit := func(name string) {
		if t := trees[name]; t != nil && !found[name] {
			found[name] = true
			calls(t.Root)
		}
	}
	calls = func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ListNode:
			if n == nil {
				return
			}
			for _, child := range n.Nodes {
				calls(child)
			}
		case *parse.IfNode:
			calls(n.List)
			calls(n.ElseList)
		case *parse.WithNode:
			calls(n.List)
			calls(n.ElseList)
		case *parse.RangeNode:
			calls(n.List)
			calls(n.ElseList)
		case *parse.TemplateNode:
			visit(n.Name)
		}
	}
	visit(name)
	return found
}

// nowhere takes no byte.
type nowhere struct{}

func (nowhere) Write([]byte) (int, error) { return 0, errNowhere }

var errNowhere = errors.New("nothing is written here")

// plainError shows an error of html/template from the place on.
type plainError struct{ err error }

func (e plainError) Error() string {
	s := strings.TrimPrefix(e.err.Error(), "html/")
	return strings.TrimPrefix(strings.TrimPrefix(s, "template: "), "template:")
}

func (e plainError) Unwrap() error { return e.err }

// unsupported is the error for what is left to html/template.
type unsupported struct{ place, what string }

func (e *unsupported) Error() string { return e.place + ": " + e.what + " is not translated" }

// compiler holds what the translation of a set of templates shares.
type compiler struct {
	source  map[string]*parse.Tree // as parsed
	escaped map[string]*parse.Tree // with escapers; those called inside tags are added
	funcs   template.FuncMap
	procs   map[procKey]*proc
}

// procKey: a template is translated once for each type of data. The type is
// nil where it is known only at run time.
type procKey struct {
	name string
	data reflect.Type
}

// proc is a translated template.
type proc struct {
	body  []stmt
	slots int // variables, $ included
}

func (c *compiler) proc(name string, data reflect.Type) (*proc, error) {
	key := procKey{name, data}
	if p := c.procs[key]; p != nil {
		return p, nil // perhaps not complete yet: templates may call themselves
	}
	tree, err := c.tree(name)
	if err != nil {
		return nil, err
	}
	p := &proc{slots: 1}
	c.procs[key] = p
	if tree == nil || tree.Root == nil {
		return p, nil
	}
	sc := &scope{c: c, tree: tree, proc: p, dot: data, vars: []variable{{"$", 0, data}}}
	p.body, err = sc.list(tree.Root)
	return p, err
}

// contexts are the places other than text at which templates may be called: as
// html/template names them, with what makes such a place.
var contexts = map[string][2]string{
	"stateTag":                          {"<p", ">"},
	"stateRCDATA_elementTitle":          {"<title>", "</title>"},
	"stateAttr_delimDoubleQuote":        {`<p title="`, `">`},
	"stateURL_delimDoubleQuote":         {`<a href="`, `">`},
	"stateRCDATA_elementTextarea":       {"<textarea>", "</textarea>"},
	"stateAttr_delimSingleQuote":        {`<p title='`, `'>`},
	"stateMetaContent_delimDoubleQuote": {`<meta content="`, `">`},
}

// tree gives the escaped tree of a template. For a call outside of text,
// html/template makes a copy under a name that tells the context but does not
// show it; it is made again here, by escaping the template in such a place.
func (c *compiler) tree(name string) (*parse.Tree, error) {
	base, context, derived := strings.Cut(name, "$htmltemplate_")
	if t := c.escaped[name]; t != nil || !derived {
		return t, nil
	}
	around, ok := contexts[context]
	source := c.source[base]
	if !ok || source == nil {
		return nil, &unsupported{base, "a call in the context " + context}
	}
	probe := source.Copy()
	text := func(s string) *parse.TextNode { return &parse.TextNode{NodeType: parse.NodeText, Text: []byte(s)} }
	probe.Root.Nodes = append(append([]parse.Node{text(around[0])}, probe.Root.Nodes...), text(around[1]))
	all := map[string]*parse.Tree{"probe$": probe}
	for key, tree := range c.source {
		all[key] = tree
	}
	tmpl, err := escape("probe$", all, c.funcs)
	if err != nil {
		return nil, err
	}
	tree := tmpl.Tree
	tree.Root.Nodes = tree.Root.Nodes[1 : len(tree.Root.Nodes)-1]
	c.escaped[name] = tree
	return tree, nil
}
