package prose

// deepestSelf is the deepest level of headings that have a link to themselves.
const deepestSelf = 4

// selfLink writes a link from a heading or an article to itself, for people
// who want to pass on the place. It stands beside the heading, not in it, so
// that lists of headings stay clean; and its name has the heading's text, so
// that lists of links tell one from the other (WCAG 2.2, 2.4.9).
//
// Clauses and points have ids and no such link: a decision has hundreds of
// them, each link would be one more stop for people who use the keyboard.
func (w *writer) selfLink(id, text string) {
	w.raw(`<a class="self" href="#`)
	w.raw(id)
	w.raw(`" aria-label="`)
	w.plain(w.words.Self)
	w.raw(" ")
	w.plain(text)
	w.raw(`">#</a>`)
}
