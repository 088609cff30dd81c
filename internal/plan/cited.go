package plan

import (
	"planpress/internal/citation"
	"planpress/internal/source"
)

// Cited is a document that a text cites, or a place in the text itself.
type Cited struct {
	Number citation.Number // zero for a law cited by its name, and for a place
	Name   string          // of a law cited by its name and year, “Luật Đất đai”; else ""
	Type   string          // the words of the type as written, “Nghị định”; "" where none stand there
	Day    Date            // as written; zero where no date stands there
	Issuer string          // the words behind “của”; "" where there are none
	Anchor string          // of the provision that is meant, here or there: "dieu-7-k1"; "" where none is. It need not exist
	Pos    source.Pos
}

// IsPlace reports whether a place in the text itself is meant, and no other
// document.
func (c *Cited) IsPlace() bool { return c.Number.IsZero() && c.Name == "" }

// String gives what is cited as the text names it, without date and issuer.
func (c *Cited) String() string {
	switch {
	case c.Name != "" && c.Day.Year != 0:
		return c.Name + " " + c.Day.String()[:4]
	case c.Type != "":
		return c.Type + " " + c.Number.Text
	}
	return c.Number.Text
}
