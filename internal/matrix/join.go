package matrix

import (
	"strconv"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// Open gives a file beside a document: its text, made normal as documents are.
// It is nil where there is no such file.
type Open func(name string) (*source.File, []diag.Finding, error)

// Site is what completing a document takes from the site.
type Site struct {
	AsOf   plan.Date // the day it is built for
	Bodies func() *Registry
	Open   Open
}

// Complete reads the files of a document's targets, tasks and updates, gives
// everything an id, finds the bodies that are named, and looks at all of it
// together. An error is one of the machine.
func Complete(doc *plan.Document, site Site) ([]diag.Finding, error) {
	if doc.TargetsFile == "" && doc.TasksFile == "" && doc.UpdatesFile == "" && len(doc.Targets) == 0 && len(doc.Tasks) == 0 {
		return nil, nil
	}
	var f findings
	whole := true
	for k, name := range []string{Targets: doc.TargetsFile, Tasks: doc.TasksFile} {
		head, lines, ok, err := f.file(doc, name, Kind(k), site.Open)
		if err != nil {
			return nil, err
		}
		if ok {
			f.table(doc, Kind(k), head, lines)
		}
		whole = whole && (ok || name == "")
	}
	defer share(doc)
	index := f.ids(doc)
	if !whole { // what refers to the rows that could not be read is not at fault
		return f, nil
	}
	head, lines, ok, err := f.file(doc, doc.UpdatesFile, Updates, site.Open)
	if err != nil {
		return nil, err
	}
	if ok {
		f.updates(doc, index, head, lines)
	}
	f.references(doc, index)
	f.circles(doc, index)
	f.bodies(doc, site.Bodies())
	f.past(doc, site.AsOf)
	f.early(doc)
	return f, nil
}

// fieldOf names the key of front matter for each kind.
var fieldOf = [...]string{Targets: "targets", Tasks: "tasks", Updates: "updates"}

// file reads one of a document's files; it gives false where none is named, or
// none can be read.
func (f *findings) file(doc *plan.Document, name string, k Kind, open Open) (head RawRow, lines []RawRow, ok bool, err error) {
	if name == "" {
		return head, nil, false, nil
	}
	text, found, err := open(doc.InFolder(name))
	if err != nil {
		return head, nil, false, err
	}
	*f = append(*f, found...)
	if text == nil {
		f.add(ruleNoTable, doc.At(fieldOf[k]), diag.T("không có tệp %s", "there is no file %s", doc.InFolder(name)),
			diag.T("đặt tệp vào thư mục cùng tên với văn bản, hoặc sửa tên", "put the file into the folder named like the document, or mend the name"))
		return head, nil, false, nil
	}
	if diag.CountOf(found).Errors > 0 {
		return head, nil, false, nil
	}
	before := len(*f)
	head, lines, ok = f.readCSV(k, text)
	if !ok && len(head.Cells) == 0 && len(*f) == before {
		f.add(ruleUnreadable, text.Whole(), diag.T("tệp trống", "the file is empty"), diag.T("hàng đầu là tên các cột", "its first row holds the names of the columns"))
	}
	return head, lines, ok, nil
}

// updates adds the rows of a file of updates to what they are about.
func (f *findings) updates(doc *plan.Document, index map[string]place, head RawRow, lines []RawRow) {
	cols, ok := f.columnsWith(Updates, head, Item)
	if !ok {
		return
	}
	for _, line := range lines {
		r := itemRow{Row: Row{Spot: line.Spot}}
		for i, c := range line.Cells {
			if i < len(cols) && cols[i].field != 0 && c.Text != "" {
				r.put(c, cols[i])
			}
		}
		at, known := index[r.text(Item)]
		switch {
		case !known:
			f.unknownItem(&r.Row, Item, r.text(Item), index)
		case at.target:
			*f = append(*f, Reached(&doc.Targets[at.index], r.Row)...)
		default:
			*f = append(*f, Report(&doc.Tasks[at.index], r.Row)...)
		}
	}
}

// number finds what the rows behind the first ones are a part of, by their
// numbers as printed, if asked to. Ids that nobody wrote are made of the place
// in the list; they hold until a row is put in before.
func number(doc *plan.Document, byNumber bool, firstTarget, firstTask int) {
	used := map[string]bool{}
	for i := range doc.Targets {
		used[doc.Targets[i].ID] = true
	}
	for i := range doc.Tasks {
		used[doc.Tasks[i].ID] = true
	}
	for i := firstTarget; i < len(doc.Targets); i++ {
		free(&doc.Targets[i].ID, "ct-", i, used)
	}
	for i := firstTask; i < len(doc.Tasks); i++ {
		free(&doc.Tasks[i].ID, "nv-", i, used)
	}
	if !byNumber {
		return
	}
	parents(doc.Targets[firstTarget:], targetRow, partOfTarget)
	parents(doc.Tasks[firstTask:], taskRow, partOfTask)
}

// Parts finds what the targets and tasks of front matter are a part of by their
// numbers as printed, as in tables, unless one of its kind says it itself.
func Parts(doc *plan.Document) {
	if byNumbers(doc.Targets, targetRow) {
		number(doc, false, 0, 0)
		parents(doc.Targets, targetRow, partOfTarget)
	}
	if byNumbers(doc.Tasks, taskRow) {
		number(doc, false, 0, 0)
		parents(doc.Tasks, taskRow, partOfTask)
	}
}

func byNumbers[T any](all []T, of func(*T) numberedRow) bool {
	dotted := false
	for i := range all {
		r := of(&all[i])
		if r.parent != "" {
			return false
		}
		dotted = dotted || strings.Contains(strings.TrimRight(r.no, "."), ".")
	}
	return dotted
}

func targetRow(t *plan.Target) numberedRow      { return numberedRow{t.ID, t.No, t.Group, t.Parent} }
func partOfTarget(t *plan.Target, whole string) { t.Parent = whole }
func taskRow(t *plan.Task) numberedRow          { return numberedRow{t.ID, t.No, t.Group, t.More().Parent} }
func partOfTask(t *plan.Task, whole string)     { t.Own().Parent = whole }

func free(id *string, prefix string, i int, used map[string]bool) {
	for n := i + 1; *id == ""; n++ {
		if name := prefix + strconv.Itoa(n); !used[name] {
			*id = name
			used[name] = true
		}
	}
}
