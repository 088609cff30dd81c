package matrix

import "strings"

// groupBetween stands between the names of a group and of the one within it.
const groupBetween = " / "

// itemRow is a target or a task with the rows that belong to it.
type itemRow struct {
	Row
	stages []Row // further goals of a target
}

// rows makes rows of a table's lines: each cell gets its field, and rows that
// only name a group give that name to those below them.
func (f *findings) rows(head []column, lines []RawRow) []itemRow {
	groups := groupStack{findings: f}
	var out []itemRow
	byID := map[string]int{}
	for _, line := range lines {
		r := itemRow{Row: Row{Spot: line.Spot}}
		for i, c := range line.Cells {
			if i < len(head) && head[i].field != 0 && c.Text != "" {
				r.put(c, head[i])
			}
		}
		if name, number, ok := groupName(head, line); ok {
			groups.push(number, name, line.Spot)
			continue
		}
		if len(r.Cells) == 0 && len(r.stages) == 0 {
			continue
		}
		if first, seen := byID[r.text(ID)]; seen && r.text(Name) == "" {
			out[first].stages = append(out[first].stages, r.Row)
			continue
		}
		if r.Group = groups.take(); r.text(Group) != "" {
			r.Group = r.text(Group)
		}
		if id := r.text(ID); id != "" {
			byID[id] = len(out)
		}
		out = append(out, r)
	}
	groups.cut(0)
	return out
}

// put gives a row a cell; a goal of a column with a year is a stage.
func (r *itemRow) put(c Cell, col column) {
	c.Field = col.field
	switch {
	case col.year == "":
		r.Cells = append(r.Cells, c)
	case col.field == Baseline:
		r.Cells = append(r.Cells, c, Cell{Field: BaselineWhen, Text: col.year, Line: c.Line, Column: c.Column})
	default:
		r.stages = append(r.stages, Row{Spot: r.Spot, Cells: []Cell{c, {Field: Deadline, Text: col.year, Line: c.Line, Column: c.Column}}})
	}
}

// groupName reads a row that names a group: only its first cell has a text, or
// that of the names or numbers, as where cells were joined; or only a Roman
// number or a letter and the name behind it.
func groupName(head []column, line RawRow) (name, number string, ok bool) {
	var filled []int
	for i, c := range line.Cells {
		if c.Text != "" {
			filled = append(filled, i)
		}
	}
	field := func(i int) Field {
		if i < len(head) {
			return head[i].field
		}
		return 0
	}
	switch {
	case len(filled) == 1 && joined(filled[0], field(filled[0])) && severalColumns(head):
		text := line.Cells[filled[0]].Text
		if first, rest, cut := strings.Cut(text, " "); cut && sortOf(first) != 0 && rest != "" {
			number = strings.TrimRight(first, ".)")
		}
		return text, number, true
	case len(filled) == 2 && field(filled[0]) == No && field(filled[1]) == Name && sortOf(line.Cells[filled[0]].Text) != 0:
		number = strings.TrimRight(line.Cells[filled[0]].Text, ".)")
		return number + ". " + line.Cells[filled[1]].Text, number, true
	}
	return "", "", false
}

// sortOf tells the sorts of numbers that groups have: 'I' for Roman ones, 'A' for
// letters, 0 for any other text.
func sortOf(number string) byte {
	number = strings.TrimRight(number, ".)")
	switch {
	case number == "":
		return 0
	case strings.Trim(number, "IVX") == "":
		return 'I'
	case len(number) == 1 && 'A' <= number[0] && number[0] <= 'Z':
		return 'A'
	}
	return 0
}

// joined reports whether a cell may stand for a whole row of joined cells.
func joined(at int, field Field) bool {
	return field == No || field == Name || at == 0 && field != ID
}

// severalColumns reports whether rows can have more than a name.
func severalColumns(head []column) bool {
	known := 0
	for _, c := range head {
		if c.field != 0 {
			known++
		}
	}
	return known > 1
}

// numberedRow is what tells which row another is a part of.
type numberedRow struct{ id, no, group, parent string }

// parents finds the rows that others are a part of by their numbers: 1.2 is a
// part of 1, if both are in one group.
func parents[T any](all []T, of func(*T) numberedRow, put func(t *T, parent string)) {
	type key struct{ no, group string }
	ids := map[key]string{}
	for i := range all {
		r := of(&all[i])
		no := strings.TrimRight(r.no, ".")
		if no == "" {
			continue
		}
		ids[key{no, r.group}] = r.id
		cut := strings.LastIndexByte(no, '.')
		if cut <= 0 || r.parent != "" {
			continue
		}
		if whole := ids[key{no[:cut], r.group}]; whole != "" {
			put(&all[i], whole)
		}
	}
}
