package plan

import (
	"encoding/binary"
	"strings"
	"unique"
)

// Place says where a front matter field has its value.
type Place struct {
	Field        string // "number", "relations.replaces", "attachments[1].file"
	Line, Column int
}

// Places are the places of all fields of a document, in two strings: every
// document of a site has some dozens, and most have those of the same fields.
type Places struct {
	Fields string // each followed by a zero byte
	At     string // for each the lines from the one before and the column, as varints
}

// PlacesOf packs places.
func PlacesOf(list []Place) Places {
	var fields strings.Builder
	at, before := make([]byte, 0, 4*len(list)), 0
	for _, p := range list {
		fields.WriteString(p.Field)
		fields.WriteByte(0)
		at = binary.AppendVarint(at, int64(p.Line-before))
		at = binary.AppendVarint(at, int64(p.Column))
		before = p.Line
	}
	return Places{unique.Make(fields.String()).Value(), string(at)}
}

// Each calls f for each place, in order, until it returns false.
func (p Places) Each(f func(Place) bool) {
	at, line := []byte(p.At), 0
	for rest := p.Fields; ; {
		field, more, ok := strings.Cut(rest, "\x00")
		lines, n := binary.Varint(at)
		if !ok || n <= 0 {
			return
		}
		column, m := binary.Varint(at[n:])
		if m <= 0 {
			return
		}
		line += int(lines)
		if !f(Place{field, line, int(column)}) {
			return
		}
		rest, at = more, at[n+m:]
	}
}

// Find gives the first place of a field. It reports false where the field is not
// there.
func (p Places) Find(field string) (line, column int, ok bool) {
	if !strings.Contains(p.Fields, field) {
		return 0, 0, false
	}
	p.Each(func(at Place) bool {
		if ok = at.Field == field; ok {
			line, column = at.Line, at.Column
		}
		return !ok
	})
	return line, column, ok
}
