package browsertest

import "regexp"

// reviews are what axe leaves to a person ("incomplete"), with what was seen.
// What is not listed fails.
var reviews = []review{
	{"hidden-content", everywhere, selectors(`button(\[type="submit"\]|\[hidden=""\])*`), anything,
		"the button that keeps Enter from sending the form: hidden from everybody, always"},
	{"hidden-content", everywhere, selectors(`\.menu`, `\.to-menu`, `\.sizes > legend`), anything,
		"one of menu and link to the menu, and the legend, shows on the other of the two screens, which is checked as well"},
	{"hidden-content", onScreen, selectors(`\.letterhead`, `\.signer`, `\.printed`), anything,
		"parts of an official document on paper: shown and checked in the environment print"},
	{"hidden-content", onScreen, selectors(`div`), regexp.MustCompile(`class="letterhead"`), "the same, where it stands alone"},
	{"hidden-content", everywhere, selectors(`#_rated`), anything, "thanks that show once the reader comes back from the service; TestRatingWithoutScripts sees them"},
	{"hidden-content", everywhere, selectors(`#_search-more`), regexp.MustCompile(`hidden=""`), "the button for more results, while there are none"},
	{"hidden-content", everywhere, selectors(`details`), regexp.MustCompile(`class="needs-script"`), "the filters of a search, which needs a script"},
	{"hidden-content", onPhone, selectors(`nav`), regexp.MustCompile(`class="menu"`), "a phone has a link to the menu at the foot of the page instead"},
	{"hidden-content", everywhere, selectors(`\.listen`, `\.listen-stop`, `\.print`, `\.copy`, `\.needs-script`), anything,
		"buttons that need a script, or a voice: they cannot work without, and are checked where they show"},
	{"hidden-content", onPaper, selectors(`\.skip`, `\.controls-bar`, `aside`, `footer`, `\.crumbs`, `dl`, `\.summary`, `\.off-paper`, `\.eyebrow`, `\.actions`,
		`section`, `button`, `nav`, `div`, `header`, `p`, `ul`, `ol`, `\.neighbours`, `\.masthead`, `\.contents`, `\.self.*`, `a\[.*`, `\.head.*\.self`, `\.alerts`, `\.pager`, `\.filters`, `\.search`, `form`, `#_search`, `\.rail`, `\.finder.*`, `\.standing`, `\.basis`, `\.cite`, `\.facts`, `\.progress-links`, `section\[.*`), anything,
		"left out on paper alone: shown and checked in every other environment"},
	{"hidden-content", onPhone, selectors(`(\.crumbs > )?(ol > )?li:nth-child\(\d+\)`), anything,
		"on a phone the crumbs lead one step up; all of them are checked on the wide screen"},
	{"label-content-name-mismatch", everywhere, regexp.MustCompile(`self|href|aria-label`), regexp.MustCompile(`Unable to determine`),
		"the link beside a heading shows one sign, which is no word that somebody would say to reach it"},
	{"hidden-content", onPaper, selectors(`.*details`), anything, "checksums are left out on paper, which cannot be compared by a program"},
	{"th-has-data-cells", everywhere, regexp.MustCompile(`^#bang-|^#table-`), anything, "a column whose cells are still empty in the plan: the heading is right, and is kept for them"},
	{"th-has-data-cells", everywhere, regexp.MustCompile(`^section\[aria-labelledby="_(targets|tasks)"\]`), anything, "axe looks for the cells of a group's name in its own row; they are in the rows below"},
	{"color-contrast", everywhere, anything, measured, "the contrast gate measures this text in every state"},
	{"color-contrast-enhanced", everywhere, anything, measured, "the contrast gate measures this text in every state"},
}

// Where something may be left to a person. What is hidden on paper alone, or on a
// phone alone, must not be hidden elsewhere.
var (
	everywhere = func(place) bool { return true }
	onPaper    = func(p place) bool { return p.env.media == "print" }
	onScreen   = func(p place) bool { return p.env.media != "print" }
	onPhone    = func(p place) bool { return p.width < 600 || onPaper(p) }
)

var (
	anything = regexp.MustCompile(``)
	measured = regexp.MustCompile(`partially obscured by another element|partially overlaps other elements|too short to determine|only non-text characters`)
)

// selectors matches the whole of one of several selectors.
func selectors(patterns ...string) *regexp.Regexp {
	all := ""
	for i, p := range patterns {
		if i > 0 {
			all += "|"
		}
		all += p
	}
	return regexp.MustCompile(`^(` + all + `)$`)
}
