package pages

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"planpress/internal/relate"
	"planpress/internal/search"
	"planpress/internal/viet"
)

// Searched gives what can be searched for: documents, newest first, and then the
// other pages. Of each year the documents of one issuer stand together: who asks
// for those fetches fewer files. What was withdrawn is not among it.
func (p *Planner) Searched() []*relate.Entry {
	out := slices.Concat(p.site.Documents, p.site.Pages)
	slices.SortStableFunc(out, func(a, b *relate.Entry) int {
		return cmp.Or(cmp.Compare(b.Document.Issued.Year, a.Document.Issued.Year), strings.Compare(issuerID(a), issuerID(b)))
	})
	return out
}

func issuerID(e *relate.Entry) string {
	if e.Issuer == nil {
		return ""
	}
	return e.Issuer.ID
}

// SearchDocument gives what the index is told of a document, but for its body.
func (p *Planner) SearchDocument(e *relate.Entry) search.Document {
	d := e.Document
	out := search.Document{URL: e.URL, Title: d.Title, Number: d.Number.String(), Type: p.typeName(d),
		Summary: d.Summary, Fields: d.Fields}
	if out.Type == "" && e.Effect.Kind == "" {
		out.Type = p.opts.Words("search.page")
	}
	if e.Issuer != nil {
		out.Issuer = p.orgName(e.Issuer)
		out.Facets = append(out.Facets, search.Facet('i', e.Issuer.ID))
	}
	if !d.Issued.IsZero() {
		out.Date = d.Issued.String()
		out.Facets = append(out.Facets, search.Facet('y', strconv.Itoa(int(d.Issued.Year))))
	}
	if d.Type != nil {
		out.Facets = append(out.Facets, search.Facet('t', viet.Slug(d.Type.Name.VI)))
	}
	if e.Effect.Kind != "" {
		out.Status = p.opts.Words(effectKey(e))
		out.Facets = append(out.Facets, search.Facet('s', string(e.Effect.Kind)))
	}
	for _, f := range d.Fields {
		out.Facets = append(out.Facets, search.Facet('f', viet.Slug(f)))
	}
	for _, a := range e.Attachments {
		out.More = append(out.More, a.Title)
	}
	for i := range d.Targets {
		out.More = append(out.More, d.Targets[i].Name)
	}
	for i := range d.Tasks {
		out.More = append(out.More, d.Tasks[i].Name, d.Tasks[i].Deliverable)
	}
	return out
}
