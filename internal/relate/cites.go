package relate

import (
	"slices"
	"strings"

	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
)

// Citation is what a citation in a body means: a document of the site or of
// documents.yaml, or a place in the text itself. Both references are nil where
// that is not known.
type Citation struct {
	Reference
	Frag string // id of the place in Entry; "" where none is meant, or it is not there
}

// cites finds out what every citation means, and who cites whom.
func (r *relater) cites() {
	c := newCiter(r)
	for _, part := range c.all() {
		r.findings = append(r.findings, part.findings...)
		for _, u := range part.unknown {
			c.lost.begin(u.by)
			c.addUnknown(u.cited)
		}
	}
	r.citedBy()
	r.site.Unknown = c.lost.all()
	r.citedOnTwoDays()
	r.notListed()
}

// all finds out what the documents cite, a part of them on each processor.
// The parts are given in the order of the documents.
func (c *citer) all() []*citer {
	return together(inParts(c.entered), func(part []Entry) *citer {
		own := c.forPart(part)
		for i := range part {
			own.document(&part[i])
		}
		return own
	})
}

// citer finds out what citations mean. What it looks up is shared by all parts,
// what it writes is its own.
type citer struct {
	*relater
	byNumber map[numbered]*namesakes
	byName   map[law]Reference
	numbers  map[*plan.External]citation.Number
	bodies   map[string][]*plan.Org // by their names, as these are compared
	lost     unknowns

	words     map[string]string          // bodies as they are compared
	called    map[string][]*plan.Org     // see bodiesCalled
	anchors   map[string]map[string]bool // see hasAnchor
	findings  []diag.Finding
	unknown   []unknownIn
	citations []Citation  // room for all of the part
	refs      []Reference // the same
}

// unknownIn is a citation that leads nowhere, and the document that it is in.
type unknownIn struct {
	by    *Entry
	cited *plan.Cited
}

// forPart gives a citer for some of the documents.
func (c *citer) forPart(part []Entry) *citer {
	own, room := *c, 0
	for i := range part {
		room += len(part[i].Document.Citations)
	}
	own.words, own.called, own.anchors = map[string]string{}, map[string][]*plan.Org{}, map[string]map[string]bool{}
	own.citations, own.refs = make([]Citation, room), make([]Reference, 0, room)
	return &own
}

func (c *citer) report(f diag.Finding) { c.findings = append(c.findings, f) }

// numbered is a number without what writers vary: zeros before it, the form of
// the Party or of the state.
type numbered struct {
	ordinal            int32
	year               int16
	suffix, kind, body string
}

func numberedAs(n citation.Number) numbered {
	kind := n.Type
	if kind != "" && !citation.IsTypeAbbr(kind) {
		kind = citation.RightCase(kind)
	}
	return numbered{n.Ordinal, n.Year, n.Suffix, kind, n.Body}
}

// law is a law as it is cited without a number: by its name in small letters,
// and the year.
type law struct {
	name string
	year int16
}

func newCiter(r *relater) *citer {
	c := &citer{relater: r, byNumber: map[numbered]*namesakes{}, byName: map[law]Reference{},
		numbers: map[*plan.External]citation.Number{}, words: map[string]string{}, bodies: map[string][]*plan.Org{}}
	for _, o := range r.in.Registry.Orgs {
		for _, name := range [...]string{o.Name, o.ShortName} {
			if is := c.body(name); is != "" {
				c.bodies[is] = append(c.bodies[is], o)
			}
		}
	}
	for i, d := range r.in.Documents {
		if d.Kind == plan.KindDocument {
			c.add(Reference{Entry: &r.entered[i]}, d.Number, d.Type, d.Title)
		}
	}
	for _, x := range r.in.Registry.Externals {
		c.numbers[x], _ = citation.ParseNumber(x.Number)
		c.add(Reference{External: x}, c.numbers[x], x.Type, x.Title)
	}
	for _, n := range c.byNumber {
		n.sort()
	}
	return c
}

func (c *citer) add(ref Reference, n citation.Number, t *plan.Type, title string) {
	if !n.IsZero() {
		key := numberedAs(n)
		same := c.byNumber[key]
		if same == nil {
			same = &namesakes{}
			c.byNumber[key] = same
		}
		if ref.External != nil {
			same.elsewhere = append(same.elsewhere, c.candidate(ref))
		} else {
			same.here = append(same.here, c.candidate(ref))
		}
	}
	if t == nil || !slices.Contains([]string{"hien-phap", "bo-luat", "luat", "phap-lenh"}, t.ID) {
		return
	}
	name, prefix := strings.ToLower(title), strings.ToLower(t.Name.VI)
	if !strings.HasPrefix(name, prefix) {
		name = prefix + " " + name
	}
	if key := (law{name, ref.issued().Year}); c.byName[key] == (Reference{}) {
		c.byName[key] = ref
	}
}

// document finds out what a document cites.
func (c *citer) document(e *Entry) {
	d := e.Document
	if len(d.Citations) == 0 {
		return
	}
	e.Citations, c.citations = c.citations[:len(d.Citations):len(d.Citations)], c.citations[len(d.Citations):]
	from := len(c.refs)
	for i := range d.Citations {
		cited := &d.Citations[i]
		if cited.IsPlace() {
			if frag := c.nearest(d, cited.Anchor); frag != "" {
				e.Citations[i] = Citation{Reference{Entry: e}, frag}
			}
			continue
		}
		ref := c.meant(e, cited)
		if ref == (Reference{}) {
			c.unknown = append(c.unknown, unknownIn{e, cited})
			c.checkForm(cited, citation.Number{})
			continue
		}
		if ref.Entry != nil && !ref.Entry.shown {
			continue // known, and not to be seen yet
		}
		e.Citations[i] = c.found(e, cited, ref)
		e.Cites = c.refs[from:len(c.refs):len(c.refs)]
	}
}

func (c *citer) number(ref Reference) citation.Number {
	if ref.External != nil {
		return c.numbers[ref.External]
	}
	return ref.Entry.Document.Number
}

// found records what a citation means.
func (c *citer) found(e *Entry, cited *plan.Cited, ref Reference) Citation {
	out := Citation{Reference: ref}
	if ref.Entry == e {
		return out
	}
	if !slices.Contains(e.Cites, ref) {
		c.refs = append(c.refs, ref)
	}
	c.checkForm(cited, c.number(ref))
	c.checkDay(cited, ref)
	if ref.Entry != nil && cited.Anchor != "" && ref.Entry.State != plan.Withdrawn {
		out.Frag = c.place(ref.Entry.Document, cited.Anchor)
	}
	return out
}

// place gives the place of another document that is meant; "" where two parts
// of it have an article with that number.
func (c *citer) place(d *plan.Document, id string) string {
	article, _, _ := strings.Cut(strings.TrimPrefix(id, "dieu-"), "-")
	if hasAnchor(d, "dieu-"+article+"-2", c.anchors) {
		return ""
	}
	return c.nearest(d, id)
}

// nearest gives the anchor of a document that is nearest to the one that is
// meant: of the article, where its clause has none. It is "" without one.
func (c *citer) nearest(d *plan.Document, id string) string {
	for id != "" && !hasAnchor(d, id, c.anchors) {
		id = id[:max(0, strings.LastIndexByte(id, '-'))]
	}
	return id
}
