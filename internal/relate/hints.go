package relate

import (
	"planpress/internal/diag"
	"planpress/internal/suggest"
)

// maxSuggestions bounds how often a near name is looked for. Each search goes
// over all names there are; a large site with the same mistake in every
// document would wait minutes for hints that nobody reads to their end.
const maxSuggestions = 100

// didYouMean is a hint that names the candidate nearest to word, or else says
// what to do.
func (r *relater) didYouMean(word string, candidates func() []string, otherwise diag.Text) diag.Text {
	if r.suggested++; r.suggested > maxSuggestions {
		return otherwise
	}
	if near := suggest.Nearest(word, candidates()); near != "" {
		return diag.T("có phải là %q?", "did you mean %q?", near)
	}
	return otherwise
}

// refs lists what a reference in front matter may name.
func (r *relater) refs() []string { return r.targets }
