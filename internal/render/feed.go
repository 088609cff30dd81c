package render

import "time"

// Feed is an Atom feed. URLs are absolute.
type Feed struct {
	ID        string // a URL that never changes
	Title     string
	Subtitle  string
	Lang      string
	URL       string // of the feed
	Home      string // of the page that the feed belongs to
	Author    string
	Generator string
	Entries   []FeedEntry // newest first
}

// FeedEntry is one document of a feed.
type FeedEntry struct {
	ID        string // a URL that never changes
	Title     string
	URL       string
	Published time.Time
	Updated   time.Time // zero: when it was published
	Author    string    // the body that issued it
	Summary   string
	Topics    []string
}

// noTime is when a feed without entries was updated: the format wants a time,
// and the same site must give the same bytes.
var noTime = time.Unix(0, 0).UTC()

// Bytes writes the feed.
//
// Source: RFC 4287.
func (f *Feed) Bytes() []byte {
	w := &xmlWriter{}
	w.raw(xmlHead + `<feed xmlns="http://www.w3.org/2005/Atom"`)
	if f.Lang != "" {
		w.attr("xml:lang", f.Lang)
	}
	w.raw(">\n")
	w.element("", "id", f.ID)
	w.element("", "title", f.Title)
	w.element("", "subtitle", f.Subtitle)
	w.element("", "updated", f.updated().Format(time.RFC3339))
	w.link("", "self", f.URL)
	w.link("", "alternate", f.Home)
	w.author("", f.Author)
	w.element("", "generator", f.Generator)
	for i := range f.Entries {
		w.entry(&f.Entries[i])
	}
	w.raw("</feed>\n")
	return w.buf
}

// updated is when the newest change of an entry was made.
func (f *Feed) updated() time.Time {
	newest := noTime
	for i := range f.Entries {
		if t := f.Entries[i].updated(); t.After(newest) {
			newest = t
		}
	}
	return newest
}

func (e *FeedEntry) updated() time.Time {
	if e.Updated.IsZero() {
		return e.Published
	}
	return e.Updated
}

func (w *xmlWriter) entry(e *FeedEntry) {
	const in = "  "
	w.raw("<entry>\n")
	w.element(in, "id", e.ID)
	w.element(in, "title", e.Title)
	w.link(in, "alternate", e.URL)
	w.element(in, "published", e.Published.Format(time.RFC3339))
	w.element(in, "updated", e.updated().Format(time.RFC3339))
	w.author(in, e.Author)
	for _, t := range e.Topics {
		w.raw(in + "<category")
		w.attr("term", t)
		w.raw("/>\n")
	}
	w.element(in, "summary", e.Summary)
	w.raw("</entry>\n")
}

func (w *xmlWriter) link(indent, rel, url string) {
	if url == "" {
		return
	}
	w.raw(indent + "<link")
	w.attr("rel", rel)
	w.attr("href", url)
	w.raw("/>\n")
}

func (w *xmlWriter) author(indent, name string) {
	if name == "" {
		return
	}
	w.raw(indent + "<author>\n")
	w.element(indent+"  ", "name", name)
	w.raw(indent + "</author>\n")
}
