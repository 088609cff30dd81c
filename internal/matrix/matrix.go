// Package matrix makes targets, tasks and the reports on them of rows, and rows
// of them. Rows come from front matter, from CSV files beside a document and
// from Markdown tables under a heading that is marked for it; here they are one
// thing, so that the same words mean the same everywhere. What is written by
// WriteTargets, WriteTasks and WriteUpdates reads back as the same data.
//
// A row is cells with a field each. Which field a column holds is found by its
// name: the key that front matter uses, or one of the names that officials put
// above it. A cell's text is kept as it was written; what it means is read by
// packages deadline and goal.
package matrix

import (
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// Kind says what the rows of a table are.
type Kind uint8

const (
	Targets Kind = iota
	Tasks
	Updates // reports on targets and tasks, and moved deadlines
)

// Cell is the text of one field of a row. White space in it is single spaces.
type Cell struct {
	Field        Field
	Text         string
	Line, Column int32
}

// Row is one line of a table, or one group of keys of front matter.
type Row struct {
	plan.Spot
	Cells []Cell
	Group string // from the group row above it; the field of that name comes first
}

// cell gives a field's cell, nil where it is empty or missing.
func (r *Row) cell(f Field) *Cell {
	for i := range r.Cells {
		if r.Cells[i].Field == f && r.Cells[i].Text != "" {
			return &r.Cells[i]
		}
	}
	return nil
}

func (r *Row) text(f Field) string {
	if c := r.cell(f); c != nil {
		return c.Text
	}
	return ""
}

// list gives the parts of a cell that holds several.
func (r *Row) list(f Field) []string {
	var out []string
	for part := range strings.SplitSeq(r.text(f), ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// at gives the place of a field's cell, or of the row.
func (r *Row) at(f Field) source.Pos {
	if c := r.cell(f); c != nil {
		return source.Pos{File: r.File, Line: int(c.Line), Column: int(c.Column)}
	}
	return r.Pos()
}

// findings collects what is wrong with rows.
type findings []diag.Finding

func (f *findings) add(rule *diag.Rule, at source.Pos, message, hint diag.Text) {
	*f = append(*f, rule.At(at, message).WithHint(hint))
}

// Rules lists what this package looks for.
func Rules() []*diag.Rule {
	return []*diag.Rule{ruleDeadline, ruleColumn, ruleColumnTwice, ruleCells, ruleUnreadable, ruleNoTable, ruleText, ruleNoName, ruleValue,
		ruleStatus, ruleProgress, ruleOrder, ruleFuture, ruleNoEvidence, ruleMovedBack, ruleTwice, ruleUnknownItem,
		ruleBodyShared, ruleBodyUnknown, ruleCircle, ruleGroupEmpty, ruleNotForThis, ruleEarly}
}

// shorten cuts a text for a message.
func shorten(s string) string {
	count := 0
	for i := range s {
		if count == 60 {
			return s[:i] + "…"
		}
		count++
	}
	return s
}
