package plan

import (
	"iter"
	"strings"
)

// Anchors are the ids in a body, in order, each followed by a space: no id has
// one in it. They are one string because a site has very many.
type Anchors string

// AnchorsOf packs ids.
func AnchorsOf(ids ...string) Anchors {
	var b strings.Builder
	for _, id := range ids {
		b.WriteString(id)
		b.WriteByte(' ')
	}
	return Anchors(b.String())
}

// Has reports whether an id is there. It takes time that grows with their
// number.
func (a Anchors) Has(id string) bool {
	for rest := string(a); id != ""; {
		i := strings.Index(rest, id)
		if i < 0 {
			return false
		}
		end := i + len(id)
		if (i == 0 || rest[i-1] == ' ') && rest[end] == ' ' {
			return true
		}
		rest = rest[i+1:]
	}
	return false
}

// All gives the ids.
func (a Anchors) All() iter.Seq[string] { return strings.FieldsSeq(string(a)) }
