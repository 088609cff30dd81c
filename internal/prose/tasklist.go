package prose

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var kindTaskMark = ast.NewNodeKind("TaskMark")

// taskMark is the [ ] or [x] that an item of a list begins with.
type taskMark struct {
	ast.BaseInline
	done bool
}

func (*taskMark) Kind() ast.NodeKind              { return kindTaskMark }
func (n *taskMark) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// taskParser reads task marks (GFM, "Task list items (extension)"). Unlike
// goldmark's, it leaves "[x](address)" to be a link.
type taskParser struct{}

func (taskParser) Trigger() []byte { return []byte{'['} }

func (taskParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	item, ok := parent.Parent().(*ast.ListItem)
	if !ok || parent.HasChildren() || item.FirstChild() != parent {
		return nil
	}
	line, _ := block.PeekLine()
	if len(line) < 4 || line[2] != ']' || (line[3] != ' ' && line[3] != '\t') {
		return nil
	}
	done := line[1] == 'x' || line[1] == 'X'
	if !done && line[1] != ' ' {
		return nil
	}
	block.Advance(4)
	return &taskMark{done: done}
}

// taskMark writes a task's mark as a sign for the eye and as words for the
// ear. A disabled checkbox would be a control that nobody can use, without a
// name.
func (w *writer) taskMark(n *taskMark) {
	class, sign, words := "task-open", "☐", w.words.TaskOpen
	if n.done {
		class, sign, words = "task-done", "☑", w.words.TaskDone
	}
	w.raw(`<span class="` + class + `" aria-hidden="true">` + sign + `</span><span class="hidden">`)
	w.plain(words)
	w.raw("</span> ")
}
