package relate

import (
	"cmp"
	"slices"
	"strings"

	"planpress/internal/plan"
	"planpress/internal/source"
)

// Unknown is a document that texts cite and that neither the site nor
// documents.yaml has.
type Unknown struct {
	plan.Cited              // what the fullest of the citations says
	Places     []source.Pos // in the order of paths
	days       []dayAt
}

// dayAt is a full date with which a document is cited, and where.
type dayAt struct {
	day plan.Date
	pos source.Pos
}

// unknowns gathers the citations that lead nowhere, those of one document
// together.
type unknowns struct {
	groups map[unknownAs]*Unknown
	here   map[numbered]*Unknown // in the document that is looked at
	by     *Entry                // that document
}

// unknownAs tells documents apart as far as citations do.
type unknownAs struct {
	numbered
	name   string // of a law without a number
	issuer string // where the symbol does not say it; "" where the text does not, either
	year   int16  // 0 where the number has it, or where it is not said
}

// begin forgets what the document before cited.
func (u *unknowns) begin(by *Entry) {
	if u.by != by {
		clear(u.here)
		u.by = by
	}
}

// addUnknown records a citation that leads nowhere, if it says enough to look
// for the document. One in short, as texts have it behind the first,
// belongs to the last full one of its number in the same document.
func (c *citer) addUnknown(cited *plan.Cited) {
	u := &c.lost
	if u.groups == nil {
		u.groups, u.here = map[unknownAs]*Unknown{}, map[numbered]*Unknown{}
	}
	key := unknownAs{name: strings.ToLower(cited.Name)}
	if key.name != "" || cited.Number.Year == 0 {
		key.year = cited.Day.Year
	}
	if key.name == "" {
		key.numbered = numberedAs(cited.Number)
		if !isCentral(cited.Number) {
			key.issuer = c.body(cited.Issuer)
		}
	}
	if key.name == "" && key.issuer == "" && cited.Day.IsZero() && !isCentral(cited.Number) && u.here[key.numbered] == nil {
		return // 01/KH-UBND alone names no document
	}
	group := u.groups[key]
	if before := u.here[key.numbered]; before != nil && key.name == "" && (cited.Day.IsZero() || cited.Issuer == "" && cited.Day == before.Day) {
		group = before
	}
	if group == nil {
		group = &Unknown{Cited: *cited}
		u.groups[key] = group
	}
	if key.name == "" {
		u.here[key.numbered] = group
	}
	group.add(cited)
}

// add counts one more citation of the document.
func (u *Unknown) add(cited *plan.Cited) {
	u.Places = append(u.Places, cited.Pos)
	if cited.Day.IsDay() {
		u.days = append(u.days, dayAt{cited.Day, cited.Pos})
	}
	u.Type = cmp.Or(u.Type, cited.Type)
	if len(cited.Issuer) > len(u.Issuer) {
		u.Issuer = cited.Issuer
	}
	if !u.Day.IsDay() && !cited.Day.IsZero() {
		u.Day = cited.Day
	}
}

// all gives what was gathered, in the order of numbers.
func (u *unknowns) all() []*Unknown {
	u.join()
	out := make([]*Unknown, 0, len(u.groups))
	for _, group := range u.groups {
		out = append(out, group)
	}
	slices.SortFunc(out, func(a, b *Unknown) int {
		return cmp.Or(a.Number.Compare(b.Number), strings.Compare(a.Name, b.Name), a.Day.Compare(b.Day), strings.Compare(a.Issuer, b.Issuer),
			strings.Compare(a.Places[0].File, b.Places[0].File), cmp.Compare(a.Places[0].Line, b.Places[0].Line))
	})
	return out
}

// join puts the citations that do not say enough to the one document of the
// number that is cited in full, if there is one only.
func (u *unknowns) join() {
	full := map[numbered][]*Unknown{}
	keys := map[*Unknown]unknownAs{}
	for key, group := range u.groups {
		keys[group] = key
		if key.name == "" && key.isWhole(group) {
			full[key.numbered] = append(full[key.numbered], group)
		}
	}
	for key, group := range u.groups {
		if key.name != "" || key.isWhole(group) {
			continue
		}
		fits := slices.DeleteFunc(slices.Clone(full[key.numbered]), func(other *Unknown) bool {
			is := keys[other]
			return key.issuer != "" && is.issuer != key.issuer || key.year != 0 && is.year != key.year || group.Day.IsDay() && other.Day.IsDay() && group.Day != other.Day
		})
		if len(fits) == 1 {
			fits[0].Places = append(fits[0].Places, group.Places...)
			slices.SortFunc(fits[0].Places, comparePlaces)
			delete(u.groups, key)
		}
	}
}

// isWhole reports whether texts say when the document was issued and by whom,
// be it by the number.
func (k unknownAs) isWhole(u *Unknown) bool {
	return (k.year != 0 || k.numbered.year != 0) && (k.issuer != "" || isCentral(u.Number))
}

func comparePlaces(a, b source.Pos) int {
	return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}
