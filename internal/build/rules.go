package build

import (
	"slices"
	"strings"

	"planpress/internal/attachment"
	"planpress/internal/audit"
	"planpress/internal/check"
	"planpress/internal/content"
	"planpress/internal/contrast"
	"planpress/internal/diag"
	"planpress/internal/frontmatter"
	"planpress/internal/frozen"
	"planpress/internal/gallery"
	"planpress/internal/matrix"
	"planpress/internal/parse"
	"planpress/internal/prose"
	"planpress/internal/relate"
	"planpress/internal/theme"
)

// Rules is the whole catalogue, by code.
func Rules() []*diag.Rule {
	all := slices.Concat(content.Rules(), frontmatter.Rules(), matrix.Rules(), prose.Rules(), parse.Rules(), check.Rules(),
		attachment.Rules(), relate.Rules(), frozen.Rules(), audit.Rules(), contrast.Rules(), theme.Rules(), gallery.Rules(),
		[]*diag.Rule{ruleNoSettings, ruleNoBaseURL, ruleRatings, ruleSilenceUnused, ruleSilenceUnknown, ruleSilenceError})
	slices.SortFunc(all, func(a, b *diag.Rule) int { return strings.Compare(a.Code, b.Code) })
	return all
}
