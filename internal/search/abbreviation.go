package search

import "strings"

// Abbreviation is an entry of the site's glossary.
type Abbreviation struct{ Abbr, Meaning string }

// abbreviations make documents that have one of the two found by the other.
type abbreviations struct {
	meanings map[string][]string // of an abbreviation, by key
	abbrs    map[string]string   // of a meaning, by its key
	ends     map[string]bool     // the last words of meanings
	longest  int                 // words of a meaning
}

func newAbbreviations(s *scanner, list []Abbreviation) *abbreviations {
	out := &abbreviations{meanings: map[string][]string{}, abbrs: map[string]string{}, ends: map[string]bool{}}
	for _, e := range list {
		abbr, meaning := forms(s, e.Abbr), forms(s, e.Meaning)
		if len(abbr) != 1 || len(meaning) < 2 {
			continue
		}
		out.meanings[abbr[0]] = append(out.meanings[abbr[0]], e.Meaning)
		out.abbrs[strings.Join(meaning, " ")] = e.Abbr
		out.ends[meaning[len(meaning)-1]] = true
		out.longest = max(out.longest, len(meaning))
	}
	return out
}

func forms(s *scanner, text string) []string {
	var out []string
	s.text(text, func(w *word, _ gap) { out = append(out, w.form) })
	return out
}

// expand counts what the last words stand for, and what is short for them. It
// counts for what stands there, so that neither is preferred.
func (a *analyser) expand(w *word) {
	if a.abbrs == nil || a.abbrs.longest == 0 {
		return
	}
	for _, meaning := range a.abbrs.meanings[w.form] {
		var prev *word
		a.text(meaning, func(m *word, _ gap) {
			a.add(term{a: m})
			if prev != nil {
				a.add(term{prev, m})
			}
			prev = m
		})
	}
	a.recent = append(a.recent, w)
	if len(a.recent) > a.abbrs.longest {
		a.recent = append(a.recent[:0], a.recent[1:]...)
	}
	if !a.abbrs.ends[w.form] {
		return
	}
	phrase := ""
	for i := len(a.recent) - 1; i >= 0; i-- {
		phrase = strings.TrimSuffix(a.recent[i].form+" "+phrase, " ")
		if abbr, ok := a.abbrs.abbrs[phrase]; ok {
			a.text(abbr, func(m *word, _ gap) { a.add(term{a: m}) })
		}
	}
}
