package matrix

import (
	"encoding/csv"
	"strings"
	"unicode"
	"unicode/utf8"
)

func csvReader(text string, comma rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	r.Comma = comma
	return r
}

// separator gives the sign that parts the cells of a file: the one with which
// the row of names has the most that are known, and then the fewest that are
// not. Counting signs would not do, for “Cơ quan, đơn vị chủ trì” is one name.
func separator(k Kind, text string) rune {
	best, most, fewest := ',', 0, 0
	for _, sign := range ",;\t" {
		cells, err := csvReader(strings.TrimLeft(text, "\n,;\t "), sign).Read()
		if err != nil {
			continue
		}
		known := 0
		for _, c := range cells {
			if columnOf(k, c).field != 0 {
				known++
			}
		}
		if unknown := len(cells) - known; known > most || known == most && unknown < fewest {
			best, most, fewest = sign, known, unknown
		}
	}
	return best
}

// cellText gives the text of a cell on one line. An apostrophe that keeps a
// spreadsheet from calculating goes.
func cellText(s string, field Field) string {
	s = strings.TrimSpace(s)
	if strings.ContainsAny(s, "\n\r") {
		s = joinLines(s, field)
	}
	return unguarded(strings.Join(strings.Fields(s), " "))
}

// joinLines joins the lines of a cell. People break lines between the values of
// a cell that has several, and where the column is narrow: only the first are
// parted by a semicolon.
func joinLines(s string, field Field) string {
	var out strings.Builder
	for line := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '\n' || r == '\r' }) {
		line = strings.TrimRight(strings.TrimSpace(line), ";")
		listed := strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "+ ")
		if listed {
			line = strings.TrimSpace(line[2:])
		}
		switch before := out.String(); {
		case line == "":
			continue
		case before == "":
		case listed && !strings.HasSuffix(before, ":") || partsValues(before, line, field):
			out.WriteString("; ")
		default:
			out.WriteString(" ")
		}
		out.WriteString(line)
	}
	return out.String()
}

// partsValues reports whether a line break in a cell parts two values.
func partsValues(before, next string, field Field) bool {
	switch field {
	case Leads, Partners, Serves, Requires, Evidence:
		return !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, " và")
	case Deliverable, Budget, Note, Text:
		first, _ := utf8.DecodeRuneInString(next)
		return !unicode.IsLower(first) && !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, ":")
	}
	return false
}
