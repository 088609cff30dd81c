package relate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"planpress/internal/plan"
	"planpress/internal/viet"
)

// The addresses of the lists, from the site's root.
const (
	DocumentsURL = "documents/"
	YearsURL     = "years/"
	FieldsURL    = "fields/"
	IssuersURL   = "issuers/"
	TypesURL     = "types/"
	StatusURL    = "status/"
	SitemapURL   = "sitemap/"
)

var listRoots = [...]string{DocumentsURL, YearsURL, FieldsURL, IssuersURL, TypesURL, StatusURL, SitemapURL}

// neighbours sorts the documents and links each to the one before and the one
// after it by the same issuer.
func (r *relater) neighbours() {
	slices.SortFunc(r.site.Documents, newestFirst)
	slices.SortFunc(r.site.Withdrawn, newestFirst)
	collator := viet.NewCollator()
	slices.SortFunc(r.site.Pages, func(a, b *Entry) int {
		return cmp.Or(cmp.Compare(a.Document.Weight, b.Document.Weight),
			collator.Compare(a.Document.Title, b.Document.Title), strings.Compare(a.URL, b.URL))
	})
	slices.SortFunc(r.site.Redirects, func(a, b Redirect) int { return strings.Compare(a.From, b.From) })
	newer := map[string]*Entry{}
	for _, e := range r.site.Documents {
		if e.Issuer == nil {
			continue
		}
		if n := newer[e.Issuer.ID]; n != nil {
			n.Prev, e.Next = e, n
		}
		newer[e.Issuer.ID] = e
	}
}

func newestFirst(a, b *Entry) int {
	x, y := a.Document, b.Document
	return cmp.Or(y.Issued.Compare(x.Issued), cmp.Compare(y.Number.Ordinal, x.Number.Ordinal), strings.Compare(a.URL, b.URL))
}

// lists groups the documents by year, field, issuer, type and effect.
func (r *relater) lists() {
	years, fields, issuers := map[string]*List{}, map[string]*List{}, map[string]*List{}
	types, statuses := map[string]*List{}, map[string]*List{}
	for _, e := range r.site.Documents {
		d := e.Document
		if !d.Issued.IsZero() {
			year := strconv.Itoa(int(d.Issued.Year))
			add(years, year, List{Name: year, URL: YearsURL + year + "/"}, e)
		}
		for _, field := range d.Fields {
			if slug := viet.Slug(field); slug != "" {
				add(fields, slug, List{Name: field, URL: FieldsURL + slug + "/"}, e)
			}
		}
		if e.Issuer != nil {
			add(issuers, e.Issuer.ID, List{Name: e.Issuer.Name, URL: issuerURL(e.Issuer), Org: e.Issuer}, e)
		}
		if d.Type != nil {
			url := typeURL(d.Type)
			add(types, url, List{Name: d.Type.Name.In(r.in.Registry.Settings.Lang), URL: url}, e)
		}
		kind := e.Effect.Kind
		add(statuses, string(kind), List{Name: string(kind), URL: StatusURL + string(kind) + "/", Effect: kind}, e)
	}
	r.site.Years = sorted(years, func(a, b *List) int { return strings.Compare(b.Name, a.Name) })
	collator := viet.NewCollator()
	byName := func(a, b *List) int { return cmp.Or(collator.Compare(a.Name, b.Name), strings.Compare(a.URL, b.URL)) }
	r.site.Fields, r.site.Issuers, r.site.Types = sorted(fields, byName), sorted(issuers, byName), sorted(types, byName)
	r.site.Statuses = sorted(statuses, func(a, b *List) int {
		return slices.Index(plan.EffectKinds[:], a.Effect) - slices.Index(plan.EffectKinds[:], b.Effect)
	})
	for _, url := range listRoots {
		r.generated[url] = true
	}
	for _, lists := range [][]*List{r.site.Years, r.site.Fields, r.site.Issuers, r.site.Types, r.site.Statuses} {
		for _, l := range lists {
			r.generated[l.URL] = true
		}
	}
}

func issuerURL(o *plan.Org) string { return IssuersURL + viet.Slug(o.ID) + "/" }

// typeURL is the address of a type's list. A type that two families share,
// such as Quyết định, has one list: readers look for the word.
func typeURL(t *plan.Type) string { return TypesURL + viet.Slug(t.Name.VI) + "/" }

func add(lists map[string]*List, key string, empty List, e *Entry) {
	l := lists[key]
	if l == nil {
		l = &empty
		lists[key] = l
	}
	if n := len(l.Documents); n == 0 || l.Documents[n-1] != e {
		l.Documents = append(l.Documents, e)
	}
}

func sorted(lists map[string]*List, less func(a, b *List) int) []*List {
	out := make([]*List, 0, len(lists))
	for _, l := range lists {
		out = append(out, l)
	}
	slices.SortFunc(out, less)
	return out
}
