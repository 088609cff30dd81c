package pages

import (
	"strings"

	"planpress/internal/catalog"
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/view"
)

// minContents is how many headings make a table of contents worth having.
const minContents = 3

// document is the page of a document, and of any page that was withdrawn: that
// layout says so.
func (p *Planner) document(e *relate.Entry) *Page {
	page := &Page{URL: e.URL, Layout: "document", Source: e.Document.Path, Entry: e, Hidden: e.State != plan.Published}
	page.fill = func(v *view.Page) {
		l := p.linker(page)
		p.head(v, l, e)
		v.Crumbs = p.crumbs(l)
		if e.Document.Kind == plan.KindDocument {
			v.Crumbs = append(v.Crumbs, view.Link{Text: p.opts.Words("list.all"), URL: l.to(relate.DocumentsURL)})
		}
		if e.Issuer != nil {
			v.Crumbs = append(v.Crumbs, p.orgLink(l, e.Issuer))
		}
		v.Meta = p.dublinCore(e)
		v.Rating = p.rating(e)
		v.Document = p.documentView(l, e)
		v.Tracked = v.Document.Tracker != nil
		if p.HasData() && catalog.Describes(e) {
			v.Data = catalog.DocumentName
		}
	}
	return page
}

func (p *Planner) documentView(l linker, e *relate.Entry) *view.Document {
	d := e.Document
	out := &view.Document{
		Title: d.Title, Type: p.typeName(d), Number: d.Number.String(), Issued: d.Issued, Place: d.Place,
		Issuer: p.issuer(l, e), Signer: d.Signer, Effective: d.Effective, Expires: d.Expires, Period: d.Period,
		Summary: d.Summary, State: e.State.String(), StateDate: d.Publication.Date,
		StateReason: d.Publication.Reason, Recipients: d.Recipients, History: p.history(l, e), Contact: d.Contact,
		SourceURL: d.Source.URL, Words: d.Words,
	}
	if d.EffectiveOnIssue {
		out.Effective = d.Issued
	}
	if out.Place == "" && e.Issuer != nil {
		out.Place = e.Issuer.Place
	}
	for _, field := range d.Fields {
		link := view.Link{Text: field}
		if url := fieldURL(field); p.fields[url] {
			link.URL = l.to(url)
		}
		out.Fields = append(out.Fields, link)
	}
	for _, ref := range e.Basis {
		out.Basis = append(out.Basis, p.reference(l, ref))
	}
	out.Relations = append(p.relations(l, e), p.cites(l, e)...)
	out.Prev, out.Next = p.neighbour(l, e.Prev), p.neighbour(l, e.Next)
	p.effect(l, e, out)
	out.Citation = p.citation(e)
	if rest, ok := strings.CutPrefix(d.Title, out.Type+" "); ok && out.Type != "" {
		out.Subject = rest
	}
	out.Official = p.official(e, out)
	if e.State != plan.Withdrawn {
		out.Attachments = attachments(l, e)
		out.Tracker = p.tracker(l, e)
	}
	return out
}

// head fills what the pages of documents and the other pages have in common.
func (p *Planner) head(v *view.Page, l linker, e *relate.Entry) {
	v.Title, v.Description = e.Document.Title, e.Document.Summary
	if v.Description == "" {
		v.Description = p.citation(e)
	}
	if e.Document.Lang != "" {
		v.Lang = e.Document.Lang
	}
	for _, t := range e.Translations {
		lang := t.Document.Lang
		if lang == "" {
			lang = p.base.Lang
		}
		v.Alternates = append(v.Alternates, view.Alternate{Lang: lang, Title: t.Document.Title, URL: l.entry(t)})
	}
}

func (p *Planner) typeName(d *plan.Document) string {
	if d.Type == nil {
		return ""
	}
	return d.Type.Name.In(p.site.Registry.Settings.Lang)
}

// orgLink names a body, with a link where it has a page.
func (p *Planner) orgLink(l linker, o *plan.Org) view.Link {
	link := view.Link{Text: p.orgName(o)}
	if url := p.issuers[o.ID]; url != "" {
		link.URL = l.to(url)
	}
	return link
}

// orgName is a body's name, with its time where another has the same name: a
// name alone does not say which is meant.
func (p *Planner) orgName(o *plan.Org) string {
	lang := p.site.Registry.Settings.Lang
	switch {
	case p.namesakes[o.Name] < 2:
		return o.Name
	case !o.To.IsZero():
		return p.opts.Words("org.until", o.Name, date(lang, o.To))
	case !o.From.IsZero():
		return p.opts.Words("org.since", o.Name, date(lang, o.From))
	}
	return o.Name
}

func attachments(l linker, e *relate.Entry) []view.Attachment {
	var out []view.Attachment
	for _, a := range e.Attachments {
		v := view.Attachment{Title: a.Title, Name: a.File, URL: l.to(a.URL), Format: a.Info.Format.Name,
			Size: a.Info.Size, SHA256: a.Info.SHA256, Pages: a.Pages, Lang: a.Lang}
		if v.Title == "" {
			v.Title = a.File
		}
		if a.Kind != "" {
			v.Kind = "attachment." + a.Kind
		}
		out = append(out, v)
	}
	return out
}

// contents makes a table of contents of two levels of the headings.
func contents(outline []plan.Heading) []view.Heading {
	if len(outline) < minContents {
		return nil
	}
	top := outline[0].Level
	for _, h := range outline {
		top = min(top, h.Level)
	}
	var out []view.Heading
	for _, h := range outline {
		item := view.Heading{Text: h.Text, URL: "#" + h.ID}
		switch n := len(out); {
		case h.Level == top || n == 0:
			out = append(out, item)
		case h.Level == top+1:
			out[n-1].Children = append(out[n-1].Children, item)
		}
	}
	return out
}

func (p *Planner) neighbour(l linker, e *relate.Entry) *view.Link {
	if e == nil {
		return nil
	}
	link := p.entryLink(l, e)
	return &link
}

// entryLink names a document or page by its title.
func (p *Planner) entryLink(l linker, e *relate.Entry) view.Link {
	return view.Link{Text: e.Document.Title, URL: l.entry(e), Lang: p.foreign(e.Document)}
}

// foreign is the language of a document that is not in that of the site.
func (p *Planner) foreign(d *plan.Document) string {
	if d.Lang == p.base.Lang {
		return ""
	}
	return d.Lang
}
