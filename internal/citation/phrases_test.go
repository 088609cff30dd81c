package citation

import (
	"strings"
	"testing"
)

// A phrase is found in small letters, in capitals and with a capital at its
// beginning, among signs as among spaces, from both of its ends.
func TestPhrasesAreFoundInAnyCase(t *testing.T) {
	for _, list := range []*phrases{
		typeNames, noDocument, endsLawName, excused, endsIssuer, bodyHeads, otherBodies, smallIssuers, soWords,
		inBodies, wholeBodies, bodyFields, levels, behindWhole, amending, duties,
	} {
		for _, phrase := range list.first.list {
			small := []rune(phrase)
			for _, written := range []string{
				phrase, strings.ToUpper(phrase), strings.ToUpper(string(small[:1])) + string(small[1:]), strings.ReplaceAll(phrase, " ", "\u00a0"),
			} {
				for _, around := range [][2]string{{"", ""}, {" ", " "}, {"“", "”"}, {"\u00a0", "\u00a0"}, {"–", "…"}, {"(", ","}} {
					text := []byte(around[0] + written + around[1])
					from, to := len(around[0]), len(around[0])+len(written)
					if end := list.end(text, from); end != to {
						t.Errorf("%q in %q ends at %d, not %d", phrase, text, end, to)
					}
					if start := list.start(text, to); start != from {
						t.Errorf("%q in %q starts at %d, not %d", phrase, text, start, from)
					}
				}
			}
			for _, longer := range []string{phrase + "ạ", phrase + "s", phrase + "ж"} {
				if end := list.end([]byte(longer), 0); end == len(phrase) {
					t.Errorf("%q is found in %q", phrase, longer)
				}
			}
		}
	}
}
