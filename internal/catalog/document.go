package catalog

import (
	"bytes"
	"encoding/json"
	"net/url"

	"planpress/internal/plan"
	"planpress/internal/relate"
)

// DocumentName is the file of a document, beside its page.
const DocumentName = "document.json"

// Describes reports whether a document has a file of its own: not what was
// withdrawn, and not other pages.
func Describes(e *relate.Entry) bool {
	return e.Document.Kind == plan.KindDocument && e.State != plan.Withdrawn
}

// Describer makes the file of each document. It may be used by several
// goroutines at once.
type Describer struct {
	settings plan.Settings
	context  json.RawMessage
}

// NewDescriber makes a Describer for a site with a base URL.
func NewDescriber(site *relate.Site) *Describer {
	s := site.Registry.Settings
	return &Describer{s, documentContext(s.BaseURL)}
}

// Document describes a document: a normative one as Legislation, any other as
// a Report. What others did to it is there as well as what it does to them.
//
// Source: schema.org, Legislation, Report; the European Legislation Identifier's
// ontology and DCMI Terms for relations.
func (m *Describer) Document(e *relate.Entry) ([]byte, error) {
	d := e.Document
	out := work{
		Context: m.context, ID: m.absolute(e.URL), Type: "Report", Name: d.Title, Description: d.Summary,
		URL: m.absolute(e.URL), Lang: d.Lang, Created: d.Issued.String(), Published: published(d).String(),
		Modified: modified(e).String(), Expires: d.Expires.String(), Span: span(d.Period), About: d.Fields, Keywords: d.Keywords,
		Status: string(e.Effect.Kind), Words: d.Words, Basis: m.references(e.Basis), Cites: m.references(e.Cites),
		Relations: m.relations(e), Files: m.files(e),
	}
	if out.Lang == "" {
		out.Lang = string(m.settings.Lang)
	}
	if e.Issuer != nil {
		out.Creator = m.body(e.Issuer)
	}
	if d.Type != nil {
		out.Genre = d.Type.Name.In(m.settings.Lang)
	}
	out.ReportNumber = d.Number.String()
	if d.Type != nil && d.Type.Family == plan.Normative {
		out.legislate(e)
	}
	if len(d.Targets)+len(d.Tasks) > 0 {
		out.Data = &node{ID: m.absolute(e.URL) + plan.ProgressFile, Type: "Dataset"}
	}
	for _, t := range e.Translations {
		out.Translations = append(out.Translations, node{ID: m.absolute(t.URL), Name: t.Document.Title})
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	err := enc.Encode(&out)
	return buf.Bytes(), err
}

// legislate says of a normative document what a report does not have.
func (w *work) legislate(e *relate.Entry) {
	d := e.Document
	w.Type, w.ReportNumber = "Legislation", ""
	w.Identifier, w.LegislationType, w.LegislationDate = d.Number.String(), w.Genre, w.Created
	w.PassedBy, w.Force = w.Creator, force(e.Effect.Kind)
	w.Applicable = d.Effective.String()
	if d.EffectiveOnIssue {
		w.Applicable = w.Created
	}
}

// force gives schema.org's word for a legal effect; "" where nobody knows.
func force(k plan.EffectKind) string {
	switch k {
	case plan.InForce:
		return "InForce"
	case plan.PartlyInForce:
		return "PartiallyInForce"
	case plan.EffectUnknown, plan.PageGone, "":
		return ""
	}
	return "NotInForce"
}

// published is the day on which a document came to be read here.
func published(d *plan.Document) plan.Date {
	if d.Published.IsZero() {
		return d.Issued
	}
	return d.Published
}

// modified is the day of the last change to a page that is of interest to
// readers; zero where there was none.
func modified(e *relate.Entry) plan.Date {
	last := e.Document.Reviewed
	for _, c := range e.Changes {
		if c.Kind != plan.Editorial && c.Kind != plan.FirstPublished && c.Date.Compare(last) > 0 {
			last = c.Date
		}
	}
	return last
}

// span is a period as ISO 8601 writes it, open where an end is not given.
func span(p plan.Period) string {
	if p.IsZero() {
		return ""
	}
	open := func(d plan.Date) string {
		if d.IsZero() {
			return ".."
		}
		return d.String()
	}
	return open(p.From) + "/" + open(p.To)
}

func (m *Describer) body(o *plan.Org) *node {
	return &node{ID: m.settings.BaseURL + OrgsName + "#" + o.ID, Type: "GovernmentOrganization", Name: o.Name}
}

func (m *Describer) files(e *relate.Entry) []media {
	var out []media
	for _, a := range e.Attachments {
		out = append(out, media{Type: "MediaObject", Name: a.Title, URL: m.absolute(a.URL),
			Format: a.Info.Format.Media, Size: a.Info.Size, SHA256: a.Info.SHA256, Lang: a.Lang})
	}
	return out
}

func (m *Describer) references(refs []relate.Reference) []node {
	var out []node
	for _, r := range refs {
		out = append(out, m.node(r))
	}
	return out
}

// relations are grouped by what they are called, in both directions.
func (m *Describer) relations(e *relate.Entry) map[string][]node {
	out := map[string][]node{}
	add := func(term string, r relate.Relation) {
		n := m.node(r.Other)
		n.Provision, n.Since, n.Until = r.Provision, r.Date.String(), r.Until.String()
		out[term] = append(out[term], n)
	}
	for _, r := range e.Relations {
		add(terms[r.Kind].does, r)
	}
	for _, r := range e.Inverse {
		add(terms[r.Kind].undergoes, r)
	}
	for _, by := range e.CitedBy {
		out[citedBy] = append(out[citedBy], m.node(relate.Reference{Entry: by}))
	}
	return out
}

// node names the document at the other end of something.
func (m *Describer) node(r relate.Reference) node {
	if x := r.External; x != nil {
		return node{ID: x.URL, Name: x.Title, Identifier: x.Number}
	}
	return node{ID: m.absolute(r.Entry.URL), Name: r.Entry.Document.Title, Identifier: r.Entry.Document.Number.String()}
}

// absolute gives the address of what lies at a path from the site's root.
func (m *Describer) absolute(path string) string {
	return m.settings.BaseURL + (&url.URL{Path: path}).EscapedPath()
}
