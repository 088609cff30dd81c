package search

// numberReader finds numbers of documents in running text: a number, a slash,
// perhaps a year and a slash, and letters with slashes or hyphens between.
type numberReader struct {
	key   string
	state int
}

const (
	outside = iota
	afterNumber
	inSymbols
)

// see takes a word and gives the term of the number that it completes or
// continues; "" where it does neither.
func (n *numberReader) see(w *word, before gap) string {
	switch {
	case before == slash && n.state == afterNumber && isYear(w.key):
	case before == slash && n.state == afterNumber && !isNumber(w.key):
		n.key += "/" + w.key
		n.state = inSymbols
		return n.key
	case before == slash && n.state == inSymbols && !isNumber(w.key):
		n.key += "-" + w.key
		return n.key
	case isNumber(w.key):
		n.key, n.state = "#"+bare(w.key), afterNumber
	default:
		n.state = outside
	}
	return ""
}
