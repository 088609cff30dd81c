package pages

import (
	"planpress/internal/relate"
	"planpress/internal/view"
)

// history is what was done to a page; nil where nothing is declared.
func (p *Planner) history(l linker, e *relate.Entry) *view.History {
	if len(e.Changes) == 0 {
		return nil
	}
	out := &view.History{}
	for _, c := range e.Changes {
		change := view.Change{Date: c.Date, Kind: "history." + string(c.Kind), Note: c.Note}
		if c.By != (relate.Reference{}) {
			by := p.reference(l, c.By)
			change.Document = &by
		}
		if c.Kind.Major() {
			out.Major = append(out.Major, change)
		} else {
			out.Minor = append(out.Minor, change)
		}
	}
	return out
}
