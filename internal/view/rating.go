package view

// Rating is the block at the foot of a document in which readers rate it. Its form
// is sent to "rate" below Service, with the fields document, score (1 to 5),
// comment and the trap "website", which nobody fills in; the service leads back to
// the element _rated.
type Rating struct {
	Service    string // absolute URL, or path on the same host, with a slash at the end
	Document   string // what the service calls the document
	Count, Sum int64  // of ratings, of their stars
	Mean       string // "4,6"; "" without ratings
}
