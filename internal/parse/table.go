package parse

import (
	"planpress/internal/diag"
	"planpress/internal/matrix"
	"planpress/internal/plan"
	"planpress/internal/prose"
	"planpress/internal/source"
)

// addTable reads the targets or tasks of a table in a document's text.
func addTable(doc *plan.Document, t prose.MarkedTable) []diag.Finding {
	if doc.Kind != plan.KindDocument {
		return nil
	}
	if len(t.Rows) == 0 {
		return []diag.Finding{matrix.NoTable(t.Pos)}
	}
	kind := matrix.Tasks
	if t.Mark == "targets" {
		kind = matrix.Targets
	}
	lines := make([]matrix.RawRow, len(t.Rows))
	for i, r := range t.Rows {
		lines[i] = matrix.RawRow{Spot: spot(r.Pos), Cells: make([]matrix.Cell, len(r.Cells))}
		for j, c := range r.Cells {
			lines[i].Cells[j] = matrix.Cell{Text: c.Text, Line: int32(c.Pos.Line), Column: int32(c.Pos.Column)}
		}
	}
	return matrix.Add(doc, kind, lines[0], lines[1:])
}

func spot(p source.Pos) plan.Spot {
	return plan.Spot{File: p.File, Line: int32(p.Line), Column: int32(p.Column)}
}
