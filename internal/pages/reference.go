package pages

import (
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/viet"
	"planpress/internal/view"
)

// reference names another document as Decree 30/2020 (App. I.II.6.b) has it
// named: type, number, date, issuer, subject.
func (p *Planner) reference(l linker, ref relate.Reference) view.Reference {
	lang := p.site.Registry.Settings.Lang
	if x := ref.External; x != nil {
		c := cited{kind: x.Type, number: x.Number, issued: x.Issued, issuer: x.Issuer}
		return view.Reference{Title: c.title(lang, x.Title), Subject: x.Title, URL: x.URL, External: true}
	}
	d := ref.Entry.Document
	c := cited{kind: d.Type, number: d.Number.String(), issued: d.Issued}
	if ref.Entry.Issuer != nil {
		c.issuer = ref.Entry.Issuer.Name
	}
	return view.Reference{Title: c.title(lang, d.Title), Subject: d.Title, URL: l.entry(ref.Entry), Lang: p.foreign(d)}
}

// cited is what a citation is made of; any part may be missing.
type cited struct {
	kind           *plan.Type
	number, issuer string
	issued         plan.Date
}

// title gives the citation without the subject, or the subject where nothing
// else is known.
func (c cited) title(lang diag.Lang, subject string) string {
	var parts []string
	add := func(vi, en, value string) {
		switch {
		case value == "":
		case lang == diag.VI:
			parts = append(parts, strings.TrimSpace(vi+" "+value))
		default:
			parts = append(parts, strings.TrimSpace(en+" "+value))
		}
	}
	if c.kind != nil {
		add("", "", c.kind.Name.In(lang))
	}
	add("số", "No.", c.number)
	add("ngày", "of", date(lang, c.issued))
	add("của", "issued by", c.issuer)
	if c.number == "" && c.issued.IsZero() {
		return subject
	}
	return viet.NoBreak(strings.Join(parts, " "))
}

func date(lang diag.Lang, d plan.Date) string {
	if d.IsZero() {
		return ""
	}
	if lang == diag.VI {
		return viet.ShortDate(int(d.Year), int(d.Month), int(d.Day))
	}
	return viet.EnglishDate(int(d.Year), int(d.Month), int(d.Day))
}

// related names the document at the other end of a relation, and behind it
// which part the relation concerns, and from when.
func (p *Planner) related(l linker, r relate.Relation) view.Reference {
	ref := p.reference(l, r.Other)
	var scope []string
	add := func(vi, en, value string) {
		if value != "" {
			scope = append(scope, diag.T(vi, en, value).In(p.site.Registry.Settings.Lang))
		}
	}
	add("đối với %s", "as to %s", r.Provision)
	add("từ %s", "from %s", date(p.site.Registry.Settings.Lang, r.Date))
	if scope == nil {
		return ref
	}
	if ref.Subject == ref.Title {
		ref.Subject = ""
	}
	ref.Title += " (" + strings.Join(scope, ", ") + ")"
	return ref
}

// relations groups the relations of a document by kind, those declared in it
// before those that others declare.
func (p *Planner) relations(l linker, e *relate.Entry) []view.Relations {
	var out []view.Relations
	group := func(suffix string, kind plan.RelationKind, all []relate.Relation) {
		var items []view.Reference
		for _, r := range all {
			if r.Kind == kind {
				items = append(items, p.related(l, r))
			}
		}
		if items != nil {
			out = append(out, view.Relations{Kind: "relation." + string(kind) + suffix, Items: items})
		}
	}
	for _, kind := range plan.RelationKinds {
		group("", kind, e.Relations)
		group(".inverse", kind, e.Inverse)
	}
	return out
}
